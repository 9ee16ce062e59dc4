"""Which indicator, instrument or total a label names, however it was typed.

A label is compared folded, first exactly and then by edit distance, and only taken
when one name is clearly nearer than every other. A number and a name that disagree
are a puzzle for the user, never a guess.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.domain.frameworks import Framework
from ita_desktop.exchange.scores.words import (
    AGENCY_STARTS,
    BESIDE_CODES,
    LEADS,
    SCORED,
    SUMMARIES,
    WORDS,
    CellKind,
)
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.dates import BUDDHIST_ERA
from ita_desktop.thai.digits import to_ascii_digits

LONGEST = 200
"""Characters; what is longer is no label."""

_ALL = Decimal(100)
_SHORTEST_NAME = 5
"""Folded letters; in anything shorter a slip could make one name another."""

_CERTAIN_PREFIX = 10
"""So many folded letters of a name's beginning (การแก้ไขปัญหา…) are taken for the name."""


class Target(NamedTuple):
    """What a number is the score of; ``key`` is ``10``, ``10.1``, ``O42``, ``IIT`` or ``""``."""

    kind: CellKind
    key: str = ""


class Label(NamedTuple):
    """A label that was recognised; ``why`` is Thai.

    ``out_of`` is the weight written beside an instrument (``IIT(30)``), ``year`` (BE) that
    written in the label.
    """

    target: Target
    why: str
    out_of: Decimal | None = None
    year: int | None = None


class Puzzle(NamedTuple):
    """A label that says two things; ``reason`` is Thai."""

    reason: str


# Tones, mai taikhu, thanthakhat and the like are what is most often lost or swapped.
_LOST = dict.fromkeys(map(ord, "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e3aฯ"))
_ALIKE = str.maketrans("ฎ", "ฏ")


def fold(text: str) -> str:
    """``text`` as labels are compared: its letters, marks and digits without tones, lower-case."""
    plain = normalise(to_ascii_digits(text)).translate(_LOST).translate(_ALIKE).lower()
    return "".join([sign for sign in plain if sign.isalnum() or "\u0e30" <= sign <= "\u0e3a"])


def looks_like_agency(text: str) -> bool:
    """Whether ``text`` begins as the name of a local government does, and is no sentence."""
    name = normalise(text).strip()
    return len(name) <= LONGEST and name.startswith(AGENCY_STARTS) and len(name) > len("อบต.")


def year_in(text: str) -> int | None:
    """The only year (BE) that ``text`` names, in either era; None for none or several.

    Two digits are one of the years BE 2550–2599 where ปี stands before them: ``ปี 64``.
    """
    plain = to_ascii_digits(text)
    years = {year + BUDDHIST_ERA if year < 2100 else year for year in _years_written(plain)}
    years |= {2500 + int(digits) for digits in _SHORT_YEAR.findall(plain)}
    return years.pop() if len(years) == 1 else None


def common_era_years(text: str) -> set[int]:
    """The years (CE) that :func:`year_in` takes for BE ones."""
    return {year for year in _years_written(to_ascii_digits(text)) if year < 2100}


def _years_written(text: str) -> set[int]:
    return {int(year) for year in re.findall(r"(?<!\d)(2[05]\d\d)(?![\d.])", text)}


_SHORT_YEAR = re.compile(r"ปี(?:งบ(?:ประมาณ)?)?\s*(?:พ\.?\s?ศ\.?)?\s*['’]?([5-9]\d)(?![\d.])")


class Labels:
    """The labels of one year's framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.weights = {i.code: i.weight for i in framework.instruments}
        self.firsts, self._next = _firsts(framework), _neighbours(framework)
        # Some lists number the indicators of each instrument anew.
        self._places = {
            str(indicator.number): str(place)
            for instrument in framework.instruments
            for place, indicator in enumerate(instrument.indicators, 1)
        }
        # Asked for every cell of a large table, so worked out once.
        self._called = framework.names()
        self._targets = {n: Target(_kind_of(n, framework), n) for n in self._called}
        self._worth = {t: _worth(t, framework) for t in self._targets.values()}
        names = [(fold(name), self._targets[n]) for n, name in self._called.items() if name]
        names += [(bare, target) for name, target in names if (bare := _without_lead(name))]
        self._exact = _unique(names)
        # The many names of items are too much alike for a slip to tell which is meant.
        self._near = [pair for pair in names if pair[1].kind is not CellKind.ITEM]
        self._words = {fold(word): kind for kind, row in WORDS.items() for word in row.split()}
        self._summaries = frozenset(fold(word) for word in SUMMARIES.split())
        self._codes = re.compile(
            "(?<![A-Za-z])(" + "|".join(map(re.escape, self.weights)) + ")(?![A-Za-z])",
            re.IGNORECASE,
        )
        items = [item.code for item in framework.items if not _USUAL_ITEM.fullmatch(item.code)]
        self._numbers = _numbered_with(items)
        self._written = {code.upper(): code for code in (*self.weights, *items)}
        self._known: dict[str, Label | Puzzle | None] = {}

    def name_of(self, target: Target) -> str:
        """What a target is called in Thai: ``ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่``."""
        if target.kind in (CellKind.INDICATOR, CellKind.SUB_INDICATOR):
            name = self._called.get(target.key, "")
            return f"{target.kind.value}ที่ {target.key} {name}".rstrip()
        return target.key or target.kind.value

    def weight_of(self, target: Target) -> Decimal:
        """How many points of 100 a target is worth in the total."""
        return self._worth.get(target, _ALL)

    def target_of(self, number: str) -> Target | None:
        """The part of the framework that a number or code calls, None where it has none."""
        return self._targets.get(number)

    def follows(self, one: str, other: str) -> bool:
        """Whether *other* comes next after *one* in a year's list: 7 after 6, 10.2 after 10.1."""
        return (one, other) in self._next

    def is_summary(self, text: str) -> bool:
        """Whether a row that begins so sums others up (ค่าเฉลี่ย)."""
        return len(text) <= LONGEST and fold(text) in self._summaries

    def recognise(self, text: str) -> Label | Puzzle | None:
        """What ``text`` names, None where it names nothing known."""
        if len(text) > LONGEST:
            return None
        if text not in self._known:
            self._known[text] = self._recognise(normalise(to_ascii_digits(text)).strip())
        return self._known[text]

    def _recognise(self, text: str) -> Label | Puzzle | None:
        codes = {self._written[code.upper()] for code in self._codes.findall(text)}
        rest = self._codes.sub(" ", text) if codes else text
        return (
            self._numbered(rest)
            or self._named(rest)
            or self._instrument(rest, codes)
            or self._word(text)
            or self._misspelt(rest, bool(codes))
        )

    def _numbered(self, text: str) -> Label | Puzzle | None:
        """A label that begins with the number of an indicator, or the code of an item."""
        found = self._numbers.match(text)
        if found is None:
            return None
        code = self._written.get((found["code"] or "").upper())
        number, rest = found["number"] or code or f"O{found['item']}", text[found.end() :]
        target = self.target_of(number)
        if target is None:
            return None
        name = fold(re.sub(r"\(.*?\)", "", rest)) or fold(rest)
        if target.kind is CellKind.ITEM:
            own = fold(self._called.get(number, ""))
            # A further number is the score, unless the name has it (รอบ 6 เดือน).
            return Label(target, "ตามรหัส") if _digits(name) in ([], _digits(own)) else None
        if re.fullmatch(r"(?:ปี|พศ|ปีงบประมาณ|คะแนน|รอยละ|ita)*(?:25\d\d)?", name):
            # A lone 9.2 is a number sooner than a sub-indicator.
            return Label(target, "ตามเลข", year=year_in(rest)) if found["word"] else None
        return self._agreeing(target, name, bool(found["word"]))

    def _agreeing(self, target: Target, name: str, certain: bool) -> Label | Puzzle | None:
        """The target of a number if the name beside it does not speak against it."""
        own = fold(self._called.get(target.key, ""))
        if name == own or (len(own) > 3 and re.fullmatch(rf"{re.escape(own)}\D*", name)):
            return Label(target, "เลขและชื่อตรงกัน")
        if _digits(name):
            return None  # a number in a name is a score sooner than a slip
        meant = self._exact.get(name)
        if meant is not None and self._places.get(meant.key) == target.key:
            return Label(meant, "ชื่อตรง เลขเป็นลำดับในเครื่องมือ")
        nearest = self._nearest(name)
        if nearest is not None and nearest != target:
            names = f"{self.name_of(target)} แต่ชื่อเป็น{self.name_of(nearest)}"
            return Puzzle(f"เลขเป็น{names}")
        if nearest == target or (own and _distance(name, own) <= len(own) // 2):
            return Label(target, "เลขตรงและชื่อใกล้เคียง")
        return Label(target, "ตามเลข ชื่อไม่เหมือนในกรอบการประเมิน") if certain else None

    def _named(self, text: str) -> Label | None:
        """A label that is a name alone."""
        key = _name_key(text)
        for lead in ("", *_LEADS):
            target = self._exact.get(key.removeprefix(lead)) if key.startswith(lead) else None
            if target is not None:
                return self._labelled(target, "ชื่อตรง", text)
        return None

    def _misspelt(self, text: str, has_code: bool) -> Label | None:
        """A label that is a name with slips; last, since it costs the most."""
        target = self._nearest(_name_key(text))
        if target is None or (has_code and target.kind is not CellKind.INSTRUMENT):
            return None
        return self._labelled(target, "ชื่อใกล้เคียง", text)

    def _labelled(self, target: Target, why: str, text: str) -> Label:
        """A label of a target, with the weight and the year that stand beside it."""
        weight = self._worth[target] if target.kind is CellKind.INSTRUMENT else None
        out_of = weight if weight is not None and _names_number(text, weight) else None
        return Label(target, why, out_of, year_in(text))

    def _instrument(self, rest: str, codes: set[str]) -> Label | None:
        """An instrument by its code, with nothing beside it but its weight and common words."""
        if len(codes) != 1:
            return None
        (code,) = codes
        left = re.sub(r"(?<!\d)2[05]\d\d(?!\d)", "", rest)  # a year
        left = re.sub(rf"(?<![\d.]){self.weights[code].normalize():f}(?:\.00?)?(?![\d.])", "", left)
        if _COMMON.sub("", fold(left)):
            return None
        return self._labelled(Target(CellKind.INSTRUMENT, code), "ตามชื่อย่อ", rest)

    def _word(self, text: str) -> Label | None:
        """A word that people put over a column, with or without a year."""
        key = fold(text)
        bare = fold(re.sub(r"\([^)]*\)|\[[^]]*\]", "", text))
        for form in (key, bare, _YEAR_WORDS.sub("", bare)):
            kind = self._words.get(form)
            if kind is not None:
                why = "ตามคำ" if kind in SCORED else "ตามหัวตาราง"
                return Label(Target(kind), why, year=year_in(text))
        if re.fullmatch(_YEAR_WORDS.pattern, bare) and year_in(text):
            return Label(Target(CellKind.YEAR), "เป็นปี", year=year_in(text))
        return None

    def _nearest(self, name: str) -> Target | None:
        """The name that ``name`` can only be a slip of: near, and nearer than any other by two."""
        if len(name) < _SHORTEST_NAME or _digits(name):
            return None
        if len(name) >= _CERTAIN_PREFIX:
            begun = {target for key, target in self._near if key.startswith(name)}
            if len(begun) == 1:
                return begun.pop()
        near = sorted(
            (distance, index)
            for index, (key, _) in enumerate(self._near)
            if (distance := _distance(name, key, _allowed(key) + 2)) <= _allowed(key) + 2
        )
        if not near:
            return None
        distance, index = near[0]
        key, target = self._near[index]
        rivals = [d for d, i in near[1:] if self._near[i][1] != target]
        if distance > _allowed(key) or (rivals and rivals[0] - distance < 2):
            return None
        return target


_USUAL_ITEM = re.compile(r"O[1-9]\d?")
# The last group of a number may touch the name: 10การป้องกันการทุจริต.
_NUMBERED = (
    r"[-•*\s]*(?:(?P<word>ตัวชี้วัด(?:ย่อย)?(?:ที่)?|ตชว\.?(?:ที่)?|ด้านที่|KPI|indicator|ind\.?|i(?=\d))\s*[:.]?\s*)?"
    r"(?:\(?(?P<number>[1-9]\d?(?:\.[1-9]\d?(?!\d))?)\)?(?![\d])|O\s?-?(?P<item>[1-9]\d?)(?!\d)"
    r"|(?P<code>%s)(?![A-Za-z\d]))"
    r"[\s.):\-–]*(?!\d)"
)
_NOTHING = r"(?!)"
_LEADS = tuple(fold(word) for word in LEADS.split())
_COMMON = re.compile("|".join(sorted(map(fold, BESIDE_CODES.split()), key=len, reverse=True)))
_YEAR_WORDS = re.compile(
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปีงบ|ปี|fy)?(?:พศ|คศ)?(?:2[05]\d\d){0,2}(?<!\d{5})(?:(?<=ปี|งบ|าณ)[5-9]\d)?"
)


def _firsts(framework: Framework) -> frozenset[str]:
    """The numbers with which a list begins: the first of an instrument or an indicator."""
    first = [str(instrument.indicators[0].number) for instrument in framework.instruments]
    first += [i.sub_indicators[0].number for i in framework.indicators if i.sub_indicators]
    return frozenset(first)


def _neighbours(framework: Framework) -> frozenset[tuple[str, str]]:
    """The numbers that follow each other where indicators, their parts, or both are listed."""
    alone = [str(number) for number in sorted(i.number for i in framework.indicators)]
    parts = [sub.number for sub in framework.sub_indicators]
    both = [
        number
        for indicator in framework.indicators
        for number in (str(indicator.number), *(sub.number for sub in indicator.sub_indicators))
    ]
    return frozenset(pair for numbers in (alone, parts, both) for pair in pairwise(numbers))


def _numbered_with(codes: list[str]) -> re.Pattern[str]:
    """What a label with a number begins with; *codes* are of items that are not as O42."""
    longest_first = sorted(codes, key=len, reverse=True)
    return re.compile(
        _NUMBERED % ("|".join(map(re.escape, longest_first)) or _NOTHING), re.IGNORECASE
    )


def _without_lead(name: str) -> str:
    """A folded name without the การ that people leave out; ``""`` where it has none."""
    bare = name.removeprefix("การ")
    return bare if bare != name and len(bare) > _SHORTEST_NAME else ""


def _worth(target: Target, framework: Framework) -> Decimal:
    if target.kind is CellKind.INDICATOR:
        return framework.weight(int(target.key)) * 100
    instrument = framework.instrument(target.key)
    return instrument.weight if instrument is not None else _ALL


def _kind_of(number: str, framework: Framework) -> CellKind:
    if framework.instrument(number) is not None:
        return CellKind.INSTRUMENT
    if not number[:1].isdigit():
        return CellKind.ITEM
    return CellKind.SUB_INDICATOR if "." in number else CellKind.INDICATOR


def _unique(names: list[tuple[str, Target]]) -> dict[str, Target]:
    """The names that only one part has."""
    exact: dict[str, Target] = {}
    shared = set()
    for name, target in names:
        if exact.setdefault(name, target) != target:
            shared.add(name)
    return {name: target for name, target in exact.items() if name not in shared}


def _allowed(name: str) -> int:
    """How many slips a name may have: one in five letters."""
    return max(1, len(name) // 5)


def _distance(one: str, other: str, most: int | None = None) -> int:
    """The number of letters to add, drop, replace or swap; above *most*, any number above it."""
    from rapidfuzz.distance import OSA  # only what is misspelt needs it

    return OSA.distance(one, other, score_cutoff=most)


def _digits(name: str) -> list[str]:
    """The numbers in a folded name."""
    return re.findall(r"\d+", name)


def _name_key(text: str) -> str:
    """A name as it is compared: without what stands in brackets, unless nothing else is there."""
    return fold(re.sub(r"\([^)]*\)", "", text)) or fold(text)


def _names_number(text: str, number: Decimal) -> bool:
    """Whether a number stands in a text by itself: ``(30)``, ``30 %``, ``ร้อยละ 30``."""
    found = re.findall(r"(?<![\d.])\d{1,3}(?:\.\d+)?(?![\d.])", text)
    return any(Decimal(digits) == number for digits in found)
