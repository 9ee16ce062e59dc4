"""Where a user's own data lies: one folder, found from the system's habits.

``ITA_DESKTOP_DATA`` puts it elsewhere (a USB stick, a shared drive). A frozen program
with the file ``portable.txt`` beside it keeps it in ``data``, beside it as well.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

OVERRIDE = "ITA_DESKTOP_DATA"
PORTABLE_MARKER = "portable.txt"
PORTABLE_DATA = "data"
_NAME = "ita-desktop"


def user_folder(
    *parts: str,
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    program: Path | None = None,
) -> Path:
    """Return the user's data folder, or a place in it; nothing is created.

    A relative path in a variable of the system's is not one, by its own rules; then
    the usual place counts. *program* is the frozen program, by default the one that runs.
    """
    given = os.environ if environment is None else environment
    override = given.get(OVERRIDE, "")
    root = Path(override) if override else _portable(program or _frozen_program())
    return (root or _usual(given, platform) / _NAME).joinpath(*parts)


def _frozen_program() -> Path | None:
    return Path(sys.executable) if getattr(sys, "frozen", False) else None


def _portable(program: Path | None) -> Path | None:
    """The folder of data that travels with the program, where a marker asks for it."""
    if program is None or not program.with_name(PORTABLE_MARKER).is_file():
        return None
    return program.with_name(PORTABLE_DATA)


def _usual(environment: Mapping[str, str], platform: str) -> Path:
    """The folder in which programs keep a user's data on this system.

    On Windows the local one: the roaming one is copied over the network at each logon,
    which a live database does not survive, and neither is backed up by OneDrive.
    """
    if platform == "win32":
        variable, usual = "LOCALAPPDATA", Path.home() / "AppData" / "Local"
    elif platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    else:
        variable, usual = "XDG_DATA_HOME", Path.home() / ".local" / "share"
    named = Path(environment.get(variable, ""))
    return named if named.is_absolute() else usual
