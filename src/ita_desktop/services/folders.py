"""Where a user's own data lies: one folder, found from the system's habits.

``ITA_DESKTOP_DATA`` puts it elsewhere (a USB stick, a shared drive).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

OVERRIDE = "ITA_DESKTOP_DATA"
_NAME = "ita-desktop"


def user_folder(
    *parts: str, environment: Mapping[str, str] | None = None, platform: str = sys.platform
) -> Path:
    """Return the user's data folder, or a place in it; nothing is created.

    A relative path in a variable of the system's is not one, by its own rules; then
    the usual place counts.
    """
    given = os.environ if environment is None else environment
    override = given.get(OVERRIDE, "")
    root = Path(override) if override else _usual(given, platform) / _NAME
    return root.joinpath(*parts)


def _usual(environment: Mapping[str, str], platform: str) -> Path:
    """The folder in which programs keep a user's data on this system."""
    if platform == "win32":
        variable, usual = "APPDATA", Path.home() / "AppData" / "Roaming"
    elif platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    else:
        variable, usual = "XDG_DATA_HOME", Path.home() / ".local" / "share"
    named = Path(environment.get(variable, ""))
    return named if named.is_absolute() else usual
