"""The produced file, as other people's readers see it: the form's numbers, text, fonts, metadata.

The numbers are those of the official form as published, not the program's constants.
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from tests.strategies import HOSTILE_PIECES
from tests.typesetting.making import (
    CLOSING,
    HEAD,
    cell,
    document,
    forced,
    row,
    sentences,
    signatory,
    table,
    texts,
)
from tests.writers import golden
from tests.writers.reading import (
    Span,
    by_pdfium,
    by_poppler,
    by_qtpdf,
    contents,
    ink,
    needs_poppler,
    opened,
    pictures,
    spans,
    squeezed,
    strokes,
)

from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Document, Paragraph
from ita_desktop.papers.options import PaperOptions
from ita_desktop.resources import resource_path
from ita_desktop.thai.cleanup import normalise
from ita_desktop.writers.render import PaperRenderer, RenderedPaper

CM = 72 / 2.54
PROFILES = ("th-sarabun-new", "sarabun")
NEAR = 0.05
RENDERER = PaperRenderer()
HOSTILE = " ".join(p for p in map(normalise, HOSTILE_PIECES) if p.strip())
UNREADABLE = re.compile("[\ufffd\U00010000-\U0010ffff]")
"""What PDFium leaves out of any ActualText and Poppler cannot always read: emoji and the like."""


@lru_cache(maxsize=8)
def rendered(name: str, font: str = "th-sarabun-new") -> RenderedPaper:
    return RENDERER.render(compose(golden.CASES[name]), PaperOptions(font=font))


def render(made: Document, created: datetime | None = None, **options: Any) -> bytes:
    return RENDERER.render(made, PaperOptions(**options), created=created).pdf


@pytest.fixture(scope="module")
def long() -> bytes:
    return rendered("long").pdf


@pytest.fixture(scope="module")
def first(long: bytes) -> dict[str, Span]:
    """The spans of the first page by their texts."""
    return {span.text.strip(): span for span in reversed(spans(long)[0])}


# --- golden pages ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", golden.CASES)
def test_known_memos_stand_as_they_stood(name: str) -> None:
    """After a change that is meant: ``python -m tests.writers.golden``, and read the difference."""
    now, before = (_lines(text) for text in (golden.pages(name), golden.stored(name)))

    assert [line[1:] for line in now] == [line[1:] for line in before]
    for (place, *what), (old_place, *_) in zip(now, before, strict=True):
        assert place == pytest.approx(old_place, abs=0.25), what


def _lines(text: str) -> list[tuple[list[float], str, str]]:
    """Place, font with size, and text of each line of a golden file."""
    found = []
    for line in text.splitlines():
        if line.startswith("page "):
            found.append(([0.0, 0.0], "", line))
        else:
            x, y, size, font = line.split()[:4]
            found.append(([float(x), float(y)], f"{font} {size}", line[43:]))
    return found


# --- the form in numbers --------------------------------------------------------------------


def test_the_paper_is_a4(long: bytes) -> None:
    with pdfium.PdfDocument(long) as file:
        assert {(round(p.get_width(), 1), round(p.get_height(), 1)) for p in file} == {
            (595.3, 841.9)
        }


def test_the_garuda_stands_in_its_place(long: bytes) -> None:
    found = ink(long, 0, 2.5 * CM, 0, 6 * CM, 3.2 * CM)

    assert found is not None
    left, top, right, bottom = found
    assert (left, top) == pytest.approx((3 * CM, 1.5 * CM), abs=0.5)
    assert bottom - top == pytest.approx(1.5 * CM, abs=0.5)
    assert 1.2 * CM < right - left < 1.6 * CM  # its own proportions
    assert ink(long, 1, 2.5 * CM, 0, 6 * CM, 2.2 * CM) is None  # page 1 only


@pytest.mark.parametrize("font", PROFILES)
def test_the_head_has_the_forms_sizes_and_baselines(font: str) -> None:
    page = spans(rendered("small", font).pdf)[0]
    scale = {"th-sarabun-new": 1.0, "sarabun": 0.683}[font]
    by_text = {span.text.strip(): span for span in reversed(page)}
    wanted = {
        "บันทึกข้อความ": (29, 3.0, True),
        "ส่วนราชการ": (20, 3.95, True),
        "ที่": (20, 4.85, True),
        "วันที่": (20, 4.85, True),
        "เรื่อง": (20, 5.75, True),
        "พย ๗๐๑๐๑/.....": (16, 4.85, False),
        "๕ เมษายน ๒๕๖๖": (16, 4.85, False),
        "รายงานผล": (16, 5.75, False),
    }

    for text, (size, y, bold) in wanted.items():
        span = by_text[text]
        assert span.size == pytest.approx(size * scale, abs=0.01)
        assert span.y == pytest.approx(y * CM, abs=NEAR)
        assert ("Bold" in span.font) == bold
    recipient = by_text["เรียน"]
    assert recipient.size == pytest.approx(16 * scale, abs=0.01)
    assert "Bold" not in recipient.font


def test_the_title_is_centred_on_the_text(first: dict[str, Span]) -> None:
    title = first["บันทึกข้อความ"]

    assert (title.left + title.right) / 2 == pytest.approx(3 * CM + 8 * CM, abs=1)


def test_the_date_stands_under_the_sixth_letter_of_the_title(
    long: bytes, first: dict[str, Span]
) -> None:
    """วันที่ begins under the ข of บันทึกข้อความ, about 7.67 cm from the left margin."""
    date = first["วันที่"]
    with pdfium.PdfDocument(long) as file:
        page = file[0].get_textpage()
        at = page.get_text_range().index("บันทึกข้อความ") + len("บันทึก")
        left = page.get_charbox(at)[0]

    assert date.x == pytest.approx(first["บันทึกข้อความ"].x + _width("บันทึก", 29), abs=0.1)
    assert abs(left - date.left) < 60  # the reader's own boxes share the span's width out
    assert date.x - 3 * CM == pytest.approx(7.67 * CM, abs=2)


def _width(text: str, size: float) -> float:
    """The width of bold text by the font file's own advances (nothing here is reshaped)."""
    font = TTFont(resource_path("fonts", "th-sarabun-new", "THSarabunNew-Bold.ttf"))
    cmap, advances = font.getBestCmap(), font["hmtx"]
    total = sum(advances[cmap[ord(letter)]][0] for letter in text)
    return total * size / font["head"].unitsPerEm


def test_values_stand_on_dots_to_the_right_margin(long: bytes, first: dict[str, Span]) -> None:
    dots = [s for s in strokes(long) if s.width == pytest.approx(0.7, abs=0.01)]
    rows = sorted({round(s.y1, 1) for s in dots})

    assert all(s.y1 == s.y2 for s in dots)
    assert len(dots) == 5  # the number and the date share a line, the subject takes two
    for stroke in dots:
        under = [span for span in first.values() if 1 < stroke.y1 - span.y < 4]
        value = [s for s in under if s.size == 16 and stroke.x1 - 8 < s.x < stroke.x2]
        assert value
    ends = [round(s.x2, 1) for s in dots]
    assert ends.count(round(19 * CM, 1)) == 4
    assert len(rows) == 4


def test_nothing_solid_is_drawn_in_the_head(long: bytes) -> None:
    solid = [s for s in strokes(long) if s.width != pytest.approx(0.7, abs=0.01)]

    assert all(s.y1 > 8 * CM for s in solid)


def test_a_long_subject_hangs_under_its_first_letter(first: dict[str, Span]) -> None:
    lines = [s for s in first.values() if s.size == 16 and 5.5 * CM < s.y < 7 * CM]

    assert len(lines) == 2
    assert lines[0].x == lines[1].x > first["เรื่อง"].right


def test_the_body_has_the_forms_indent_and_pitch() -> None:
    pdf = render(document(Paragraph(sentences(9)), Paragraph(forced(2)), CLOSING))

    body = [s for s in spans(pdf)[0] if s.y > 7.5 * CM]
    assert body[0].x == pytest.approx(5.5 * CM, abs=NEAR)
    assert body[1].x == pytest.approx(3 * CM, abs=NEAR)
    pitches = [b.y - a.y for a, b in pairwise(body)]
    assert {round(pitch, 1) for pitch in pitches} == {20.8, 26.8}
    assert pitches[0] == pytest.approx(20.8, abs=NEAR)
    # each line but the last is spread to the right margin
    assert [s.right for s in body[:3]] == pytest.approx([19 * CM] * 3, abs=1.5)


def test_tables_are_sixteen_centimetres_with_half_a_point(long: bytes) -> None:
    rules = [s for s in strokes(long) if s.width == pytest.approx(0.5, abs=0.01)]

    assert min(s.x1 for s in rules) == pytest.approx(3 * CM, abs=NEAR)
    assert max(s.x2 for s in rules) == pytest.approx(19 * CM, abs=NEAR)


@pytest.mark.parametrize("font", PROFILES)
@pytest.mark.parametrize("name", ["sample", "long"])
def test_all_ink_is_inside_the_margins(name: str, font: str) -> None:
    for number, page in enumerate(spans(rendered(name, font).pdf)):
        for span in page:
            assert span.left >= 3 * CM - 2.5  # the sign before ำ or a slanted stem
            assert span.right <= 19 * CM + 2.5
            assert span.bottom <= 27.7 * CM + 0.5
            assert span.top >= (1.1 if number else 1.5) * CM


def test_marks_of_one_line_do_not_touch_the_line_above() -> None:
    pdf = render(document(Paragraph("ฎุ ฏู ญฺ ฤ ฦ ปี่ ฟื้น น้ำ กั๊ก\n" * 4), CLOSING))

    body = [s for s in spans(pdf)[0] if "ฟื้น" in s.text]
    assert len(body) == 4
    for above, below in pairwise(body):
        assert above.bottom < below.top + 0.3


# --- the text layer -------------------------------------------------------------------------


def expected(made: Document, font: str) -> list[str]:
    pages = RENDERER.set_pages(made, PaperOptions(font=font))
    return [squeezed("".join(t.run.text for t in texts(page))) for page in pages]


def readable(pages: list[str]) -> list[str]:
    """Pages without white space and without what the readers themselves leave out."""
    return [UNREADABLE.sub("", squeezed(page)) for page in pages]


def hostile_document() -> Document:
    head = HEAD._replace(
        subject=HEAD.subject._replace(text=f"เรื่อง {HOSTILE} จบ"),
        recipient=HEAD.recipient._replace(text="<b>ก</b> & {}"),
    )
    rows = [row("<b>ชื่อ</b>", cell(("-", HOSTILE), ("๑.", "น้ำค้าง </para>"))) for _ in range(3)]
    return document(Paragraph(f"ก {HOSTILE} ข"), table(*rows), CLOSING, signatory(1), head=head)


DOCUMENTS = {
    "sample": compose(golden.CASES["sample"]),
    "long": compose(golden.CASES["long"]),
    "hostile": hostile_document(),
}


@needs_poppler
@pytest.mark.parametrize("font", PROFILES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_poppler_reads_exactly_what_was_set(name: str, font: str, tmp_path: Path) -> None:
    made = DOCUMENTS[name]

    read = by_poppler(render(made, font=font), tmp_path)

    assert readable(read) == readable(expected(made, font))


@pytest.mark.parametrize("font", PROFILES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_pdfium_reads_exactly_what_was_set(name: str, font: str) -> None:
    made = DOCUMENTS[name]

    read = by_pdfium(render(made, font=font))

    assert readable(read) == readable(expected(made, font))


@pytest.mark.parametrize("font", PROFILES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_qt_reads_exactly_what_was_set(name: str, font: str, tmp_path: Path) -> None:
    made = DOCUMENTS[name]

    read = by_qtpdf(render(made, font=font), tmp_path)

    assert readable(read) == readable(expected(made, font))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_line_is_one_span_of_its_own(name: str) -> None:
    made = DOCUMENTS[name]
    pages = RENDERER.set_pages(made, PaperOptions())

    for page, stream in zip(pages, contents(render(made)), strict=True):
        found = re.findall(r"/Span<</ActualText<FEFF([0-9A-F]*)>>>BDC BT .*? ET EMC", stream)
        said = [bytes.fromhex(code).decode("utf-16-be") for code in found]
        assert said == [t.run.text for t in texts(page)]
        assert stream.count("/Span") == stream.count("BT ") == len(said)
        # all that is no text is marked as ornament
        assert stream.count("BDC") + stream.count("BMC") == stream.count("EMC")


def test_markup_is_text() -> None:
    pdf = render(document(Paragraph("<b>หนา</b> &amp; {0} </para> %s"), CLOSING))

    (span,) = [s for s in spans(pdf)[0] if "หนา" in s.text]
    assert span.text == "<b>หนา</b> &amp; {0} </para> %s"
    assert "Bold" not in span.font


def test_what_the_fonts_lack_is_a_box_and_one_warning() -> None:
    made = document(Paragraph("ดี😀มาก 漢字 \U0010ffff"), Paragraph("อีก😀"), CLOSING)

    memo = RENDERER.render(made)

    (warning,) = memo.warnings
    assert all(letter in warning for letter in "😀漢字")
    page = next(s for s in spans(memo.pdf)[0] if "😀" in s.text)
    assert page.text == "ดี😀มาก 漢字 \U0010ffff"
    box = ink(memo.pdf, 0, page.x + 12, page.top - 4, page.right, page.bottom + 4)
    assert box is not None


def test_a_memo_whose_letters_all_exist_has_no_warning() -> None:
    assert rendered("sample").warnings == ()
    assert rendered("sample", "sarabun").warnings == ()


# --- the file -------------------------------------------------------------------------------


def test_the_file_names_its_title_author_and_language() -> None:
    case = golden.CASES["small"]
    pdf = rendered("small").pdf

    with pdfium.PdfDocument(pdf) as file:
        said = file.get_metadata_dict()
        buffer = ctypes.create_string_buffer(64)
        wide = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
        size = raw.FPDFCatalog_GetLanguage(file.raw, wide, 64)
    assert said["Title"] == memo_of(case).text("subject")
    assert said["Author"] == case.agency.name
    assert buffer.raw[: size - 2].decode("utf-16-le") == "th"


def test_hostile_metadata_is_text() -> None:
    made = document(Paragraph("ก"), CLOSING)._replace(title="(<b>) \\ 😀 %)", author=") /JS (x)")

    with pdfium.PdfDocument(render(made)) as file:
        said = file.get_metadata_dict()

    assert (said["Title"], said["Author"]) == ("(<b>) \\ 😀 %)", ") /JS (x)")


@pytest.mark.parametrize("title", ["Memo (1)", "naïve – 5 €", "ก é"])
def test_metadata_beyond_ascii_read_back(title: str) -> None:
    made = document(Paragraph("ก"), CLOSING)._replace(title=title)

    with pdfium.PdfDocument(render(made)) as file:
        assert file.get_metadata_dict()["Title"] == title


def test_bookmarks_lead_to_the_title_tables_and_rows() -> None:
    made = document(Paragraph("ก"), table(row("ข้อ <b>", 60), row("ข้อสอง", 5), title="ผล"), CLOSING)

    with pdfium.PdfDocument(render(made)) as file:
        found = [
            (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in file.get_toc()
        ]

    assert found == [
        (0, "บันทึกข้อความ", 0),
        (0, "ผล", 0),
        (1, "ข้อ <b>", 0),
        (1, "ข้อสอง", 1),
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_in_the_file_acts(name: str) -> None:
    pdf = render(DOCUMENTS[name])
    whole = opened(pdf)

    for word in ("JavaScript", "JS", "Launch", "EmbeddedFile", "OpenAction", "AA", "URI", "Annots"):
        assert not re.search(rf"/{word}\b", whole), word
    with pdfium.PdfDocument(pdf) as file:
        assert file.count_attachments() == 0
        assert raw.FPDFDoc_GetJavaScriptActionCount(file.raw) == 0


@pytest.mark.parametrize("font", PROFILES)
def test_fonts_are_embedded_as_subsets(font: str) -> None:
    pdf = rendered("long", font).pdf
    whole = opened(pdf)

    assert len(set(re.findall(r"/BaseFont /[A-Z]{6}\+(\w+-?\w*)", whole))) == 2
    assert re.findall(r"/BaseFont /(?![A-Z]{6}\+)", whole) == []
    assert whole.count("/FontFile2") == 2
    folder = resource_path("fonts", font)
    regular = next(folder.glob("*-Regular.ttf"))
    assert len(pdf) < regular.stat().st_size
    assert len(pdf) < 200_000


@pytest.mark.parametrize("font", PROFILES)
def test_the_widths_in_the_file_are_those_of_the_glyphs(font: str) -> None:
    """A reader that goes by the widths sets the next glyph where we do."""
    pdf = render(document(Paragraph("ก" * 20 + "ที่น้ำ" + "ข" * 10), CLOSING), font=font)

    (span,) = [s for s in spans(pdf)[0] if "ที่น้ำ" in s.text]
    page = RENDERER.set_pages(
        document(Paragraph("ก" * 20 + "ที่น้ำ" + "ข" * 10), CLOSING), PaperOptions(font=font)
    )[0]
    (text,) = [t for t in texts(page) if "ที่น้ำ" in t.run.text]
    assert span.right - span.x == pytest.approx(text.run.width, abs=1.2)


def test_the_date_in_the_file_fixes_its_bytes() -> None:
    made = document(Paragraph(sentences(3)), CLOSING)
    one, other = datetime(2024, 2, 29, 23, 59, 58), datetime(2024, 3, 1)

    first, second = (render(made, created=one) for _ in range(2))

    assert first == second
    assert b"D:20240229235958" in first
    assert render(made, created=other) != first


# --- a third font ---------------------------------------------------------------------------


@pytest.mark.parametrize("upem", [1000, 1200, 2048])
def test_a_font_of_the_users_own_is_embedded_with_its_scale(upem: int, tmp_path: Path) -> None:
    """A font of any units per em; numbers in the file stay plain."""
    path = tmp_path / "Own.ttf"
    font = TTFont(resource_path("fonts", "sarabun", "Sarabun-Regular.ttf"))
    if upem != 1000:
        scale_upem(font, upem)
    font.save(path)
    made = document(Paragraph("ที่ น้ำ ปี่ กตัญญู " * 9), table(row("ฟื้น", 3)), CLOSING)

    pdf = render(made, font=f"{path}:0.683")

    page = spans(pdf)[0]
    assert {round(s.size / 0.683, 1) for s in page} == {29.0, 20.0, 16.0, 14.0}
    assert [squeezed(text) for text in by_pdfium(pdf)] == expected(made, f"{path}:0.683")
    (stream,) = contents(pdf)
    assert not re.search(r"[0-9]e[-+]?[0-9]", re.sub(r"<[0-9A-F]*>", "", stream))
    # bold is drawn where the font has none, and regular text stays as it is
    bold = [line for line in stream.splitlines() if " 2 Tr " in f" {line} "]
    assert len(bold) == 5 + 3
    assert all("0 Tr" in line for line in bold)


def test_both_profiles_look_alike_in_size() -> None:
    """The same letters are as high in both: that is what the scale is for."""
    heights = []
    for font in PROFILES:
        (span,) = [
            s
            for s in spans(render(document(Paragraph("กกก"), CLOSING), font=font))[0]
            if s.text == "กกก"
        ]
        heights.append(span.bottom - span.top)

    assert heights[0] == pytest.approx(heights[1], rel=0.03)


def test_other_libraries_find_their_modules_after_a_memo() -> None:
    """What ReportLab does not need is put off for ReportLab alone."""
    script = (
        "import ita_desktop.writers.render, sys; "
        "assert 'PIL.Image' not in sys.modules; "
        "import PIL.Image, pickle, tempfile; "
        "PIL.Image.new('L', (1, 1)); pickle.loads(pickle.dumps(PIL.Image.Image)); "
        "tempfile.gettempdir()"
    )

    subprocess.run([sys.executable, "-c", script], check=True, env=golden.environment())


def test_what_a_paper_does_not_need_of_reportlab_works_when_it_is_asked_for() -> None:
    """The fonts' metrics and the evaluator of expressions are loaded at their first use."""
    script = (
        "import ita_desktop.writers.render, sys; "
        "late = ('reportlab.pdfbase.pdfmetrics', 'reportlab.lib.rl_safe_eval'); "
        "assert not [name for name in late if name in sys.modules]; "
        "from reportlab.lib import utils; from reportlab.pdfbase import pdfdoc, pdfmetrics; "
        "assert utils.rl_safe_eval('2 + 3') == 5 == utils.rl_safe_eval('1 + 4'); "
        "assert pdfdoc.pdfmetrics.getFont is pdfmetrics.getFont; "
        "assert round(pdfmetrics.stringWidth('a', 'Helvetica', 10), 2) == 5.56"
    )

    subprocess.run([sys.executable, "-c", script], check=True, env=golden.environment())


def test_every_page_is_drawn(long: bytes) -> None:
    found = pictures(long)

    assert len(found) == rendered("long").pages >= 2
    # ink on every page, and more paper than ink
    assert all(50 < len(page) - page.count(255) < len(page) / 3 for page in found)
