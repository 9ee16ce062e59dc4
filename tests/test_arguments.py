"""Reading a command line by its table."""

from __future__ import annotations

import pytest

from ita_desktop.arguments import Parser, UsageError


@pytest.fixture
def parser() -> Parser:
    parser = Parser("prog make", "ทำ")
    parser.operand("file", "IN", "ไฟล์เข้า")
    parser.option("-o", "--output", metavar="OUT", text="ไฟล์ออก", required=True)
    parser.option("--mode", metavar="a|b", text="แบบ", allowed=("a", "b"), default="a")
    parser.switch("--fast", "เร็ว")
    parser.option("--also", metavar="FILE", text="อีกไฟล์", default=())
    return parser


@pytest.mark.parametrize(
    "line",
    ["in -o out", "-o out in", "-oout in", "--output out in", "--output=out in", "-o out -- in"],
)
def test_the_ways_to_write_an_option(parser: Parser, line: str) -> None:
    arguments = parser.read(line.split())

    assert arguments.file == "in"
    assert arguments.output == "out"
    assert arguments.mode == "a"
    assert not arguments.fast


def test_switches_and_choices(parser: Parser) -> None:
    arguments = parser.read(["in", "-o", "out", "--fast", "--mode=b"])

    assert arguments.mode == "b"
    assert arguments.fast


def test_words_that_look_like_options(parser: Parser) -> None:
    assert parser.read(["-o", "out", "--", "-in"]).file == "-in"
    assert parser.read(["in", "-o", "-out"]).output == "-out"
    assert parser.read(["in", "-o", "a=b"]).output == "a=b"
    assert parser.read(["-", "-o", "out"]).file == "-"


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
def test_what_is_not_of_the_table_is_refused(parser: Parser, line: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        parser.read(line.split())


def test_the_help_shows_every_part(parser: Parser) -> None:
    usage = parser.format_help()

    assert usage.startswith("วิธีใช้: prog make IN -o OUT [ตัวเลือก]\nทำ\n")
    for label in ("IN", "-o, --output OUT", "--mode a|b", "--fast", "-h, --help"):
        assert f"  {label} " in usage


def test_a_repeated_option_keeps_all_its_values(parser: Parser) -> None:
    arguments = parser.read(["in", "--also", "a", "-o", "out", "--also=b"])

    assert list(arguments.also) == ["a", "b"]
    assert list(parser.read(["in", "-o", "out"]).also) == []
