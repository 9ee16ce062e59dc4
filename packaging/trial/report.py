"""The report of a trial: each step with its result, on the screen and as JSON and Markdown."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

MARKS = {"passed": "ok", "failed": "FAILED", "left out": "LEFT OUT"}


class Result(NamedTuple):
    """One step: ``state`` is a key of MARKS."""

    name: str
    state: str
    seconds: float
    detail: str


class StepError(Exception):
    """What was tried is not as it must be; the text says what."""


class Report:
    """Collects results and rewrites the files after each, so that a stopped trial has one too."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.results: list[Result] = []

    @property
    def failed(self) -> bool:
        """Whether any step has failed."""
        return any(result.state == "failed" for result in self.results)

    def step(self, name: str, what: Callable[[], str]) -> bool:
        """Try one step; False where it failed. Its answer is the detail."""
        began = time.perf_counter()
        try:
            state, detail = "passed", what()
        except Exception as error:  # noqa: BLE001 - the report tells whatever it was
            state, detail = "failed", f"{type(error).__name__}: {error}"
        self._add(Result(name, state, time.perf_counter() - began, detail))
        return state == "passed"

    def leave_out(self, name: str, why: str) -> None:
        """Note a step that could not be tried."""
        self._add(Result(name, "left out", 0.0, why))

    def _add(self, result: Result) -> None:
        self.results.append(result)
        print(
            f"{MARKS[result.state]:>8} {result.seconds:6.1f} s  {result.name}: {result.detail}",
            flush=True,
        )
        self._folder.mkdir(parents=True, exist_ok=True)
        rows = [one._asdict() for one in self.results]
        text = json.dumps({"failed": self.failed, "steps": rows}, ensure_ascii=False, indent=2)
        (self._folder / "report.json").write_text(text + "\n", encoding="utf-8")
        lines = ["| step | result | seconds | |", "|---|---|---:|---|"]
        for one in self.results:
            detail = one.detail.replace("|", "\\|").replace("\n", "<br>")
            lines.append(f"| {one.name} | {MARKS[one.state]} | {one.seconds:.1f} | {detail} |")
        (self._folder / "report.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
