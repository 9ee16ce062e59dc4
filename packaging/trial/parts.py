"""What the trial needs from outside: Debian's programs, and wheels checked by their SHA-256."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from windows_python import MINOR
from wine import HERE, MINGW

# A program or file, and the Debian package that it comes in.
SYSTEM = {
    "wine": "wine",
    "wineserver": "wine",
    "/usr/lib/wine/wine64": "wine64",
    "makensis": "nsis",
    "/usr/share/nsis/Stubs/zlib-amd64-unicode": "nsis",
    f"{MINGW}gcc": "gcc-mingw-w64-x86-64",
    f"{MINGW}objdump": "binutils-mingw-w64-x86-64",
    "Xvfb": "xvfb",
    "localedef": "libc-bin",
    "/usr/share/i18n/locales/th_TH": "locales",
}

LISTS = (HERE.parent / "requirements.txt", HERE / "requirements.txt")
CARRIER = "panda3d"
"""The package whose wheel carries CPython's files for Windows."""


class PartsError(Exception):
    """Something is not to be had; the text says what, and what to do."""


class Pin(NamedTuple):
    """A package's exact version and the SHA-256 of its wheels."""

    name: str
    version: str
    sums: frozenset[str]


def store_folder() -> Path:
    """Where wheels are kept from one trial to the next, outside the checkout."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if cache else Path.home() / ".cache") / "ita-desktop-trial"


# --- Debian's programs -----------------------------------------------------------------


def missing_packages() -> list[str]:
    """The Debian packages that this machine lacks."""
    missing = {package for part, package in SYSTEM.items() if not _present(part)}
    if importlib.util.find_spec("ensurepip") is None:
        missing.add("python3-venv")
    return sorted(missing)


def _present(part: str) -> bool:
    return Path(part).exists() if part.startswith("/") else shutil.which(part) is not None


def install_packages() -> None:
    """Install what is missing with apt, as root or through sudo; PartsError where it stays."""
    missing = missing_packages()
    if missing and shutil.which("apt-get"):
        rights = [] if os.geteuid() == 0 else ["sudo"]
        apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        subprocess.run([*apt, "update"], check=False)
        subprocess.run([*apt, "install", "-y", "--no-install-recommends", *missing], check=False)
        missing = missing_packages()
    if missing:
        raise PartsError(f"missing; as root: apt-get install -y {' '.join(missing)}")


# --- wheels ----------------------------------------------------------------------------


def pins(lists: Iterable[Path] = LISTS) -> list[Pin]:
    """Every package of the lists, as packaging/pin.py wrote them."""
    found = []
    for file in lists:
        text = file.read_text(encoding="utf-8")
        for name, version, sums in re.findall(
            r"^([\w.-]+)==([\w.]+)((?: \\\n +--hash=sha256:[0-9a-f]{64})+)$", text, re.MULTILINE
        ):
            found.append(Pin(name, version, frozenset(re.findall(r"[0-9a-f]{64}", sums))))
    return found


def wheels_at_hand(folder: Path) -> dict[str, Path]:
    """The wheels in *folder* by package, each with a sum that is pinned; others do not count."""
    by_sum = {one: pin.name for pin in pins() for one in pin.sums}
    found = {}
    for file in sorted(folder.glob("*.whl")):
        name = by_sum.get(hashlib.sha256(file.read_bytes()).hexdigest())
        if name is not None:
            found[name] = file
    return found


def missing_wheels(folder: Path) -> list[str]:
    """The packages of which *folder* has no wheel that is as pinned."""
    at_hand = wheels_at_hand(folder)
    return [pin.name for pin in pins() if pin.name not in at_hand]


def fetch_wheels(folder: Path) -> None:
    """Let pip fetch and check the wheels that are missing; PartsError where it cannot."""
    if not missing_wheels(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    target = [
        "--platform=win_amd64",
        "--implementation=cp",
        f"--python-version={MINOR[0]}.{MINOR[1]}",
    ]
    for file in LISTS:
        pip = [*_pip(folder), "download", "--quiet", "--require-hashes", "--no-deps"]
        words = [*pip, "--only-binary=:all:", *target, f"--dest={folder}", "-r", str(file)]
        if subprocess.run(words, check=False).returncode:
            raise PartsError(f"pip could not fetch what {file.name} of {file.parent.name} lists")
    missing = missing_wheels(folder)
    if missing:
        raise PartsError(f"not as pinned: {', '.join(missing)}")


def _pip(folder: Path) -> list[str]:
    """This Python's pip, or one of an environment made for it: Debian's Python has none."""
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    own = folder / "pip"
    if not (own / "bin" / "pip").exists():
        subprocess.run([sys.executable, "-m", "venv", own], check=True)
    return [str(own / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
