"""Many set text at once: every glyph is where it is when each works alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial

import pytest
from tests.memos import changed_memo
from tests.typesetting.making import CLOSING, document, sentences, texts
from tests.writers.net import CASES

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.domain.case import Case
from ita_desktop.papers.document import Document, Paragraph
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services.analysis import analyse_case
from ita_desktop.services.charts import ScreenCharts
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.services.papers import PaperMaker, make_paper
from ita_desktop.thai.breaks import opportunities
from ita_desktop.thai.words import segment, standard_dictionary
from ita_desktop.typesetting.font_files import font_file
from ita_desktop.writers.render import PaperRenderer

CREATED = datetime(2024, 2, 29)
ROUNDS = 40
NARROW = "คณะกรรมการมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่นและคณะกรรมการคุ้มครองผู้บริโภค"


@pytest.fixture(autouse=True)
def hasty() -> Iterator[None]:
    """Threads change as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def analysis() -> YearAnalysis:
    return analyse_case(CASES["annex"].case)


def orders() -> list[PaperOrder]:
    """Papers of different letters, words and fonts; long words are cut in narrow cells."""
    names = ("one", "rounds", "marks", "long-words", "own-words", "opinions")
    made = [PaperOrder(CASES[name].case, PaperOptions(table_size=16)) for name in names]
    made.append(PaperOrder(CASES["one"].case, PaperOptions(font="sarabun")))
    return made


def pdf_of(maker: PaperMaker, order: PaperOrder) -> bytes:
    return maker.make(order, created=CREATED).pdf


def glyphs_of(renderer: PaperRenderer, made: Document) -> list[object]:
    """Every glyph and place of a document."""
    return [
        (text.x, text.y, text.run.text, tuple(text.run.glyphs()))
        for page in renderer.set_pages(made)
        for text in texts(page)
    ]


def searched() -> object:
    """What labels, the check of torn words and the library's search ask of the dictionary."""
    dictionary = standard_dictionary()
    return segment(NARROW, dictionary), opportunities(NARROW, dictionary)


def test_charts_preview_export_and_search_at_once_set_every_glyph_as_alone() -> None:
    preview, charts = PaperMaker(), ScreenCharts()
    renderer, made = PaperRenderer(), document(Paragraph(NARROW + sentences(9)), CLOSING)
    year = analysis()
    work: list[Callable[[], object]] = [
        *[partial(pdf_of, preview, order) for order in orders()],
        partial(charts.draw, year),
        partial(glyphs_of, renderer, made),
        searched,
    ]
    alone = [do() for do in work]
    lanes: list[Callable[[int], object]] = [
        lambda turn: pdf_of(preview, orders()[turn % len(orders())]),
        lambda turn: make_paper(orders()[(turn + 3) % len(orders())], created=CREATED).pdf,
        lambda turn: charts.draw(year),
        lambda turn: glyphs_of(renderer, made),
        lambda turn: searched(),
    ]
    count = len(orders())
    wanted: list[Callable[[int], object]] = [
        lambda turn: alone[turn % count],
        lambda turn: alone[(turn + 3) % count],
        lambda turn: alone[count],
        lambda turn: alone[count + 1],
        lambda turn: alone[count + 2],
    ]

    # what is read when it is first asked for is asked for by all at once
    standard_dictionary.cache_clear()
    font_file.cache_clear()

    def lane(number: int) -> list[int]:
        """The turns in which this lane got something else."""
        return [turn for turn in range(ROUNDS) if lanes[number](turn) != wanted[number](turn)]

    with ThreadPoolExecutor(len(lanes)) as pool:
        differing = list(pool.map(lane, range(len(lanes))))

    assert differing == [[]] * len(lanes)


def test_a_words_parts_are_found_while_others_look_the_word_up() -> None:
    """The parts of a word were once found by taking the word away for a moment."""
    from ita_desktop.thai.words import parts

    dictionary = standard_dictionary()
    words = [word for word in segment(NARROW, dictionary) if len(word) > 3]
    alone = segment(NARROW, dictionary)

    def take_apart(_: int) -> None:
        for word in words * 60:
            parts(word, dictionary)

    def look_up(_: int) -> bool:
        return all(segment(NARROW, dictionary) == alone for _ in range(60))

    with ThreadPoolExecutor(4) as pool:
        apart = [pool.submit(take_apart, n) for n in range(2)]
        found = [pool.submit(look_up, n) for n in range(2)]
        assert all(each.result() for each in found)
        for each in apart:
            each.result()


def test_one_function_makes_many_papers_in_parallel() -> None:
    def order(number: int) -> PaperOrder:
        case: Case = CASES["opinions"].case
        return PaperOrder(changed_memo(case, subject=f"เรื่องที่ {number} ของปี"))

    numbers = range(24)
    alone = [make_paper(order(number), created=CREATED) for number in numbers]

    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda n: make_paper(order(n), created=CREATED), numbers))

    assert made == alone
    assert len({paper.pdf for paper in made}) == len(made)


def test_a_documents_bytes_do_not_depend_on_what_was_set_before() -> None:
    fresh = [pdf_of(PaperMaker(), order) for order in orders()]
    maker = PaperMaker()

    forwards = [pdf_of(maker, order) for order in orders()]
    backwards = [pdf_of(maker, order) for order in reversed(orders())]

    assert forwards == fresh
    assert backwards[::-1] == fresh
