"""The computation of a year's scores, exact: item, sub-indicator, indicator, instrument, total.

Every step up is a plain mean of what the framework lists, the total is weighted. Scores
may be given at any depth: where a part's own parts are all known they count, and what
was given for it beside them is only compared. Nothing is guessed: a part that is not
known leaves what stands above it unknown, unless that was given itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ita_desktop.domain.case import Assessment, Indicator
from ita_desktop.domain.frameworks import (
    Framework,
    IndicatorSpec,
    InstrumentSpec,
    SubIndicatorSpec,
)
from ita_desktop.thai.digits import thai_number, thai_score

TOLERANCE = Fraction(2, 100)
"""Two decimals are published, each rounded: this much apart is no contradiction."""

TOTAL = "total"
FULL = Fraction(100)


class Published(NamedTuple):
    """What a publication gives beside indicators.

    ``instruments`` by code on the scale 0–100, ``points`` the same weighted (IIT at most
    30), ``total`` 0–100.
    """

    instruments: Mapping[str, Decimal] = {}
    points: Mapping[str, Decimal] = {}
    total: Decimal | None = None


class Contradiction(NamedTuple):
    """Two values for one part, further apart than the tolerance.

    ``number`` is ``O42``, ``10.1``, ``10``, ``IIT`` or ``total``; ``other`` what follows
    from deeper parts, or a second value that was given; ``used`` is None where neither
    could be used.
    """

    number: str
    given: Decimal
    other: Decimal
    used: Decimal | None

    def in_words(self) -> str:
        """A Thai sentence for the user."""
        name = part_name(self.number)
        given, other = thai_score(self.given), thai_score(self.other)
        if self.used is None:
            return f"{name} มีสองค่าที่ขัดกัน คือ {given} กับ {other} จึงยังไม่ใช้ค่าใด โปรดตรวจคะแนน"
        return f"{name} ระบุไว้ {given} แต่คำนวณจากส่วนย่อยได้ {other} จึงใช้ {thai_score(self.used)}"


class Scores(NamedTuple):
    """What is known of a year.

    ``exact`` holds every known score by number (``O42``, ``10.1``, ``10``, ``IIT``,
    ``total``), unrounded; the methods give them at two decimals, half up, as they are
    published, or None. ``missing`` lists, in the framework's order, the indicators that are
    not known or, where something was given inside one, the parts of it that are not;
    ``unknown`` what was given and the framework does not have.
    """

    year: int
    exact: Mapping[str, Fraction]
    missing: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    unknown: tuple[str, ...] = ()
    instrument_codes: tuple[str, ...] = ()

    def of(self, number: str) -> Decimal | None:
        """The score of any part: ``O42``, ``10.1``, ``10``, ``IIT`` or ``total``."""
        exact = self.exact.get(number)
        return None if exact is None else rounded(exact)

    def item(self, code: str) -> Decimal | None:
        """The score of an item such as ``O42``."""
        return self.of(code)

    def sub_indicator(self, number: str) -> Decimal | None:
        """The score of a sub-indicator such as ``10.1``."""
        return self.of(number)

    def indicator(self, number: int) -> Decimal | None:
        """The score of an indicator."""
        return self.of(str(number))

    def instrument(self, code: str) -> Decimal | None:
        """The score (0–100, not weighted) of an instrument such as ``IIT``."""
        return self.of(code)

    @property
    def instruments(self) -> dict[str, Decimal | None]:
        """The score of every instrument of the framework, None where it is not known."""
        return {code: self.of(code) for code in self.instrument_codes}

    @property
    def total(self) -> Decimal | None:
        """The year's total."""
        return self.of(TOTAL)


def rounded(score: Fraction) -> Decimal:
    """Return *score* at two decimals, half up."""
    hundredths = (score * 100 + Fraction(1, 2)).__floor__()
    return Decimal(hundredths).scaleb(-2)


def part_name(number: str) -> str:
    """What a number calls, in Thai words: ``ตัวชี้วัดที่ ๑๐``, ``ตัวชี้วัดย่อยที่ ๑๐.๑``, ``O42``."""
    if number == TOTAL:
        return "คะแนนรวม"
    if not number[:1].isdigit():
        return number
    kind = "ตัวชี้วัดย่อยที่" if "." in number else "ตัวชี้วัดที่"
    return f"{kind} {thai_number(number)}"


def compute(
    assessment: Assessment, framework: Framework, published: Published | None = None
) -> Scores:
    """Return what follows from the scores of *assessment* by the rules of *framework*.

    Sources: an item is 100 or 0; a sub-indicator the mean of its items; an indicator the
    mean of its sub-indicators, not of their items; an instrument the mean of its
    indicators; the total their weighted sum.
    """
    computing = _Computing(_given(assessment), published or Published())
    total = computing.total(framework)
    return Scores(
        year=assessment.year,
        exact=computing.exact,
        missing=total.missing,
        contradictions=tuple(computing.contradictions),
        unknown=tuple(number for number in computing.given if number not in computing.asked),
        instrument_codes=tuple(instrument.code for instrument in framework.instruments),
    )


def with_known(assessment: Assessment, scores: Scores) -> Assessment:
    """Return *assessment* with the scores that follow where none was given, at two decimals.

    Parts that it does not list are not added; what was given stays as it is.
    """
    return assessment._replace(
        indicators=tuple(_indicator_known(indicator, scores) for indicator in assessment.indicators)
    )


def _indicator_known(indicator: Indicator, scores: Scores) -> Indicator:
    return indicator._replace(
        score=_known(indicator.score, str(indicator.number), scores),
        sub_indicators=tuple(
            sub._replace(score=_known(sub.score, sub.number, scores))
            for sub in indicator.sub_indicators
        ),
    )


def _known(given: Decimal | None, number: str, scores: Scores) -> Decimal | None:
    return scores.of(number) if given is None else given


def item_code(code: str) -> str:
    """Return an item's code as frameworks write it: ``o ๔๒`` is ``O42``."""
    # str(int()) reads Thai digits too.
    plain = "".join(code.split()).upper()
    return f"O{int(plain[1:])}" if plain[:1] == "O" and plain[1:].isdecimal() else code


def _given(assessment: Assessment) -> dict[str, list[Fraction]]:
    """The scores that were given, by number; more than one where a number comes twice."""
    given: dict[str, list[Fraction]] = {}
    for number, score in _numbered(assessment):
        if score is not None:
            given.setdefault(number, []).append(Fraction(score))
    return given


def _numbered(assessment: Assessment) -> Iterator[tuple[str, Decimal | None]]:
    for indicator in assessment.indicators:
        yield str(indicator.number), indicator.score
        for sub in indicator.sub_indicators:
            yield sub.number, sub.score
            for item in sub.items:
                yield item_code(item.code), item.score


class _Part(NamedTuple):
    """What came out for a part; ``low`` and ``high`` bound it while it is not known.

    ``touched`` says whether anything at all was given for it or inside it.
    """

    value: Fraction | None
    low: Fraction
    high: Fraction
    missing: tuple[str, ...]
    touched: bool


class _Computing:
    """The state of one computation; its methods mirror the framework, from the top down."""

    def __init__(self, given: Mapping[str, Sequence[Fraction]], published: Published) -> None:
        self.given = given
        self.published = published
        self.exact: dict[str, Fraction] = {}
        self.asked: set[str] = set()
        self.contradictions: list[Contradiction] = []

    def total(self, framework: Framework) -> _Part:
        parts = [self.instrument(instrument) for instrument in framework.instruments]
        weights = [Fraction(instrument.weight) / 100 for instrument in framework.instruments]
        given = [] if self.published.total is None else [Fraction(self.published.total)]
        part = self._settle(TOTAL, given, parts, weights)
        return part._replace(missing=_inside(parts))

    def instrument(self, spec: InstrumentSpec) -> _Part:
        parts = [self.indicator(indicator) for indicator in spec.indicators]
        given = [Fraction(score) for score in _one(self.published.instruments, spec.code)]
        scale = 100 / Fraction(spec.weight)
        points = [Fraction(score) * scale for score in _one(self.published.points, spec.code)]
        # Points are rounded before they are scaled up, and so is their error.
        tolerance = TOLERANCE * scale if points else TOLERANCE
        part = self._settle(spec.code, given + points, parts, tolerance=tolerance)
        return part._replace(missing=_inside(parts))

    def indicator(self, spec: IndicatorSpec) -> _Part:
        parts = [self.sub_indicator(sub) for sub in spec.sub_indicators]
        return self._settle_given(str(spec.number), parts)

    def sub_indicator(self, spec: SubIndicatorSpec) -> _Part:
        parts = [self._settle_given(item.code, []) for item in spec.items]
        return self._settle_given(spec.number, parts)

    def _settle_given(self, number: str, parts: Sequence[_Part]) -> _Part:
        self.asked.add(number)
        return self._settle(number, self.given.get(number, ()), parts)

    def _settle(
        self,
        number: str,
        given: Sequence[Fraction],
        parts: Sequence[_Part],
        weights: Sequence[Fraction] = (),
        tolerance: Fraction = TOLERANCE,
    ) -> _Part:
        """Decide on the score of one part from what was given and from its own parts."""
        low, high = Fraction(0), FULL
        if any(part.touched for part in parts):
            shares = weights or [Fraction(1, len(parts))] * len(parts)
            low = _sum(share * part.low for share, part in zip(shares, parts, strict=True))
            high = _sum(share * part.high for share, part in zip(shares, parts, strict=True))
        value = self._agreed(number, given, tolerance)
        if parts and all(part.value is not None for part in parts):
            if value is not None and abs(value - low) > tolerance:
                self._contradict(number, value, low, low)
            value = low
        elif value is not None and not low - tolerance <= value <= high + tolerance:
            self._contradict(number, value, low if value < low else high, None)
            value = None
        touched = bool(given) or any(part.touched for part in parts)
        if value is not None:
            self.exact[number] = value
            return _Part(value, value, value, (), touched)
        inside = any(part.touched for part in parts)
        return _Part(None, low, high, _inside(parts) if inside else (number,), touched)

    def _agreed(
        self, number: str, given: Sequence[Fraction], tolerance: Fraction
    ) -> Fraction | None:
        """The one value that was given; None where values differ, which is told."""
        if not given:
            return None
        odd = next((value for value in given if abs(value - given[0]) > tolerance), None)
        if odd is None:
            return given[0]
        self._contradict(number, given[0], odd, None)
        return None

    def _contradict(
        self, number: str, given: Fraction, other: Fraction, used: Fraction | None
    ) -> None:
        self.contradictions.append(
            Contradiction(
                number, rounded(given), rounded(other), None if used is None else rounded(used)
            )
        )


def _one(values: Mapping[str, Decimal], code: str) -> tuple[Decimal, ...]:
    return (values[code],) if code in values else ()


def _inside(parts: Iterable[_Part]) -> tuple[str, ...]:
    return tuple(number for part in parts for number in part.missing)


def _sum(terms: Iterable[Fraction]) -> Fraction:
    return sum(terms, Fraction(0))
