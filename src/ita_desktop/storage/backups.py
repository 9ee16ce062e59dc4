"""Copies of the database: made whole or not at all, thinned with age, restored."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple


class Backup(NamedTuple):
    """One copy; ``made_at`` is aware, in UTC, ``size`` in bytes."""

    path: Path
    made_at: datetime.datetime
    size: int
    reason: str
