"""Counts the line ends of the real setting that gold files forbid, width by width.

A line of a gold file is a paragraph with ``|`` at every good place; in a line
``LEFT¦RIGHT`` only the place at ``¦`` is judged: no line may end there. The
paragraphs are set as body text and in every column of both tables of a memo, then
in cells of many widths; pairs with ``¦`` are also tried at every width to the point.

    python tools/measure_line_ends.py gold.txt must_not.txt [--show] [--limit 3]

A fault is *forced* where what stands between two good places is wider than the line: a
date of 95 pt in a column of 70 must be cut somewhere. Rates count forced faults too; for
--limit, which exits 1 above so many faults in 100 line ends, only the memo's settings count.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from tests.memos import a_memo

from ita_desktop.domain.case import Agency, Analysis, Assessment, Case, Measure, Result
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import Document, Table
from ita_desktop.papers.options import PaperOptions
from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.thai.breaks import BreakKind
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import Digits, as_printed, to_thai_digits
from ita_desktop.thai.words import standard_dictionary
from ita_desktop.typesetting.lines import LineBreaker, TextStyle
from ita_desktop.typesetting.pages import Page, Rule, Text
from ita_desktop.typesetting.shaping import load_fonts
from ita_desktop.writers.render import PaperRenderer

SWEEP = range(60, 201, 10)
"""Widths of table cells (pt)."""
EVERY_WIDTH = range(55, 454)
"""Up to the full width of the text (pt)."""

BODY = "body text"
TABLES = (("guidelines", "steps", "monitoring"), ("details", "output", "outcome"))
"""The columns that hold the paragraphs, as they stand from left to right."""


class Gold(NamedTuple):
    """A paragraph and the offsets at which no line of it may end."""

    text: str
    forbidden: frozenset[int]


class Fault(NamedTuple):
    """A line end that the gold forbids."""

    gold: Gold
    offset: int
    forced: bool

    def __str__(self) -> str:
        text, at = self.gold.text, self.offset
        return f"{text[max(0, at - 24) : at]}|{text[at : at + 24]}"


class Count(NamedTuple):
    """What one setting gave: all line ends (a paragraph's last is none) and the faults."""

    ends: int = 0
    faults: tuple[Fault, ...] = ()

    def __add__(self, other: object) -> Count:
        if not isinstance(other, Count):
            return NotImplemented
        return Count(self.ends + other.ends, self.faults + other.faults)

    @property
    def rate(self) -> float:
        """Faults in 100 line ends."""
        return 100 * len(self.faults) / self.ends if self.ends else 0.0


def parse(line: str) -> Gold:
    """A line of a gold file. Raises ValueError where it holds both marks or two ``¦``."""
    if "¦" in line:
        left, right = line.split("¦")
        if "|" in line:
            raise ValueError(line)
        return Gold(left + right, frozenset({len(left)}))
    good, at = set(), 0
    for part in line.split("|")[:-1]:
        at += len(part)
        good.add(at)
    text = line.replace("|", "")
    return Gold(text, frozenset(range(1, len(text))) - good)


def printed(gold: Gold) -> Gold | None:
    """The gold as the memo prints its text; None where the clean-up moves the places."""
    text = as_printed(normalise(gold.text).strip(), Digits.THAI)
    return Gold(text, gold.forbidden) if len(text) == len(gold.text) else None


def judge(gold: Gold, lines: Sequence[str], too_wide: Iterable[tuple[int, int]] = ()) -> Count:
    """Counts the ends of ``lines``, which together are the gold's text.

    ``too_wide`` are stretches (start, end) that no line can hold: faults inside are
    forced. Raises ValueError when the lines are not the text.
    """
    if "".join(lines) != gold.text:
        raise ValueError(f"{gold.text!r} was set as {lines!r}")
    stretches = list(too_wide)
    faults, at = [], 0
    for line in lines[:-1]:
        at += len(line)
        if at in gold.forbidden:
            forced = any(start < at < end for start, end in stretches)
            faults.append(Fault(gold, at, forced))
    return Count(len(lines) - 1, tuple(faults))


def too_wide(gold: Gold, style: TextStyle, width: float) -> Iterator[tuple[int, int]]:
    """The stretches between good places that are wider than ``width`` pt."""
    shaped = style.face.shape(gold.text)
    edges = dict(zip(shaped.starts, shaped.edges, strict=True))
    thousandths = width * 1000 / (style.size * style.face.font.scale)
    places = [p for p in range(1, len(gold.text)) if p not in gold.forbidden and p in edges]
    start = 0
    for end in [*places, len(gold.text)]:
        content = len(gold.text[:end].rstrip(" "))
        if edges.get(content, edges[end]) - edges[start] > thousandths:
            yield start, end
        start = end


def judge_at(gold: Gold, setter: LineBreaker, style: TextStyle, width: float) -> Count:
    lines = [line.text for line in setter.set(gold.text, style, width)]
    return judge(gold, lines, too_wide(gold, style, width))


# --- in a real memo ---------------------------------------------------------


def memo_case(texts: Sequence[str]) -> Case:
    """A case with each of ``texts`` in the body and once in each long column."""
    ring = [*texts, *texts]
    measures = tuple(
        [
            Measure(
                name=f"มาตรการที่ {to_thai_digits(str(number + 1))}",
                guidelines=(ring[number],),
                steps=(ring[number + 1],),
                responsible=("สำนักปลัด",),
                monitoring=ring[number + 2],
                results=(
                    Result(
                        details=ring[number],
                        period="ตุลาคม ๒๕๖๗ – มีนาคม ๒๕๖๘",
                        output=ring[number + 1],
                        outcome=ring[number + 2],
                    ),
                ),
            )
            for number in range(len(texts))
        ]
    )
    return Case(
        agency=Agency("เทศบาลตำบลท่าลั่นทม"),
        fiscal_year=2568,
        assessment=Assessment(2567),
        analysis=Analysis(opening="\n".join(texts)),
        measures=measures,
        papers=(a_memo(subject="การตัดบรรทัด"),),
    )


class Place(NamedTuple):
    """The lines of one text at one place of a memo; ``width`` (pt) is what they may fill."""

    lines: list[str]
    width: float


def places_in(pages: Iterable[Page]) -> dict[str, list[Place]]:
    """Every text of ``pages`` with the places where it stands, those of a table by column.

    A row that goes on over a page parts its texts, and each goes on in its own column. Each
    text may stand in a column, or in the body, once.
    """
    found: dict[str, dict[float, Place]] = defaultdict(dict)
    for page in pages:
        edges = sorted({i.x1 for i in page.items if isinstance(i, Rule) and i.x1 == i.x2})
        for item in page.items:
            if not isinstance(item, Text):
                continue
            edge = bisect_right(edges, item.x)
            in_table = 0 < edge < len(edges)
            width = (
                edges[edge] - MEMO_FORM.table.side - item.x if in_table else MEMO_FORM.text_width
            )
            x = round(item.x, 1) if in_table else 0.0
            place = found[item.run.source].setdefault(x, Place([], width))
            place.lines.append(item.run.text)
    return {text: [by_x[x] for x in sorted(by_x)] for text, by_x in found.items()}


def set_alone(document: Document, renderer: PaperRenderer) -> Iterator[dict[str, list[Place]]]:
    """The places in the memo's body, then those in each of its tables, each set alone."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    body = [block for block in document.blocks if not isinstance(block, Table)]
    alone = [document._replace(blocks=tuple(body))]
    alone += [document._replace(blocks=(table,)) for table in tables]
    for part in alone:
        yield places_in(renderer.set_pages(part, PaperOptions()))


def judge_memo(golds: Sequence[Gold]) -> dict[str, Count]:
    """The counts of the body and of each column of both tables, as the program sets them.

    ``golds`` are printed ones, at least three, each once: no column holds a text twice.
    A text that the memo prints otherwise (it begins like a list item) is left out.
    """
    document = compose(memo_case([gold.text for gold in golds]))
    options = PaperOptions()
    style = TextStyle(load_fonts(options.font).regular, options.table_size)
    counts: dict[str, Count] = {}
    names = ((BODY,), *TABLES)
    for columns, found in zip(names, set_alone(document, PaperRenderer()), strict=True):
        for gold in golds:
            places = found.get(gold.text, [])
            if len(places) != len(columns):
                print(f"left out of {', '.join(columns)}: {gold.text[:40]}", file=sys.stderr)
                continue
            for name, place in zip(columns, places, strict=True):
                stretches = () if name == BODY else too_wide(gold, style, place.width)
                count = judge(gold, place.lines, stretches)
                counts[name] = counts.get(name, Count()) + count
    return counts


# --- the whole measure ------------------------------------------------------


def measure(golds: Sequence[Gold]) -> dict[str, Count]:
    """The counts by setting: in the memo, then in cells of the widths of the sweep."""
    setter = LineBreaker(standard_dictionary())
    fonts = load_fonts(PaperOptions().font)
    cell = TextStyle(fonts.regular, PaperOptions().table_size)
    counts = judge_memo(golds) if len(golds) >= 3 else {}
    for width in SWEEP:
        each = [judge_at(gold, setter, cell, width) for gold in golds]
        counts[f"cell of {width} pt"] = sum(each, Count())
    return counts


class Cut(NamedTuple):
    """A pair that was cut: freely, or only where no ordinary place fits the line.

    ``widest`` is the greatest width (pt) at which it happened.
    """

    fault: str
    free: bool
    widest: int


def cut_pairs(golds: Sequence[Gold]) -> list[Cut]:
    """The pairs that are cut at any width, as cell or as body text, those cut freely first."""
    setter = LineBreaker(standard_dictionary())
    fonts = load_fonts(PaperOptions().font)
    styles = (
        TextStyle(fonts.regular, PaperOptions().table_size),
        TextStyle(fonts.regular, MEMO_FORM.size, MEMO_FORM.cluster_stretch),
    )
    cuts = []
    for gold in golds:
        ordinary = {
            o.offset for o in setter.opportunities(gold.text) if o.kind < BreakKind.LAST_RESORT
        }
        widths = [
            width
            for width in EVERY_WIDTH
            for style in styles
            if judge_at(gold, setter, style, width).faults
        ]
        if widths:
            (offset,) = gold.forbidden
            cuts.append(Cut(str(Fault(gold, offset, False)), offset in ordinary, max(widths)))
    return sorted(cuts, key=lambda cut: (not cut.free, -cut.widest))


def report(name: str, lines: Sequence[str], *, show: bool) -> float:
    """Prints the measure of one file; returns the memo's rate (faults in 100 line ends).

    A pair that is cut freely counts as 100.
    """
    paragraphs: list[Gold] = []
    pairs: list[Gold] = []
    for line in lines:
        gold = printed(parse(line))
        if gold is None:
            print(f"left out, the clean-up changes it: {line[:40]}", file=sys.stderr)
            continue
        (pairs if "¦" in line else paragraphs).append(gold)
    worst = 0.0
    if paragraphs:
        print(f"{name}: {len(paragraphs)} paragraphs")
        worst = _report_paragraphs(list(dict.fromkeys(paragraphs)), show=show)
    if pairs:
        cuts = cut_pairs(pairs)
        free = sum(cut.free for cut in cuts)
        print(
            f"{name}: {free} of {len(pairs)} pairs cut at any width of "
            f"{EVERY_WIDTH[0]}–{EVERY_WIDTH[-1]} pt; {len(cuts) - free} more "
            "only in lines too narrow for every ordinary place"
        )
        for cut in cuts if show else ():
            print(f"  {cut.fault}  {'FREELY ' if cut.free else ''}up to {cut.widest} pt")
        worst = max(worst, 100.0 if free else 0.0)
    return worst


def _report_paragraphs(golds: Sequence[Gold], *, show: bool) -> float:
    counts = measure(golds)
    where: dict[str, list[str]] = defaultdict(list)
    for setting, count in counts.items():
        forced = sum(fault.forced for fault in count.faults)
        print(
            f"  {setting:16} {len(count.faults):4} / {count.ends:5} ends "
            f"{count.rate:6.2f} in 100, {forced} forced"
        )
        for fault in count.faults:
            where[f"{fault}{' (forced)' if fault.forced else ''}"].append(setting)
    memo, cells = Count(), Count()
    for setting, count in counts.items():
        if setting.startswith("cell"):
            cells += count
        else:
            memo += count
    for setting, count in (("memo, all", memo), ("cells, all", cells)):
        print(
            f"  {setting:16} {len(count.faults):4} / {count.ends:5} ends {count.rate:6.2f} in 100"
        )
    for text, settings in sorted(where.items(), key=lambda i: -len(i[1])) if show else ():
        print(f"    {text}  {', '.join(settings)}")
    return memo.rate


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path, help="gold files")
    parser.add_argument("--show", action="store_true", help="list the faults")
    parser.add_argument("--limit", type=float, help="exit 1 above so many faults in 100 ends")
    arguments = parser.parse_args()
    worst = 0.0
    for file in arguments.files:
        lines = [line for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
        worst = max(worst, report(file.name, lines, show=arguments.show))
    return int(arguments.limit is not None and worst > arguments.limit)


if __name__ == "__main__":
    sys.exit(main())
