"""Counts break opportunities that a gold file forbids (all places, not only line ends).

    python tools/measure_breaks.py gold.txt [--show]
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from ita_desktop.thai.breaks import Kind, opportunities
from ita_desktop.thai.words import standard_dictionary


def main() -> None:
    show = "--show" in sys.argv
    for name in [a for a in sys.argv[1:] if not a.startswith("-")]:
        wrong = total = good = missed = 0
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            if not line:
                continue
            text, allowed, at = line.replace("|", ""), set(), 0
            for character in line:
                if character == "|":
                    allowed.add(at)
                else:
                    at += 1
            found = {
                o.offset
                for o in opportunities(text, standard_dictionary())
                if o.kind < Kind.LAST_RESORT
            }
            total += len(found)
            good += len(found & allowed)
            missed += len(allowed - found)
            for offset in sorted(found - allowed):
                wrong += 1
                if show:
                    print(f"{text[max(0, offset - 12):offset]}|{text[offset:offset + 12]}")
        print(
            f"{name}: {wrong} of {total} forbidden ({100 * wrong / max(total, 1):.2f} %), "
            f"{100 * good / max(good + missed, 1):.1f} % of good places found"
        )


if __name__ == "__main__":
    main()
