"""What answers on the page, without a server: its data, computed while the site is built, and its words."""
