"""The command line from outside: exit codes, one line or at most three, no traceback."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

import ita_desktop
from ita_desktop import cli
from ita_desktop.arguments import UsageError
from ita_desktop.cli import COMMANDS, FAULT, main
from ita_desktop.papers.options import PaperOptions
from ita_desktop.services import papers, viewer
from ita_desktop.services.folders import user_folder
from ita_desktop.thai.digits import Digits

Console = pytest.CaptureFixture[str]


@pytest.fixture
def case_path(tmp_path: Path, capsys: Console) -> Path:
    path = tmp_path / "case.json"
    assert main(["sample", "-o", str(path)]) == 0
    capsys.readouterr()
    return path


def refusal(capsys: Console, *words: object) -> str:
    """What the program says when it refuses *words*."""
    assert main([str(word) for word in words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert 1 <= len(err.splitlines()) <= 3
    assert "Traceback" not in err
    return err


def process(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The whole program in a process of its own."""
    source = Path(ita_desktop.__file__).parents[1]
    return subprocess.run(
        [sys.executable, "-m", "ita_desktop", *map(str, words)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(source), **environment},
    )


# --- memo -------------------------------------------------------------------------------------


def test_a_memo_is_one_line_with_its_pages(case_path: Path, capsys: Console) -> None:
    output = case_path.with_name("บันทึก.pdf")

    assert main(["memo", str(case_path), "-o", str(output)]) == 0

    out, err = capsys.readouterr()
    pages, rest = out.split(" ", 1)
    assert int(pages) > 1
    assert rest == f"หน้า: {output}\n"
    assert err == ""
    assert output.read_bytes().startswith(b"%PDF-")


def test_the_options_reach_the_memo(capsys: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def export(*arguments: object) -> papers.WrittenPaper:
        asked.append(arguments)
        return papers.WrittenPaper(Path("b.pdf"), 3, ("หนึ่ง", "สอง"))

    monkeypatch.setattr(papers, "export_paper", export)
    options = ["--font", "a.ttf:0.7", "--no-continuation-words", "--digits", "as-typed", "--annex"]
    options += ["--earlier", "c.json", "--earlier", "d.json"]

    assert main(["memo", "a.json", "-o", "b.pdf"]) == 0
    assert main(["memo", "a.json", "-o", "b.pdf", *options]) == 0

    files = (Path("a.json"), Path("b.pdf"))
    changed = PaperOptions(
        digits=Digits.AS_TYPED, font="a.ttf:0.7", continuation_words=False, annex=True
    )
    assert asked == [
        (*files, PaperOptions(), []),
        (*files, changed, [Path("c.json"), Path("d.json")]),
    ]
    assert capsys.readouterr().err == "คำเตือน: หนึ่ง\nคำเตือน: สอง\n" * 2


def test_the_digits_of_the_table_are_those_of_the_program() -> None:
    (memo,) = (command for command in COMMANDS if command.name == "memo")
    words = ["a.json", "-o", "a.pdf", "--digits"]

    assert [memo.parser().read([*words, d.value]).digits for d in Digits] == [
        d.value for d in Digits
    ]
    with pytest.raises(UsageError, match=" หรือ ".join(d.value for d in Digits)):
        memo.parser().read([*words, "roman"])


def test_a_glyph_that_no_font_has_is_a_warning(case_path: Path, capsys: Console) -> None:
    tree = json.loads(case_path.read_text(encoding="utf-8"))
    tree["measures"][0]["monitoring"] = "😀"
    case_path.write_text(json.dumps(tree), encoding="utf-8")

    assert main(["memo", str(case_path), "-o", str(case_path.with_name("a.pdf"))]) == 0

    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err.startswith("คำเตือน: ")


def test_open_hands_the_memo_to_the_viewer(
    case_path: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(viewer, "open_in_viewer", opened.append)
    output = case_path.with_name("a.pdf")

    assert main(["memo", str(case_path), "-o", str(output), "--open"]) == 0

    assert opened == [output]


def test_no_viewer_is_a_warning_since_the_memo_is_written(
    case_path: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: Path) -> None:
        raise viewer.NoViewerError(file)

    monkeypatch.setattr(viewer, "open_in_viewer", fail)
    output = case_path.with_name("a.pdf")

    assert main(["memo", str(case_path), "-o", str(output), "--open"]) == 0

    assert capsys.readouterr().err.startswith("คำเตือน: ")
    assert output.exists()


def test_bad_input_names_the_file_the_place_and_what_to_do(
    case_path: Path, capsys: Console
) -> None:
    tree = json.loads(case_path.read_text(encoding="utf-8"))
    tree["measures"][2]["stpes"] = tree["measures"][2].pop("steps")
    case_path.write_text(json.dumps(tree), encoding="utf-8")
    output = case_path.with_name("a.pdf")
    output.write_bytes(b"old")

    said = refusal(capsys, "memo", case_path, "-o", output)

    assert str(case_path) in said
    assert "measures[2].stpes" in said
    assert "steps" in said
    assert output.read_bytes() == b"old"


def test_an_output_that_cannot_be_written_is_named(case_path: Path, capsys: Console) -> None:
    output = case_path.parent / "none" / "a.pdf"

    assert str(output) in refusal(capsys, "memo", case_path, "-o", output)


def test_a_missing_case_is_named(tmp_path: Path, capsys: Console) -> None:
    missing = tmp_path / "ไม่มี.json"

    assert str(missing) in refusal(capsys, "memo", missing, "-o", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_font_is_refused(case_path: Path, capsys: Console) -> None:
    output = case_path.with_name("a.pdf")

    said = refusal(capsys, "memo", case_path, "-o", output, "--font", "no-such-font")

    assert "no-such-font" in said
    assert not output.exists()


# --- measures ---------------------------------------------------------------------------------


def test_measures_are_found(capsys: Console) -> None:
    assert main(["measures", "--find", "สินบน"]) == 0

    assert "anti-bribery" in capsys.readouterr().out


def test_a_measure_is_shown(capsys: Console) -> None:
    assert main(["measures", "--show", "anti-bribery"]) == 0

    assert "มาตรการป้องกันการรับสินบน" in capsys.readouterr().out


def test_measures_as_json_are_a_file_of_measures(capsys: Console) -> None:
    assert main(["measures", "--find", "สินบน", "--json"]) == 0

    tree = json.loads(capsys.readouterr().out)
    assert tree["format"] == "ita-measures"
    assert [measure["id"] for measure in tree["measures"]] == ["anti-bribery"]


def test_a_broken_file_of_measures_is_a_warning(capsys: Console) -> None:
    folder = user_folder("measures")
    folder.mkdir(parents=True)
    (folder / "broken.json").write_bytes(b"{")

    assert main(["measures"]) == 0

    assert "broken.json" in capsys.readouterr().err


def test_a_measure_that_is_not_there_is_told(capsys: Console) -> None:
    assert "x-1" in refusal(capsys, "measures", "--show", "x-1")


# --- the rest ---------------------------------------------------------------------------------


def test_the_sample_is_one_line(tmp_path: Path, capsys: Console) -> None:
    assert main(["sample", "-o", str(tmp_path / "a.json")]) == 0

    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("mem", "memo, analyse"),
        ("--fast", "--fast"),
        ("memo", "CASE.json"),
        ("memo a.json", "--output OUT.pdf"),
        ("memo a.json b.json -o c.pdf", "b.json"),
        ("memo a.json -o c.pdf --digits roman", "thai หรือ as-typed"),
        ("sample", "--output CASE.json"),
    ],
)
def test_a_slip_in_the_command_is_told_with_the_way_to_the_help(
    capsys: Console, line: str, hint: str
) -> None:
    said = refusal(capsys, *line.split())

    assert hint in said
    assert "--help" in said


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["memo", "--help"], ["sample", "x", "-h"]])
def test_help_is_thai_and_a_success(capsys: Console, words: list[str]) -> None:
    assert main(words) == 0

    assert capsys.readouterr().out.startswith("วิธีใช้: ita-desktop")


def test_every_command_is_in_the_overview(capsys: Console) -> None:
    main(["--help"])

    out = capsys.readouterr().out
    assert all(f"  {command.name} " in out for command in COMMANDS)


def test_the_version(capsys: Console) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ita-desktop {ita_desktop.__version__}\n"


class Lacking(types.ModuleType):
    """The window's module on a system where importing it fails."""

    def __init__(self, failure: ImportError) -> None:
        super().__init__("ita_desktop.app")
        self.failure = failure

    def __getattr__(self, name: str) -> object:
        raise self.failure


def test_no_command_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    window = types.ModuleType("ita_desktop.app")
    window.run = lambda: 7  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ita_desktop.app", window)

    assert main([]) == 7


def test_a_system_without_what_qt_needs_is_told(
    capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = ImportError("libEGL.so.1: cannot open shared object file")
    monkeypatch.setitem(sys.modules, "ita_desktop.app", Lacking(library))

    assert "libEGL.so.1" in refusal(capsys)


def test_a_module_of_ours_that_is_missing_is_no_fault_of_the_system(
    capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = ModuleNotFoundError("no", name="ita_desktop.ui.main_window")
    monkeypatch.setitem(sys.modules, "ita_desktop.app", Lacking(missing))

    assert main([]) == FAULT
    assert "ModuleNotFoundError" in capsys.readouterr().err


# --- what nobody expected ---------------------------------------------------------------------


class SurpriseError(Exception):
    """An error that no part of the program foresees."""


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: list[str]) -> int:
        raise SurpriseError("\x1b[31mrow\n1")

    monkeypatch.delenv("ITA_DESKTOP_LOG", raising=False)
    monkeypatch.setattr(cli, "_run", fail)


def fault_line(capsys: Console) -> str:
    """What the program says of a fault of its own."""
    assert main(["memo"]) == FAULT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.removesuffix("\n").isprintable()
    assert "SurpriseError" in err
    return err


@pytest.mark.usefixtures("fault")
def test_an_unexpected_error_is_one_line_with_its_type(capsys: Console) -> None:
    assert "ITA_DESKTOP_LOG" in fault_line(capsys)


@pytest.mark.usefixtures("fault")
def test_the_traceback_goes_to_the_log_that_was_asked_for(
    tmp_path: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "ข้อผิดพลาด.log"
    monkeypatch.setenv("ITA_DESKTOP_LOG", str(log))

    said = [fault_line(capsys), fault_line(capsys)]

    assert all(str(log) in line for line in said)
    assert log.read_text(encoding="utf-8").count("Traceback") == 2
    assert "test_cli.py" in log.read_text(encoding="utf-8")


@pytest.mark.usefixtures("fault")
@pytest.mark.parametrize("name", ["", "none/a.log"])
def test_a_log_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("ITA_DESKTOP_LOG", str(tmp_path / name))

    assert "ไม่ได้" in fault_line(capsys).replace("ไม่ได้คาด", "")


def test_memory_that_runs_out_is_told_as_bad_input(
    capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: list[str]) -> int:
        raise MemoryError

    monkeypatch.setattr(cli, "_run", fail)

    assert "หน่วยความจำไม่พอ" in refusal(capsys, "memo")


# --- no one listens ---------------------------------------------------------------------------


class Deaf(io.StringIO):
    """A stream whose other end is gone, or has no room."""

    def __init__(self, failure: Exception, *, late: bool) -> None:
        super().__init__()
        self.failure = failure
        self.late = late

    def write(self, text: str) -> int:
        if self.late:
            return len(text)
        raise self.failure

    def flush(self) -> None:
        raise self.failure


@pytest.mark.parametrize("late", [False, True], ids=["at once", "when flushed"])
@pytest.mark.parametrize(
    "failure",
    [BrokenPipeError(errno.EPIPE, "gone"), OSError(errno.ENOSPC, "full"), ValueError("closed")],
    ids=lambda failure: type(failure).__name__,
)
def test_a_written_memo_is_a_success_though_no_one_listens(
    case_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, late: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", Deaf(failure, late=late))
    monkeypatch.setattr(sys, "stderr", Deaf(failure, late=late))
    output = case_path.with_name("a.pdf")

    assert main(["memo", str(case_path), "-o", str(output)]) == 0
    assert output.exists()
    assert main(["memo", "none.json", "-o", str(output)]) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_device_as_console_changes_no_exit_code(tmp_path: Path, unbuffered: str) -> None:
    source = Path(ita_desktop.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONUNBUFFERED": unbuffered}
    case, output = str(tmp_path / "a.json"), tmp_path / "a.pdf"

    def code(*words: str) -> int:
        with Path("/dev/full").open("wb") as full:
            return subprocess.run(
                [sys.executable, "-m", "ita_desktop", *words],
                stdout=full,
                stderr=full,
                check=False,
                env=environment,
            ).returncode

    assert code("sample", "-o", case) == 0
    assert code("memo", case, "-o", str(output)) == 0
    assert output.exists()
    assert code("memo") == 2
    assert code("--help") == 0


def test_an_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupt)

    assert main(["memo"]) == 130


def test_a_program_without_streams_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert main(["sample", "-o", str(tmp_path / "a.json")]) == 0
    assert main(["sample"]) == 2


@pytest.mark.parametrize("encoding", ["ascii:strict", "cp1252:strict", "cp874:strict", "utf-8"])
def test_any_console_shows_what_it_can(tmp_path: Path, encoding: str) -> None:
    good = process("sample", "-o", tmp_path / "ก.json", PYTHONIOENCODING=encoding)
    bad = process("memo", tmp_path / "ไม่มี.json", "-o", "a.pdf", PYTHONIOENCODING=encoding)

    assert (good.returncode, good.stderr) == (0, b"")
    assert len(good.stdout.splitlines()) == 1
    assert (bad.returncode, bad.stdout) == (2, b"")
    assert b".json" in bad.stderr
    assert b"Traceback" not in bad.stderr


def test_a_memo_starts_no_qt_and_loads_no_database(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from ita_desktop.cli import main\n"
        f"main(['sample', '-o', {str(tmp_path / 'a.json')!r}])\n"
        f"main(['memo', {str(tmp_path / 'a.json')!r}, '-o', {str(tmp_path / 'a.pdf')!r}])\n"
        "heavy = ('PySide6', 'sqlalchemy', 'reportlab.platypus', 'subprocess')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    source = Path(ita_desktop.__file__).parents[1]
    child = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )

    assert (tmp_path / "a.pdf").exists()
    assert child.stdout.splitlines()[-1] == b"[]"
