"""Counts break opportunities that gold files forbid (all places, not only line ends).

A line of a gold file is a paragraph with ``|`` at every good place; in a line
``LEFT¦RIGHT`` only the place at ``¦`` is judged: no line may end there.

    python tools/measure_breaks.py gold.txt must_not.txt [--show]
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from ita_desktop.thai.breaks import BreakKind, opportunities
from ita_desktop.thai.words import standard_dictionary


def places(text: str) -> set[int]:
    """The offsets at which a line of ``text`` may end without need."""
    found = opportunities(text, standard_dictionary())
    return {o.offset for o in found if o.kind < BreakKind.LAST_RESORT}


def allowed(line: str) -> set[int]:
    """The offsets of the marks in ``line``, counted without them."""
    offsets, at = set(), 0
    for part in line.split("|")[:-1]:
        at += len(part)
        offsets.add(at)
    return offsets


def measure(lines: list[str], show: bool) -> str:
    wrong = total = good = missed = cut = pairs = 0
    for line in lines:
        if "¦" in line:
            left, right = line.split("¦")
            pairs += 1
            if len(left) in places(left + right):
                cut += 1
                if show:
                    print(line)
            continue
        text, marks = line.replace("|", ""), allowed(line)
        found = places(text)
        total += len(found)
        good += len(found & marks)
        missed += len(marks - found)
        wrong += len(found - marks)
        for offset in sorted(found - marks) if show else ():
            print(f"{text[max(0, offset - 12) : offset]}|{text[offset : offset + 12]}")
    if pairs:
        return f"{cut} of {pairs} cut where no line may end"
    return (
        f"{wrong} of {total} forbidden ({100 * wrong / max(total, 1):.2f} %), "
        f"{100 * good / max(good + missed, 1):.1f} % of good places found"
    )


def main() -> None:
    for name in [a for a in sys.argv[1:] if not a.startswith("-")]:
        lines = [line for line in Path(name).read_text(encoding="utf-8").splitlines() if line]
        print(f"{name}: {measure(lines, '--show' in sys.argv)}")


if __name__ == "__main__":
    main()
