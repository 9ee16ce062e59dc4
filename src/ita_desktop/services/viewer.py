"""Handing a file to the program that the user reads such files with, without Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted_path


class NoViewerError(ItaError):
    """No program could be started for ``file``; the file itself is fine."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"เปิด {quoted_path(file)} ไม่ได้ โปรดเปิดไฟล์นี้เองด้วยโปรแกรมอ่าน PDF")
        self.file = file


def open_in_viewer(file: Path) -> None:
    """Open *file* as a double click would and return at once.

    Raises :class:`NoViewerError`.
    """
    # Absolute, so that a name that begins with "-" is no option of the viewer's.
    target = str(file.absolute())
    try:
        if sys.platform == "win32":
            os.startfile(target)  # noqa: S606 (no shell is wanted)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen(  # noqa: S603 (a fixed program, the file its only argument)
                [opener, target],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
    except OSError as error:
        raise NoViewerError(file) from error
