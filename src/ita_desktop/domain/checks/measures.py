"""Rules on the measures: who does what, for which indicator, and in whose words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath, format_path, putting
from ita_desktop.domain.checks.context import CheckContext
from ita_desktop.domain.checks.finding import Fix, Remark
from ita_desktop.domain.checks.words import number, quoted
from ita_desktop.domain.focus import lowest_indicators
from ita_desktop.domain.scores import part_name, with_known
from ita_desktop.domain.text_match import folded
from ita_desktop.domain.units import is_unit, misspelt_unit

_LONG_STEP = 40
"""Letters: a single step this long is not the same in two measures by chance."""


def duplicated_measure(matter: CheckContext) -> Iterator[Remark]:
    """Two measures have one name."""
    first: dict[str, int] = {}
    for index, measure in enumerate(matter.case.measures):
        earlier = first.setdefault(folded(measure.name), index)
        if earlier != index and measure.name.strip():
            yield Remark(
                f"measures[{index}].name",
                f"{quoted(measure.name)} ซ้ำกับมาตรการลำดับที่ {number(earlier + 1)} โปรดรวมหรือแก้ชื่อ",
            )


def duplicated_steps(matter: CheckContext) -> Iterator[Remark]:
    """All steps of one measure stand in another, too: one was copied."""
    first: dict[tuple[str, ...], int] = {}
    for index, measure in enumerate(matter.case.measures):
        steps = tuple(sorted(filter(None, map(folded, measure.steps))))
        if len(steps) < 2 and len("".join(steps)) < _LONG_STEP:
            continue
        earlier = first.setdefault(steps, index)
        other = matter.case.measures[earlier]
        if earlier != index and folded(other.name) != folded(measure.name):
            yield Remark(
                f"measures[{index}].steps",
                f"ขั้นตอนของ {quoted(measure.name)} เหมือนกับของ {quoted(other.name)} ทุกข้อ "
                "โปรดตรวจว่าคัดลอกมาผิดหรือไม่",
            )


def repeated_item(matter: CheckContext) -> Iterator[Remark]:
    """One measure has the same guideline or step twice."""
    for index, measure in enumerate(matter.case.measures):
        for key, name in (("guidelines", "แนวทาง"), ("steps", "ขั้นตอน")):
            seen: set[str] = set()
            for at, text in enumerate(getattr(measure, key)):
                said = folded(text)
                if said in seen:
                    yield Remark(
                        format_path(("measures", index, key, at)),
                        f"{name} {quoted(text)} ซ้ำกับข้อก่อน โปรดตัดออกหนึ่งข้อ",
                        _dropping(("measures", index, key), getattr(measure, key), at),
                    )
                if said:
                    seen.add(said)


def _dropping(place: CasePath, texts: tuple[str, ...], at: int) -> Fix:
    return Fix("ตัดข้อที่ซ้ำออก", putting(place, texts, texts[:at] + texts[at + 1 :]))


# --- what a measure must have ------------------------------------------------------------------


def without_name(matter: CheckContext) -> Iterator[Remark]:
    """A measure that was begun and has no name yet; a paper is not made of such a draft."""
    for index, measure in enumerate(matter.case.measures):
        if not measure.name.strip():
            yield Remark(
                format_path(("measures", index, "name")),
                f"มาตรการลำดับที่ {number(index + 1)} ยังไม่มีชื่อ โปรดพิมพ์ชื่อ หรือลบมาตรการนี้",
            )


def without_owner(matter: CheckContext) -> Iterator[Remark]:
    """A measure that nobody is responsible for."""
    yield from _without(matter, "responsible", "ยังไม่มีผู้รับผิดชอบ โปรดระบุส่วนราชการ", _owner_fix)


def without_guidelines(matter: CheckContext) -> Iterator[Remark]:
    """A measure without guidelines."""
    yield from _without(matter, "guidelines", "ยังไม่มีแนวทางการปฏิบัติ โปรดเพิ่มอย่างน้อยหนึ่งข้อ")


def without_steps(matter: CheckContext) -> Iterator[Remark]:
    """A measure without steps."""
    yield from _without(matter, "steps", "ยังไม่มีขั้นตอนการปฏิบัติ โปรดเพิ่มอย่างน้อยหนึ่งข้อ")


def without_monitoring(matter: CheckContext) -> Iterator[Remark]:
    """A measure that nobody follows up."""
    yield from _without(matter, "monitoring", "ยังไม่มีการกำกับติดตาม โปรดระบุว่าใครติดตามและรายงานเมื่อใด")


def _without(
    matter: CheckContext,
    key: str,
    problem: str,
    fix: Callable[[Case, CasePath, tuple[str, ...]], Fix | None] | None = None,
) -> Iterator[Remark]:
    for index, measure in enumerate(matter.case.measures):
        value = getattr(measure, key)
        texts = (value,) if isinstance(value, str) else value
        if not any(text.strip() for text in texts):
            place = ("measures", index, key)
            yield Remark(
                format_path(place),
                f"{quoted(measure.name)} {problem}",
                fix(matter.case, place, value) if fix else None,
            )


def _owner_fix(case: Case, place: CasePath, old: tuple[str, ...]) -> Fix | None:
    """The unit that owns the matter, where it is known."""
    unit = case.agency.division.strip()
    return Fix(f"ให้{unit}เป็นผู้รับผิดชอบ", putting(place, old, (unit,))) if unit else None


# --- whom it names and what it serves ----------------------------------------------------------

_BETWEEN = re.compile(r"[/,;\n]| และ ?| กับ ?")


def unknown_unit(matter: CheckContext) -> Iterator[Remark]:
    """A responsible unit whose name no local government has, or nearly has."""
    agency = matter.government
    if agency is None:  # other offices name their units as they like
        return
    own = folded(matter.case.agency.division)
    for index, measure in enumerate(matter.case.measures):
        for at, written in enumerate(measure.responsible):
            for part in _units_in(written):
                meant = misspelt_unit(part.removesuffix(agency.place).rstrip())
                if meant is not None and not (own and own in folded(part)):
                    yield _unit_remark(("measures", index, "responsible", at), written, part, meant)


def _units_in(written: str) -> list[str]:
    """One unit, whose name may hold และ, or several in a row."""
    if is_unit(written):
        return [written.strip()]
    return [part.strip() for part in _BETWEEN.split(written) if part.strip()]


def _unit_remark(place: CasePath, written: str, part: str, meant: str) -> Remark:
    if not meant:
        return Remark(
            format_path(place),
            f"ไม่รู้จักส่วนราชการ {quoted(part)} โปรดตรวจชื่อกับประกาศโครงสร้างของหน่วยงาน",
        )
    return Remark(
        format_path(place),
        f"ส่วนราชการ {quoted(part)} น่าจะเป็น {quoted(meant)} โปรดตรวจการสะกด",
        Fix(f"เปลี่ยนเป็น {meant}", putting(place, written, written.replace(part, meant))),
    )


def focus_without_measure(matter: CheckContext) -> Iterator[Remark]:
    """What is to be improved and no measure says that it serves it.

    Where no measure names indicators at all, the clerk did not connect them and
    nothing can be said.
    """
    case = matter.case
    served = [number for measure in case.measures for number in measure.indicators]
    if case.measures and not served:
        return
    if case.analysis.focus:
        yield from _unserved_choices(case, served)
        return
    scores = matter.scores
    known = with_known(case.assessment, scores) if scores is not None else case.assessment
    lowest = lowest_indicators(known)
    if case.measures and len(lowest) == 1 and not _is_served(str(lowest[0].number), served):
        yield Remark(
            "analysis.focus",
            f"{part_name(str(lowest[0].number))} ได้คะแนนต่ำสุด แต่ยังไม่มีมาตรการใดตอบตัวชี้วัดนี้ "
            "โปรดเพิ่มมาตรการหรือระบุตัวชี้วัดในมาตรการ",
        )


def _unserved_choices(case: Case, served: Sequence[str]) -> Iterator[Remark]:
    for index, wanted in enumerate(case.analysis.focus):
        if not _is_served(wanted, served) and wanted not in case.analysis.focus[:index]:
            yield Remark(
                f"analysis.focus[{index}]",
                f"ยังไม่มีมาตรการใดตอบ{part_name(wanted)} ที่เลือกไว้ปรับปรุง "
                "โปรดเพิ่มมาตรการหรือระบุตัวชี้วัดในมาตรการ",
            )


def _is_served(wanted: str, served: Sequence[str]) -> bool:
    """Whether some measure serves a number, its whole indicator, or a part of it."""
    whole = wanted.split(".")[0]
    return any(
        number in (wanted, whole) or ("." not in wanted and number.split(".")[0] == wanted)
        for number in served
    )


def unknown_indicator(matter: CheckContext) -> Iterator[Remark]:
    """A number that is neither the framework's nor the assessment's."""
    if matter.framework is None or matter.framework.uncertain:
        return
    known = set(matter.framework.names())
    for indicator in matter.case.assessment.indicators:
        known |= {str(indicator.number), *(sub.number for sub in indicator.sub_indicators)}
    for place, wanted in _numbers(matter.case):
        if wanted not in known:
            yield Remark(
                format_path(place),
                f"ปี {number(matter.case.assessment.year)} ไม่มี{part_name(wanted)} โปรดตรวจเลขตัวชี้วัด",
            )


def _numbers(case: Case) -> Iterator[tuple[CasePath, str]]:
    for index, wanted in enumerate(case.analysis.focus):
        yield ("analysis", "focus", index), wanted
    for index, measure in enumerate(case.measures):
        for at, wanted in enumerate(measure.indicators):
            yield ("measures", index, "indicators", at), wanted
