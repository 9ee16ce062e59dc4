"""The files taken from others are whole, unchanged and carry their licences."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from ita_desktop.resources import resource_path

ROOT = Path(__file__).parents[1]

# The first half of the SHA-256 of the files as their makers released them: "unmodified" is
# a promise to them, and a wrong line-end conversion would break a font in silence.
FONTS = {
    "sarabun/Sarabun-Bold.ttf": "d38308ca27d067b9a1b79006337c1f9a",
    "sarabun/Sarabun-BoldItalic.ttf": "5ef1b930f9a3afed5ec83374b5617cad",
    "sarabun/Sarabun-Italic.ttf": "595a968e97a8b8179a6bde2d74d4f91b",
    "sarabun/Sarabun-Regular.ttf": "226d4f368fbc0457990ddef2692679ba",
    "th-sarabun-new/THSarabunNew-Bold.ttf": "49596f298a8fe248c5340b4589b3b4ad",
    "th-sarabun-new/THSarabunNew-BoldItalic.ttf": "64a69cbeca6d34dc754a7ab2106615c1",
    "th-sarabun-new/THSarabunNew-Italic.ttf": "341b9b5d13b696f74c6318d32bbae7ff",
    "th-sarabun-new/THSarabunNew-Regular.ttf": "b248f824f3d7a8576bc396826a4d8980",
}


@pytest.mark.parametrize(("name", "sha256"), FONTS.items())
def test_fonts_are_unmodified(name: str, sha256: str) -> None:
    data = resource_path("fonts", *name.split("/")).read_bytes()
    assert hashlib.sha256(data).hexdigest().startswith(sha256)


def test_no_font_is_shipped_that_is_not_listed() -> None:
    fonts = resource_path("fonts")
    shipped = {path.relative_to(fonts).as_posix() for path in fonts.rglob("*.[to]tf")}
    assert shipped == FONTS.keys()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fonts/th-sarabun-new/LICENCE.txt", "embed this font or unaltered portions"),
        ("fonts/th-sarabun-new/GPL-2.txt", "GNU GENERAL PUBLIC LICENSE"),
        ("fonts/sarabun/OFL.txt", "SIL OPEN FONT LICENSE Version 1.1"),
        ("emblem/LICENCE.txt", "Srisakdi Charmonman"),
    ],
)
def test_the_licence_lies_beside_what_it_covers(name: str, words: str) -> None:
    text = resource_path(*name.split("/")).read_text(encoding="utf-8")
    assert words in " ".join(text.split())


def test_every_dependency_is_named_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "THIRD_PARTY_LICENCES.md").read_text(encoding="utf-8")
    rows = {line.split("|")[1].strip().lower() for line in text.splitlines() if line[:1] == "|"}
    names = {re.split(r"[<>=!~;\[ ]", spec)[0].lower() for spec in project["dependencies"]}
    assert names <= rows


def test_the_emblem_is_one_path_that_fills_its_box() -> None:
    svg = resource_path("emblem", "garuda.svg").read_text(encoding="utf-8")
    (path,) = re.findall(r'<path fill-rule="evenodd" d="([^"]*)"/>', svg)
    (box,) = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    width, height = map(float, box)

    commands = re.findall(r"([A-Z])([^A-Z]*)", path)
    assert {letter for letter, _ in commands} == {"M", "L", "Z"}
    count = {"M": 2, "L": 2, "Z": 0}
    assert all(len(numbers.split()) == count[letter] for letter, numbers in commands)

    ends = [tuple(map(float, numbers.split()[-2:])) for _, numbers in commands if numbers.split()]
    xs, ys = zip(*ends, strict=True)
    # The lines are half their added weight outside the glyph's box.
    assert (min(xs), min(ys)) == pytest.approx((0, 0), abs=2.5)
    assert (max(xs), max(ys)) == pytest.approx((width, height), abs=2.5)
