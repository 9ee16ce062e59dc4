"""A year's analysis as Thai text in columns, for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.domain.frameworks import MARK_MEANING, UNCERTAIN_MARK
from ita_desktop.domain.improvement import Change
from ita_desktop.domain.scores import part_name
from ita_desktop.quoting import quoted
from ita_desktop.thai.digits import thai_number, thai_score
from ita_desktop.thai.terminal import aligned

_UNKNOWN = "-"
_MOST_ITEMS = 10
_LONGEST_NAME = 120
_LONGEST_SENTENCE = 400


def analysis_text(analysis: YearAnalysis) -> str:
    """Return *analysis* as lines of text without a final line feed."""
    blocks = [_scores(analysis), _verdict(analysis), _items(analysis), _plan(analysis)]
    blocks += [_changes(analysis), _notes(analysis, blocks)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _scores(analysis: YearAnalysis) -> list[str]:
    scores, framework = analysis.scores, analysis.framework
    gains = {gain.number: gain.gain for gain in analysis.gains}
    rows = [("", f"ผลการประเมิน ITA ปี {thai_number(analysis.year)}", "คะแนน", "เพิ่มได้อีก")]
    for instrument in framework.instruments:
        code = instrument.code
        name = f"{instrument.name} ({thai_number(f'{instrument.weight.normalize():f}')}%)"
        rows.append((quoted(code), quoted(name, _LONGEST_NAME), _score(scores.of(code)), ""))
        for indicator in instrument.indicators:
            number = str(indicator.number)
            score, gain = _score(scores.of(number)), _score(gains.get(number))
            rows.append((f"  {thai_number(number)}", _name(analysis, number), score, gain))
            for sub in indicator.sub_indicators:
                if (known := scores.of(sub.number)) is not None:
                    row = (f"  {thai_number(sub.number)}", f"  {_name(analysis, sub.number)}")
                    rows.append((*row, _score(known), ""))
    rows.append(("", "คะแนนรวม", _score(scores.total), ""))
    return aligned(rows, right={2, 3})


def _verdict(analysis: YearAnalysis) -> list[str]:
    rows: list[tuple[str, str]] = []
    level = analysis.level
    if level is None:
        rows.append(("ระดับ", "ยังบอกไม่ได้ เพราะยังไม่ทราบคะแนนรวม"))
    else:
        both = dict.fromkeys(name for name in (level.official, level.letter) if name)
        rows += [
            ("ระดับ", quoted(" / ".join(both)) or _UNKNOWN),
            ("เหตุผล", quoted(level.reason, _LONGEST_SENTENCE)),
        ]
    if analysis.scores.missing:
        rows.append(("ยังไม่มีคะแนน", ", ".join(map(_short, analysis.scores.missing))))
    numbers = [*map(str, analysis.lowest), *analysis.lowest_subs]
    lowest = [
        f"{part_name(n)} {_name(analysis, n)} {_score(analysis.scores.of(n))}" for n in numbers
    ]
    rows += [("ต่ำที่สุด" if not index else "", text) for index, text in enumerate(lowest)]
    return aligned(rows)


def _items(analysis: YearAnalysis) -> list[str]:
    items = [gain for gain in analysis.gains if not gain.number.isdigit()]
    rows = [
        (f"  {quoted(gain.number)}", _name(analysis, gain.number), f"+{thai_score(gain.gain)}")
        for gain in items[:_MOST_ITEMS]
    ]
    if not rows:
        return []
    more = len(items) - len(rows)
    rest = [f"  และอีก {thai_number(more)} ข้อ"] if more else []
    return ["ข้อที่ยังไม่ได้คะแนน และคะแนนรวมที่จะเพิ่มหากทำ", *aligned(rows, right={2}), *rest]


def _plan(analysis: YearAnalysis) -> list[str]:
    if analysis.plan is None:
        return []
    lines = [quoted(analysis.plan.in_words(), _LONGEST_SENTENCE)]
    for index, step in enumerate(analysis.plan.steps, 1):
        text = quoted(step.in_words(), _LONGEST_SENTENCE) + _mark(analysis, step.number)
        lines.append(f"  {thai_number(index)}. {text}")
    return lines


def _changes(analysis: YearAnalysis) -> list[str]:
    return list(_change_lines(analysis.changes)) if analysis.changes else []


def _change_lines(changes: tuple[Change, ...]) -> Iterator[str]:
    for year in dict.fromkeys(change.year for change in changes):
        yield f"เทียบกับปี {thai_number(year)}"
        rows = [
            (f"  {_short(c.number)}", _score(c.before), "→", _score(c.now), _signed(c.difference))
            for c in changes
            if c.year == year
        ]
        yield from aligned(rows, right={1, 3, 4})


def _notes(analysis: YearAnalysis, blocks: list[list[str]]) -> list[str]:
    """The notes, and what the mark means where one was set."""
    mark = f" {UNCERTAIN_MARK}"
    # Columns are aligned, so the mark may have spaces behind it.
    marked = any(f"{mark} " in f"{line} " for block in blocks for line in block)
    notes = [quoted(note, _LONGEST_SENTENCE) for note in analysis.notes]
    return [*notes, MARK_MEANING] if marked else notes


def _name(analysis: YearAnalysis, number: str) -> str:
    """The framework's name of a part, marked where it is uncertain."""
    return quoted(analysis.framework.name_of(number), _LONGEST_NAME) + _mark(analysis, number)


def _mark(analysis: YearAnalysis, number: str) -> str:
    return f" {UNCERTAIN_MARK}" if number in analysis.framework.uncertain_parts else ""


def _short(number: str) -> str:
    """A number as it stands alone in a list: digits in Thai, codes and the total in words."""
    if number[:1].isdigit():
        return thai_number(number)
    return quoted(part_name(number))


def _score(score: Decimal | None) -> str:
    return _UNKNOWN if score is None else thai_score(score)


def _signed(difference: Decimal) -> str:
    sign = "+" if difference > 0 else "-" if difference < 0 else ""
    return sign + thai_score(abs(difference))
