"""Which database is ours and of which version: the two numbers in the file's header."""

from __future__ import annotations

APPLICATION_ID = 0x49544144
"""``ITAD``: SQLite's ``application_id`` of our databases."""

VERSION = 2
"""SQLite's ``user_version`` of the databases that this program writes.

2: units, contents (PDF and case of signed memos), stored files, signed memos.
"""
