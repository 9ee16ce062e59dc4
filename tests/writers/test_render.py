"""The renderer: any case comes out, whole, and a second time as if it were the first."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import datetime

import pytest
from benchmarks.cases import varied_case
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.memos import changed_memo
from tests.strategies import HOSTILE_PIECES, cases
from tests.typesetting.making import CLOSING, check_margins, document, row, sentences, table, texts
from tests.writers.golden import environment
from tests.writers.reading import pictures, spans, squeezed

from benchmarks import second_rendering
from ita_desktop.domain.case import Case
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import (
    Document,
    Heading,
    ItemList,
    MemoHead,
    Paragraph,
    Signature,
    Table,
)
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.samples import sample_case
from ita_desktop.typesetting.fonts import FontError
from ita_desktop.writers.render import PaperRenderer, RenderedPaper

CREATED = datetime(2024, 2, 29, 8, 30)
USUAL = PaperOptions()


def fixed(renderer: PaperRenderer, made: Document, options: PaperOptions = USUAL) -> RenderedPaper:
    """The paper with a fixed date inside: its bytes depend on the document alone."""
    return renderer.render(made, options, created=CREATED)


@pytest.fixture(scope="module")
def renderer() -> PaperRenderer:
    return PaperRenderer()


@pytest.fixture(scope="module")
def sample() -> Document:
    return compose(sample_case())


def written(made: Document) -> list[str]:
    """Every text of a document that the memo must show."""
    head = made.head
    assert isinstance(head, MemoHead)
    fields = (head.division, head.number, head.date, head.subject, head.recipient)
    found = [head.title, *[text for field in fields for text in field]]
    for block in made.blocks:
        if isinstance(block, Paragraph | Heading):
            found.append(block.text)
        elif isinstance(block, ItemList):
            found += [part for item in block.items for part in (item.mark, item.text)]
        elif isinstance(block, Signature):
            found += [block.name, block.rank, block.opinion_heading, *block.positions]
        elif isinstance(block, Table):
            cells = [cell for line in block.rows for cell in line.cells]
            found += [part for c in cells for item in c.items for part in (item.mark, item.text)]
    return [text for text in found if text]


def check_whole(made: Document, layer: list[str]) -> None:
    """Every text stands in the layer, its letters as often as they were written."""
    whole = squeezed("".join(layer))
    missing = Counter(squeezed("".join(written(made)))) - Counter(whole)
    assert not missing


# --- any case -------------------------------------------------------------------------------


@settings(max_examples=60)
@given(case=cases)
def test_any_case_renders_and_its_text_stands_in_the_text_layer(
    renderer: PaperRenderer, case: Case
) -> None:
    made = compose(case)

    memo = renderer.render(made)

    pages = spans(memo.pdf)
    assert memo.pages == len(pages) >= 1
    check_whole(made, [span.text for page in pages for span in page])
    if len(pages) == 1:
        whole = squeezed("".join(span.text for span in pages[0]))
        for block in made.blocks:
            if isinstance(block, Paragraph | Heading):
                assert squeezed(block.text) in whole


@settings(max_examples=40)
@given(case=cases)
def test_of_any_case_nothing_stands_outside_the_margins(
    renderer: PaperRenderer, case: Case
) -> None:
    check_margins(renderer.set_pages(compose(case), PaperOptions()))


@pytest.mark.parametrize("piece", HOSTILE_PIECES)
def test_hostile_text_in_every_field_is_text(renderer: PaperRenderer, piece: str) -> None:
    case = sample_case()
    text = f"ก{piece}ข"
    result = case.measures[0].results[0]
    measure = case.measures[0]._replace(
        name=text,
        guidelines=(text,),
        steps=(text,),
        responsible=(text,),
        monitoring=text,
        results=(result._replace(details=text, period=text, output=text, outcome=text),),
    )
    changed = changed_memo(
        case,
        subject=text,
        division=text,
        number=text,
        recipient=text,
        measures_heading=text,
        results_intro=text,
        closing=text,
        signatories=(memo_of(case).signatories[0]._replace(name=text, position=text, rank=text),),
    )
    made = compose(
        changed._replace(
            agency=case.agency._replace(name=text),
            analysis=case.analysis._replace(opening=text),
            measures=(measure,),
            words=(text, piece),
        )
    )

    rendered = renderer.render(made)

    check_whole(made, [span.text for page in spans(rendered.pdf) for span in page])


# --- again ----------------------------------------------------------------------------------


def edited(made: Document, old: str, new: str) -> Document:
    """``made`` with one paragraph changed."""
    blocks = tuple(
        [
            b._replace(text=b.text.replace(old, new)) if isinstance(b, Paragraph) else b
            for b in made.blocks
        ]
    )
    assert blocks != made.blocks
    return made._replace(blocks=blocks)


def test_after_an_edit_the_memo_is_that_of_a_fresh_renderer(sample: Document) -> None:
    kept = PaperRenderer()
    fixed(kept, sample)
    changed = edited(sample, "คะแนน", "คะแนนคะแนน")

    again = fixed(kept, changed)

    assert again == fixed(PaperRenderer(), changed)


@pytest.mark.parametrize("new", ["", "ฑีฆายุโก", "XYZ 😀", "ก\nข"])
def test_after_an_edit_with_other_letters_each_page_looks_the_same(
    sample: Document, new: str
) -> None:
    kept = PaperRenderer()
    fixed(kept, sample)
    changed = edited(sample, "คะแนน", new)

    again, fresh = fixed(kept, changed), fixed(PaperRenderer(), changed)

    assert again == fresh
    assert again.warnings == fresh.warnings
    assert spans(again.pdf) == spans(fresh.pdf)
    assert pictures(again.pdf) == pictures(fresh.pdf)


def test_each_of_many_edits_gives_what_a_fresh_renderer_gives() -> None:
    """More edits than a generation of what is kept holds; each page anew or as it was."""
    kept, case = PaperRenderer(), varied_case(3)
    for number in range(12):
        case = second_rendering.edited(case, number)
        made = compose(case)

        assert fixed(kept, made) == fixed(PaperRenderer(), made)


def test_options_may_change_from_one_rendering_to_the_next(sample: Document) -> None:
    kept = PaperRenderer()
    small = PaperOptions(table_size=12.0, font="sarabun", continuation_words=False)
    first = fixed(kept, sample)
    kept.render(sample, small)

    assert fixed(kept, sample) == first
    assert spans(kept.render(sample, small).pdf) == spans(PaperRenderer().render(sample, small).pdf)


def test_own_words_may_change_from_one_rendering_to_the_next() -> None:
    made = document(Paragraph(sentences(4)), CLOSING)
    word = "เข้าถึงข้อมูลของหน่วยงาน"
    kept = PaperRenderer()

    def lines(words: tuple[str, ...]) -> list[str]:
        pages = kept.set_pages(made._replace(words=words), PaperOptions())
        return [t.run.text for page in pages for t in texts(page)]

    before = lines(())
    with_word = lines((word,))

    assert "".join(with_word) == "".join(before)
    assert sum(line.count(word) for line in with_word) == 4
    assert sum(line.count(word) for line in before) < 4
    assert lines(()) == before


_SCRIPT = """
import sys
from datetime import datetime
from ita_desktop.papers.compose import compose
from ita_desktop.writers.render import PaperRenderer
from ita_desktop.services.samples import sample_case
created = datetime(2024, 2, 29, 8, 30)
sys.stdout.buffer.write(PaperRenderer().render(compose(sample_case()), created=created).pdf)
"""


def test_two_processes_write_the_same_bytes() -> None:
    """Nothing in the file depends on the order of sets, on addresses or on the clock."""

    def run(seed: str) -> bytes:
        settled = {**environment(), "PYTHONHASHSEED": seed}
        return subprocess.run(
            [sys.executable, "-c", _SCRIPT], capture_output=True, check=True, env=settled
        ).stdout

    first = run("1")

    assert first.startswith(b"%PDF")
    assert b"20240229083000" in first
    assert run("2") == first


# --- options --------------------------------------------------------------------------------


@settings(max_examples=40)
@given(
    before=st.integers(0, 30),
    width=st.sampled_from(["รายละเอียด", "สั้น"]),
)
@example(before=0, width="สั้น")
def test_own_words_are_never_broken(before: int, width: str) -> None:
    word = "ศูนย์ประสานงานทุ่งดอกแก้ว"
    text = "ก" * before + f" {word} และ{word}กับ{word}"
    made = document(Paragraph(text), table(row(word, 2)), CLOSING)._replace(words=(word,))

    pages = _SHARED.set_pages(made, PaperOptions())

    lines = [t.run.text for page in pages for t in texts(page)]
    assert sum(line.count(word) for line in lines) == 4


_SHARED = PaperRenderer()


def test_continuation_words_are_an_option(renderer: PaperRenderer, sample: Document) -> None:
    def announced(options: PaperOptions) -> int:
        pages = spans(renderer.render(sample, options).pdf)
        return sum(s.text.startswith("/") and s.text.endswith("...") for p in pages for s in p)

    assert announced(PaperOptions()) == len(renderer.set_pages(sample, PaperOptions())) - 1 > 0
    assert announced(PaperOptions(continuation_words=False)) == 0


@pytest.mark.parametrize("size", [12.0, 16.0])
def test_the_size_of_table_text_is_an_option(
    renderer: PaperRenderer, sample: Document, size: float
) -> None:
    pages = spans(renderer.render(sample, PaperOptions(table_size=size)).pdf)

    sizes = Counter(span.size for page in pages for span in page)
    assert set(sizes) == {29.0, 20.0, 16.0, size}
    assert sizes[size] > 50


def test_an_unknown_font_is_refused(renderer: PaperRenderer, sample: Document) -> None:
    with pytest.raises(FontError, match="Comic Sans"):
        renderer.render(sample, PaperOptions(font="Comic Sans"))


def test_a_warning_about_what_the_font_lacks_is_one_short_line(renderer: PaperRenderer) -> None:
    (warning,) = renderer.render(
        document(Paragraph("ก 漢" + "\u0301" * 5_000 + " \U0010ffff"), CLOSING), PaperOptions()
    ).warnings

    assert warning.isprintable()
    assert len(warning) < 200


# --- great texts ----------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["นาย", "ข้อมูล", "ก.", "๑ ", "(", "a", "ก่", "-", "ๆ", "พ.ศ. "])
def test_a_great_text_is_set_in_time_that_grows_with_its_length(
    renderer: PaperRenderer, unit: str
) -> None:
    """Counted in steps of the interpreter, not in seconds: no part is quadratic."""
    short, long = (_steps(renderer, unit * (n // len(unit))) for n in (1_000, 4_000))

    assert long < 6 * short


def _steps(renderer: PaperRenderer, text: str) -> int:
    """How many lines of Python the setting of ``text`` runs."""
    count = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    made = document(Paragraph(text), CLOSING)
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        renderer.set_pages(made, PaperOptions())
    finally:
        sys.settrace(None)
    return count
