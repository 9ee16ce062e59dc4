"""Where the database lies among the user's data."""

DATABASE = "ita-desktop.sqlite3"
"""The file's name in the data folder."""
