"""Whether a folder lies on another computer: a network share, where no log can be kept."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

DRIVE_REMOTE = 4
"""What Windows' ``GetDriveTypeW`` says of a drive on the network."""

# As the kernel and FUSE call them; 9p is how a virtual Linux sees its host's drives.
_NETWORK_TYPES = frozenset(
    {"9p", "afs", "ceph", "cifs", "coda", "davfs", "davfs2", "glusterfs", "lustre", "ncpfs"}
    | {"nfs", "nfs3", "nfs4", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs"}
    | {f"fuse.{name}" for name in ("davfs2", "glusterfs", "gvfsd-fuse", "rclone", "sshfs")}
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def is_remote_path(path: str, drive_type: Callable[[str], int]) -> bool:
    """Whether a path of Windows is a share's (``\\\\server\\share``) or a mapped drive's.

    ``drive_type`` is Windows' ``GetDriveTypeW`` for a root such as ``Z:\\``.
    """
    plain = path.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\"):
        return True
    if plain.startswith(("\\\\?\\", "\\\\.\\")):
        plain = plain[4:]
    if plain.startswith("\\\\"):
        return True
    return plain[1:2] == ":" and drive_type(plain[:2] + "\\") == DRIVE_REMOTE


def is_network_mount(path: str, mounts: str) -> bool:
    """Whether ``path`` lies on a network's file system, by the text of ``/proc/mounts``."""
    longest, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[1])
        # of two mounts on one place the later is seen
        if _holds(point, path) and len(point) >= len(longest):
            longest, kind = point, fields[2]
    return kind in _NETWORK_TYPES


def _holds(point: str, path: str) -> bool:
    return path == point or path.startswith(point.rstrip("/") + "/")


if sys.platform == "win32":
    import ctypes

    def is_on_network(folder: Path) -> bool:
        """Whether ``folder`` lies on a network share."""
        return is_remote_path(str(folder.absolute()), ctypes.windll.kernel32.GetDriveTypeW)
else:

    def is_on_network(folder: Path) -> bool:
        """Whether ``folder`` lies on a network share; False where the system does not tell."""
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return False
        return is_network_mount(os.path.realpath(folder), mounts)
