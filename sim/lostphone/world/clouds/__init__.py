"""The clouds: iCloud with its keychain and backups, storage of Microsoft accounts, Edge, transfers."""
