"""Foreign text in a message: one printable line, of a bearable length."""

from __future__ import annotations

from hypothesis import given
from tests.strategies import texts

from ita_desktop.quoting import quoted


@given(texts)
def test_a_quotation_is_one_printable_line(text: str) -> None:
    shown = quoted(text, limit=20)

    assert len(shown) <= 20
    assert shown == "" or shown.isprintable()


def test_thai_stays_as_it_is() -> None:
    assert quoted("ที่ น้ำ (ก)") == "ที่ น้ำ (ก)"


def test_what_is_cut_says_so() -> None:
    assert quoted("กขคงจ", limit=4) == "กขค…"
