"""The level that a year reached, by the year's own scale, and why, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ita_desktop.domain.frameworks import CHECK_THE_MANUAL, Framework, LevelRule, Scale
from ita_desktop.domain.scores import Scores
from ita_desktop.thai.digits import thai_number, thai_score

_HUNDREDTH = Decimal("0.01")


class Level(NamedTuple):
    """A level; each text is None where the year does not print it or it cannot be known.

    ``official`` is the one that decides, ``letter`` (``A``) and ``word`` (``ผ่านดี``) what
    agencies print; ``reason`` a Thai sentence and ``cause`` the part of it that does not
    name the level, for texts that have named it.
    """

    official: str | None
    letter: str | None
    word: str | None
    reason: str
    cause: str = ""
    uncertain: bool = False


def level(scores: Scores, framework: Framework) -> Level | None:
    """Return the level of *scores*, None while the total is not known.

    Totals and instruments are compared at two decimals, as they are published. Where
    the total is known and the level hangs on an instrument that is not, ``official`` is
    None and the reason says so.
    """
    total = scores.total
    if total is None:
        return None
    letter, word = (reached(scores, scale) for scale in (framework.letters, framework.words))
    rule = reached(scores, framework.official_scale)
    if rule is None:
        return Level(
            None,
            letter and letter.name,
            word and word.name,
            f"คะแนนรวม {thai_score(total)} แต่ยังบอกระดับไม่ได้ เพราะไม่ทราบคะแนนของทุกเครื่องมือ",
        )
    uncertain = rule.uncertain or framework.official_scale.uncertain
    cause = _cause(scores, framework, rule)
    doubt = f" ({CHECK_THE_MANUAL})" if uncertain else ""
    return Level(
        rule.name,
        letter and letter.name,
        word and word.name,
        f"{cause} จึงเป็น {rule.name}{doubt}",
        f"{cause}{doubt}",
        uncertain,
    )


def reached(scores: Scores, scale: Scale) -> LevelRule | None:
    """Return the best level of *scale* that is reached; None where that is not known."""
    for rule in scale.levels:
        met = meets(scores, rule)
        if met is None:
            return None
        if met:
            return rule
    return None


def meets(scores: Scores, rule: LevelRule) -> bool | None:
    """Whether *scores* reach *rule*; None where what is known does not decide it."""
    total = scores.total
    if total is None:
        return None
    if total < rule.total:
        return False
    if rule.each is None:
        return True
    known = scores.instruments.values()
    if any(score is not None and score < rule.each for score in known):
        return False
    return None if None in known else True


def better_rule(scale: Scale, rule: LevelRule) -> LevelRule | None:
    """Return the level right above *rule*, None at the top."""
    index = scale.levels.index(rule)
    return scale.levels[index - 1] if index else None


def _cause(scores: Scores, framework: Framework, rule: LevelRule) -> str:
    """Why it is *rule*: what kept the next one away, or what the best one asks."""
    total = thai_score(scores.total or Decimal(0))
    above = better_rule(framework.official_scale, rule)
    if above is None:
        every = f" และทุกเครื่องมือไม่ต่ำกว่า {_plain(rule.each)}" if rule.each is not None else ""
        return f"คะแนนรวม {total} ไม่ต่ำกว่า {_plain(rule.total)}{every}"
    short = [
        f"{code} {thai_score(score)}"
        for code, score in scores.instruments.items()
        if above.each is not None and score is not None and score < above.each
    ]
    if (scores.total or Decimal(0)) >= above.total and above.each is not None:
        return f"{' และ '.join(short)} ต่ำกว่า {_plain(above.each)}"
    if rule.each is None and above.each is None:
        top = _plain(above.total - _HUNDREDTH)
        return f"คะแนนรวม {total} อยู่ในช่วง {_plain(rule.total)}–{top}"
    return f"คะแนนรวม {total} ต่ำกว่า {_plain(above.total)}"


def _plain(threshold: Decimal | None) -> str:
    """A threshold without needless zeros: ``๘๕``, ``๘๔.๙๙``."""
    text = f"{threshold or Decimal(0):f}"
    return thai_number(text.rstrip("0").rstrip(".") if "." in text else text)
