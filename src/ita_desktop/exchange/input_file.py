"""The bytes of a file that is brought in, up to a cap, or why there are none."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted


class UnreadableFileError(ItaError):
    """A file gave no bytes; the text is the problem alone, for an error that names the file."""


def first_bytes(path: Path, most: int, *, folder: str, refused: str) -> bytes:
    """At most *most* bytes of a file: a cap that holds for pipes and devices too.

    *folder* is the Thai sentence for a folder, *refused* for a file that may not be read
    now. Raises :class:`UnreadableFileError`.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except FileNotFoundError:
        raise UnreadableFileError("ไม่พบไฟล์นี้ โปรดตรวจชื่อและโฟลเดอร์") from None
    except IsADirectoryError:
        raise UnreadableFileError(folder) from None
    except PermissionError:
        raise UnreadableFileError(refused) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableFileError(f"อ่านไม่ได้ ({quoted(error)}) โปรดตรวจชื่อไฟล์และสื่อบันทึก") from None
