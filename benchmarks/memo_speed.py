"""From a case file to a PDF, whole cold processes: how fast, how large, beside other programs.

    python benchmarks/memo_speed.py [--runs N] [--sizes 6,60,600] [--only NAME,NAME]
                                    [--json] [--check]

Every run is a fresh process. The programs take turns, so that a machine that
gets slower gets slower for all of them; medians are compared. Prints a table in
Markdown; with --check, exits 1 when a target is missed or could not be measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.child import Run, run
from benchmarks.programs import OURS, ROOT, TYPST, Program, environment, find_programs, prepare

PATIENCE = 15.0
"""A program whose trial run takes longer (s) is not run again: the trial counts."""

FASTER_AT_6 = 1.0
SHARE_AT_60 = 0.7
GROWTH_AT_600 = 11.0
MEGABYTES_AT_600 = 300.0
SECOND_RENDERING = 60.0


class Figure(NamedTuple):
    """One program at one size: ``seconds`` are all runs, ``ratio`` that to Typst's median."""

    size: int
    program: str
    seconds: list[float]
    megabytes: float | None
    pages: int
    ratio: float | None

    @property
    def median(self) -> float:
        return median(self.seconds)


class StartUp(NamedTuple):
    """In ms: rendering first and again in one process; cold processes that only import."""

    first: float
    again: list[float]
    bare_python: float
    command_line: float
    renderer: float


class Check(NamedTuple):
    """A target of the project and what was measured; None: not measured."""

    target: str
    measured: float | None
    limit: float

    @property
    def met(self) -> bool:
        return self.measured is not None and self.measured <= self.limit


def measure_size(
    size: int, programs: Sequence[Program], runs: int, folder: Path, env: Mapping[str, str]
) -> dict[str, list[Run]]:
    """The runs of each program, in turns, after a trial run that fills disk caches."""
    done: dict[str, list[Run]] = {}
    trials = {p.name: run(p.command(folder, size), env) for p in programs}
    patient = [p for p in programs if trials[p.name].seconds <= PATIENCE]
    for program in programs:
        done[program.name] = [] if program in patient else [trials[program.name]]
    for number in range(runs):
        _tell(f"{size} measures: round {number + 1} of {runs}")
        for program in patient if number % 2 == 0 else reversed(patient):
            done[program.name].append(run(program.command(folder, size), env))
    return done


def figures(
    size: int, programs: Sequence[Program], done: Mapping[str, list[Run]], folder: Path
) -> list[Figure]:
    medians = {name: median([r.seconds for r in runs]) for name, runs in done.items()}
    yardstick = medians.get(TYPST)
    return [
        Figure(
            size,
            program.name,
            [r.seconds for r in done[program.name]],
            max([r.megabytes for r in done[program.name] if r.megabytes is not None], default=None),
            count_pages(program.pdf(folder, size).read_bytes()),
            medians[program.name] / yardstick if yardstick else None,
        )
        for program in programs
    ]


def count_pages(pdf: bytes) -> int:
    """The pages of a PDF, those in object streams included."""
    objects = re.finditer(rb"/Type\s*/ObjStm[^>]*>>\s*stream\r?\n", pdf)
    parts = [pdf, *[zlib.decompressobj().decompress(pdf[at.end() :]) for at in objects]]
    return sum(len(re.findall(rb"/Type\s*/Page(?![A-Za-z])", part)) for part in parts)


def measure_start_up(runs: int, env: Mapping[str, str]) -> StartUp:
    module = [sys.executable, "-m", "benchmarks.second_rendering"]
    told = subprocess.run(module, cwd=ROOT, env=env, capture_output=True, check=True).stdout
    preview = json.loads(told)
    imports = ("pass", "import ita_desktop.cli", "import ita_desktop.services.papers")
    times: dict[str, list[float]] = {code: [] for code in imports}
    for _ in range(runs + 1):
        for code in imports:
            times[code].append(1000 * run([sys.executable, "-c", code], env).seconds)
    bare, cli, renderer = [median(times[code][1:]) for code in imports]
    return StartUp(preview["first"], preview["again"], bare, cli, renderer)


def checks(found: Sequence[Figure], start_up: StartUp) -> list[Check]:
    """The project's targets beside what was measured."""
    ours = {figure.size: figure for figure in found if figure.program == OURS}
    six, sixty, many = ours.get(6), ours.get(60), ours.get(600)
    return [
        Check("6 measures, of Typst's time", six.ratio if six else None, FASTER_AT_6),
        Check("60 measures, of Typst's time", sixty.ratio if sixty else None, SHARE_AT_60),
        Check(
            "600 measures, times the time of 60",
            many.median / sixty.median if many and sixty else None,
            GROWTH_AT_600,
        ),
        Check("600 measures, peak MB", many.megabytes if many else None, MEGABYTES_AT_600),
        Check("rendering again after one edit, ms", median(start_up.again), SECOND_RENDERING),
    ]


def markdown(
    found: Sequence[Figure], start_up: StartUp, programs: Sequence[Program], runs: int
) -> str:
    named = ", ".join([f"{p.name} {p.version}" for p in programs if p.version])
    machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    lines = [
        f"Medians of {runs} cold processes in turns; {machine}{', ' if named else ''}{named}.",
        "",
        "| measures | program | seconds | to Typst | peak MB | pages |",
        "|---:|---|---:|---:|---:|---:|",
    ]
    for figure in found:
        once = " (one run)" if len(figure.seconds) < runs else ""
        ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else "–"
        memory = f"{figure.megabytes:.0f}" if figure.megabytes is not None else "–"
        lines.append(
            f"| {figure.size} | {figure.program} | {figure.median:.3f}{once} | {ratio} "
            f"| {memory} | {figure.pages} |"
        )
    lines += [
        "",
        "| in one process, 6 measures, case to PDF | ms |",
        "|---|---:|",
        f"| first rendering | {start_up.first:.0f} |",
        f"| again after one edited text, median of {len(start_up.again)} "
        f"| {median(start_up.again):.0f} |",
        f"| again, the slowest | {max(start_up.again):.0f} |",
        "",
        "| cold process | ms |",
        "|---|---:|",
        f"| bare Python | {start_up.bare_python:.0f} |",
        f"| … and the command line imported | {start_up.command_line:.0f} |",
        f"| … and all that `memo` needs | {start_up.renderer:.0f} |",
    ]
    return "\n".join(lines)


def verdict(check: Check) -> str:
    measured = "not measured" if check.measured is None else f"{check.measured:.2f}"
    return f"{'met   ' if check.met else 'MISSED'} {check.target}: {measured} (≤ {check.limit:g})"


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=9, help="runs of each program and size")
    parser.add_argument("--sizes", default="6,60,600", help="numbers of measures")
    parser.add_argument("--only", default="", help="names of the programs to run besides ours")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
    return parser.parse_args()


def main() -> int:
    arguments = _arguments()
    programs, missing = find_programs()
    if arguments.only:
        wanted = {OURS.lower(), *arguments.only.lower().split(",")}
        programs = [p for p in programs if p.name.lower() in wanted]
    for sentence in missing:
        _tell(f"MISSING: {sentence}")
    sizes = [int(size) for size in arguments.sizes.split(",")]
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder)
        prepare(folder, programs)
        # in a process of its own: this one stays small (see child.run)
        writer = [sys.executable, "-m", "benchmarks.documents", name, *map(str, sizes)]
        subprocess.run(writer, cwd=ROOT, env=env, check=True)
        done = {size: measure_size(size, programs, arguments.runs, folder, env) for size in sizes}
        start_up = measure_start_up(arguments.runs, env)
        for size in sizes:
            found += figures(size, programs, done[size], folder)
    targets = checks(found, start_up)
    if arguments.json:
        data = {
            "figures": [figure._asdict() for figure in found],
            "start_up": start_up._asdict(),
            "checks": [{**check._asdict(), "met": check.met} for check in targets],
        }
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(markdown(found, start_up, programs, arguments.runs))
        for sentence in missing:
            print(f"\n{sentence}.")
    if arguments.check:
        for check in targets:
            _tell(verdict(check))
    return int(arguments.check and not all(check.met for check in targets))


if __name__ == "__main__":
    sys.exit(main())
