"""Keeps the years: the database, its backups, and the files that are put beside it."""
