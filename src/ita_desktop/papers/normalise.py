"""The case with every text as it is to be printed: cleaned up, digits by the setting."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from ita_desktop.domain.case import Case, Paper
from ita_desktop.domain.description import DescribedField, FieldType
from ita_desktop.domain.record_walk import Change, mapped
from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import Digits, as_printed, thai_number

# ``1.Website`` at a line's start is a list number, unlike ``1.pdf``, a file's name.
_NUMBERED_LATIN = re.compile(r"(?m)^[0-9]{1,2}[.)](?=[A-Z][a-z])")


def normalised_case(case: Case, digits: Digits) -> Case:
    """``case`` with its texts final; numbers, codes, links and file names keep their digits.

    Texts of one line become one. Other texts keep their line breaks; entries without any
    text are dropped from lists.
    """
    return mapped(case, partial(_normalised, digits))


def normalised(case: Case, paper: Paper, digits: Digits) -> tuple[Case, Paper]:
    """``case`` and one paper with their texts final; of the papers there is only this one."""
    case = normalised_case(case._replace(papers=(paper,)), digits)
    return case, case.papers[0]


def normalised_line(text: str, digits: Digits = Digits.THAI) -> str:
    """``text`` final and on one line: for names that come from elsewhere than the case."""
    return as_printed(_line(text), digits)


def _normalised(digits: Digits, described: DescribedField) -> Change | None:
    field = described.field
    if not field.says:
        return None
    if field.type in _LISTS:
        return partial(_texts, _LISTS[field.type], digits)
    if field.type is FieldType.LINE:
        return _line if field.literal else lambda text: as_printed(_line(text), digits)
    return (lambda text: _block(text, digits)) if field.type is FieldType.TEXT else None


def _texts(
    normalised: Callable[[str, Digits], str], digits: Digits, texts: tuple[str, ...]
) -> tuple[str, ...]:
    """The texts of a list that say something."""
    return tuple([text for text in [normalised(one, digits) for one in texts] if text])


def _line(text: str) -> str:
    """``text`` cleaned up and on one line."""
    text = normalise(text).strip()
    if "\n" in text:
        text = " ".join([line.strip() for line in text.split("\n") if line.strip()])
    return text


def _block(text: str, digits: Digits) -> str:
    """``text`` final, with its lines."""
    text = normalise(text).strip()
    if digits is Digits.THAI:
        text = _NUMBERED_LATIN.sub(lambda match: thai_number(match[0]), text)
    return as_printed(text, digits)


def _number(text: str, digits: Digits) -> str:
    """A number as it is compared: its digits are printed where it stands in a sentence."""
    del digits
    return _line(text)


_LISTS: dict[FieldType, Callable[[str, Digits], str]] = {
    FieldType.LINES: normalised_line,
    FieldType.TEXTS: _block,
    FieldType.NUMBERS: _number,
}
