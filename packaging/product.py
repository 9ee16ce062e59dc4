"""What the bundle, the installer and the archive call the program."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

NAME = "ita-desktop"
TITLE = "ita-desktop บันทึกข้อความ ITA"
"""For people: the Start menu, the list of programs, the properties of the file."""

COPYRIGHT = "ita-desktop contributors, MIT licence"
CASE_SUFFIX = ".itacase"
"""A case file that a double click opens; inside it is the same JSON as in ``.json``."""


def _version() -> str:
    text = (ROOT / "src" / "ita_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise RuntimeError("no version of the form 1.2.3 in ita_desktop/__init__.py")
    return found[1]


VERSION = _version()
