"""Thai shapes: the right glyphs, their meaning in the text layer, and what a font lacks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.resources import resource_path
from ita_desktop.thai.clusters import cluster_ends
from ita_desktop.typesetting.fonts import FontError, font_profile
from ita_desktop.typesetting.shaping import Face, FontSet, load_fonts

PROFILES = ("th-sarabun-new", "sarabun")
RULED_WORDS = ["ที่", "น้ำ", "ปี่", "ผู้", "ป่า", "ฟื้น", "ญู", "ฐู", "ฏุ", "ปั๊ม", "ค่ำ", "กตัญญู"]

thai_texts = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E3A)
    | st.characters(min_codepoint=0x0E3F, max_codepoint=0x0E5B)
    | st.sampled_from(" ./-()aB09"),
    max_size=40,
)


@pytest.fixture(scope="module", params=PROFILES)
def fonts(request: pytest.FixtureRequest) -> FontSet:
    return load_fonts(request.param)


@pytest.fixture(scope="module")
def default() -> Face:
    return load_fonts("th-sarabun-new").regular


def glyphs(face: Face, text: str) -> list[int]:
    """The glyph numbers that show ``text``."""
    return [glyph for cluster in face.shape(text).clusters for glyph in cluster.glyphs]


def names(face: Face, text: str) -> list[str]:
    """The names of the glyphs that show ``text``."""
    order = TTFont(face.font.path).getGlyphOrder()
    return [order[glyph] for glyph in glyphs(face, text)]


# --- the right glyphs -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("combined", "plain"),
    [
        ("ญู", "ญ"),  # loses its foot
        ("ญุ", "ญ"),
        ("ฐู", "ฐ"),
        ("ฐุ", "ฐ"),
    ],
)
def test_a_letter_with_a_foot_loses_it_over_a_vowel(
    default: Face, combined: str, plain: str
) -> None:
    assert glyphs(default, combined)[0] != glyphs(default, plain)[0]


@pytest.mark.parametrize(
    ("combined", "plain"),
    [
        ("ป่", "ก่"),  # moved left of the tall stem, low
        ("ปี", "กี"),
        ("ปั", "กั"),
        ("ปี่", "กี่"),
        ("ฟื้", "กื้"),
        ("ฏุ", "กุ"),  # under the tail
        ("กี่", "ก่"),  # a tone over a vowel stands high, alone it stands low
    ],
)
def test_a_mark_goes_where_its_neighbours_leave_room(
    default: Face, combined: str, plain: str
) -> None:
    assert glyphs(default, combined)[-1] != glyphs(default, plain)[-1]


def test_sara_am_puts_its_circle_under_the_tone(default: Face) -> None:
    with_tone, without = names(default, "น้ำ"), names(default, "นำ")

    # consonant, circle, tone, aa: the circle stands directly on the consonant
    assert len(with_tone) == 4
    assert with_tone[1] == without[1]
    assert with_tone[3] == without[2] == names(default, "า")[0]
    assert with_tone[2] != names(default, "น้")[1]


def test_the_words_of_the_rules_differ_from_their_letters_one_by_one(default: Face) -> None:
    """What no shaping would print is not what is printed."""
    cmap = TTFont(default.font.path).getBestCmap()
    order = TTFont(default.font.path).getReverseGlyphMap()

    unchanged = [
        word
        for word in RULED_WORDS
        if glyphs(default, word) == [order[cmap[ord(letter)]] for letter in word]
    ]

    # the font draws a tone for its place over a vowel, so ที่ alone needs nothing else
    assert unchanged == ["ที่"]


def test_thai_is_shaped_also_after_latin_and_digits(default: Face) -> None:
    alone = glyphs(default, "ปี่")

    assert glyphs(default, "PDF ๖ ปี่")[-3:] == alone
    assert glyphs(default, "(O42) ปี่")[-3:] == alone


@pytest.mark.parametrize("text", [*RULED_WORDS, "การที่ผู้รับจ้างน้ำบาดาล ๑๒ แห่ง (O42) AVATAR To"])
def test_the_width_is_what_the_shaper_says(fonts: FontSet, text: str) -> None:
    for face in fonts:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
        font = hb.Font(hb.Face(hb.Blob(face.font.path.read_bytes())))
        hb.shape(font, buffer, {"kern": False})
        advance = sum(position.x_advance for position in buffer.glyph_positions)

        width = face.shape(text).width

        assert width == pytest.approx(advance * 1000 / font.face.upem, abs=0.01)


# --- clusters and meanings ------------------------------------------------------------------


@given(text=thai_texts)
@pytest.mark.parametrize("profile", PROFILES)
def test_clusters_cover_the_text_in_order(profile: str, text: str) -> None:
    shaped = load_fonts(profile).regular.shape(text)

    assert shaped.starts[-1] == len(text)
    assert shaped.starts == sorted(set(shaped.starts))
    assert len(shaped.edges) == len(shaped.starts) == len(shaped.clusters) + 1
    assert shaped.edges[0] == 0
    assert shaped.edges == sorted(shaped.edges)
    assert not text or shaped.starts[0] == 0


def test_no_shaped_cluster_is_larger_than_one_of_the_script(fonts: FontSet) -> None:
    """A line end that Thai allows is never lost to the font."""
    text = "".join(RULED_WORDS)
    starts = set(fonts.regular.shape(text).starts)

    assert starts.issuperset(cluster_ends(text))


def test_what_the_font_lacks_is_named(fonts: FontSet) -> None:
    shaped = fonts.regular.shape("ดี😀มาก漢")

    assert shaped.missing == {"😀", "漢"}
    assert fonts.regular.shape("ดีมาก").missing == frozenset()


def test_ten_thousand_marks_on_one_letter_are_one_cluster(default: Face) -> None:
    text = "ก" + "่" * 10_000

    shaped = default.shape(text)

    assert shaped.starts == [0, len(text)]
    assert [cluster.text for cluster in shaped.clusters] == [text]


# --- fonts ----------------------------------------------------------------------------------


def test_a_profile_is_found_by_its_name_as_people_write_it() -> None:
    assert font_profile("TH Sarabun New") == font_profile("th-sarabun-new")
    assert font_profile("Sarabun").scale == pytest.approx(0.683)


@pytest.mark.parametrize("profile", PROFILES)
def test_both_profiles_give_letters_of_the_same_height(profile: str) -> None:
    face = load_fonts(profile).regular
    font = hb.Font(face.file.hb_face)
    extents = font.get_glyph_extents(font.get_nominal_glyph(ord("ก")))

    assert extents.y_bearing * face.file.unit / 1000 * face.font.scale == pytest.approx(
        0.400, abs=0.004
    )


def test_a_file_is_a_third_font_with_its_scale_and_its_bold(tmp_path: Path) -> None:
    source = resource_path("fonts", "sarabun")
    regular, bold = tmp_path / "Own Regular.ttf", tmp_path / "Own-Bold.ttf"
    regular.write_bytes((source / "Sarabun-Regular.ttf").read_bytes())

    alone = font_profile(str(regular))
    bold.write_bytes((source / "Sarabun-Bold.ttf").read_bytes())
    scaled = font_profile(f"{regular}:0.683")

    assert (alone.regular, alone.bold, alone.scale) == (regular, regular, 1.0)
    assert (scaled.regular, scaled.bold, scaled.scale) == (regular, bold, 0.683)


def test_without_a_bold_file_bold_is_drawn(tmp_path: Path) -> None:
    regular = tmp_path / "Own.ttf"
    regular.write_bytes(resource_path("fonts", "sarabun", "Sarabun-Regular.ttf").read_bytes())

    fonts = load_fonts(str(regular))

    assert not fonts.regular.font.synthetic_bold
    assert fonts.bold.font.synthetic_bold


@pytest.mark.parametrize(
    "choice",
    [
        "Comic",
        "",
        "none.ttf",
        "none.ttf:0.7",
        "notes.txt",
        ":0.5",
        "x:y.ttf",
        "\x00.ttf",
        "ก" * 5000,
    ],
)
def test_a_choice_that_is_no_font_is_refused(choice: str) -> None:
    with pytest.raises(FontError):
        load_fonts(choice)


@pytest.mark.parametrize("scale", ["0", "0.19", "3.01", "1000"])
def test_a_senseless_scale_is_refused(scale: str, tmp_path: Path) -> None:
    with pytest.raises(FontError, match=scale):
        load_fonts(f"{resource_path('fonts', 'sarabun', 'Sarabun-Regular.ttf')}:{scale}")


def damaged_fonts() -> dict[str, bytes]:
    whole = resource_path("fonts", "sarabun", "Sarabun-Regular.ttf").read_bytes()
    return {
        "empty": b"",
        "text": "ไม่ใช่แบบอักษร".encode(),
        "zeros": bytes(4096),
        "header alone": whole[:12],
        "directory alone": whole[:400],
        "cut in half": whole[: len(whole) // 2],
        "outlines of another kind": whole.replace(b"glyf", b"CFF ", 1),
        "a directory in no known letters": whole.replace(b"glyf", b"g\xb7yf", 1),
        "no places of the outlines": whole.replace(b"loca", b"lo\xf1a", 1),
        "other bytes after the directory": whole[:400] + b"\xff" * (len(whole) - 400),
    }


@pytest.mark.parametrize("damage", damaged_fonts())
def test_a_damaged_font_file_is_refused_by_name(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "damaged.ttf"
    path.write_bytes(damaged_fonts()[damage])

    with pytest.raises(FontError, match=r"damaged\.ttf"):
        load_fonts(str(path))


def test_a_folder_is_no_font(tmp_path: Path) -> None:
    path = tmp_path / "folder.ttf"
    path.mkdir()

    with pytest.raises(FontError):
        load_fonts(str(path))


@pytest.mark.parametrize("name", ["\x1b[31m\n\n\n\u202eก.ttf", "\x1b]0;ก\x07\n\n\n"])
@pytest.mark.parametrize("there", [False, True], ids=["missing", "damaged"])
def test_a_name_from_outside_cannot_spoil_the_message(
    name: str, there: bool, tmp_path: Path
) -> None:
    path = tmp_path / name
    if there and os.name != "nt":  # such names do not exist there
        path.write_bytes(b"no font")

    with pytest.raises(FontError, match="โปรด") as caught:
        load_fonts(str(path))

    assert str(caught.value).isprintable()


@pytest.mark.parametrize("scale", ["9" * 100_000, "0." + "1" * 100_000])
def test_an_endless_scale_is_quoted_in_short(scale: str) -> None:
    font = resource_path("fonts", "sarabun", "Sarabun-Regular.ttf")

    with pytest.raises(FontError) as caught:
        load_fonts(f"{font}:{scale}")

    assert len(str(caught.value)) < 200


def test_a_long_text_shaped_in_parts_is_as_shaped_whole(default: Face) -> None:
    text = "ผู้รับน้ำที่ก่ำ abc ๑๒๓ " * 1500
    shaped, whole = default.shape(text), default._shape(text)
    assert shaped.starts == whole.starts
    assert shaped.clusters == whole.clusters
    assert shaped.edges == pytest.approx(whole.edges)


@pytest.mark.parametrize("text", ["ก" * 700_000, "x" + "\u0301" * 30_000], ids=["long", "marks"])
def test_no_text_is_too_long_to_shape(default: Face, text: str) -> None:
    assert default.shape(text).starts[-1] == len(text)
