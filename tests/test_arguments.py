"""Reading a command line by its table."""

from __future__ import annotations

import pytest

from ita_desktop.arguments import Arguments, Command, Operand, Option, UsageError, parse

COMMAND = Command(
    "make",
    "ทำ",
    lambda arguments: 0,
    operands=(Operand("IN", "ไฟล์เข้า"),),
    options=(
        Option("--output", "ไฟล์ออก", value="OUT", short="-o", required=True),
        Option("--mode", "แบบ", value="a|b", choices=("a", "b"), default="a"),
        Option("--fast", "เร็ว"),
        Option("--also", "อีกไฟล์", value="FILE", repeated=True),
    ),
)


def read(line: str) -> Arguments:
    return parse(COMMAND, line.split())


@pytest.mark.parametrize(
    "line",
    ["in -o out", "-o out in", "-oout in", "--output out in", "--output=out in", "-o out -- in"],
)
def test_the_ways_to_write_an_option(line: str) -> None:
    arguments = read(line)

    assert arguments["IN"] == "in"
    assert arguments["--output"] == "out"
    assert arguments["--mode"] == "a"
    assert "--fast" not in arguments


def test_switches_and_choices() -> None:
    arguments = read("in -o out --fast --mode=b")

    assert arguments["--mode"] == "b"
    assert "--fast" in arguments


def test_words_that_look_like_options() -> None:
    assert read("-o out -- -in")["IN"] == "-in"
    assert read("in -o -out")["--output"] == "-out"
    assert read("in -o a=b")["--output"] == "a=b"
    assert read("- -o out")["IN"] == "-"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("-o out", "IN"),
        ("in", "-o, --output OUT"),
        ("in more -o out", "more"),
        ("in -o", "-o ต้องตามด้วย OUT"),
        ("in -o --fast", "-o ต้องตามด้วย OUT"),
        ("in --output= ", "OUT"),
        ("in -o out --mode c", "a หรือ b"),
        ("in -o out --slow", "--slow"),
        ("in -o out -x", "-x"),
        ("in -o out --fast=1", "ไม่รับค่า"),
        ("in -o out --fas", "--fas"),
    ],
)
def test_what_is_not_of_the_table_is_refused(line: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        read(line)


def test_the_help_shows_every_part() -> None:
    usage = COMMAND.usage("prog")

    assert usage.startswith("วิธีใช้: prog make IN -o OUT [ตัวเลือก]\nทำ\n")
    for label in ("IN", "-o, --output OUT", "--mode a|b", "--fast", "-h, --help"):
        assert f"  {label} " in usage


def test_a_repeated_option_keeps_all_its_values() -> None:
    arguments = read("in --also a -o out --also=b")

    assert list(arguments.all("--also")) == ["a", "b"]
    assert list(read("in -o out").all("--also")) == []
