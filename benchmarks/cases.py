"""Cases of any size for the benchmark: the sample's sentences recombined, none twice.

A text that comes twice would be shaped and broken once: every guideline, step and
result here is new, by other halves of sentences, other numbers and other places. The same
count and seed always give the same case.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from ita_desktop.domain.case import Case, Measure, Result
from ita_desktop.services.samples import sample_case
from ita_desktop.thai.digits import to_thai_digits

SEED = 2568

_UNITS = (
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา",
    "กองสวัสดิการสังคม",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองส่งเสริมการเกษตร",
    "หน่วยตรวจสอบภายใน",
)
_KINDS = ("หนอง", "ห้วย", "โคก", "ดอน", "บึง", "ป่า", "นา", "วัง", "ท่า", "คลอง", "เนิน", "สระ")
_TREES = (
    "พะยอม",
    "ตะแบก",
    "กระดังงา",
    "มะขามเทศ",
    "ประดู่",
    "จำปา",
    "ลั่นทม",
    "พิกุล",
    "ราชพฤกษ์",
    "สารภี",
    "กุ่มบก",
    "มะค่า",
)
_SIDES = ("", "เหนือ", "ใต้", "กลาง", "ใหม่", "พัฒนา", "สามัคคี")

_NUMBER = re.compile("[๐-๙]+")
_UNIT = re.compile("|".join(_UNITS))
# A sentence is cut only between two Thai phrases: not in "No Gift Policy", "๓ วัน", brackets.
_JOINT = re.compile("(?<=[ก-ฮะ-์]) (?=[ก-ฮเ-ไ])")


def varied_case(count: int, seed: int = SEED) -> Case:
    """The sample with ``count`` measures in place of its own."""
    sample = sample_case()
    varier = _Varier(sample.measures, seed)
    return sample._replace(measures=tuple([varier.measure() for _ in range(count)]))


class _Varier:
    """Makes measures that look like ``models``, each text only once."""

    def __init__(self, models: Sequence[Measure], seed: int) -> None:
        self._random = random.Random(seed)
        self._models = models
        self._said: set[str] = set()
        results = [result for measure in models for result in measure.results]
        self._guidelines = [text for measure in models for text in measure.guidelines]
        self._steps = [text for measure in models for text in measure.steps]
        self._monitoring = [measure.monitoring for measure in models]
        self._results = results
        self._details = [result.details for result in results]
        self._outputs = _lines(result.output for result in results)
        self._outcomes = _lines(result.outcome for result in results)

    def measure(self) -> Measure:
        model = self._random.choice(self._models)
        return Measure(
            name=self._once(f"{model.name}ของ{self._place()}"),
            indicators=model.indicators,
            guidelines=tuple([self._text(self._guidelines) for _ in model.guidelines]),
            steps=tuple([self._text(self._steps) for _ in model.steps]),
            responsible=tuple(self._random.sample(_UNITS, len(model.responsible))),
            monitoring=self._text(self._monitoring),
            results=tuple([self._result(result) for result in model.results]),
        )

    def _result(self, model: Result) -> Result:
        return model._replace(
            details=self._text(self._details),
            period=self._renumbered(self._random.choice(self._results).period),
            output="\n".join([self._text(self._outputs) for _ in model.output.split("\n")]),
            outcome="\n".join([self._text(self._outcomes) for _ in model.outcome.split("\n")]),
        )

    def _text(self, pool: Sequence[str]) -> str:
        """The beginning of one sentence of ``pool`` and the end of another."""
        begin, rest = _halves(self._random.choice(pool))
        end = _halves(self._random.choice(pool))[1] or rest
        text = self._renumbered(f"{begin} {end}".strip())
        return self._once(_UNIT.sub(lambda _: self._random.choice(_UNITS), text))

    def _once(self, text: str) -> str:
        """``text``, with a place behind it where it was said before."""
        told = text
        while told in self._said:
            told = f"{text} {self._place()}"
        self._said.add(told)
        return told

    def _place(self) -> str:
        choose = self._random.choice
        name = choose(_KINDS) + choose(_TREES) + choose(_SIDES)
        return f"บ้าน{name} หมู่ที่ {to_thai_digits(str(self._random.randint(1, 24)))}"

    def _renumbered(self, text: str) -> str:
        return _NUMBER.sub(self._number, text)

    def _number(self, match: re.Match[str]) -> str:
        """Another number of the same length; years stay near."""
        if match[0].startswith("๒๕") and len(match[0]) == 4:
            return to_thai_digits(str(self._random.randint(2560, 2569)))
        low = 10 ** (len(match[0]) - 1)
        return to_thai_digits(str(self._random.randint(low, 10 * low - 1)))


def _lines(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in text.split("\n") if line]


def _halves(text: str) -> tuple[str, str]:
    """``text`` cut in two at the joint nearest its middle; all in the first without a joint."""
    joints = [match.start() for match in _JOINT.finditer(text)]
    if not joints:
        return text, ""
    joint = min(joints, key=lambda place: abs(place - len(text) // 2))
    return text[:joint], text[joint + 1 :]
