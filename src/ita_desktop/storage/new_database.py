"""Makes a new, empty database; its name appears with the finished file only."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.files import whole_file
from ita_desktop.storage.connection import Mode, engine_for, writing
from ita_desktop.storage.schema import APPLICATION_ID, VERSION
from ita_desktop.storage.tables import metadata


def create_database(path: Path) -> None:
    """Make an empty database at ``path``.

    Raises what SQLAlchemy and sqlite3 raise and
    :class:`~ita_desktop.files.OutputFileError`, and leaves nothing then.
    """
    with whole_file(path) as temporary:
        # without a log, which would be a second file to bring along
        engine = engine_for(temporary, Mode.CREATE, on_network=True)
        try:
            with writing(engine).begin() as connection:
                metadata.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        finally:
            engine.dispose()
