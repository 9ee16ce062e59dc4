"""``python -m ita_desktop`` and ``ita-desktop``: the process around the command line."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> NoReturn:
    """Runs the command line and ends the process with its exit code.

    The window takes its time to close. A command lives for a moment and frees
    nothing worth it: without collecting garbage on the way and taking the
    interpreter down at the end, the paper is there a fifth sooner. All files are
    closed by then.
    """
    command = len(sys.argv) > 1
    if command:
        gc.disable()  # before the imports, which make most of the objects
    from ita_desktop.cli import main

    code = main()
    if not command:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            # the reader of a pipe may be gone; then there is no one to tell
            with suppress(OSError):
                stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
