"""The site: documentation by example, made of stories that ran."""
