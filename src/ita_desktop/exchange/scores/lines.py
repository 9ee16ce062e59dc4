"""Scores in running lines: ``1. การปฏิบัติหน้าที่`` with ``97.68 คะแนน`` beside or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.domain.score_values import (
    LEADING_OVER,
    Refused,
    Value,
    is_blank,
    is_level,
    level_of,
    read_value,
)
from ita_desktop.exchange.scores.collecting import Collector
from ita_desktop.exchange.scores.grid import GridRow
from ita_desktop.exchange.scores.labels import (
    LONGEST,
    Label,
    Labels,
    Puzzle,
    Target,
    looks_like_agency,
    year_in,
)
from ita_desktop.exchange.scores.prose import lone_score, told_scores
from ita_desktop.exchange.scores.words import AGENCY_STARTS, REMARKS, SCORED, TITLES, CellKind
from ita_desktop.quoting import quoted
from ita_desktop.thai.digits import to_ascii_digits

_TOTAL = Target(CellKind.TOTAL)
_NUMBERS_EACH = 4
_LETTERS_EACH = 80
"""What an indicator takes at most in one line that lists them all; a longer line is no list."""
_FEWEST = 10
"""So many are reckoned with in a year of fewer, for what else stands in a line."""


class _Sort(Enum):
    PAIRS = auto()
    LABEL = auto()
    VALUE = auto()
    BLANK = auto()
    LEVEL = auto()
    UNIT = auto()
    HEADING = auto()
    TITLE = auto()
    REMARK = auto()
    PUZZLE = auto()
    UNKNOWN = auto()


class _Token(NamedTuple):
    """What one line is."""

    row: GridRow
    sort: _Sort
    pairs: tuple[tuple[Label, Value], ...] = ()
    label: Label | None = None
    value: Value | None = None
    text: str = ""


def read_lines(rows: Sequence[GridRow], into: Collector) -> None:
    """Read lines that follow one another, each a label, a score, both or neither."""
    tokens = _without_numbering([_token(row, into.labels) for row in rows if row.filled])
    if _value_stands_first(tokens):
        tokens = list(_turned(tokens))
        into.notes.append("ในข้อความนี้คะแนนอยู่บรรทัดก่อนชื่อตัวชี้วัด จึงจับคู่ตามนั้น โปรดตรวจ")
    _Lines(into).read(tokens)


class _Lines:
    """The reading of one run of lines; ``pending`` waits for its score."""

    def __init__(self, into: Collector) -> None:
        self.into = into
        self.pending: _Token | None = None
        self.after_total = False

    def read(self, tokens: Sequence[_Token]) -> None:
        for token, following in pairwise((*tokens, None)):
            if token is not None:
                if following is not None and self._is_total(token, following):
                    self._lone_total(token)
                else:
                    self._take(token)
        self._drop_pending()

    def _is_total(self, token: _Token, following: _Token) -> bool:
        """Whether a bare number is the total: no label above it, and a level right below."""
        no_label = token.sort is _Sort.VALUE and self.pending is None
        return no_label and following.sort is _Sort.LEVEL and not self.into.has(_TOTAL)

    def _lone_total(self, token: _Token) -> None:
        if token.value is not None:
            row, why = token.row, "ตัวเลขที่อยู่เหนือบรรทัดระดับ"
            self._put(row, Label(_TOTAL, why), token.value, "ไม่มีชื่อกำกับ")
            self.into.notes.append(f"{row.place} “{quoted(row.text, 40)}” ถือเป็นคะแนนรวม โปรดตรวจ")

    def _take(self, token: _Token) -> None:
        row = token.row
        match token.sort:
            case _Sort.PAIRS:
                self._drop_pending()
                for label, value in token.pairs:
                    self._put(row, label, value, "ชื่อและคะแนนอยู่บรรทัดเดียวกัน")
            case _Sort.LABEL:
                self._drop_pending()
                self.pending = token
            case _Sort.VALUE:
                self._value(token)
            case _Sort.BLANK if self.pending is not None:
                self._drop_pending()
            case _Sort.LEVEL:
                self._level(token)
            case _Sort.UNIT:
                self._drop_pending()
                self.into.begin(token.text)
                self.into.saw(row.place, row.text, f"หน่วยงาน {token.text}", "เป็นชื่อหน่วยงาน")
            case _Sort.TITLE:
                self._drop_pending()
                self._title(token)
            case _Sort.BLANK | _Sort.HEADING | _Sort.REMARK:
                self.into.saw(row.place, row.text, "หัวข้อหรือคำอธิบาย", "ไม่มีคะแนน")
            case _Sort.UNKNOWN if self.pending is not None and token.value is not None:
                self._value(token)
            case _Sort.UNKNOWN if (whole := self._wrapped(token)) is not None:
                self.pending = None
                self._put(*whole, "ชื่อยาวต่อสองบรรทัด")
            case _:
                self._drop_pending()
                self.into.puzzle(row.place, row.text, token.text or "ไม่พบชื่อตัวชี้วัดหรือคะแนนที่รู้จัก")

    def _wrapped(self, token: _Token) -> tuple[GridRow, Label, Value] | None:
        """A name that a line's end cut in two, with the score behind its second half."""
        if self.pending is None or self.pending.label is None:
            return None
        row = _below(self.pending.row, token.row, "")
        pair = _pair(to_ascii_digits(row.text), self.into.labels)
        if pair is None or pair[0].target != self.pending.label.target:
            return None
        return row, *pair

    def _put(self, row: GridRow, label: Label, value: Value, why: str) -> None:
        if label.year not in (None, self.into.year):
            self.into.skip_year(label.year or 0)
            self.into.saw(row.place, row.text, f"คะแนนของปี {label.year}", "ไม่นำมา")
            return
        put_label(self.into, label, value, row, f"{label.why}, {why}")
        self.after_total = label.target.kind is CellKind.TOTAL

    def _value(self, token: _Token) -> None:
        if self.pending is None or self.pending.label is None or token.value is None:
            self.into.puzzle(token.row.place, token.row.text, "มีตัวเลขแต่ไม่รู้ว่าเป็นคะแนนของตัวชี้วัดใด")
            return
        label, above = self.pending.label, self.pending.row
        self.pending = None
        self._put(_below(above, token.row, " | "), label, token.value, "คะแนนอยู่บรรทัดถัดจากชื่อ")

    def _level(self, token: _Token) -> None:
        row = token.row
        asked = self.pending is not None and self.pending.label is not None
        if "ระดับ" in row.text or self.after_total or (asked and not self.into.unit.level):
            self.into.unit.level = level_of(row.text)
        self.into.saw(row.place, row.text, f"ระดับ {level_of(row.text)}", "เป็นชื่อระดับ")

    def _title(self, token: _Token) -> None:
        row = token.row
        if token.text:
            self.into.begin(token.text)
        year = year_in(row.text)
        if year not in (None, self.into.year):
            self.into.notes.append(f"{row.place} บอกว่าเป็นปี {year} แต่ขอปี {self.into.year} โปรดตรวจปี")
        self.into.saw(row.place, row.text, "ชื่อตาราง", f"หน่วยงาน {token.text}" if token.text else "")

    def _drop_pending(self) -> None:
        """Account for a label that no score followed."""
        if self.pending is not None and self.pending.label is not None:
            row, label = self.pending.row, self.pending.label
            name = self.into.labels.name_of(label.target)
            heads = label.target.kind is CellKind.INSTRUMENT
            self.into.saw(row.place, row.text, name, "เป็นหัวข้อ" if heads else "ไม่มีคะแนน")
        self.pending = None


def _below(above: GridRow, row: GridRow, between: str) -> GridRow:
    """Two rows as one."""
    text = f"{above.text}{between}{row.text}"
    return GridRow(f"{above.place}–{row.place.rpartition(' ')[2]}", (text,))


def put_label(into: Collector, label: Label, value: Value, row: GridRow, why: str) -> None:
    """Take a score, of a further unit where the list of indicators begins anew."""
    if into.begins_anew(label.target):
        into.begin("", new=True)
        into.notes.append(f"{row.place}: รายการตัวชี้วัดเริ่มใหม่ จึงถือเป็นอีกหน่วยงานหนึ่งที่ไม่มีชื่อ")
    if label.out_of is not None and value.out_of is None and value.number <= label.out_of:
        weight = into.labels.weight_of(label.target)
        value = value._replace(out_of=weight) if weight == label.out_of else value
    into.put(label.target, value, row.place, row.text, why)


def _token(row: GridRow, labels: Labels) -> _Token:
    text = row.text
    if len(text) > _LETTERS_EACH * _listed(labels):
        return _sentence(row, labels) or _Token(row, _Sort.UNKNOWN, text="ยาวเกินกว่าจะเป็นบรรทัดคะแนน")
    value = read_value(text)
    if isinstance(value, Value):
        return _Token(row, _Sort.VALUE, value=value)
    if is_blank(text):
        return _Token(row, _Sort.BLANK)
    if is_level(text):
        return _Token(row, _Sort.LEVEL)
    return _labelled(row, labels) or _other(row, value, labels)


def _labelled(row: GridRow, labels: Labels) -> _Token | None:
    """A line with labels, and perhaps their scores."""
    text = _trimmed(to_ascii_digits(row.text))
    if (pair := _bracketed(text, labels)) is not None:
        return _Token(row, _Sort.PAIRS, pairs=(pair,))
    label = labels.recognise(text)
    if isinstance(label, Label) and label.target.kind in SCORED:
        return _Token(row, _Sort.LABEL, label=label)
    if isinstance(label, Label):
        return _Token(row, _Sort.HEADING)
    if len(row.text) <= LONGEST and (pair := _pair(text, labels)) is not None:
        return _Token(row, _Sort.PAIRS, pairs=(pair,))
    pairs = _pairs(text, labels)
    if pairs:
        return _Token(row, _Sort.PAIRS, pairs=pairs)
    if isinstance(label, Puzzle):
        return _Token(row, _Sort.PUZZLE, text=label.reason)
    return None


def _other(row: GridRow, value: Refused | None, labels: Labels) -> _Token:
    """A line without a score: the name of a unit, a title, a remark or nothing known."""
    text = row.text
    if value is not None:
        return _Token(row, _Sort.PUZZLE, text=value.reason)
    found = re.fullmatch(r"(?:ชื่อ)?หน่วยงาน\s*[:：]?\s*(\S.*)", text)
    if found and len(text) <= LONGEST:
        return _Token(row, _Sort.UNIT, text=found[1])
    if (told := _sentence(row, labels)) is not None:
        return told
    name = text.removeprefix("ของ")
    if looks_like_agency(name) and not re.search(r"\d", to_ascii_digits(text)):
        return _Token(row, _Sort.UNIT, text=name)
    if _is_heading(text, labels):
        return _Token(row, _Sort.HEADING)
    if any(word in text for word in TITLES) and not re.search(r"\d\.\d", to_ascii_digits(text)):
        return _Token(row, _Sort.TITLE, text=_agency_in(text))
    if text.startswith(REMARKS):
        return _Token(row, _Sort.REMARK)
    reason = _reason(text, labels)
    return _Token(row, _Sort.UNKNOWN, value=lone_score(to_ascii_digits(text)), text=reason)


def _is_heading(text: str, labels: Labels) -> bool:
    """Whether a line is the headings of a table that lost its columns: ``ที่ ตัวชี้วัด คะแนน``."""
    found = [labels.recognise(word) for word in text.split()] if len(text) <= LONGEST else []
    kinds = [label.target.kind for label in found if isinstance(label, Label)]
    return len(kinds) == len(found) > 1 and CellKind.SCORE in kinds and CellKind.LABEL in kinds


def _sentence(row: GridRow, labels: Labels) -> _Token | None:
    """A line of prose that tells scores."""
    pairs = told_scores(to_ascii_digits(row.text), labels)
    return _Token(row, _Sort.PAIRS, pairs=pairs) if pairs else None


_IN_BRACKETS = re.compile(
    rf"(?P<label>.*\S)\s*[(\[]\s*(?P<score>(?:{LEADING_OVER})*\d[^()\[\]]*)[)\]]"
)


def _bracketed(text: str, labels: Labels) -> tuple[Label, Value] | None:
    """``การใช้อำนาจ (91.32%)``: a score with decimals, so neither a weight nor a year."""
    found = _IN_BRACKETS.fullmatch(text) if len(text) <= LONGEST else None
    if found is None or not re.search(r"\d[.,]\d", found["score"]):
        return None
    label, value = labels.recognise(_trimmed(found["label"])), read_value(found["score"])
    if not isinstance(label, Label) or not isinstance(value, Value):
        return None
    weighs = label.target.kind is CellKind.INSTRUMENT and value.number == labels.weight_of(
        label.target
    )
    return (label, value) if label.target.kind in SCORED and not weighs else None


def _reason(text: str, labels: Labels) -> str:
    """Why a line is not understood, where one can tell: its label, or the end of it."""
    starts = [found.start() for found in _NUMBER.finditer(to_ascii_digits(text))]
    for start in reversed(starts[: _NUMBERS_EACH * _listed(labels)]):
        label = labels.recognise(_trimmed(text[:start]))
        if isinstance(label, Puzzle):
            return label.reason
        if isinstance(label, Label) and label.target.kind in SCORED:
            value = read_value(text[start - (text[start - 1 : start] in ("-", "−", "–")) :])
            return value.reason if isinstance(value, Refused) else "อ่านคะแนนในบรรทัดนี้ไม่ได้"
    return ""


@lru_cache(maxsize=1)
def _agency_pattern() -> re.Pattern[str]:
    starts = "|".join(map(re.escape, sorted(AGENCY_STARTS, key=len, reverse=True)))
    return re.compile(rf"(?:^|[\sก-๎])(?P<name>(?:{starts})[^\s\d(),]+)")


def _agency_in(text: str) -> str:
    found = _agency_pattern().search(text[:LONGEST])
    return found["name"] if found else ""


_LEADING_OVER = re.compile(rf"(?<=\S)(?:{LEADING_OVER})+$")


def _trimmed(text: str) -> str:
    """A label without the dots, dashes and words that lead over to its score."""
    plain = text.strip().rstrip(" .:=|-–—…_")
    return _LEADING_OVER.sub("", plain) or plain


_UNIT_BEHIND = re.compile(r"\s*(?:คะแนน|%)?[\s,;|]*")
_NUMBER = re.compile(r"\d{1,3}(?:\s?[.,]\s?\d{1,20})?(?!\d)")


def _pair(text: str, labels: Labels) -> tuple[Label, Value] | None:
    """The label and the score of a line that holds one of each."""
    starts = [found.start() for found in _NUMBER.finditer(text)][-6:]
    for start in reversed(starts):
        if start == 0 or _is_torn(text, start):
            continue
        label = labels.recognise(_trimmed(text[:start]))
        value = _value_after(text[:start], text[start:])
        if isinstance(label, Label) and label.target.kind in SCORED and value is not None:
            return label, value
    return None


def _value_after(label: str, text: str) -> Value | None:
    """The score behind a label; a comma that separates there is no decimal point here."""
    value = read_value(text)
    if not isinstance(value, Value) or (label.rstrip().endswith((",", ";")) and "," in text):
        return None
    return value


def _is_torn(text: str, start: int) -> bool:
    """Whether a number goes on to the left or is negative; dots may lead over to it (``.....``)."""
    dots = re.search(r"[.…]{2,}$", text[:start])
    return dots is None and start > 0 and text[start - 1] in "0123456789.,-−–"


def _listed(labels: Labels) -> int:
    """How many indicators a line may list."""
    return max(_FEWEST, len(labels.framework.indicators))


def _pairs(text: str, labels: Labels) -> tuple[tuple[Label, Value], ...]:
    """The labels and scores of a line that holds several; none unless all of it is understood."""
    numbers = list(_NUMBER.finditer(text))
    if not 2 <= len(numbers) <= _NUMBERS_EACH * _listed(labels):
        return ()
    found, begin, index = [], 0, 0
    while index < len(numbers):
        step = _next_pair(text, begin, numbers, index, labels)
        if step is None:
            return ()
        pair, begin, index = step
        found.append(pair)
    return tuple(found) if not text[begin:].strip(" .,;|") else ()


def _next_pair(
    text: str, begin: int, numbers: Sequence[re.Match[str]], index: int, labels: Labels
) -> tuple[tuple[Label, Value], int, int] | None:
    """The pair that begins at *begin*, where it ends and the first number behind it."""
    for at in range(index, min(index + 3, len(numbers))):
        if _is_torn(text, numbers[at].start()):
            return None
        label = labels.recognise(_trimmed(text[begin : numbers[at].start()]))
        if isinstance(label, Label) and label.target.kind in SCORED:
            unit = _UNIT_BEHIND.match(text, numbers[at].end())
            end = unit.end() if unit else numbers[at].end()
            start = numbers[at].start()
            value = _value_after(text[:start], text[start:end].strip(" ,;|"))
            if value is not None:
                return (label, value), end, at + 1
    return None


def _without_numbering(tokens: list[_Token]) -> list[_Token]:
    """The lines without those that only number the label below: ``1`` over ``การปฏิบัติหน้าที่``."""
    kept: list[_Token] = []
    for token, following in pairwise((*tokens, None)):
        if token is None:
            continue
        waits = bool(kept) and kept[-1].sort is _Sort.LABEL
        if token.value is not None and not waits and _numbers(token.value, following):
            continue
        kept.append(token)
    return kept


def _numbers(value: Value, following: _Token | None) -> bool:
    if following is None:
        return False
    labels = [following.label, *(label for label, _ in following.pairs[:1])]
    return any(label is not None and label.target.key == str(value.number) for label in labels)


def _value_stands_first(tokens: Sequence[_Token]) -> bool:
    """Whether each score stands above its label: only so do all of them have one."""
    marks = [t.sort for t in tokens if t.sort in (_Sort.LABEL, _Sort.VALUE)]
    if marks.count(_Sort.LABEL) < 2 or not marks or marks[0] is not _Sort.VALUE:
        return False
    orphans_below = sum(a is b is _Sort.VALUE for a, b in pairwise(marks)) + 1
    orphans_above = sum(a is b is _Sort.VALUE for a, b in pairwise(marks))
    orphans_above += marks[-1] is _Sort.VALUE
    return orphans_above < orphans_below


def _turned(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The lines with each score put below the label that it stood above."""
    held: _Token | None = None
    for token in tokens:
        if token.sort is _Sort.VALUE:
            if held is not None:
                yield held
            held = token
        elif token.sort is _Sort.LABEL:
            yield token
            if held is not None:
                yield held
                held = None
        else:
            yield token
    if held is not None:
        yield held
