"""What goes into the bundle and what stays out: the parts of Qt in use, the licences."""

from __future__ import annotations

import re
import sys
import tomllib
from fnmatch import fnmatchcase
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

EXCLUDED = [
    # of Python: what only developers use
    "ensurepip", "idlelib", "lib2to3", "pdb", "pip", "pydoc", "pydoc_data", "setuptools",
    "test", "tkinter", "turtle", "unittest", "venv",
    # of Python: the network, which the program never opens; hashes need no OpenSSL
    "_hashlib", "_ssl", "ssl",
    # optional parts of packages
    "IPython", "PIL.ImageQt", "PIL.ImageTk", "PIL._avif", "PIL._imagingcms", "PIL._imagingft",
    "PIL._webp", "greenlet", "lxml", "numpy", "pandas", "pygments", "pytest",
]  # fmt: skip

# Of Qt: what PyInstaller takes along because something might want it, and nothing does.
# Names are those in the bundle, with "/" and in lower case.
DROPPED = (
    "*/opengl32sw.dll",  # draws 3D without a graphics card
    "*/qt6qml*",
    "*/qt6quick*",
    "*/qt6virtualkeyboard*",
    # modules for Python of which only the libraries behind them are needed
    "*/qtopengl.pyd",
    "*/qtopenglwidgets.pyd",
    "*/pyside6/translations/*",  # Qt has none into Thai
    "*/plugins/generic/*",
    "*/plugins/imageformats/qgif.dll",
    "*/plugins/imageformats/qicns.dll",
    "*/plugins/imageformats/qjpeg.dll",
    "*/plugins/imageformats/qpdf.dll",
    "*/plugins/imageformats/qtga.dll",
    "*/plugins/imageformats/qtiff.dll",
    "*/plugins/imageformats/qwbmp.dll",
    "*/plugins/imageformats/qwebp.dll",
    "*/plugins/networkinformation/*",
    "*/plugins/platforminputcontexts/*",
    "*/plugins/platforms/qdirect2d.dll",
    "*/plugins/platforms/qminimal.dll",
    "*/plugins/tls/*",
)

_LICENCE_NAMES = ("licen*", "copying*", "copyright*", "notice*", "authors*")


def wanted(name: str) -> bool:
    """Whether the bundle keeps the file of this *name* in it."""
    folded = "/" + name.replace("\\", "/").lower()
    return not any(fnmatchcase(folded, pattern) for pattern in DROPPED)


def shipped_files(root: Path) -> list[tuple[str, str]]:
    """The files that an installed wheel has beside its modules, with their folders here."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    found = []
    for source, target in wheel["force-include"].items():
        place = PurePosixPath(target).relative_to("ita_desktop")
        # PyInstaller asks for the folder that a file goes to, and for that of a folder's files.
        folder = place if (root / source).is_dir() else place.parent
        found.append((str(root / source), str(folder)))
    return found


def licence_files(root: Path) -> list[tuple[str, str]]:
    """The licences of every package in the bundle, with their folders."""
    python = Path(sys.base_prefix, "LICENSE.txt")
    found = [(str(python), "licences/python")] if python.is_file() else []
    pinned = (root / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    for package in re.findall(r"^([\w.-]+)==", pinned, re.MULTILINE):
        for file in distribution(package).files or []:
            inside = file.parts[0].endswith(".dist-info")
            name = file.name.lower()
            if inside and any(fnmatchcase(name, pattern) for pattern in _LICENCE_NAMES):
                found.append((str(file.locate()), f"licences/{package}"))
    return found
