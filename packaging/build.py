"""Builds what is released for Windows: the bundle, its installer and the portable archive.

    py packaging/build.py

on Windows 10 or newer with Python 3.11 to 3.13 (64 bit, of python.org) and NSIS 3. All
else is set up by each run, in build/ of this checkout, as pinned in
packaging/requirements.txt. The results lie in dist/, with their SHA-256.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

from product import CASE_SUFFIX, COPYRIGHT, NAME, ROOT, TITLE, VERSION

PACKAGING = ROOT / "packaging"
WORK = ROOT / "build"
DIST = ROOT / "dist"
WINDOWS: bool = sys.platform == "win32"
PROGRAMS = (f"{NAME}.exe", f"{NAME}-console.exe")
NEEDED = (
    *PROGRAMS,
    "_internal/resources/LICENSE",
    "_internal/resources/manual/index.md",
    "_internal/resources/ui/main_window.ui",
)
MARKER = "portable.txt"
"""Beside the program it keeps the data in the program's folder (services/folders.py)."""

MOST_BYTES = 120_000_000
"""A bundle above this has taken along what nobody needs."""


class BuildError(Exception):
    """A step has failed; the text says which, and what to do."""


# --- the bundle ------------------------------------------------------------------------


def pyinstaller_words(dist: Path, named: Callable[[Path], str] = str) -> list[str]:
    """What Python is to run so that the bundle lies in *dist*.

    *named* turns a path into the name that this Python knows it by.
    """
    return [
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--clean",
        "--log-level=WARN",
        f"--distpath={named(dist)}",
        f"--workpath={named(WORK / 'pyinstaller')}",
        named(PACKAGING / "ita_desktop.spec"),
    ]


def check_bundle(bundle: Path) -> int:
    """Return the bytes of all files; BuildError when it is too large or not whole."""
    missing = [name for name in NEEDED if not (bundle / name).is_file()]
    if missing:
        raise BuildError(f"the bundle lacks {', '.join(missing)}")
    size = sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file())
    if size >= MOST_BYTES:
        raise BuildError(f"the bundle has {size:,} bytes, {MOST_BYTES:,} are too many")
    return size


# --- the installer ---------------------------------------------------------------------


def build_installer(
    bundle: Path, output: Path, *, version: str = VERSION, switches: tuple[str, ...] = ()
) -> None:
    """Pack *bundle* into a setup program; *switches* are those of installer.nsi."""
    defines = {
        "BUNDLE": str(bundle),
        "OUTPUT": str(output),
        "VERSION": version,
        "TITLE": TITLE,
        "NAME": NAME,
        "SUFFIX": CASE_SUFFIX,
        "COPYRIGHT": COPYRIGHT,
        "ICON": str(ROOT / "resources" / "icons" / f"{NAME}.ico"),
    }
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        # In a file, since a command line may not carry Thai.
        file = Path(folder, "product.nsh")
        lines = [f'!define {name} "{value}"\n' for name, value in defines.items()]
        file.write_text("".join(lines), encoding="utf-8-sig")
        script = str(PACKAGING / "installer.nsi")
        words = ["-V2", "-INPUTCHARSET", "UTF8", "-WX", f"-DDEFINES={file}", *switches, script]
        run(makensis(), *words)


def makensis() -> str:
    """NSIS's compiler: from the path, or from where its own setup puts it."""
    found = shutil.which("makensis")
    if found:
        return found
    for variable in ("ProgramFiles(x86)", "ProgramFiles"):
        program = Path(os.environ.get(variable, ""), "NSIS", "makensis.exe")
        if program.is_file():
            return str(program)
    raise BuildError(
        "NSIS 3 is missing: install it (winget install NSIS.NSIS), then run this again"
    )


# --- the portable archive --------------------------------------------------------------


def pack_portable(bundle: Path, output: Path) -> None:
    """Pack *bundle* with the marker that keeps the data beside the program."""
    top = f"{NAME}-{VERSION}"
    output.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(bundle.rglob("*")):
            if file.is_file():
                archive.write(file, f"{top}/{file.relative_to(bundle).as_posix()}")
        archive.write(PACKAGING / MARKER, f"{top}/{MARKER}")


# --- everything ------------------------------------------------------------------------


def run(*command: str | Path) -> None:
    """Run a step, shown on the screen; BuildError when it fails."""
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=ROOT, check=False).returncode:
        raise BuildError(f"this step failed: {' '.join(words)}")


def set_up() -> Path:
    """Make a fresh environment with what is pinned, and nothing else; return its Python."""
    if not WINDOWS or sys.maxsize < 2**32:
        raise BuildError(
            "only a 64-bit Python on Windows can build this; elsewhere packaging/trial tries it"
        )
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise BuildError("the packages are pinned for Python 3.11 to 3.13")
    folder = WORK / "venv"
    venv.create(folder, clear=True, with_pip=True)
    python = folder / "Scripts" / "python.exe"
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    hashes = ("--no-deps", "--only-binary=:all:", "--require-hashes")
    run(*pip, *hashes, "-r", PACKAGING / "requirements.txt")
    return python


def main() -> int:
    """Build all three and say where they are and how large."""
    try:
        makensis()  # before the long steps
        python = set_up()
        shutil.rmtree(DIST, ignore_errors=True)
        bundle = DIST / NAME
        run(python, *pyinstaller_words(DIST))
        size = check_bundle(bundle)
        run(bundle / PROGRAMS[1], "--selftest")
        setup = DIST / f"{NAME}-{VERSION}-setup.exe"
        archive = DIST / f"{NAME}-{VERSION}-portable.zip"
        build_installer(bundle, setup)
        pack_portable(bundle, archive)
    except BuildError as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    sums = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in (setup, archive)
    ]
    (DIST / "SHA256SUMS.txt").write_text("\n".join(sums) + "\n", encoding="ascii")
    print(f"{bundle}: {size / 1e6:.1f} MB")
    for file in (setup, archive):
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
