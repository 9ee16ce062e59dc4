"""Rules on how texts are written: torn words, mixed digits, common slips, unfinished ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.case import Agency, Case
from ita_desktop.domain.case_paths import CasePath, format_path, putting
from ita_desktop.domain.checks.context import CheckContext, CheckedText
from ita_desktop.domain.checks.finding import Fix, Remark
from ita_desktop.domain.checks.words import number, quoted, quoted_part
from ita_desktop.domain.description import TEXT_TYPES, fields_of
from ita_desktop.thai.cleanup import clean_pasted
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.thai.misspellings import MISSPELT
from ita_desktop.thai.torn_words import torn_words
from ita_desktop.thai.words import standard_dictionary

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_BROKEN = re.compile(
    f"(?P<split>\u0e4d[\u0e48-\u0e4b]?\u0e32)|(?P<doubled>เเ)"
    f"|(?P<torn>(?<=[ก-ฮ{_MARKS}]) +(?=[{_MARKS}ะาำ])|(?<=[เแโใไ]) +(?=[ก-ฮ]))"
    f"|(?P<wide>(?<=\\S) {{3,}}(?=\\S))"
)
_WIDE_IN_NAME = re.compile(r"(?P<wide>(?<=\S) {2,}(?=\S))")
"""Two spaces divide sentences in prose, and nothing in a name."""

_PROBLEMS = {
    "split": "มีสระอำที่แยกเป็นสองตัว",
    "doubled": "มีสระแอที่พิมพ์เป็นสระเอสองตัว",
    "torn": "มีช่องว่างกลางคำ",
    "wide": "มีช่องว่างยาวกลางข้อความ",
}


def overlong(matter: CheckContext) -> Iterator[Remark]:
    """A text that is longer than anyone would read in its place."""
    for place, longest in matter.cut:
        yield Remark(
            format_path(place),
            f"ข้อความยาวเกิน {number(longest)} ตัวอักษร จึงตรวจเฉพาะส่วนต้น โปรดย่อหรือแบ่งข้อความ",
        )


def broken_spacing(matter: CheckContext) -> Iterator[Remark]:
    """A word torn by a space, letters that copying broke, or a long gap."""
    broken: set[CasePath] = set()
    for text in _all_texts(matter):
        match = _BROKEN.search(text.text)
        if match is None and _is_name(text):
            match = _WIDE_IN_NAME.search(text.text)
        if match is not None and match.lastgroup is not None:
            broken.add(text.place)
            new = clean_pasted(text.text)
            yield _spacing_remark(text, _PROBLEMS[match.lastgroup], match.span(), new)
    for text in matter.texts:
        spans = list(torn_words(text.text, standard_dictionary()))
        if spans and text.place not in broken:
            new = text.text
            for start, end in reversed(spans):
                new = new[:start] + new[end:]
            yield _spacing_remark(text, _PROBLEMS["torn"], spans[0], new)


def _is_name(text: CheckedText) -> bool:
    """Whether a text is a measure's or a unit's name."""
    return text.place[0] == "measures" and (
        text.place[-1] == "name" or text.place[2] == "responsible"
    )


def _spacing_remark(text: CheckedText, problem: str, span: tuple[int, int], new: str) -> Remark:
    around = quoted_part(text.text, *span, 12, 12)
    fix = None
    if new != text.text:
        fix = Fix("ซ่อมข้อความ", putting(text.place, text.text, new))
    return Remark(text.path, f"{problem}ที่ {around} โปรดแก้ข้อความ", fix)


def _all_texts(matter: CheckContext) -> Iterator[CheckedText]:
    """Prose, and the names of the agency and its people."""
    yield from _agency_texts(matter.case)
    yield from matter.texts
    for key in ("division", "recipient"):
        yield CheckedText(matter.memo_place("texts", key), matter.memo.text(key))
    for index, measure in enumerate(matter.case.measures):
        for at, unit in enumerate(measure.responsible):
            yield CheckedText(("measures", index, "responsible", at), unit)


def _agency_texts(case: Case) -> Iterator[CheckedText]:
    for name, field, *_ in fields_of(Agency):
        if field.type in TEXT_TYPES:
            yield CheckedText(("agency", name), getattr(case.agency, name))


# --- digits -----------------------------------------------------------------------------------

_THAI_DIGIT = re.compile("[๐-๙]")
_ONE_NUMBER = re.compile("[0-9][.,]?[๐-๙]|[๐-๙][.,]?[0-9]")
# Numbers of letters and standards, telephones and registers keep the digits of their source.
_KEPT = re.compile(
    r"[0-9][0-9.]*/[ก-ฮ]{0,2} ?[0-9]+|[A-Za-z][A-Za-z&./-]* ?[0-9][0-9.,:/-]*"
    r"|[0-9][0-9-]{6,}|[0-9]+[A-Za-z]\S*"
)


def mixed_digits(matter: CheckContext) -> Iterator[Remark]:
    """One text with Thai and Arabic digits."""
    for text in matter.texts:
        if _THAI_DIGIT.search(text.text) is None:
            continue
        plain = _KEPT.sub("", text.text)
        if _ONE_NUMBER.search(text.text) is None and to_thai_digits(plain) == plain:
            continue
        new = to_thai_digits(text.text)
        fix = None
        if new != text.text:
            fix = Fix("เปลี่ยนเป็นเลขไทย", putting(text.place, text.text, new))
        yield Remark(text.path, f"{quoted(text.text)} ใช้เลขไทยปนเลขอารบิก โปรดใช้แบบเดียวกัน", fix)


# --- words ------------------------------------------------------------------------------------


def misspelt(matter: CheckContext) -> Iterator[Remark]:
    """A word that is often misspelt, misspelt."""
    recipient = matter.memo_place("texts", "recipient")
    for text in _all_texts(matter):
        # The addressee has a rule of its own.
        if text.place == recipient:
            continue
        wrong = [word for word in MISSPELT if word in text.text]
        if wrong:
            new = text.text
            for word in wrong:
                new = new.replace(word, MISSPELT[word])
            yield Remark(
                text.path,
                f"{quoted(wrong[0])} ควรเขียนว่า {quoted(MISSPELT[wrong[0]])} โปรดแก้การสะกด",
                Fix("แก้การสะกด", putting(text.place, text.text, new)),
            )


# --- what was to be filled in -------------------------------------------------------------------

_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z0-9])[xX]{3,}(?![A-Za-z0-9])|\((?:โปรด)?ระบุ[^)\n]{0,40}\)|[.…]{6,}|…{2,}|_{4,}|\bTODO\b|\?{3,}"
)


def placeholder(matter: CheckContext) -> Iterator[Remark]:
    """A place in a text that was left to be filled in."""
    for text in matter.texts:
        match = _PLACEHOLDER.search(text.text)
        if match is not None:
            around = quoted_part(text.text, match.start(), match.end(), 16, 8)
            yield Remark(text.path, f"มีที่ว่างซึ่งยังไม่ได้เติมที่ {around} โปรดเติมข้อความ")


_HANGING = re.compile(r"(?:และ|หรือ|โดย|เพื่อ|ซึ่ง|รวมถึง|ครอบคลุมถึง|ได้แก่|เนื่องจาก|ดังต่อไปนี้|ดังนี้)[ :]*\Z")


def unfinished(matter: CheckContext) -> Iterator[Remark]:
    """The last words of a list or a cell lead on to nothing."""
    for text in _last_texts(matter):
        match = _HANGING.search(text.text.rstrip())
        if match is not None:
            around = quoted_part(text.text.rstrip(), match.start(), match.end(), 24, 0)
            yield Remark(text.path, f"ข้อความจบค้างที่ {around} โปรดเติมข้อความให้จบ")


def _last_texts(matter: CheckContext) -> Iterator[CheckedText]:
    """Texts after which nothing follows that they could lead on to."""
    measures = matter.case.measures
    for text in matter.texts:
        if text.place[0] != "measures" or text.place[-1] == "name":
            continue
        key = text.place[2]
        if key in ("guidelines", "steps"):
            texts = getattr(measures[int(text.place[1])], str(key))
            if any(later.strip() for later in texts[int(text.place[3]) + 1 :]):
                continue
        yield text
