"""Builds resources/dictionary/thai.txt, the word list that lines are broken by.

Sources, all CC0 (PyThaiNLP: words_th.txt, tnc_freq.txt) or the project's own:

* ``--words`` a word list, one a line; ``--frequencies`` word TAB count
* ``tools/dictionary/added.txt``    words that the list lacks; ``|`` marks inner
  places where a line may break
* ``tools/dictionary/review.txt``   the list's compounds as judged by hand: with
  ``|`` a transparent phrase, with a leading ``-`` an entry that does harm

Costs are ``-log2`` of the relative frequency, four steps a bit. A compound that
is kept whole costs less than its parts, so that it wins over them, but not over
another reading of the same letters.

    python tools/build_dictionary.py --words words_th.txt --frequencies tnc_freq.txt
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from ita_desktop.thai.words import PREFIX, Dictionary, segment

HERE = Path(__file__).parent / "dictionary"
OUTPUT = Path(__file__).parents[1] / "resources" / "dictionary" / "thai.txt"
THAI = re.compile("[\u0e01-\u0e2f\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
BONUS = 0.8  # what a compound costs of the sum of its parts
STEPS = 4
ADDED_COUNT = 60


def read_lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def read_frequencies(path: Path) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, count = line.partition("\t")
        if count.isdigit():
            counts[word] = int(count)
    return counts


def read_judgements() -> tuple[dict[str, str], set[str]]:
    """The entries judged by hand, as they are marked, and those left out; the last line wins."""
    marked: dict[str, str] = {}
    dropped: set[str] = set()
    for line in read_lines(HERE / "review.txt") + read_lines(HERE / "added.txt"):
        if line.startswith("-"):
            dropped.add(line[1:])
            marked.pop(line[1:], None)
        else:
            word = line.replace("|", "")
            dropped.discard(word)
            marked[word] = line
    return marked, dropped


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--frequencies", type=Path, required=True)
    arguments = parser.parse_args()

    counts = read_frequencies(arguments.frequencies)
    total = sum(counts.values())
    marked, dropped = read_judgements()
    listed = {word for word in read_lines(arguments.words) if THAI.fullmatch(word)}
    frequent = {w for w, n in counts.items() if n >= 50 and len(w) > 2 and THAI.fullmatch(w)}
    words = {w for w in (listed | frequent | set(marked)) - dropped if len(w) > 1}
    words = {w for w in words if not re.search("[\u0e2f]", w)}

    def cost_of(word: str) -> float:
        count = counts.get(word, 0)
        if word in marked:
            count = max(count, ADDED_COUNT)
        return -math.log2((count + 0.3) / total)

    def plain(word: str) -> bool:
        """การ… and ความ… of a known word are made by rule, not by the list."""
        return any(
            word.startswith(p) and word[len(p) :] in words and len(word) > len(p) + 1
            for p in ("การ", "ความ")
        )

    costs = {word: cost_of(word) for word in words}
    known = Dictionary({}, {})
    result: dict[str, float] = {}

    def settle(word: str, cost: float) -> None:
        result[word] = cost
        if len(word) < PREFIX:
            known.short[word] = round(cost)
        else:
            entries = known[word[:PREFIX]][1]
            entries[word] = round(cost)
            known[word[:PREFIX]] = (len(word), entries)

    for word in sorted(words, key=len):
        # `parts` are found among shorter words, whose costs are settled already
        own = costs[word] * STEPS
        if len(word) < 4:
            settle(word, own)
            continue
        parts = segment(word, known)
        compound = len(parts) > 1 and all(p in result and len(p) > 1 for p in parts)
        if not compound:
            settle(word, own)
            continue
        whole = sum(result[p] for p in parts)
        if "|" in marked.get(word, ""):
            # a phrase reads as its words do, and takes no letters from its neighbours
            settle(word, whole - 2)
        elif word in marked or not plain(word):
            settle(word, min(own, BONUS * whole))

    lines: dict[str, list[str]] = defaultdict(list)
    for word in sorted(result, key=lambda w: (len(w) >= PREFIX, w)):
        prefix = "" if len(word) < PREFIX else word[:PREFIX]
        lines[prefix].append(f"{marked.get(word, word)} {round(result[word])}")
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    rows = (" ".join([prefix, *line] if prefix else line) for prefix, line in lines.items())
    OUTPUT.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(result)} words, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
