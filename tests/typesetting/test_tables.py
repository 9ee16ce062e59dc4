"""Tables over pages: rows that split well, heads once a page, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.typesetting.making import (
    CLOSING,
    COLUMNS,
    cell,
    check_continuation,
    check_head_rows,
    check_margins,
    check_no_overlap,
    check_page_numbers,
    column_texts,
    document,
    edges,
    forced,
    is_cell,
    is_head_row,
    pieces,
    row,
    sentences,
    set_pages,
    signatory,
    table,
    texts,
)

from ita_desktop.papers.document import (
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Table,
    TableColumn,
    TableRow,
)
from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.typesetting.pages import Bookmark, Page, Rule

OPENING = Paragraph(sentences(3))

items = st.one_of(
    st.builds(ListItem, text=st.integers(1, 9).map(forced), mark=st.just("")),
    st.builds(ListItem, text=st.integers(1, 5).map(sentences), mark=st.sampled_from(["", "-"])),
)
cells = st.lists(items, max_size=4).map(tuple).map(Cell)
rows = st.builds(
    lambda name, details, last: TableRow((cell(name), details, last), key=name),
    st.integers(1, 3).map(sentences),
    cells,
    cells,
)
joined_rows = st.builds(
    lambda details, last: TableRow((Cell(), details, last), key="ต่อ", joined=True),
    cells.filter(lambda made: bool(made.items)),
    cells,
)
tables = st.builds(
    lambda first, others: (first, *others), rows, st.lists(rows | joined_rows, max_size=7)
)


def column_items(rows_: tuple[TableRow, ...], column: int) -> list[ListItem]:
    return [item for one in rows_ for item in one.cells[column].items]


def body_lines(pages: list[Page], number: int) -> int:
    """How many baselines of cells stand on a page."""
    return len({t.y for t in texts(pages[number]) if is_cell(t)})


# --- any table ------------------------------------------------------------------------------


@given(
    made=tables,
    before=st.integers(0, 32),
    continuation=st.booleans(),
)
def test_any_table_is_whole_and_in_order(
    made: tuple[TableRow, ...], before: int, continuation: bool
) -> None:
    blocks = [Paragraph(forced(before))] if before else []
    pages = set_pages(document(*blocks, table(*made), CLOSING), continuation_words=continuation)

    check_margins(pages)
    check_no_overlap(pages)
    check_head_rows(pages)
    check_page_numbers(pages)
    check_continuation(pages, wanted=continuation)
    for column in range(len(COLUMNS)):
        pieces(pages, column, column_items(made, column))


@given(
    made=tables,
    before=st.integers(0, 32),
)
def test_no_item_leaves_or_sends_a_line_alone(made: tuple[TableRow, ...], before: int) -> None:
    """Nothing here is taller than a page, where a line alone may be what is left."""
    blocks = [Paragraph(forced(before))] if before else []

    pages = set_pages(document(*blocks, table(*made), CLOSING))

    for column in range(len(COLUMNS)):
        for piece in pieces(pages, column, column_items(made, column)):
            if piece.total > 1:
                assert min(piece.lines) >= 2


# --- rows over pages ------------------------------------------------------------------------


def test_a_row_splits_between_lines_and_goes_on_under_the_head() -> None:
    pages = set_pages(document(OPENING, table(row("หัวข้อ", 60)), CLOSING))

    assert len(pages) == 2
    check_head_rows(pages)
    (name,) = pieces(pages, 0, [ListItem("หัวข้อ")])
    (details,) = pieces(pages, 1, [ListItem(forced(60))])
    assert name.lines == [1]  # the first cell stays empty where the row goes on
    assert len(details.lines) == 2
    assert min(details.lines) >= 2


def test_the_name_is_repeated_where_that_is_wished() -> None:
    made = document(OPENING, table(row("หัวข้อ", 60)), CLOSING)

    found = list(column_texts(set_pages(made, repeat_names=True), 0))

    assert [(page, text.run.text) for page, text in found] == [(0, "หัวข้อ"), (1, "หัวข้อ")]


def test_a_row_taller_than_pages_fills_them() -> None:
    pages = set_pages(document(OPENING, table(row("หัวข้อ", 130)), CLOSING))

    (details,) = pieces(pages, 1, [ListItem(forced(130))])
    assert len(details.lines) == len(pages) == 4
    full = (MEMO_FORM.height - MEMO_FORM.bottom - MEMO_FORM.top) / (14 * MEMO_FORM.line_ratio)
    assert all(lines > full - 4 for lines in details.lines[1:-1])
    check_margins(pages)
    check_head_rows(pages)


def test_a_row_that_fits_on_the_next_page_may_begin_on_this() -> None:
    """The room at a page's foot is used: no row jumps to the next page whole."""
    pages = set_pages(document(table(row("ก", 20), row("ข", 20)), CLOSING))

    assert body_lines(pages, 0) > 25


def test_a_row_of_three_lines_is_not_split() -> None:
    for before in range(1, 45):
        made = (row("ก", before), row("ข", 3, 3))
        pages = set_pages(document(table(*made), CLOSING))
        piece = pieces(pages, 1, column_items(made, 1))[1]
        assert piece.lines == [3]


def test_sixty_rows() -> None:
    made = tuple([row(f"เรื่องที่ {n}", cell(sentences(2)), cell("กองคลัง")) for n in range(60)])

    pages = set_pages(document(OPENING, table(*made), CLOSING))

    assert len(pages) > 4
    check_margins(pages)
    check_head_rows(pages)
    check_page_numbers(pages)
    check_continuation(pages)
    for column in range(3):
        pieces(pages, column, column_items(made, column))


def test_the_continuation_word_in_a_table_is_the_rows_name() -> None:
    pages = set_pages(document(table(row("มาตรการโปร่งใส", 60)), CLOSING))

    said = [text.run.text for text in texts(pages[0])]
    assert "/มาตรการโปร่งใส..." in said


# --- joined rows ----------------------------------------------------------------------------


def rules_from_the_left(page: Page) -> list[float]:
    """The heights of the level rules that reach the table's left edge."""
    return sorted(
        r.y1
        for r in page.items
        if isinstance(r, Rule) and r.y1 == r.y2 and r.x1 <= MEMO_FORM.left + 0.01
    )


def test_no_rule_parts_a_joined_row_from_its_name() -> None:
    made = (row("ก", 2), row("ก", 2, joined=True), row("ข", 2))

    (page,) = set_pages(document(table(*made), CLOSING))

    left, inner = edges(page)[:2]
    rules = [r for r in page.items if isinstance(r, Rule) and r.y1 == r.y2]
    # under the head, above ข and under the table; the head's own are one a cell
    assert sum(r.x1 == left and r.x2 > inner for r in rules) == 3
    assert sum(r.x1 == inner and r.x2 == edges(page)[-1] for r in rules) == 1


def test_a_joined_row_at_the_top_of_a_page_is_closed_to_the_head() -> None:
    heights = range(28, 40)
    seen = 0
    for height in heights:
        made = (row("ก", height), row("ก", 3, joined=True), row("ข", 12))
        pages = set_pages(document(table(*made), CLOSING))
        second = pieces(pages, 1, column_items(made, 1))[1]
        reached = [n for n, t in column_texts(pages, 1)]
        if len(pages) < 2 or second.lines != [3] or reached[height] != 1:
            continue
        first_cell = next(t for n, t in column_texts(pages, 1) if n == 1)
        head = max(t.y for t in texts(pages[1]) if is_head_row(t))
        between = [y for y in rules_from_the_left(pages[1]) if head < y < first_cell.y]
        assert len(between) == 1
        seen += 1
    assert seen


# --- heads ----------------------------------------------------------------------------------


def test_a_group_stands_over_its_columns() -> None:
    columns = (
        TableColumn("เรื่อง", minimum=0.2, maximum=0.4),
        TableColumn("ผลผลิต", "ผลการดำเนินการ", 0.2, 0.4),
        TableColumn("ผลลัพธ์", "ผลการดำเนินการ", 0.2, 0.4),
    )
    made = Table("ผล", columns, (row("ก", 60, 3),))

    pages = set_pages(document(made, CLOSING))

    for page in pages:
        heads = {t.run.text: t for t in texts(page) if is_head_row(t)}
        assert list(heads) == ["เรื่อง", "ผลการดำเนินการ", "ผลผลิต", "ผลลัพธ์"]  # reading order
        left, first, second, right = edges(page)
        group = heads["ผลการดำเนินการ"]
        assert group.y < heads["ผลผลิต"].y == heads["ผลลัพธ์"].y
        assert group.y < heads["เรื่อง"].y < heads["ผลผลิต"].y  # in the middle of two rows
        middle = group.x + group.run.width / 2
        assert middle == pytest.approx((first + right) / 2, abs=0.01)
        # no rule between the grouped columns beside the group's own title
        uprights = [r for r in page.items if isinstance(r, Rule) and r.x1 == r.x2 == second]
        assert min(r.y1 for r in uprights) > group.y
        assert left == MEMO_FORM.left


def test_head_titles_are_centred() -> None:
    (page,) = set_pages(document(table(row("ก", 2, 2)), CLOSING))

    places = edges(page)
    for column, text in enumerate(t for t in texts(page) if is_head_row(t)):
        middle = (places[column] + places[column + 1]) / 2
        assert text.x + text.run.width / 2 == pytest.approx(middle, abs=0.01)


def test_the_grid_is_the_text_width_and_closed() -> None:
    pages = set_pages(document(OPENING, table(row("ก", 60, 3), row("ข", 3)), CLOSING))

    for page in pages:
        left, *_, right = edges(page)
        assert left == MEMO_FORM.left
        assert right == pytest.approx(MEMO_FORM.left + MEMO_FORM.text_width, abs=0.01)
        levels = [r for r in page.items if isinstance(r, Rule) and r.y1 == r.y2]
        uprights = [r for r in page.items if isinstance(r, Rule) and r.x1 == r.x2]
        top, bottom = min(r.y1 for r in levels), max(r.y1 for r in levels)
        for x in edges(page):
            covered = sum(r.y2 - r.y1 for r in uprights if r.x1 == x)
            assert covered == pytest.approx(bottom - top, abs=0.01)


def test_a_heading_stays_with_its_table() -> None:
    for before in range(1, 34):
        pages = set_pages(
            document(Paragraph(forced(before)), Heading("หัวตาราง"), table(row("ก", 8)), CLOSING)
        )
        of_heading = [n for n, p in enumerate(pages) for t in texts(p) if t.run.text == "หัวตาราง"]
        first_row = next(n for n, _ in column_texts(pages, 1))
        assert of_heading == [first_row]


def test_a_table_of_one_row_goes_whole_with_its_heading_to_the_signatures() -> None:
    for before in range(1, 34):
        made = (Paragraph(forced(before)), Heading("หัวตาราง"), table(row("ก", 1)), CLOSING)
        pages = set_pages(document(*made, signatory(1), signatory(2)))
        check_head_rows(pages)
        assert sum(is_head_row(t) for page in pages for t in texts(page)) == len(COLUMNS)


def test_marks_stand_before_their_text_which_hangs() -> None:
    made = table(row("ก", cell(("-", sentences(3)), ("๑๐.", sentences(2)))))

    (page,) = set_pages(document(made, CLOSING))

    column = [t for _, t in column_texts([page], 1)]
    marks = [t for t in column if t.run.text in ("-", "๑๐.")]
    hanging = {round(t.x, 2) for t in column if t not in marks}
    assert len({t.x for t in marks}) == 1
    assert len(hanging) == 1
    assert hanging.pop() >= max(t.x + t.run.width for t in marks)


def test_each_row_and_table_is_a_bookmark_once() -> None:
    pages = set_pages(document(table(row("ก", 60), row("ข", 60), title="ตารางผล"), CLOSING))

    found = [(b.title, b.level) for p in pages for b in p.items if isinstance(b, Bookmark)]
    assert found[1:] == [("ตารางผล", 0), ("ก", 1), ("ข", 1)]
