"""Version 2: the agency's units, stored files, and signed memos with their contents."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Text


def upgrade(op: Operations) -> None:
    """Add the tables; nothing that stands changes."""
    op.create_table(
        "units",
        Column("ordinal", Integer, primary_key=True, autoincrement=False),
        Column("text", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "contents",
        Column("sha256", Text, primary_key=True),
        Column("data", LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "files",
        Column("path", Text, primary_key=True),
        Column("sha256", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("added_at", Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "final_memos",
        Column("year_id", Integer, ForeignKey("years.id"), primary_key=True, autoincrement=False),
        Column("ordinal", Integer, primary_key=True, autoincrement=False),
        Column("pdf", Text, ForeignKey("contents.sha256"), nullable=False),
        Column("case_file", Text, ForeignKey("contents.sha256"), nullable=False),
        Column("made_at", Text, nullable=False),
        Column("number", Text, nullable=False),
        Column("date", Text),
        Column("round", Integer, CheckConstraint("round IN (6, 12)")),
        Column("scan", Text, ForeignKey("files.path")),
        sqlite_strict=True,
    )
