"""Where both Windows programs begin: commands go to the command line, all else to the window.

``ita-desktop.exe`` has no console, ``ita-desktop-console.exe`` has one; a double click
on a case file gives its name as the only word.
"""

import sys


def main() -> None:
    """Run what the first word asks for and end the process with its exit code."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    if word.startswith("-") or word in _commands():
        from ita_desktop.__main__ import run

        run()
    from ita_desktop.app import main as window

    sys.exit(window())


def _commands() -> set[str]:
    from ita_desktop.cli import COMMANDS

    return {command.name for command in COMMANDS}


main()
