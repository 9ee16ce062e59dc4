"""The one place that finds the files the program ships with.

They lie in ``resources/`` at the top of a source checkout (the manual in ``docs/``,
the licences at the top), in ``ita_desktop/resources/`` of an installed wheel, and in
``resources/`` of a frozen build: in PyInstaller's folder or beside the program.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ita_desktop.errors import ItaError

_FOLDER = "resources"


class MissingResourceError(ItaError):
    """The installation is incomplete; ``name`` is the missing file, with ``/``."""

    def __init__(self, name: str) -> None:
        super().__init__(f"ไม่พบไฟล์ {name} ของโปรแกรม โปรดติดตั้งโปรแกรมใหม่อีกครั้ง")
        self.name = name


def _roots() -> list[Path]:
    """The folders to look in, the likeliest first."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).parent
        return [Path(getattr(sys, "_MEIPASS", beside)) / _FOLDER, beside / _FOLDER]
    package = Path(__file__).parent
    top = package.parent.parent
    return [package / _FOLDER, top / _FOLDER, top / "docs", top]


def resource_path(*parts: str) -> Path:
    """The path of a shipped file or folder: ``resource_path("fonts", "sarabun")``.

    Raises MissingResourceError when it is not there.
    """
    for root in _roots():
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise MissingResourceError("/".join((_FOLDER, *parts)))
