"""Clusters: the smallest pieces, with every mark on its letter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from tests.strategies import texts

from ita_desktop.thai.breaks import cluster_opportunities
from ita_desktop.thai.clusters import cluster_ends

MARKS = "".join(map(chr, [0x0E31, *range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F)]))


def pieces(text: str) -> list[str]:
    starts = [0, *cluster_ends(text)]
    return [text[a:b] for a, b in pairwise(starts)]


@given(texts)
def test_clusters_joined_are_the_text_and_none_is_empty(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text))


@given(texts)
def test_no_cluster_begins_with_a_mark_that_could_stand_on_the_one_before(text: str) -> None:
    assert not any(piece[0] in MARKS for piece in pieces(text)[1:])


@pytest.mark.parametrize(
    "text",
    [
        "เกี๊ย|ว",
        "เมื่อ|ง",
        "ตั้ว|ๆ",
        "น้ำ|ใจ",
        "แก้|ว",
        "ศา|สตร์",
        "สิทธิ์",
        "จั|นทร์",
        "ฤๅ|ษี",
        "ก็",
        "A|ก่|1",
    ],
)
def test_clusters(text: str) -> None:
    assert pieces(text.replace("|", "")) == text.split("|")


@given(texts)
def test_a_cut_in_need_leaves_signs_where_they_belong(text: str) -> None:
    for offset in cluster_opportunities(text):
        assert 0 < offset < len(text)
        assert text[offset] not in "ๆฯะาๅ)]}”’»,.;:!?%" + MARKS
        assert text[offset - 1] not in "([{“‘«เแโใไ"
