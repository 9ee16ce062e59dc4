"""Starts a Windows program and tells when its window is there; runs on Windows and Wine.

    python start_time.py PROGRAM.exe [words …]

Prints the milliseconds from the start to the first visible window with a title, and the
title; then asks every window to close and prints the exit code. Ends with 1 where no
window came or the program does not close.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
import time

PATIENCE = 60.0
"""Seconds for the window to come, and again for the program to end."""

WM_CLOSE = 0x0010


def titled_windows(process: int) -> list[tuple[int, str]]:
    """The visible windows with a title that belong to the process, the topmost first."""
    user32 = ctypes.windll.user32  # type: ignore[attr-defined]  # only Windows has it
    found: list[tuple[int, str]] = []

    def look(window: int, _: int) -> bool:
        owner = ctypes.c_ulong()
        user32.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(owner))
        if owner.value == process and user32.IsWindowVisible(ctypes.c_void_p(window)):
            title = ctypes.create_unicode_buffer(300)
            user32.GetWindowTextW(ctypes.c_void_p(window), title, len(title))
            if title.value:
                found.append((window, title.value))
        return True

    kind = ctypes.WINFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)  # type: ignore[attr-defined]
    user32.EnumWindows(kind(look), None)
    return found


def main(command: list[str]) -> int:
    """Start, wait, tell, close."""
    started = time.perf_counter()
    program = subprocess.Popen(command)
    found: list[tuple[int, str]] = []
    while not found and time.perf_counter() - started < PATIENCE:
        if program.poll() is not None:
            print(f"ended with {program.returncode} before any window came")
            return 1
        found = titled_windows(program.pid)
        time.sleep(0.01)
    if not found:
        program.kill()
        print(f"no window within {PATIENCE:.0f} s")
        return 1
    print(f"{(time.perf_counter() - started) * 1000:.0f} ms: {found[0][1]}")
    deadline = time.perf_counter() + PATIENCE
    while program.poll() is None and time.perf_counter() < deadline:
        for window, _ in titled_windows(program.pid):  # a question first, then what is behind it
            ctypes.windll.user32.PostMessageW(ctypes.c_void_p(window), WM_CLOSE, 0, 0)  # type: ignore[attr-defined]
        time.sleep(0.3)
    if program.poll() is None:
        program.kill()
        print("the window does not close")
        return 1
    print(f"closed with {program.returncode}")
    return int(program.returncode != 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
