"""The self-test from within the window: in a process of its own, which can be called off."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from ita_desktop.errors import ItaError
from ita_desktop.services.selftest import Report, SelfTestStep, report_text, selftest_command

_MOST_SECONDS = 120.0


class SelfCheckError(ItaError):
    """The self-test gave no report."""

    def __init__(self) -> None:
        super().__init__("โปรแกรมตรวจสอบตัวเองไม่สำเร็จ โปรดลองใหม่ หากยังไม่ได้ โปรดติดตั้งโปรแกรมใหม่")


class SelfCheck:
    """One run of the self-test; :meth:`cancel` may come from another thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def run(self) -> str:
        """Tries the program and returns the report in Thai lines, ``""`` when called off.

        Raises :class:`SelfCheckError`.
        """
        with tempfile.TemporaryDirectory(prefix="ita-desktop-", ignore_cleanup_errors=True) as name:
            file = Path(name, "report.json")
            try:
                self._wait(selftest_command(file))
                text = "" if self._cancelled else report_text(_report(file))
            except (OSError, subprocess.SubprocessError) as error:
                raise SelfCheckError from error
        return text

    def cancel(self) -> None:
        """Calls it off."""
        self._cancelled = True
        if self._process is not None:
            self._process.kill()

    def _wait(self, command: list[str]) -> None:
        nothing = subprocess.DEVNULL
        with subprocess.Popen(  # noqa: S603 - the program itself
            command, stdin=nothing, stdout=nothing, stderr=nothing
        ) as process:
            self._process = process
            if self._cancelled:
                process.kill()
            try:
                process.wait(_MOST_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def _report(file: Path) -> Report:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return Report(tuple(SelfTestStep(**step) for step in data["steps"]), {})
    except (ValueError, LookupError, TypeError) as error:
        raise SelfCheckError from error
