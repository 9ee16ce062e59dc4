"""Glyph numbers and text operators of a PDF: their meaning, and what shifts and raises marks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import uharfbuzz as hb
from hypothesis import given
from tests.typesetting.test_shaping import PROFILES, thai_texts

from ita_desktop.typesetting.font_files import FontFile
from ita_desktop.typesetting.fonts import FontError, font_profile
from ita_desktop.typesetting.glyphs import Cluster, GlyphRun
from ita_desktop.typesetting.shaping import Face, load_fonts
from ita_desktop.writers.pdf_fonts import GlyphNumbers, SubsetCache
from ita_desktop.writers.pdf_text import shown


@pytest.fixture(scope="module")
def default() -> Face:
    return load_fonts("th-sarabun-new").regular


@given(text=thai_texts)
@pytest.mark.parametrize("profile", PROFILES)
def test_the_meanings_of_the_glyphs_join_to_the_text(profile: str, text: str) -> None:
    face = load_fonts(profile).regular
    numbers = GlyphNumbers(face.file)
    shaped = face.shape(text)

    for (start, end), cluster in zip(pairwise(shaped.starts), shaped.clusters, strict=True):
        assert "".join(numbers.meanings[cid] for cid in numbers.cids(cluster)) == text[start:end]


def test_ten_thousand_marks_on_one_letter_mean_themselves(default: Face) -> None:
    text = "ก" + "่" * 10_000
    numbers = GlyphNumbers(default.file)

    (cluster,) = default.shape(text).clusters

    assert "".join(numbers.meanings[cid] for cid in numbers.cids(cluster)) == text


def test_one_glyph_with_two_meanings_has_two_numbers(default: Face) -> None:
    numbers = GlyphNumbers(default.file)
    alone, of_am = (numbers.cids(default.shape(text).clusters[0])[-1] for text in ("า", "ำ"))

    assert numbers.glyphs[alone] == numbers.glyphs[of_am]
    assert numbers.meanings[alone] != numbers.meanings[of_am]


def test_numbers_are_given_in_the_order_of_use_whatever_was_shaped_before(default: Face) -> None:
    for text in ("ก่อนหน้านี้", "ข"):
        default.shape(text)
    numbers = GlyphNumbers(default.file)

    assert numbers[default.shape("ข").clusters[0]] == "0001"
    assert numbers[default.shape("ก").clusters[0]] == "0002"


def test_glyph_numbers_that_run_out_still_show_the_right_glyph(
    monkeypatch: pytest.MonkeyPatch, default: Face
) -> None:
    numbers = GlyphNumbers(default.file)
    plain = [cid for c in default.shape("กา").clusters for cid in numbers.cids(c)]
    monkeypatch.setattr("ita_desktop.writers.pdf_fonts._LAST_CID", 0)

    last = [cid for c in default.shape("กำ").clusters for cid in numbers.cids(c)][-1]

    assert numbers.glyphs[last] == numbers.glyphs[plain[-1]]
    assert len(numbers.glyphs) == len(plain) + 1


def test_a_font_that_breaks_while_it_is_embedded_is_named_in_a_printable_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    file = FontFile(font_profile("sarabun").regular)
    file.path = Path("\x1b[31m\nก.ttf")
    monkeypatch.setattr(hb, "SubsetPlan", fail)

    with pytest.raises(FontError, match="เสียหาย") as caught:
        SubsetCache().subset(file, frozenset({1}))

    assert str(caught.value).isprintable()


def test_a_subset_holds_no_more_than_was_asked_for(default: Face) -> None:
    cache = SubsetCache()
    first, _ = cache.subset(default.file, frozenset({0, 10}))
    cache.subset(default.file, frozenset(range(60)))

    assert cache.subset(default.file, frozenset({0, 10}))[0] == first


# --- operators ------------------------------------------------------------------------------


def run_of(face: Face, *clusters: Cluster, spacing: tuple[float, ...] = ()) -> GlyphRun:
    return GlyphRun("", 0, 16, face.font, clusters, spacing)


def test_a_plain_run_is_one_array(default: Face) -> None:
    numbers = GlyphNumbers(default.file)

    assert shown(run_of(default, *default.shape("กข").clusters), numbers) == "[<00010002>]TJ"
    assert shown(run_of(default), numbers) == ""


def test_spacing_stands_between_the_strings(default: Face) -> None:
    run = run_of(default, *default.shape("กขค").clusters, spacing=(20.0, 0.01, 0.0))

    assert shown(run, GlyphNumbers(default.file)) == "[<0001>-20.0<00020003>]TJ"


def test_a_shifted_mark_is_brought_back(default: Face) -> None:
    glyph = default.shape("ก").clusters[0].glyphs[0]
    own = default.file.advance(glyph)
    shifted = Cluster("ก", (glyph,), (own + 20,), ((-5, 0),))

    assert shown(run_of(default, shifted), GlyphNumbers(default.file)) == "[ 5 <0001> -25 ]TJ"


def test_a_raised_mark_is_raised_by_thousandths_of_the_size(default: Face) -> None:
    plain = default.shape("ก").clusters[0]
    raised = Cluster("ก", plain.glyphs, plain.advances, ((0, 250),))

    operators = shown(run_of(default, plain, raised, plain), GlyphNumbers(default.file))

    assert operators == "[<0001>]TJ 4 Ts [<0001>]TJ 0 Ts [<0001>]TJ"
