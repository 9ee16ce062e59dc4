"""The SVG of a picture: well-formed, without fonts, Thai as the shaper sets it."""

from __future__ import annotations

import re
from pathlib import Path as File
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ita_desktop.thai.words import standard_dictionary
from ita_desktop.typesetting.charts import Picture
from ita_desktop.typesetting.fonts import Font
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Colour, Path, Text
from ita_desktop.typesetting.shaping import Face, load_fonts
from ita_desktop.writers.svg import picture_svg

NAMESPACE = "{http://www.w3.org/2000/svg}"
RED = Colour(1, 0, 0)
FONTS = File(__file__).parents[2] / "resources" / "fonts" / "th-sarabun-new"


def label(text: str, x: float = 10, y: float = 30, face: Face | None = None) -> Text:
    style = TextStyle(face or load_fonts("th-sarabun-new").regular, 16)
    return Text(x, y, LineBreaker(standard_dictionary()).set(text, style, 500)[0])


def svg(*marks: Path | Text, title: str = "ภาพ") -> bytes:
    return picture_svg(Picture(100, 50, marks, title))


def root(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def paths(data: bytes) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in root(data).iter(f"{NAMESPACE}path")]


def numbers(drawn: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", drawn)]


def test_it_has_the_pictures_size_title_and_texts() -> None:
    found = root(svg(label("ตัวชี้วัดที่ ๑"), title="คะแนน <b> & อื่น ๆ"))

    assert found.attrib["viewBox"] == "0 0 100.00 50.00"
    assert found.findtext(f"{NAMESPACE}title") == "คะแนน <b> & อื่น ๆ"
    assert found.findtext(f"{NAMESPACE}desc") == "ตัวชี้วัดที่ ๑"


@pytest.mark.parametrize("text", ["<script>", "a\x00b\x1b[2J", "]]>", "&amp;", "\u202e"])
def test_hostile_texts_stay_text(text: str) -> None:
    found = root(svg(label(text), title=text))

    assert [element.tag for element in found] == [
        f"{NAMESPACE}title",
        f"{NAMESPACE}desc",
        f"{NAMESPACE}path",
    ]


def test_no_font_is_asked_for() -> None:
    data = svg(label("ที่"))

    assert b"<text" not in data
    assert b"font" not in data


def test_lines_areas_and_dots() -> None:
    line = Path(((1, 2), (3, 4)), RED, 2, dash=(3, 1))
    area = Path(((0, 0), (1, 0), (1, 1)), fill=RED, closed=True)
    dot = Path(((5, 6),), RED, 4)

    drawn, filled, point = paths(svg(line, area, dot))

    assert drawn["d"] == "M1.00 2.00 L3.00 4.00"
    assert (drawn["stroke"], drawn["stroke-width"]) == ("#ff0000", "2")
    assert drawn["stroke-dasharray"] == "3 1"
    assert drawn["fill"] == "none"
    assert filled["d"].endswith("Z")
    assert filled["fill"] == "#ff0000"
    assert "stroke" not in filled
    assert point["d"] == "M5.00 6.00 L5.00 6.00"
    assert point["stroke-linecap"] == "round"


def test_letters_stand_on_the_baseline_where_the_text_does() -> None:
    (path,) = paths(svg(label("กรร", x=10, y=30)))
    found = numbers(path["d"])
    across, down = found[::2], found[1::2]

    assert min(across) >= 9
    assert max(across) <= 10 + label("กรร").run.width + 1
    assert max(down) == pytest.approx(30, abs=0.5)
    assert 20 < min(down) < 26


def test_a_tone_mark_is_where_the_shaper_puts_it() -> None:
    # over a vowel it stands higher than over a bare letter
    def top(text: str) -> float:
        return min(numbers(paths(svg(label(text)))[0]["d"])[1::2])

    assert top("ที่") < top("ท่") - 0.5


def test_bold_that_the_font_lacks_is_drawn_by_a_stroke() -> None:
    face = Face(Font(FONTS / "THSarabunNew-Regular.ttf", synthetic_bold=True))

    (path,) = paths(svg(label("ก", face=face)))

    assert float(path["stroke-width"]) == pytest.approx(0.35, abs=0.01)


def test_qt_draws_it() -> None:
    area = Path(((0, 0), (100, 0), (100, 50), (0, 50)), fill=RED, closed=True)
    renderer = QSvgRenderer(QByteArray(svg(area, label("ที่"))))
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()

    assert renderer.isValid()
    assert image.pixelColor(90, 40).name() == "#ff0000"
