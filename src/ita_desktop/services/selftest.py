"""The program tries itself: does what a year needs, in a folder of its own, and reports it.

For a freshly made bundle, a new computer, and a call for help. The user's data are not
touched.
"""

from __future__ import annotations

import datetime
import json
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from ita_desktop import __version__
from ita_desktop.domain.case import Case
from ita_desktop.errors import ItaError
from ita_desktop.files import write_atomically
from ita_desktop.services.database import DATABASE
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.services.papers import MadePaper, make_paper
from ita_desktop.services.samples import sample_case
from ita_desktop.services.workspace import Workspace
from ita_desktop.storage.database import open_database
from ita_desktop.storage.store import Store


class SelfTestStep(NamedTuple):
    """One thing that was tried: its Thai title, whether it went well, what there is to say."""

    name: str
    title: str
    passed: bool
    seconds: float
    detail: str


class Report(NamedTuple):
    """Everything that was tried; ``where`` tells the program and the computer."""

    steps: tuple[SelfTestStep, ...]
    where: dict[str, str]

    @property
    def passed(self) -> bool:
        """Whether all went well."""
        return all(step.passed for step in self.steps)


class SelfTestError(ItaError):
    """A step did something, but not what was expected of it."""


class Screen(Protocol):
    """What the window's side tries, since only it knows Qt; both raise where they fail."""

    def read_text(self, pdf: bytes) -> str:
        """The text of all pages."""

    def open_window(self, database: Path) -> str:
        """Opens the program on a database where nobody sees it, and ends it; what to report."""


def run_selftest(screen: Screen) -> Report:
    """Try everything, in a temporary folder that is gone afterwards; never raises for a fault."""
    began = datetime.datetime.now(datetime.UTC)
    with tempfile.TemporaryDirectory(prefix="ita-ทดสอบ-") as folder:
        trial = _Trial(Path(folder), screen)
        steps = tuple(
            _tried(name, title, step)
            for name, title, step in (
                ("modules", "ส่วนประกอบของโปรแกรม", trial.import_all),
                ("database", "ฐานข้อมูล", trial.keep_sample),
                ("memo", "ทำบันทึกข้อความ", trial.make_memo),
                ("file", "เขียนไฟล์ PDF", trial.write_memo),
                ("text", "อ่านข้อความใน PDF", trial.read_memo),
                ("window", "เปิดหน้าต่าง", trial.show_window),
            )
        )
    where = {
        "program": __version__,
        "frozen": str(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "system": platform.platform(),
        "began": began.isoformat(timespec="seconds"),
    }
    return Report(steps, where)


def selftest_command(report: Path) -> list[str]:
    """The words that start this very program for a self-test which writes *report*.

    In a process of its own, the running program's looks and data are left alone. It ends
    with 0 where all went well.
    """
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "ita_desktop"]
    return [*program, "--selftest", "--report", str(report)]


def report_json(report: Report) -> bytes:
    """The report as JSON, in UTF-8."""
    steps = [{**step._asdict(), "seconds": round(step.seconds, 3)} for step in report.steps]
    whole = {"passed": report.passed, **report.where, "steps": steps}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def report_text(report: Report) -> str:
    """The report as Thai lines, one for each step, and what to do."""
    lines = [
        f"{'ผ่าน' if step.passed else 'ไม่ผ่าน'}: {step.title} ({step.detail})"
        for step in report.steps
    ]
    if report.passed:
        lines.append("โปรแกรมพร้อมใช้งาน")
    else:
        lines.append("มีส่วนที่ไม่ผ่าน โปรดติดตั้งโปรแกรมใหม่ หากยังไม่ผ่าน โปรดส่งรายงานนี้ให้ผู้ดูแลโปรแกรม")
    return "\n".join(lines)


def _tried(name: str, title: str, step: Callable[[], str]) -> SelfTestStep:
    began = time.perf_counter()
    try:
        detail, passed = step(), True
    except Exception as error:  # noqa: BLE001 - whatever it is, the report tells it
        detail, passed = f"{type(error).__name__}: {error}", False
    return SelfTestStep(name, title, passed, time.perf_counter() - began, detail)


class _Trial:
    """The steps; each makes what it needs itself, so that one fault does not hide others."""

    def __init__(self, folder: Path, screen: Screen) -> None:
        self._folder = folder
        self._screen = screen

    @cached_property
    def _case(self) -> Case:
        return sample_case()

    @cached_property
    def _memo(self) -> MadePaper:
        return make_paper(PaperOrder(self._case))

    def import_all(self) -> str:
        """Import every module: a bundle that lacks a part of one is found out."""
        import importlib
        import pkgutil

        import ita_desktop

        names = [
            module.name for module in pkgutil.walk_packages(ita_desktop.__path__, "ita_desktop.")
        ]
        for name in names:
            if not name.endswith(".__main__"):
                importlib.import_module(name)
        return f"{len(names)} โมดูล"

    def keep_sample(self) -> str:
        """Store the sample, close, open again: it is the same."""
        path = self._folder / DATABASE
        store = self._opened(path)
        try:
            record = Workspace(store).add_year("ตัวอย่าง", self._case, sample=True)
        finally:
            store.close()
        store = self._opened(path)
        try:
            if store.year(record.id) != record:
                raise SelfTestError("ข้อมูลที่อ่านกลับมาไม่ตรงกับที่บันทึก โปรดติดตั้งโปรแกรมใหม่")
        finally:
            store.close()
        return f"{path.stat().st_size:,} ไบต์"

    def make_memo(self) -> str:
        """Compose and set the sample's memo."""
        return f"{self._memo.pages} หน้า"

    def write_memo(self) -> str:
        """Write it under a Thai name, then once more over it."""
        file = self._folder / "บันทึกข้อความ.pdf"
        for _ in range(2):
            write_atomically(file, self._memo.pdf)
        if file.read_bytes() != self._memo.pdf:
            raise SelfTestError("ไฟล์ที่เขียนไม่ตรงกับที่ทำไว้ โปรดตรวจดิสก์")
        return f"{len(self._memo.pdf):,} ไบต์"

    def read_memo(self) -> str:
        """Find the agency and the memo's own heading in its text."""
        text = "".join(self._screen.read_text(self._memo.pdf).split())
        for wanted in ("บันทึกข้อความ", self._case.agency.name):
            if "".join(wanted.split()) not in text:
                raise SelfTestError(f"ไม่พบคำว่า “{wanted}” ใน PDF โปรดติดตั้งโปรแกรมใหม่")
        return f"{len(text):,} อักขระ"

    def show_window(self) -> str:
        """Open the program on a database with the sample."""
        path = self._folder / "window" / DATABASE
        store = self._opened(path)
        try:
            Workspace(store).add_year("ตัวอย่าง", self._case, sample=True)
        finally:
            store.close()
        return self._screen.open_window(path)

    @staticmethod
    def _opened(path: Path) -> Store:
        opened = open_database(path)
        if opened.store is None:
            raise SelfTestError(opened.message)
        return opened.store
