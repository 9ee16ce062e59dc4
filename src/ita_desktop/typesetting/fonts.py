"""Fonts as values, and the profiles that choose them.

A profile carries a scale, because families that look alike differ in size: the
ก of Sarabun stands 0.586 em high, that of TH Sarabun New 0.400. A nominal size
times the scale gives the letters the size that the form means.
"""

import re
from pathlib import Path
from typing import NamedTuple

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted, quoted_path
from ita_desktop.resources import resource_path

BOLD_STROKE = 0.022
"""Stroke of a bold that the font lacks, over the size."""


class FontError(ItaError):
    """A font cannot be used; the message names it and what to do."""


class Font(NamedTuple):
    """What a run of glyphs is set in.

    ``scale`` times a nominal size is the size that is set; a ``synthetic_bold`` font
    has no bold of its own, so its outlines are stroked as well.
    """

    path: Path
    scale: float = 1.0
    synthetic_bold: bool = False


class FontProfile(NamedTuple):
    """A regular and a bold file and the scale that makes them the form's size.

    Where ``bold`` is the regular file itself, bold is drawn by a stroke.
    """

    regular: Path
    bold: Path
    scale: float

    @property
    def fonts(self) -> tuple[Font, Font]:
        """The regular and the bold font."""
        synthetic = self.bold == self.regular
        return Font(self.regular, self.scale), Font(self.bold, self.scale, synthetic)


_PROFILES = {
    "th-sarabun-new": ("TH Sarabun New", "THSarabunNew-Regular.ttf", "THSarabunNew-Bold.ttf", 1.0),
    "sarabun": ("Sarabun", "Sarabun-Regular.ttf", "Sarabun-Bold.ttf", 0.683),
}


def font_profile(choice: str) -> FontProfile:
    """The profile of a name (``th-sarabun-new``, ``sarabun``) or a file.

    A file is ``PATH.ttf`` or ``PATH.ttf:SCALE``; a bold file beside it is taken
    when it is named alike. Raises :class:`FontError`.
    """
    known = _PROFILES.get(choice.lower().replace(" ", "-"))
    if known:
        _, regular, bold, scale = known
        folder = resource_path("fonts", choice.lower().replace(" ", "-"))
        return FontProfile(folder / regular, folder / bold, scale)
    name, _, scale_text = choice.rpartition(":")
    if not re.fullmatch(r"\d+(?:\.\d+)?", scale_text) or not name:
        name, scale_text = choice, "1"
    path, scale = Path(name), float(scale_text)
    if path.suffix.lower() != ".ttf":
        names = ", ".join(_PROFILES)
        raise FontError(f"ไม่รู้จักแบบอักษร “{quoted(choice)}” โปรดใช้ {names} หรือไฟล์ .ttf")
    if not _is_file(path):
        raise FontError(f"ไม่พบไฟล์แบบอักษร {quoted_path(path)} โปรดตรวจชื่อไฟล์และที่อยู่")
    if not 0.2 <= scale <= 3:
        raise FontError(f"มาตราส่วนของแบบอักษร {quoted(scale_text)} ใช้ไม่ได้ โปรดระบุระหว่าง 0.2 ถึง 3")
    return FontProfile(path, _bold_beside(path), scale)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, a folder without rights, a NUL
        return False


def _bold_beside(path: Path) -> Path:
    stem = re.sub(r"(?i)[-_ ]?regular$", "", path.stem)
    for name in (f"{stem}-Bold", f"{stem} Bold", f"{stem}_Bold", f"{stem}Bold"):
        candidate = path.with_name(name + path.suffix)
        if _is_file(candidate):
            return candidate
    return path
