"""The programs that are compared: how each is started, and whether it is here at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "resources" / "fonts" / "th-sarabun-new"

OURS = "ita-desktop"
TYPST = "Typst"

_TYPST = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"
)
_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


class Program(NamedTuple):
    """A program; ``command`` turns N measures in a folder into ``pdf(folder, N)``."""

    name: str
    version: str
    command: Callable[[Path, int], list[str]]

    def pdf(self, folder: Path, size: int) -> Path:
        return folder / self.name / f"{size}.pdf"


def environment(folder: Path) -> Mapping[str, str]:
    """What every measured process gets: our sources, our fonts, bytecode kept as installed."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPATH": str(ROOT / "src"),
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
    }


def prepare(folder: Path, programs: list[Program]) -> None:
    """Lays down what the programs need besides their documents."""
    for weight in ("Regular", "Bold"):
        shutil.copyfile(FONTS / f"THSarabunNew-{weight}.ttf", folder / f"{weight.lower()}.ttf")
    config = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(FONTS))}</dir><cachedir>{escape(str(folder / 'fontcache'))}</cachedir>"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>'
    )
    (folder / "fonts.conf").write_text(config, encoding="utf-8")
    for program in programs:
        (folder / program.name).mkdir(exist_ok=True)


def find_programs() -> tuple[list[Program], list[str]]:
    """The programs that are installed, ours first, and a sentence for each that is not."""
    found, missing = [_ours()], []
    if find_spec("typst"):
        found.append(Program(TYPST, version("typst"), _typst_command))
    else:
        missing.append("Typst is not installed (pip install typst): no ratios without it")
    if find_spec("weasyprint"):
        found.append(Program("WeasyPrint", version("weasyprint"), _weasyprint_command))
    else:
        missing.append("WeasyPrint is not installed (pip install weasyprint, and Pango)")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office:
        found.append(_libreoffice(office))
    else:
        missing.append("LibreOffice is not installed (soffice is not on the PATH)")
    return found, missing


def _ours() -> Program:
    def command(folder: Path, size: int) -> list[str]:
        target = folder / OURS / f"{size}.pdf"
        return [
            # what the installed command `ita-desktop` runs
            *(sys.executable, "-c", "from ita_desktop.__main__ import run; run()", "memo"),
            *(str(folder / f"{size}.json"), "-o", str(target)),
        ]

    return Program(OURS, "", command)


def _typst_command(folder: Path, size: int) -> list[str]:
    source, target = folder / f"{size}.typ", folder / TYPST / f"{size}.pdf"
    return [sys.executable, "-c", _TYPST, str(source), str(target), str(FONTS)]


def _weasyprint_command(folder: Path, size: int) -> list[str]:
    source, target = folder / f"{size}.html", folder / "WeasyPrint" / f"{size}.pdf"
    return [sys.executable, "-c", _WEASYPRINT, str(source), str(target)]


def _libreoffice(office: str) -> Program:
    def command(folder: Path, size: int) -> list[str]:
        return [
            office,
            # a profile of its own, so that an open LibreOffice does not take the work
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf"),
            *("--outdir", str(folder / "LibreOffice"), str(folder / f"{size}.fodt")),
        ]

    told = subprocess.run(
        [office, "--version"], capture_output=True, text=True, encoding="utf-8", check=False
    ).stdout.split()
    return Program("LibreOffice", told[1] if len(told) > 1 else "", command)
