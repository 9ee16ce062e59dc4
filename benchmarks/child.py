"""One process, from its start to its end: how long, and how much memory at the most."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_MEGABYTE = 1_000_000
# What the system counts in: bytes on macOS, KiB elsewhere.
_UNIT = 1 if sys.platform == "darwin" else 1024


class FailedRunError(Exception):
    """A measured process ended with an error; the message says which and its last words."""


class Run(NamedTuple):
    """What a process took: seconds and, where the system tells it, MB (10⁶ bytes)."""

    seconds: float
    megabytes: float | None


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Runs ``command`` to its end.

    The memory is that of the largest process among it and its children. Linux
    begins to count with what the parent holds at the time, so that a caller who
    wants to measure little must be small itself. Raises :class:`FailedRunError`.
    """
    with tempfile.TemporaryFile() as words:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=words, stderr=words)
        megabytes = _wait(process)
        seconds = time.perf_counter() - start
        if process.returncode:
            words.seek(0)
            last = words.read().decode("utf-8", "replace")[-2000:]
            raise FailedRunError(f"{' '.join(command)}: exit {process.returncode}\n{last}")
    return Run(seconds, megabytes)


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    if sys.platform == "win32":  # Windows tells no peak after the end
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * _UNIT / _MEGABYTE
