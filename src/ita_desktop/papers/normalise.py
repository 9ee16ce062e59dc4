"""The case with every text as it is to be printed: cleaned up, digits by the setting."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    OwnText,
    Paper,
    Result,
    Signatory,
)
from ita_desktop.domain.description import FieldType
from ita_desktop.domain.paper_kinds import kind_of
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import Digits, as_printed, thai_number

# ``1.Website`` at a line's start is a list number, unlike ``1.pdf``, a file's name.
_NUMBERED_LATIN = re.compile(r"(?m)^[0-9]{1,2}[.)](?=[A-Z][a-z])")


def normalised_case(case: Case, digits: Digits) -> Case:
    """``case`` with its texts final; numbers, codes, links and file names keep their digits.

    Names and fields of the head become one line. Other texts keep their line
    breaks; entries without any text are dropped from lists.
    """
    printer = _Printer(digits)
    return case._replace(
        agency=printer.agency(case.agency),
        assessment=Assessment(
            case.assessment.year,
            tuple([printer.indicator(indicator) for indicator in case.assessment.indicators]),
        ),
        analysis=Analysis(
            tuple([number for number in map(_line, case.analysis.focus) if number]),
            printer.block(case.analysis.opening),
        ),
        measures=tuple([printer.measure(measure) for measure in case.measures]),
        papers=tuple([printer.paper(paper) for paper in case.papers]),
        words=printer.lines(case.words),
    )


def normalised_line(text: str, digits: Digits = Digits.THAI) -> str:
    """``text`` final and on one line: for names that come from elsewhere than the case."""
    return _Printer(digits).line(text)


def _line(text: str) -> str:
    """``text`` cleaned up and on one line."""
    text = normalise(text).strip()
    if "\n" in text:
        text = " ".join([line.strip() for line in text.split("\n") if line.strip()])
    return text


class _Printer:
    """Prints texts by one setting of the digits."""

    __slots__ = ("_digits",)

    def __init__(self, digits: Digits) -> None:
        self._digits = digits

    def line(self, text: str) -> str:
        return as_printed(_line(text), self._digits)

    def block(self, text: str) -> str:
        text = normalise(text).strip()
        if self._digits is Digits.THAI:
            text = _NUMBERED_LATIN.sub(lambda match: thai_number(match[0]), text)
        return as_printed(text, self._digits)

    def lines(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple([text for text in map(self.line, texts) if text])

    def blocks(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple([text for text in map(self.block, texts) if text])

    def agency(self, agency: Agency) -> Agency:
        return Agency(
            name=self.line(agency.name),
            short_name=self.line(agency.short_name),
            district=self.line(agency.district),
            province=self.line(agency.province),
            division=self.line(agency.division),
        )

    def indicator(self, indicator: Indicator) -> Indicator:
        subs = tuple([s._replace(name=self.line(s.name)) for s in indicator.sub_indicators])
        return indicator._replace(name=self.line(indicator.name), sub_indicators=subs)

    def measure(self, measure: Measure) -> Measure:
        return Measure(
            name=self.line(measure.name),
            indicators=measure.indicators,
            guidelines=self.blocks(measure.guidelines),
            steps=self.blocks(measure.steps),
            responsible=self.blocks(measure.responsible),
            monitoring=self.block(measure.monitoring),
            results=tuple([self.result(result) for result in measure.results]),
        )

    def result(self, result: Result) -> Result:
        return Result(
            round=result.round,
            details=self.block(result.details),
            period=self.block(result.period),
            output=self.block(result.output),
            outcome=self.block(result.outcome),
            remark=self.block(result.remark),
            status=result.status,
            evidence=tuple([self.evidence(evidence) for evidence in result.evidence]),
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        return Evidence(self.line(evidence.title), _line(evidence.url), _line(evidence.file))

    def paper(self, paper: Paper) -> Paper:
        kind = kind_of(paper)
        texts = []
        for own in paper.texts:
            slot = kind.slot(own.key) if kind else None
            one_line = slot is not None and slot.field.type is FieldType.LINE
            text = self.line(own.text) if one_line else self.block(own.text)
            if text:
                texts.append(OwnText(own.key, text))
        return paper._replace(
            number=self.line(paper.number),
            texts=tuple(texts),
            signatories=tuple([self.signatory(signatory) for signatory in paper.signatories]),
        )

    def signatory(self, signatory: Signatory) -> Signatory:
        return Signatory(
            name=self.line(signatory.name),
            position=self.block(signatory.position),
            rank=self.line(signatory.rank),
            acting_position=self.block(signatory.acting_position),
            note=self.line(signatory.note),
            opinion_heading=self.line(signatory.opinion_heading),
        )
