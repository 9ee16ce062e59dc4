"""A year's framework as Thai text in columns, with a mark on everything uncertain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.frameworks import MARK_MEANING, UNCERTAIN_MARK, Framework, Scale
from ita_desktop.quoting import quoted
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.terminal import aligned

_LONGEST_NAME = 120


def framework_text(framework: Framework) -> str:
    """Return *framework* as lines of text without a final line feed."""
    title = f"เกณฑ์การประเมิน ITA ปี {thai_number(framework.year)}{_mark(framework.uncertain)}"
    parts = aligned(list(_parts(framework)), right={1})
    lines = [title, "", *parts, "", *_scales(framework), *_reporting(framework)]
    if framework.note:
        lines.append(f"หมายเหตุ: {quoted(framework.note, 400)}")
    if any(UNCERTAIN_MARK in line for line in lines):
        lines.append(MARK_MEANING)
    return "\n".join(lines)


def _parts(framework: Framework) -> Iterator[tuple[str, str, str]]:
    for instrument in framework.instruments:
        yield quoted(instrument.code), f"{_plain(instrument.weight)}%", _name(instrument.name)
        for indicator in instrument.indicators:
            name = _name(indicator.name) + _mark(indicator.uncertain)
            yield f"  {thai_number(indicator.number)}", "", name
            for sub in indicator.sub_indicators:
                name = f"  {_name(sub.name)}{_mark(sub.uncertain)}"
                yield f"  {thai_number(sub.number)}", "", name
                for item in sub.items:
                    name = f"    {_name(item.name)}{_mark(item.uncertain)}"
                    yield f"    {quoted(item.code)}", "", name


def _scales(framework: Framework) -> Iterator[str]:
    official = framework.official_scale
    yield f"ระดับ{_mark(official.uncertain)}: {_scale(official)}"
    other = framework.letters if framework.official == "words" else framework.words
    if other.levels:
        yield f"ระดับที่พิมพ์ไว้ด้วย{_mark(other.uncertain)}: {_scale(other)}"


def _scale(scale: Scale) -> str:
    levels = []
    for level in scale.levels:
        every = f" ทุกเครื่องมือ ≥ {_plain(level.each)}" if level.each is not None else ""
        levels.append(
            f"{quoted(level.name)} ≥ {_plain(level.total)}{every}{_mark(level.uncertain)}"
        )
    return " · ".join(levels)


def _reporting(framework: Framework) -> Iterator[str]:
    rule = framework.reporting
    mark = _mark(rule.uncertain)
    if rule.measure_items:
        yield f"ข้อที่ว่าด้วยมาตรการ: {quoted(', '.join(rule.measure_items), 200)}{mark}"
    if rule.execution_items:
        rounds = " และ ".join(thai_number(round_) for round_ in rule.rounds) or "-"
        year = "ของปีก่อน" if rule.years_before else "ของปีนั้น"
        codes = quoted(", ".join(rule.execution_items), 200)
        yield f"ข้อที่ว่าด้วยการดำเนินการ: {codes} รอบ {rounds} เดือน{year}{mark}"


def _name(name: str) -> str:
    return quoted(name, _LONGEST_NAME)


def _mark(uncertain: bool) -> str:
    return f" {UNCERTAIN_MARK}" if uncertain else ""


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return thai_number(text.rstrip("0").rstrip(".") if "." in text else text)
