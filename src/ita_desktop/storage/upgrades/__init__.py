"""How older databases are brought up to the present: one step from each version.

A step is written once, with the names and shapes of its time, and never changed again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine

from ita_desktop.storage.connection import writing
from ita_desktop.storage.schema import VERSION
from ita_desktop.storage.upgrades import from_1, from_2

STEPS: Mapping[int, Callable[[Operations], None]] = {1: from_1.upgrade, 2: from_2.upgrade}
"""What makes version n + 1 of version n."""


def upgrade(engine: Engine, version: int) -> None:
    """Bring the database up from ``version``.

    Each step is one transaction, its number included: whenever the program is
    stopped, the database is of one version or the next. Raises what SQLAlchemy raises.
    """
    for standing in range(version, VERSION):
        with writing(engine).begin() as connection:
            STEPS[standing](Operations(MigrationContext.configure(connection)))
            connection.exec_driver_sql(f"PRAGMA user_version={standing + 1}")
