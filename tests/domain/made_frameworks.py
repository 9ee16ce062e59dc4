"""Small made-up frameworks: real years have too many items to see through in a test."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.case import Assessment, Indicator, OitItem, Round, SubIndicator
from ita_desktop.domain.frameworks import (
    Framework,
    IndicatorSpec,
    InstrumentSpec,
    ItemSpec,
    LevelRule,
    ReportingRule,
    Scale,
    SubIndicatorSpec,
)

LETTERS = Scale(
    tuple(
        LevelRule(name, Decimal(total))
        for name, total in (("AA", 95), ("A", 85), ("B", 75), ("C", 65), ("F", 0))
    )
)
WORDS = Scale(
    (
        LevelRule("ดีเยี่ยม", Decimal(95), Decimal(95)),
        LevelRule("ดี", Decimal(85), Decimal(85)),
        LevelRule("พอใช้", Decimal(85)),
        LevelRule("ปรับปรุง", Decimal(70), uncertain=True),
        LevelRule("เร่งด่วน", Decimal(0)),
    )
)


def items(first: int, last: int) -> tuple[ItemSpec, ...]:
    return tuple(ItemSpec(f"O{number}", f"ข้อ {number}") for number in range(first, last + 1))


# 4.1 has four items and 4.2 one: their means and the mean of all items differ.
OPEN_DATA = IndicatorSpec(
    4,
    "ข้อมูล",
    (
        SubIndicatorSpec("4.1", "พื้นฐาน", items(1, 4)),
        SubIndicatorSpec("4.2", "บริหาร", items(5, 5)),
    ),
)
PREVENTION = IndicatorSpec(5, "ป้องกัน", (SubIndicatorSpec("5.1", "มาตรการ", items(6, 8)),))

LETTER_YEAR = Framework(
    2561,
    (
        InstrumentSpec(
            "IN", "ภายใน", Decimal(30), (IndicatorSpec(1, "หน้าที่"), IndicatorSpec(2, "งบ"))
        ),
        InstrumentSpec("EX", "ภายนอก", Decimal(30), (IndicatorSpec(3, "บริการ"),)),
        InstrumentSpec("OP", "เปิดเผย", Decimal(40), (OPEN_DATA, PREVENTION)),
    ),
    letters=LETTERS,
    reporting=ReportingRule(("O6",), ("O7",), (Round.SIX_MONTHS,)),
)
WORD_YEAR = LETTER_YEAR._replace(year=2571, words=WORDS, official="words")


def scored(**scores: str) -> Assessment:
    """An assessment from keys such as ``i4``, ``s4_1`` and ``O5``; items go under 4.1."""
    return Assessment(
        2561,
        tuple(
            Indicator(
                number,
                score=_score(scores.get(f"i{number}")),
                sub_indicators=tuple(
                    SubIndicator(
                        f"{number}.{part}",
                        score=_score(scores.get(f"s{number}_{part}")),
                        items=tuple(
                            OitItem(code, score=_score(score))
                            for code, score in scores.items()
                            if code[:1] in "Oo" and (number, part) == (4, 1)
                        ),
                    )
                    for part in (1, 2)
                ),
            )
            for number in range(1, 6)
        ),
    )


def _score(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
