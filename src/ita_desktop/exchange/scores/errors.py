"""Why a whole source of scores cannot be read."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted_path


class ScoreFileError(ItaError):
    """A source of scores cannot be read; ``problem`` is the cause and what to do."""

    def __init__(self, problem: str, file: Path | None = None) -> None:
        name = f"ไฟล์ {quoted_path(file)}" if file else "ข้อมูลชุดนี้"
        super().__init__(f"อ่านคะแนนจาก{name} ไม่ได้: {problem}")
        self.problem = problem
        self.file = file
