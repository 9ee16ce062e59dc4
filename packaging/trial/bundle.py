"""The part of the trial about the bundle: made by PyInstaller, whole, small, and quick to start."""

from __future__ import annotations

import json
import re
from pathlib import Path

from build import PROGRAMS, check_bundle, pyinstaller_words
from product import NAME, ROOT
from report import Report, StepError
from wine import HERE, STUB_MARK, STUBS, Wine

STARTS = 5
MOST_MILLISECONDS = 3000
"""From the start of the program to its window, after the first start."""

SEED = """
from ita_desktop.services.database import DATABASE
from ita_desktop.services.folders import user_folder
from ita_desktop.services.samples import sample_case
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.database import open_database
store = open_database(user_folder(DATABASE)).store
Workspace(store).add_year("sample", sample_case())
store.close()
print(ascii(str(user_folder(DATABASE))))
"""


def try_bundle(report: Report, wine: Wine, python: Path, work: Path) -> Path | None:
    """Build and try the bundle; its folder, or None where there is none to go on with."""
    bundle = work / "dist" / NAME

    def build() -> str:
        words = pyinstaller_words(bundle.parent, wine.windows_path)
        done = wine.run(python, *words, timeout=900)
        (work / "pyinstaller.log").write_text(done.output, encoding="utf-8")
        if done.code:
            raise StepError(done.output[-2000:])
        return str(bundle)

    if not report.step("PyInstaller makes the bundle", build):
        return None
    report.step("the bundle is small and whole", lambda: contents(bundle))
    report.step("no stub of the trial is in it", lambda: no_stubs(bundle))
    report.step("the bundle's self-test", lambda: selftest(wine, bundle, work / "selftest.json"))
    report.step("a year of data, as an earlier run left it", lambda: seed(wine, python))
    report.step("it starts to a visible window", lambda: start_times(wine, python, bundle))
    return bundle


def contents(bundle: Path) -> str:
    """Its size, and that of its largest part."""
    size = check_bundle(bundle)
    files = [file for file in bundle.rglob("*") if file.is_file()]
    largest = max(files, key=lambda file: file.stat().st_size)
    return f"{size / 1e6:.1f} MB in {len(files)} files, the largest {largest.name}"


def no_stubs(bundle: Path) -> str:
    """No DLL of the bundle is one that stands for a part of Windows."""
    libraries = list(bundle.rglob("*.dll"))
    strayed = [
        file.name
        for file in libraries
        if file.stem.lower() in STUBS or STUB_MARK in file.read_bytes()
    ]
    if strayed:
        raise StepError(f"stubs in the bundle: {', '.join(strayed)}")
    return f"{len(libraries)} libraries looked through"


def selftest(wine: Wine, folder: Path, file: Path) -> str:
    """Run the self-test of the program in *folder*; StepError with what failed."""
    file.unlink(missing_ok=True)
    words = ("--selftest", "--report", wine.windows_path(file))
    done = wine.run(folder / PROGRAMS[1], *words, timeout=180)
    if not file.is_file():
        raise StepError(f"no report; {done.code}: {done.output[-2000:]}")
    found = json.loads(file.read_text(encoding="utf-8"))
    faults = [f"{step['name']}: {step['detail']}" for step in found["steps"] if not step["passed"]]
    if faults or done.code:
        raise StepError("; ".join(faults) or f"ended with {done.code}")
    return "; ".join(f"{step['name']}: {step['detail']}" for step in found["steps"])


def seed(wine: Wine, python: Path) -> str:
    """Put the sample's year into the user's database, with the checkout's own code."""
    source = wine.windows_path(ROOT / "src")
    done = wine.run(python, "-c", SEED, PYTHONPATH=source)
    if done.code:
        raise StepError(done.output[-2000:])
    return done.output.strip()


def start_times(wine: Wine, python: Path, folder: Path) -> str:
    """Start and close the window several times; StepError where it comes late."""
    times = [start_time(wine, python, folder) for _ in range(STARTS)]
    told = f"first {times[0]} ms, then {', '.join(map(str, times[1:]))} ms"
    # Other work on the machine only makes a start slower.
    if min(times[1:]) > MOST_MILLISECONDS:
        raise StepError(told)
    return told


def start_time(wine: Wine, python: Path, folder: Path) -> int:
    """Milliseconds to the window of the program in *folder*, which is then closed."""
    probe, program = HERE / "start_time.py", folder / PROGRAMS[0]
    done = wine.run(python, wine.windows_path(probe), wine.windows_path(program), timeout=150)
    found = re.match(r"(\d+) ms", done.output)
    if done.code or not found:
        raise StepError(done.output[-1000:])
    return int(found[1])
