"""The window. Knows the services, never files, SQL or the setting of text."""
