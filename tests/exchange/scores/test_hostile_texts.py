"""Texts and files that are no score tables, or too much of one: a calm message, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.scores.making import LABELS, SCORES, YEAR, long_table, read, text_pairs

from ita_desktop.exchange.scores.errors import ScoreFileError
from ita_desktop.exchange.scores.read import MAX_BYTES, parse_score_text, read_score_file


def refusal(data: bytes) -> str:
    with pytest.raises(ScoreFileError) as caught:
        read(data)
    assert str(caught.value).isprintable()
    assert "โปรด" in caught.value.problem
    return caught.value.problem


def file_refusal(path: Path) -> str:
    """What is said of a file, which the message names."""
    with pytest.raises(ScoreFileError) as caught:
        read_score_file(path, LABELS, YEAR)
    assert path.name in str(caught.value)
    assert caught.value.file == path
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "ว่างเปล่า"),
        (b"\xef\xbb\xbf \r\n", "ว่างเปล่า"),
        (bytes(1000), "ว่างเปล่า"),
        (b"a,b\0c\r\n1,2\r\n", "ไม่ใช่ไฟล์ข้อความ"),
        ("1 การปฏิบัติหน้าที่\0 97.68\n".encode(), "ไม่ใช่ไฟล์ข้อความ"),
        (bytes(range(1, 256)) * 40, "เสียหาย"),
        (b"\xff\xfe" + b"\x00\xd8" * 100 + b"a", "เสียหาย"),
        (b"%PDF-1.7\n" + bytes(100), "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "ภาพ"),
        (b"{" * 100_000, "JSON"),
        (b'{"units": ' + b"[" * 100_000, "ซ้อนกันลึก"),
        (b'{"units": [', ""),
        (b"1\n" * 200_000, "บรรทัด"),
    ],
)
def test_what_is_no_score_table_is_refused(data: bytes, told: str) -> None:
    assert told in refusal(data)


def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "คะแนน.csv"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)

    assert f"{MAX_BYTES // 1_000_000} MB" in file_refusal(path)


def test_bytes_beyond_the_limit_are_refused_from_memory_too() -> None:
    assert "MB" in refusal(b"1\n" * (MAX_BYTES // 2 + 1))


def test_a_folder_or_nothing_is_refused(tmp_path: Path) -> None:
    assert "โฟลเดอร์" in file_refusal(tmp_path)
    assert "ไม่พบไฟล์" in file_refusal(tmp_path / "none.csv")


def test_a_file_without_a_score_is_refused_with_a_line_of_it(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("สวัสดีครับ\n", encoding="utf-8")

    assert "สวัสดีครับ" in file_refusal(path)


def test_a_file_of_another_year_says_which(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text("ปี,ITA\n2561,80\n2562,90\n", encoding="utf-8")

    problem = file_refusal(path)

    assert "2561, 2562" in problem


@pytest.mark.parametrize(
    "text",
    [
        "1 การปฏิบัติหน้าที่ " * 40_000,
        "97.68 " * 200_000,
        '"' * 500_000,
        "คะแนน" * 39 + "1.5x\n" * 2_000,
        ("ได้ร้อยละ ซึ่ง มี " * 12 + "1.55 x\n") * 300,
        ("ก" * 100 + " ") * 10_000,
        "1 การปฏิบัติหน้าที่ " + "\u0e48" * 100_000 + " 97.68",
        ("(" * 60 + "9.9" + ")" * 60 + "\n") * 500,
        ",".join("=" * 500) + "\n" + ",".join("9" * 500),
    ],
)
def test_texts_made_to_be_slow_are_read_or_told_in_time(text: str) -> None:
    sheet = parse_score_text(text, LABELS, YEAR)

    assert all(len(trouble.in_words()) < 400 for trouble in sheet.not_understood)


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 100_000,
        "<table>" + "<tr>" + "<td colspan=999999>1" * 20_000,
        "<html><script>" + "1 การปฏิบัติหน้าที่ 97.68" * 1000,
        "<html><table><tr><td>" + "&#3585;" * 50_000,
        "<html>" + "<!--" * 200_000,
        "<html>" + "<!" * 200_000,
        "<html>" + "<![" * 200_000 + ">",
        "<html>" + "<a " * 200_000,
        "<html>" + "</" * 200_000,
        "<html>" + "<?" * 200_000,
        "<html>" + "&" * 200_000,
    ],
)
def test_web_pages_made_to_be_large_give_nothing(page: str) -> None:
    assert parse_score_text(page, LABELS, YEAR).units == ()


def test_scripts_of_a_page_are_never_scores() -> None:
    page = "<html><body><script>1 การปฏิบัติหน้าที่ 11.11</script>" + "".join(
        f"<p>{line}</p>" for line in text_pairs(SCORES).splitlines()
    )

    (unit,) = parse_score_text(page, LABELS, YEAR).units

    assert unit.indicators == SCORES


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\ufeff", "\u2066", "\x07"])
def test_signs_that_nobody_sees_do_not_count(sign: str) -> None:
    text = long_table(SCORES).replace("การ", f"{sign}การ", 3)

    (unit,) = read(text).units

    assert unit.indicators == SCORES


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read(data)
        problem = ""
    except ScoreFileError as error:
        problem = str(error)
    assert problem.isprintable()


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        sheet = parse_score_text(text, LABELS, YEAR)
    except ScoreFileError:
        return
    assert all(0 <= score <= 100 for unit in sheet.units for score in unit.indicators.values())
