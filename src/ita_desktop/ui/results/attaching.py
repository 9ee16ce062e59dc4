"""Copies files into the data folder beside the window, then adds them as evidence."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.case import Evidence
from ita_desktop.domain.records import StoredFile
from ita_desktop.domain.result_slots import Slot, place_in, with_more_evidence
from ita_desktop.errors import ItaError
from ita_desktop.services.evidence import EvidenceFiles
from ita_desktop.ui.background import Background
from ita_desktop.ui.session import Session


class _Target(NamedTuple):
    """Where the evidence belongs, as it was when the files were given."""

    year: str
    slot: Slot
    measure: str


class _Copies(NamedTuple):
    made: tuple[tuple[Path, StoredFile], ...]
    problems: tuple[ItaError, ...]


class Attaching(QObject):
    """``busy(bool)``: files are being copied, or no longer."""

    busy = Signal(bool)

    def __init__(
        self, session: Session, files: EvidenceFiles | None, background: Background
    ) -> None:
        super().__init__(background)
        self._session = session
        self._files = files
        self._background = background
        self._cancelled = threading.Event()
        self._running = 0

    def attach(self, slot: Slot, sources: Sequence[Path]) -> None:
        """Copies files and adds them to the slot's result as one step."""
        files, record = self._files, self._session.record
        if self._session.read_only or record is None or not sources:
            return
        if files is None:
            self._session.tell("ขณะนี้แนบไฟล์ไม่ได้ โปรดใส่เป็นลิงก์แทน")
            return
        self._session.commit()
        target = _Target(record.id, slot, record.case.measures[slot.measure].name)
        self._cancelled.clear()
        self._count(1)
        self._background.run(
            lambda: _copy(files, sources, self._cancelled),
            lambda copies: self._done(files, target, copies),
            self._failed,
        )

    def cancel(self) -> None:
        """Leaves the files that are not yet copied."""
        self._cancelled.set()

    def _done(self, files: EvidenceFiles, target: _Target, copies: _Copies) -> None:
        self._count(-1)
        evidence: list[Evidence] = []
        problems = list(copies.problems)
        for source, stored in copies.made:
            try:
                evidence.append(files.noted(source, stored))
            except ItaError as error:
                problems.append(error)
        if evidence:
            self._add(target, evidence)
        if problems:
            self._session.tell("\n".join(dict.fromkeys(map(str, problems))))

    def _add(self, target: _Target, evidence: Sequence[Evidence]) -> None:
        record = self._session.record
        slot = target.slot
        if (
            record is None
            or record.id != target.year
            or not _is_there(record.case.measures, target)
        ):
            self._session.tell("ระหว่างคัดลอกไฟล์มีการเปิดปีอื่นหรือย้ายมาตรการ จึงยังไม่ได้แนบไฟล์ โปรดแนบอีกครั้ง")
            return
        self._session.commit()
        place = place_in(record.case, slot, "evidence")
        self._session.edit(
            "แนบไฟล์หลักฐาน", lambda case: with_more_evidence(case, slot, evidence), place
        )

    def _failed(self, error: ItaError) -> None:
        self._count(-1)
        self._session.tell(str(error))

    def _count(self, by: int) -> None:
        self._running += by
        self.busy.emit(self._running > 0)


def _copy(files: EvidenceFiles, sources: Sequence[Path], cancelled: threading.Event) -> _Copies:
    made, problems = [], []
    for source in sources:
        if cancelled.is_set():
            break
        try:
            made.append((source, files.copied(source)))
        except ItaError as error:
            problems.append(error)
    return _Copies(tuple(made), tuple(problems))


def _is_there(measures: Sequence[object], target: _Target) -> bool:
    at = target.slot.measure
    return at < len(measures) and getattr(measures[at], "name", None) == target.measure
