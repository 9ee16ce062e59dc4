"""The command line: a table of commands, each a thin call of one service.

Modules that a command needs are imported when it runs, so that none waits for
what another one needs.
"""

import io
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TextIO

from ita_desktop import __version__
from ita_desktop.arguments import HELP, Parser, UsageError, table
from ita_desktop.crash_report import OUT_OF_MEMORY, asked_for_log, told
from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted, quoted_path

PROGRAM = "ita-desktop"
OK = 0
FAULTY = 1
"""The case was read, and the checker calls something in it wrong."""
BAD_INPUT = 2
"""Also an output that cannot be written, and memory that does not suffice for the input."""
FAULT = 70
"""An error that nobody expected, of the program and not of the input (EX_SOFTWARE)."""
INTERRUPTED = 130
"""What shells use for Ctrl+C: 128 + SIGINT."""

_MOST_ERROR_LINES = 3
_YEAR_DIGITS = 4
_YEARS = range(2550, 2651)
"""Years (BE) of which there may be scores or a framework."""


def _memo(arguments: Namespace) -> int:
    from ita_desktop.papers.options import PaperOptions
    from ita_desktop.services.papers import export_paper
    from ita_desktop.thai.digits import Digits

    options = PaperOptions(
        digits=Digits(arguments.digits),
        font=arguments.font,
        continuation_words=not arguments.no_continuation_words,
        annex=arguments.annex,
    )
    earlier = [Path(file) for file in arguments.earlier]
    memo = export_paper(Path(arguments.case), Path(arguments.output), options, earlier)
    for warning in memo.warnings:
        _say(sys.stderr, f"คำเตือน: {warning}")
    _say(sys.stdout, f"{memo.pages} หน้า: {quoted_path(memo.file)}")
    if arguments.open:
        _open(memo.file)
    return OK


def _sample(arguments: Namespace) -> int:
    from ita_desktop.services.samples import write_sample

    path = Path(arguments.output)
    write_sample(path)
    _say(sys.stdout, f"เขียนตัวอย่างแล้ว: {quoted_path(path)}")
    return OK


def _analyse(arguments: Namespace) -> int:
    from ita_desktop.services.analysis import analyse_file

    earlier = [Path(file) for file in arguments.earlier]
    analysis = analyse_file(Path(arguments.case), earlier)
    if arguments.json:
        from ita_desktop.exchange.analysis_json import analysis_to_json

        for note in analysis.notes:
            _say(sys.stderr, f"คำเตือน: {quoted(note, 400)}")
        _put(analysis_to_json(analysis))
    else:
        from ita_desktop.exchange.analysis_text import analysis_text

        _say(sys.stdout, analysis_text(analysis))
    return OK


def _check(arguments: Namespace) -> int:
    from ita_desktop.domain.checks.finding import Severity
    from ita_desktop.services.checks import check_file

    findings = check_file(Path(arguments.case))
    if arguments.json:
        from ita_desktop.exchange.findings import findings_to_json

        _put(findings_to_json(findings))
    else:
        from ita_desktop.exchange.findings import findings_text

        _say(sys.stdout, findings_text(findings))
    return FAULTY if any(found.severity is Severity.ERROR for found in findings) else OK


def _framework(arguments: Namespace) -> int:
    from ita_desktop.services.frameworks import copy_framework, framework

    year = _year(arguments.year)
    if arguments.copy_to:
        file = copy_framework(year, _year(arguments.copy_to))
        _say(sys.stdout, f"คัดลอกเกณฑ์แล้ว แก้ไขได้ที่: {quoted_path(file)}")
        return OK
    from ita_desktop.exchange.framework_text import framework_text

    _say(sys.stdout, framework_text(framework(year)))
    return OK


def _scores(arguments: Namespace) -> int:
    from ita_desktop.services.scores import read_scores

    sheet = read_scores(Path(arguments.file), _year(arguments.year))
    if arguments.json:
        from ita_desktop.exchange.scores.sheet_json import left_out, sheet_to_json

        _put(sheet_to_json(sheet))
        if parts := left_out(sheet):
            named = quoted(", ".join(parts), 60)
            _say(sys.stderr, f"หมายเหตุ: JSON มีเฉพาะตัวชี้วัดและคะแนนรวม ไม่มี {named}")
        for note in sheet.notes:
            _say(sys.stderr, f"หมายเหตุ: {quoted(note, 400)}")
    else:
        from ita_desktop.exchange.scores.sheet_text import sheet_text

        _say(sys.stdout, sheet_text(sheet, all_lines=arguments.lines))
    return OK


def _measures(arguments: Namespace) -> int:
    from ita_desktop.services.library import load_library

    library = load_library()
    for problem in library.problems:
        _say(sys.stderr, f"คำเตือน: {problem}")
    wanted = arguments.show
    found = library.search(arguments.find) if not wanted else (library.entry(wanted),)
    if arguments.json:
        from ita_desktop.exchange.library_json import library_to_json

        _put(library_to_json(found))
        return OK
    from ita_desktop.exchange.library_text import entries_text, entry_text

    _say(sys.stdout, entry_text(found[0]) if wanted else entries_text(found))
    return OK


def _selftest(arguments: Namespace) -> int:
    try:
        from ita_desktop.ui.selftest import selftest
    except ImportError as error:
        raise _incomplete(error) from error
    from ita_desktop.services.selftest import report_json, report_text

    report = selftest()
    if arguments.report:
        from ita_desktop.files import write_atomically

        write_atomically(Path(arguments.report), report_json(report))
        _say(sys.stdout, report_text(report))
    else:
        _put(report_json(report))
        if not report.passed:
            _say(sys.stderr, report_text(report))
    return OK if report.passed else FAULT


# --- the commands and what they take ---------------------------------------------------------

_CASE = ("case", "CASE.json", "ไฟล์ข้อมูลของหน่วยงาน (ita-case)")
_JSON = ("--json", "แสดงเป็น JSON สำหรับโปรแกรมอื่น")


def _takes_earlier(parser: Parser) -> None:
    text = "ไฟล์ข้อมูลของปีก่อน ใช้ซ้ำได้หลายปี เพื่อเทียบคะแนน"
    parser.option("--earlier", metavar="CASE.json", text=text, default=())


def _memo_takes(parser: Parser) -> None:
    parser.operand(*_CASE)
    parser.option("-o", "--output", metavar="OUT.pdf", text="ไฟล์ PDF ที่จะเขียน", required=True)
    parser.option(
        "--font",
        metavar="NAME|FILE.ttf[:SCALE]",
        text="แบบอักษร: th-sarabun-new (ปกติ), sarabun หรือไฟล์ .ttf ตามด้วย :ขนาดเทียบ เช่น a.ttf:0.7",
        default="th-sarabun-new",
    )
    parser.switch("--no-continuation-words", "ไม่พิมพ์คำต่อ (/คำ...) ที่ท้ายหน้า")
    parser.option(
        "--digits",
        metavar="thai|as-typed",
        text="เลขไทยทั้งฉบับ (thai เป็นค่าปกติ) หรือตามที่พิมพ์ไว้ (as-typed)",
        allowed=("thai", "as-typed"),
        default="thai",
    )
    parser.switch("--annex", "แนบภาคผนวก: ตารางคะแนนและแผนภาพ")
    _takes_earlier(parser)
    parser.switch("--open", "เปิด PDF ด้วยโปรแกรมอ่านเมื่อทำเสร็จ")


def _analyse_takes(parser: Parser) -> None:
    parser.operand(*_CASE)
    parser.switch(*_JSON)
    _takes_earlier(parser)


def _scores_takes(parser: Parser) -> None:
    parser.operand("file", "FILE", "ไฟล์ตารางคะแนน")
    text = "ปีงบประมาณ พ.ศ. ของคะแนน เช่น 2568"
    parser.option("--year", metavar="YEAR", text=text, required=True)
    parser.switch(*_JSON)
    parser.switch("--lines", "แสดงทุกบรรทัดที่อ่านได้พร้อมเหตุผล")


def _check_takes(parser: Parser) -> None:
    parser.operand(*_CASE)
    parser.switch(*_JSON)


def _framework_takes(parser: Parser) -> None:
    parser.operand("year", "YEAR", "ปีงบประมาณ พ.ศ. เช่น 2568")
    text = "คัดลอกเกณฑ์ไว้แก้เป็นของปีนี้ (ปีเดียวกันก็ได้)"
    parser.option("--copy-to", metavar="YEAR", text=text)


def _measures_takes(parser: Parser) -> None:
    text = "คำที่ค้น หรือเลขตัวชี้วัด เช่น ร้องเรียน หรือ 10"
    parser.option("--find", metavar="WORDS", text=text, default="")
    parser.option("--show", metavar="ID", text="แสดงมาตรการหนึ่งทั้งหมด")
    parser.switch(*_JSON)


def _sample_takes(parser: Parser) -> None:
    parser.option("-o", "--output", metavar="CASE.json", text="ไฟล์ข้อมูลที่จะเขียน", required=True)


def _selftest_takes(parser: Parser) -> None:
    parser.option("--report", metavar="REPORT.json", text="ไฟล์รายงานที่จะเขียน (ปกติแสดงออกมา)")


class Command(NamedTuple):
    """A sub-command: ``takes`` adds its arguments, ``run`` returns the exit code."""

    name: str
    help: str
    run: Callable[[Namespace], int]
    takes: Callable[[Parser], None]

    def parser(self) -> Parser:
        """The parser of this command."""
        parser = Parser(f"{PROGRAM} {self.name}", self.help)
        self.takes(parser)
        return parser


COMMANDS: tuple[Command, ...] = (
    Command("memo", "ทำบันทึกข้อความเป็น PDF จากไฟล์ข้อมูล", _memo, _memo_takes),
    Command("analyse", "วิเคราะห์คะแนนของปี: ระดับ จุดที่ต่ำ และทางไปสู่ระดับถัดไป", _analyse, _analyse_takes),
    Command(
        "scores",
        "อ่านคะแนนจากไฟล์ .xlsx .csv .txt หรือหน้าเว็บที่บันทึกไว้ แล้วแสดงว่าอ่านได้อะไร",
        _scores,
        _scores_takes,
    ),
    Command(
        "check",
        "ตรวจข้อมูลก่อนเสนอ: ระยะเวลา ผู้รับ ผลลัพธ์ คะแนน และข้อที่มักผิด",
        _check,
        _check_takes,
    ),
    Command(
        "framework", "แสดงเกณฑ์การประเมินของปี หรือคัดลอกไปแก้เป็นของปีอื่น", _framework, _framework_takes
    ),
    Command("measures", "ค้นคลังมาตรการ: แนวทาง ขั้นตอน และตัวอย่างผลลัพธ์", _measures, _measures_takes),
    Command("sample", "เขียนไฟล์ข้อมูลตัวอย่างไว้ลองใช้โปรแกรม", _sample, _sample_takes),
    Command(
        "--selftest",
        "ให้โปรแกรมตรวจสอบตัวเองในโฟลเดอร์ชั่วคราว แล้วรายงานเป็น JSON",
        _selftest,
        _selftest_takes,
    ),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that *argv* (by default the process's own) names; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        _tolerate_narrow_encoding(stream)
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        with asked_for_log():
            return _run(words)
    except UsageError as error:
        asked = [PROGRAM, *(word for word in words[:1] if word in _names()), "--help"]
        _say(sys.stderr, f"{PROGRAM}: {error}\nดูวิธีใช้: {' '.join(asked)}")
    except ItaError as error:
        lines = str(error).splitlines()[:_MOST_ERROR_LINES]
        _say(sys.stderr, f"{PROGRAM}: " + "\n".join(lines))
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        _say(sys.stderr, f"{PROGRAM}: {OUT_OF_MEMORY}")
    except Exception as error:  # noqa: BLE001 - the last resort: told, and logged where asked
        _say(sys.stderr, f"{PROGRAM}: {told(error)}")
        return FAULT
    return BAD_INPUT


def _run(words: list[str]) -> int:
    if not words:
        return _window()
    name, *rest = words
    if name in HELP:
        _say(sys.stdout, _overview())
        return OK
    if name == "--version":
        _say(sys.stdout, f"{PROGRAM} {__version__}")
        return OK
    for command in COMMANDS:
        if command.name == name:
            # Behind "--" stands no option any more, not even that for help.
            options = rest[: rest.index("--")] if "--" in rest else rest
            if any(word in HELP for word in options):
                _say(sys.stdout, command.parser().format_help())
                return OK
            return command.run(command.parser().read(rest))
    raise UsageError(f"ไม่รู้จักคำสั่ง “{quoted(name)}” คำสั่งที่มี: {', '.join(_names())}")


def _window() -> int:
    try:
        from ita_desktop.app import run
    except ImportError as error:
        raise _incomplete(error) from error
    return run()


def _incomplete(error: ImportError) -> Exception:
    """What to raise for a window that cannot be imported."""
    if (error.name or "").startswith(__package__):
        return error  # a fault of ours, not of the system
    return ItaError(
        f"เปิดหน้าต่างไม่ได้เพราะระบบขาดส่วนประกอบ ({quoted(error, 120)}) โปรดติดตั้งตามที่ README บอก"
    )


def _names() -> list[str]:
    return [command.name for command in COMMANDS]


def _overview() -> str:
    rows = [(command.name, command.help) for command in COMMANDS]
    return "\n".join(
        [
            f"วิธีใช้: {PROGRAM} [คำสั่ง] …",
            "ไม่ระบุคำสั่ง: เปิดหน้าต่างโปรแกรม",
            "",
            *table(rows),
            "",
            f"วิธีใช้ของแต่ละคำสั่ง: {PROGRAM} คำสั่ง --help",
        ]
    )


def _open(file: Path) -> None:
    from ita_desktop.services.viewer import NoViewerError, open_in_viewer

    try:
        open_in_viewer(file)
    except NoViewerError as error:  # the memo is written all the same
        _say(sys.stderr, f"คำเตือน: {error}")


def _say(stream: TextIO | None, text: str) -> None:
    """Write a line, where someone listens.

    Where the reader of a pipe is gone or a device is full, there is no one to
    tell; what was done stays done, and the exit code says so.
    """
    if stream is not None:  # a windowed build on Windows has no streams
        with suppress(OSError, ValueError):  # ValueError: the stream is closed
            stream.write(text + "\n")
            stream.flush()


def _year(word: str) -> int:
    """Return a year of the Buddhist era; one of the common era is refused with what it is."""
    from ita_desktop.thai.dates import BUDDHIST_ERA

    year = int(word) if word.isdecimal() and len(word) == _YEAR_DIGITS else 0
    if year + BUDDHIST_ERA in _YEARS:
        raise UsageError(f"{year} เป็นปี ค.ศ. โปรดใส่ปี พ.ศ. คือ {year + BUDDHIST_ERA}")
    if year not in _YEARS:
        raise UsageError(f"“{quoted(word)}” ไม่ใช่ปี พ.ศ. โปรดใส่เช่น 2568")
    return year


def _put(data: bytes) -> None:
    """Write UTF-8 *data* to the output as it is: a redirected one on Windows is no UTF-8."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    else:
        _say(stream, data.decode("utf-8").rstrip("\n"))


def _tolerate_narrow_encoding(stream: TextIO | None) -> None:
    """Let a console that cannot show Thai show ``?`` instead of ending the program."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
