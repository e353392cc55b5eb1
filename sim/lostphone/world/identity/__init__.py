"""Who somebody is, and how they prove it: personal accounts, tenants, sites, passkeys."""
