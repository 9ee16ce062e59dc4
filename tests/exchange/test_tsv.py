"""Blocks of cells go to the clipboard and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.exchange.tsv import block_of, block_text

cells = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('\t\n"ก '), max_size=6)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1)
    )
)
def test_there_and_back(rows: list[list[str]]) -> None:
    plain = [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in rows]
    assert block_of(block_text(rows)) == tuple(map(tuple, plain))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("97.68\r\n91.2\r\n", (("97.68",), ("91.2",))),
        ("a\tb", (("a", "b"),)),
        ("", (("",),)),
        ('"ก\n"\n\n', (("ก\n",), ("",))),
        ("a\n\nb\n", (("a",), ("",), ("b",))),
        ('"สอง\nบรรทัด"\tb\n', (("สอง\nบรรทัด", "b"),)),
        ('ท่อ 5" ยาว\tb\n', (('ท่อ 5" ยาว', "b"),)),
        ('"ไม่ปิด\tb\nc\n', (('"ไม่ปิด', "b"), ("c",))),
    ],
)
def test_blocks_of_spreadsheets(text: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert block_of(text) == block
