"""Builds the Windows bundle and installer on Debian and tries them under Wine.

    python3 packaging/trial/trial.py              installs what it needs, then tries everything
    python3 packaging/trial/trial.py --at-hand    only where nothing has to be installed or fetched

Each step's result is shown and kept in build/trial/report.md and report.json. Ends with 0,
or with 1 where a step has failed. The bundle made here is for trying only: a part of its
Python is this machine's. What is released is built on Windows, by packaging/build.py.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import installed
import parts
from bundle import try_bundle
from product import ROOT
from report import Report, StepError
from windows_python import MINOR, assemble, supported
from wine import NETWORK_DRIVE, Wine, windows

WORK = ROOT / "build" / "trial"
TESTS = (
    "tests/windows",
    "tests/test_files.py",
    "tests/test_log.py",
    "tests/storage/test_connection.py",
    "tests/storage/test_network.py",
    "tests/storage/test_database.py",
    "tests/storage/test_store.py",
    "tests/services/test_folders.py",
)
"""What is tried under Wine with the platform plugin of Windows."""

# The second is Wine's: it scales no windows by the monitor that they are on.
QT_LOG_IGNORED = "qt_log_ignore=^This plugin does not support \n^QtWindows::DpiAwareness"


def test_suite(wine: Wine, python: Path) -> str:
    """Run the tests that are about Windows; StepError with pytest's last lines."""
    thai = wine.prefix / "drive_c" / "users" / "ทดสอบ ระบบ"
    thai.mkdir(parents=True)
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--color=no", "-o", QT_LOG_IGNORED]
    done = wine.run(
        python,
        *words,
        f"--basetemp={wine.windows_path(thai / 'pytest')}",
        *TESTS,
        cwd=ROOT,
        PYTHONPATH=wine.windows_path(ROOT / "src"),  # for the processes that tests start
        ITA_TEST_PLATFORM="windows",
        ITA_TRIAL="1",
        ITA_TRIAL_NETWORK_DRIVE=f"{NETWORK_DRIVE}:\\",
        CI="true",
    )
    (WORK / "pytest.log").write_text(done.output, encoding="utf-8")
    lines = done.output.strip().splitlines()
    if done.code:
        raise StepError("\n".join(lines[-30:]))
    return lines[-1]


def interpreter(wine: Wine, python: Path) -> str:
    """The assembled Python is a Windows one, on a Thai Windows."""
    code = "import sys, locale; print(sys.platform, sys.version.split()[0], locale.getencoding())"
    said = wine.run(python, "-X", "utf8=0", "-c", code).output.strip()
    if not said.startswith("win32") or not said.endswith("cp874"):
        raise StepError(said)
    return said


def get_parts(at_hand: bool) -> str:
    """Everything from outside is here and as pinned."""
    if not supported():
        raise StepError(f"needs Python {MINOR[0]}.{MINOR[1]}, whose library it borrows")
    folder = parts.store_folder()
    if not at_hand:
        parts.install_packages()
        parts.fetch_wheels(folder)
    lacking = parts.missing_packages() + parts.missing_wheels(folder)
    if lacking:
        raise StepError(f"not at hand: {', '.join(lacking)}")
    return f"{len(parts.pins())} wheels, SHA-256 as pinned"


def try_all(report: Report) -> None:
    """Every step after the parts are there."""
    wheels = parts.wheels_at_hand(parts.store_folder())
    carrier = wheels.pop(parts.CARRIER)
    python = WORK / "python" / "python.exe"

    def make_python() -> str:
        assemble(python.parent, carrier, list(wheels.values()))
        return f"{len(wheels)} packages in it"

    if not report.step("a Windows Python is put together", make_python):
        return
    with windows(WORK / "windows") as wine:
        if not report.step("it runs on a Thai Windows", lambda: interpreter(wine, python)):
            return
        report.step("tests on the windows platform", lambda: test_suite(wine, python))
        bundle = try_bundle(report, wine, python, WORK)
        if bundle is not None:
            installed.try_installer(report, wine, python, bundle, WORK)
            installed.try_portable(report, wine, bundle, WORK)


def main(arguments: list[str]) -> int:
    if not supported() and (other := shutil.which(f"python{MINOR[0]}.{MINOR[1]}")):
        os.execv(other, [other, __file__, *arguments])
    at_hand = "--at-hand" in arguments
    report = Report(WORK)
    if at_hand:
        try:
            get_parts(at_hand)
        except StepError as error:
            report.leave_out("THE WINDOWS TRIAL WAS NOT RUN", str(error))
            return 0
    if report.step("parts", lambda: get_parts(at_hand)):
        try_all(report)
    failed = [result.name for result in report.results if result.state == "failed"]
    print(f"FAILED: {'; '.join(failed)}" if failed else "the Windows trial went well")
    print(f"report: {WORK / 'report.md'}")
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
