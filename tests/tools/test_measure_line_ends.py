"""The measure of line ends counts what it says: ends, faults, forced ones, in the right column."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.measure_line_ends import (
    BODY,
    TABLES,
    Gold,
    judge,
    judge_memo,
    main,
    parse,
    printed,
    too_wide,
)

from ita_desktop.typesetting.lines import TextStyle
from ita_desktop.typesetting.shaping import load_fonts

LINES = (
    "กองช่าง|สำรวจ|ไฟ|ส่องทาง|ทุก|ซอย |แล้ว|แจ้ง|ผล|ให้|ประชาชน|ทราบ|ภายใน|สิบ|วัน",
    "ผู้ดูแล|สวน|รดน้ำ|ต้นไม้|ทุก|เช้า |และ|เก็บ|ใบไม้|แห้ง|ไป|หมัก|เป็น|ปุ๋ย|ทุก|สัปดาห์",
    "ครู|พา|เด็ก|เดิน|ชม|ตลาด|เก่า |เพื่อ|เรียนรู้|วิธี|ทำ|ขนม|ของ|คน|รุ่น|ก่อน",
)


def test_marks_are_good_places_and_all_others_forbidden() -> None:
    assert parse("กข|ค ง") == Gold("กขค ง", frozenset({1, 3, 4}))


def test_of_a_pair_only_the_place_itself_is_forbidden() -> None:
    assert parse("กข¦คง") == Gold("กขคง", frozenset({2}))


@pytest.mark.parametrize("line", ["ก|ข¦ค", "ก¦ข¦ค"])
def test_a_line_of_neither_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"ก|values"):
        parse(line)


def test_only_ends_of_lines_before_the_last_count() -> None:
    gold = parse("กข|คง|จฉ")
    count = judge(gold, ["กข", "ค", "งจฉ"])
    assert (count.ends, [fault.offset for fault in count.faults]) == (2, [3])
    assert count.rate == 50.0


def test_a_fault_inside_too_wide_a_stretch_is_forced() -> None:
    gold = parse("กข|คง|จฉ")
    (fault,) = judge(gold, ["กข", "ค", "งจฉ"], [(2, 4)]).faults
    assert fault.forced
    (fault,) = judge(gold, ["กข", "ค", "งจฉ"], [(0, 2)]).faults
    assert not fault.forced


def test_lines_that_lost_a_letter_are_refused() -> None:
    with pytest.raises(ValueError, match="was set as"):
        judge(parse("กข|คง"), ["กข", "ค"])


def test_a_stretch_is_too_wide_without_the_space_that_hangs() -> None:
    style = TextStyle(load_fonts("th-sarabun-new").regular, 14.0)
    gold = parse("ตลาดเก่า |ชายน้ำ")
    width = style.face.shape("ตลาดเก่า").width * 14.0 / 1000
    assert list(too_wide(gold, style, width + 0.01)) == []
    assert (0, len("ตลาดเก่า ")) in too_wide(gold, style, width - 0.01)


def test_gold_is_judged_in_thai_digits_but_not_where_the_clean_up_moves_it() -> None:
    assert printed(parse("ปี 25|68")) == Gold("ปี ๒๕๖๘", parse("ปี 25|68").forbidden)
    assert printed(parse("น\u0e4d|า")) is None  # becomes one letter


def test_the_memo_gives_every_column_all_paragraphs() -> None:
    counts = judge_memo([parse(line) for line in LINES])
    assert set(counts) == {BODY, *TABLES[0], *TABLES[1]}
    # Each paragraph is wider than a column, none wider than three lines of the body.
    assert all(count.ends >= len(LINES) for name, count in counts.items() if name != BODY)
    assert all(count.ends < 10 * len(LINES) for count in counts.values())


def test_a_gold_without_places_makes_every_end_a_fault() -> None:
    counts = judge_memo([parse(line.replace("|", "")) for line in LINES])
    assert all(len(count.faults) == count.ends for count in counts.values())


def test_the_limit_decides_the_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    # what may break anywhere cannot be wrong, what may break nowhere cannot be right
    good.write_text("\n".join("|".join(line.replace("|", "")) for line in LINES), "utf-8")
    bad.write_text("\n".join(line.replace("|", "") for line in LINES), "utf-8")
    for file, code in ((good, 0), (bad, 1)):
        monkeypatch.setattr("sys.argv", ["measure_line_ends.py", str(file), "--limit", "3"])
        assert main() == code
    assert "in 100" in capsys.readouterr().out


def test_a_pair_that_may_be_cut_freely_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pairs.txt"
    file.write_text("ตลาดเก่าริมน้ำ ¦ของชาวบ้าน\nตลา¦ดเก่าริมน้ำ\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["measure_line_ends.py", str(file), "--limit", "3", "--show"])
    assert main() == 1
    out = capsys.readouterr().out
    assert "1 of 2 pairs cut" in out
    assert "ริมน้ำ |ของชาวบ้าน  FREELY up to" in out
