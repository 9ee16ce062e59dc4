"""Writing a file so that its name holds the old content or the new, never a part.

The data goes to a temporary file in the same folder, reaches the disk, and
only then takes the final name in one step. On any failure the old file stays
as it was and the temporary one is removed.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted, quoted_path

RETRY_WAITS = (0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to take the final name: a virus scanner lets go in these."""

TEMPORARY = ".tmp"
"""How the names of files that are not finished end."""

_WINDOWS = sys.platform == "win32"

# Names that Windows gives to devices, whatever the extension and on any path.
# They and the signs below are refused everywhere, since files move between computers.
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [port + digit for port in ("COM", "LPT") for digit in "123456789¹²³"]
)
_FORBIDDEN = frozenset('<>:"/\\|?*')

# In bytes: Linux takes 255; this leaves room for a number, and in a path of Windows.
_LONGEST_NAME = 200
_LONGEST_ENDING = 12

_MOST_UNITS = 255
"""Of UTF-16 in a name: Windows calls a longer one by many errors."""

_NO_RIGHTS = "ไม่มีสิทธิ์เขียนในโฟลเดอร์นี้ โปรดเลือกโฟลเดอร์อื่น เช่น เอกสาร (Documents)"
_DISK_FULL = "ที่เก็บข้อมูลเต็ม โปรดลบไฟล์ที่ไม่ใช้หรือเลือกไดรฟ์อื่น แล้วลองใหม่"
_NO_FOLDER = "ไม่มีโฟลเดอร์นี้ โปรดสร้างโฟลเดอร์ก่อนหรือเลือกที่อื่น"
_FOLDER_IN_THE_WAY = "เป็นโฟลเดอร์ โปรดระบุชื่อไฟล์"
_HELD_OPEN = "โปรแกรมอื่นเปิดไฟล์นี้ค้างอยู่ (เช่น เปิด PDF ไว้ในโปรแกรมอ่าน) โปรดปิดไฟล์ในโปรแกรมนั้นแล้วลองใหม่"
_CAUSES: Mapping[int | None, str] = {
    errno.ENOSPC: _DISK_FULL,
    errno.EDQUOT: "เต็มโควตาพื้นที่เก็บข้อมูล โปรดลบไฟล์ที่ไม่ใช้หรือเลือกที่อื่น แล้วลองใหม่",
    errno.EFBIG: "ไฟล์ใหญ่เกินกว่าที่เก็บได้ โปรดเลือกไดรฟ์อื่น แล้วลองใหม่",
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: _FOLDER_IN_THE_WAY,
    errno.EACCES: _NO_RIGHTS,
    errno.EPERM: _NO_RIGHTS,
    errno.EROFS: "ที่เก็บข้อมูลเป็นแบบอ่านอย่างเดียว โปรดเลือกที่อื่น",
    errno.ENAMETOOLONG: "ชื่อไฟล์หรือโฟลเดอร์ยาวเกินไป โปรดตั้งชื่อให้สั้นลง",
}


class OutputFileError(ItaError):
    """A file could not be written; what stood there before is unharmed.

    ``file`` is the path that was asked for, ``problem`` the cause and what to do.
    """

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"บันทึกไฟล์ {quoted_path(file)} ไม่ได้: {problem}")
        self.file = file
        self.problem = problem


def write_atomically(
    path: Path,
    data: bytes,
    *,
    waits: tuple[float, ...] = RETRY_WAITS,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Write *data* to *path*, whole and on the disk, or leave everything as it was.

    A link is followed and the rights of a file that is replaced are kept. When
    another program holds the file open, which only Windows minds, taking its name
    is tried again after each of *waits* (seconds, spent by *pause*). Raises
    :class:`OutputFileError`.
    """
    with whole_file(path, waits=waits, pause=pause) as temporary, temporary.open("xb") as stream:
        stream.write(data)


@contextlib.contextmanager
def whole_file(
    path: Path,
    *,
    waits: tuple[float, ...] = RETRY_WAITS,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[Path]:
    """Give a temporary name in the folder of *path*, to be made a file of inside the block.

    At its end the file reaches the disk and takes the name, as
    :func:`write_atomically` says; when the block raises, nothing is left. Raises
    :class:`OutputFileError`, also for an :class:`OSError` of the block.
    """
    check_name(path)
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(path, target)
        temporary = target.parent / f".ita-{os.getpid()}-{os.urandom(4).hex()}{TEMPORARY}"
        try:
            yield temporary
            _sync(temporary, mode)
            _take_name(temporary, path, target, waits, pause)
        except BaseException:
            # Also when the user interrupts: nothing half done may stay behind.
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputFileError(path, _cause_of(error)) from error
    sync_folder(target.parent)


def check_name(path: Path) -> None:
    """Raise :class:`OutputFileError` for a name that not every computer can give a file."""
    name = path.name
    if not name or name == "..":
        raise OutputFileError(path, _FOLDER_IN_THE_WAY)
    if not _nameable(path) or any(sign in _FORBIDDEN or sign < " " for sign in name):
        raise OutputFileError(path, 'ชื่อไฟล์มีอักขระที่ใช้ไม่ได้ เช่น < > : " | ? * โปรดตั้งชื่อใหม่')
    if name.endswith((".", " ")):
        raise OutputFileError(path, "ชื่อไฟล์ลงท้ายด้วยจุดหรือเว้นวรรคไม่ได้ โปรดตั้งชื่อใหม่")
    if len(name.encode("utf-16-le", "surrogatepass")) > 2 * _MOST_UNITS:
        raise OutputFileError(path, _CAUSES[errno.ENAMETOOLONG])
    stem = name.partition(".")[0].rstrip(" ")
    if stem.upper() in _DEVICES:
        raise OutputFileError(path, f"{quoted(stem)} เป็นชื่อที่ Windows สงวนไว้ โปรดตั้งชื่อใหม่")


def safe_name(name: str) -> str:
    """*name*, or the nearest to it that every computer can give a file; never empty.

    What cannot stand in a name, or cannot be seen there, becomes ``_``; a name that is
    too long is cut before its ending.
    """
    seen = "".join(
        sign if sign.isprintable() and sign not in _FORBIDDEN else "_" for sign in name
    ).strip(" .")
    stem, dot, ending = seen.rpartition(".")
    if not dot or not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = seen, "", ""
    room = _LONGEST_NAME - len((dot + ending).encode())
    stem = stem.encode()[:room].decode(errors="ignore").rstrip(" .") or "_"
    if stem.partition(".")[0].rstrip(" ").upper() in _DEVICES:
        stem = f"_{stem}"
    return stem + dot + ending


def numbered(path: Path) -> Iterator[Path]:
    """*path*, then the same with ``(2)``, ``(3)``, … before its ending."""
    yield path
    for number in itertools.count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _nameable(path: Path) -> bool:
    """Whether the system can be asked for *path* at all: no NUL, no lone surrogate."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _mode_of(path: Path, target: Path) -> int | None:
    """Return the rights of the file that stands at *target*, None where there is none."""
    try:
        standing = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(standing.st_mode):
        raise OutputFileError(path, _FOLDER_IN_THE_WAY)
    if not stat.S_ISREG(standing.st_mode):
        # Replacing a device or a pipe would destroy it for every program.
        raise OutputFileError(path, "ไม่ใช่ไฟล์ธรรมดา โปรดตั้งชื่อใหม่")
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise OutputFileError(path, "ไฟล์เดิมเป็นแบบอ่านอย่างเดียว โปรดตั้งชื่อใหม่หรือแก้สิทธิ์ของไฟล์")
    return stat.S_IMODE(standing.st_mode)


def _sync(temporary: Path, mode: int | None) -> None:
    with temporary.open("r+b") as stream:
        if mode is not None:
            temporary.chmod(mode)
        os.fsync(stream.fileno())


def _take_name(
    temporary: Path,
    path: Path,
    target: Path,
    waits: tuple[float, ...],
    pause: Callable[[float], None],
) -> None:
    for wait in (*waits, None):
        try:
            temporary.replace(target)
        except PermissionError as error:
            if not _WINDOWS:  # no program's hold on a file forbids this: rights do
                raise
            if wait is None:
                raise OutputFileError(path, _HELD_OPEN) from error
            pause(wait)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make the new name last through a power loss, where the system can."""
    if _WINDOWS:  # opens no folders; NTFS journals the renaming itself
        return
    # Some network file systems refuse; the file itself is whole by now.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _cause_of(error: OSError) -> str:
    return _CAUSES.get(error.errno, f"{quoted(error.strerror or error)} โปรดตรวจที่เก็บข้อมูลแล้วลองใหม่")
