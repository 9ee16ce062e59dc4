"""The table of rules and the check as a whole, on any case."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests import strategies as made
from tests.domain.checks.making import (
    base,
    with_measure,
    with_memo,
    with_periods,
    with_result,
    with_score,
)

from ita_desktop.domain.case import Case, SubIndicator
from ita_desktop.domain.case_paths import parse_path, value_at
from ita_desktop.domain.checks.finding import Severity
from ita_desktop.domain.checks.table import RULES, check
from ita_desktop.domain.frameworks import CHECK_THE_MANUAL
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.exchange.case_json import case_to_json, parse_case
from ita_desktop.services.checks import check_case
from ita_desktop.services.frameworks import framework as shipped

AGREED = {
    "period-outside-fiscal-year",
    "period-after-memo",
    "addressee-misspelt",
    "duplicated-steps",
    "outcome-is-a-report",
    "round-missing",
    "scores-incomplete",
    "total-mismatch",
    "no-result-for-measure",
    "measure-without-owner",
    "focus-without-measure",
    "measure-without-guidelines",
    "broken-spacing",
    "mixed-digits",
    "unknown-unit",
    "signatory-missing",
    "date-not-a-workday",
    "year-looks-ce",
}


def test_rules_have_ids_of_their_own_that_read_well() -> None:
    ids = [rule.id for rule in RULES]

    assert len(set(ids)) == len(ids)
    assert set(ids) >= AGREED
    assert all(re.fullmatch("[a-z]+(-[a-z]+)+", id_) for id_ in ids)
    assert len({rule.summary for rule in RULES}) == len(RULES)


@given(made.cases)
def test_any_case_is_checked_and_every_finding_has_its_place(case: Case) -> None:
    findings = check_case(case)

    for finding in findings:
        value_at(case, parse_path(finding.path))
        assert finding.message.isprintable()
    assert len({(f.rule, f.path) for f in findings}) == len(findings)
    severities = [list(Severity).index(finding.severity) for finding in findings]
    assert severities == sorted(severities)  # the gravest come first


@given(made.cases, st.data())
def test_a_fix_removes_its_finding_and_keeps_the_case_whole(
    case: Case, data: st.DataObject
) -> None:
    fixable = [finding for finding in check_case(case) if finding.fix is not None]
    if not fixable:
        return
    finding = data.draw(st.sampled_from(fixable))
    assert finding.fix is not None

    mended = finding.fix.apply(case)

    assert mended != case
    assert parse_case(case_to_json(mended)) == mended
    again = check_case(mended)
    assert (finding.rule, finding.message) not in {
        (f.rule, f.message) for f in again if f.path == finding.path
    }
    # What is mended in one place may show what is wrong there, never a new error elsewhere.
    known = {(f.rule, f.path) for f in check_case(case)}
    new = [f for f in again if f.severity is Severity.ERROR and (f.rule, f.path) not in known]
    assert [f for f in new if f.path != finding.path] == []


def test_a_fix_made_for_a_text_that_changed_since_does_nothing() -> None:
    faulty = with_memo(base(), recipient="นายองค์การบริหารส่วนตำบลลานไผ่")
    (finding,) = check_case(faulty)
    changed = with_memo(faulty, recipient="นายอำเภอดอนแก้ว")
    assert finding.fix is not None

    assert finding.fix.apply(changed) == changed
    assert finding.fix.apply(faulty) == base()


def test_a_fix_for_a_measure_that_is_gone_does_nothing() -> None:
    faulty = with_measure(base(), 2, guidelines=("เผยแพร่บนเวปไซต์",))
    (finding,) = check_case(faulty)
    fewer = faulty._replace(measures=faulty.measures[:1])
    assert finding.fix is not None

    assert finding.fix.apply(fewer) == fewer


def test_two_faults_are_told_together() -> None:
    case = with_memo(with_periods(base(), "เดือนตุลาคม ๒๕๖๖"), recipient="นายกอบต.ลานไม้")

    assert [(f.rule, f.path) for f in check_case(case)] == [
        ("addressee-misspelt", "papers[0].texts.recipient"),
        ("period-outside-fiscal-year", "measures[0].results[0].period"),
        ("period-after-memo", "measures[0].results[0].period"),
    ]


def test_a_memo_with_the_usual_faults_together() -> None:
    case = with_periods(base(), *["เดือนพฤศจิกายน ๒๕๖๖"] * 3)
    case = with_memo(case, round=None, subject="รายงานผลการดำเนินการตามมาตรการ ปี ๒๕๖๖")
    case = with_measure(case, 2, steps=case.measures[0].steps)
    for index, measure in enumerate(case.measures):
        report = f"รายงานผลการดำเนินงานตาม{measure.name}\n-รอบ ๖ เดือน\n-รอบ ๑๒ เดือน"
        case = with_result(case, index, round=None, outcome=report, status=None)
    lowest = case.assessment.indicators[9:]
    case = case._replace(assessment=case.assessment._replace(indicators=lowest))
    results = [f"measures[{index}].results[0]" for index in range(3)]

    assert {(f.rule, f.path) for f in check_case(case)} == {
        *(("period-outside-fiscal-year", f"{result}.period") for result in results),
        *(("period-after-memo", f"{result}.period") for result in results),
        *(("outcome-is-a-report", f"{result}.outcome") for result in results),
        ("round-missing", "papers[0].round"),
        ("scores-incomplete", "assessment.indicators"),
        ("duplicated-steps", "measures[2].steps"),
    }


def test_the_date_of_a_memo_tells_its_round() -> None:
    case = with_memo(base(), round=None, subject="รายงานผลการดำเนินการ")
    for index in range(3):
        case = with_result(case, index, round=None)
    for day, months in (
        (date(2023, 3, 22), 6),
        (date(2023, 5, 31), 6),
        (date(2023, 7, 12), None),
        (date(2023, 10, 4), 12),
    ):
        (finding,) = check_case(with_memo(case, date=day))
        told = finding.fix.apply(with_memo(case, date=day)) if finding.fix else None
        assert (memo_of(told).round if told else None) == months


def test_without_a_framework_the_rules_that_need_none_still_speak() -> None:
    case = with_measure(base(), 1, responsible=())

    assert [finding.rule for finding in check(case)] == ["measure-without-owner"]


def test_large_cases_are_checked_through() -> None:
    case = base()
    measures = [case.measures[0]._replace(name=f"มาตรการที่ {n}") for n in range(600)]

    findings = check_case(case._replace(measures=tuple(measures)))

    assert sum(finding.rule == "duplicated-steps" for finding in findings) == 599


def test_a_text_that_is_too_long_is_not_mended_by_halves() -> None:
    case = with_measure(base(), 1, monitoring="เวปไซต์ " * 10_000)

    findings = check_case(case)

    assert [(f.rule, f.fix) for f in findings] == [("text-too-long", None), ("word-misspelt", None)]


def test_a_mismatch_by_rules_that_are_uncertain_is_no_error() -> None:
    subs = (SubIndicator("10.1", score=Decimal(75)), SubIndicator("10.2", score=Decimal(50)))
    case = with_score(base(), 10, sub_indicators=subs)
    sure = shipped(2565)
    doubtful = sure._replace(uncertain=True)

    (told,) = check(case, sure)
    (doubted,) = check(case, doubtful)

    assert (told.rule, doubted.rule) == ("total-mismatch", "total-mismatch")
    assert (told.severity, doubted.severity) == (Severity.ERROR, Severity.WARNING)
    assert CHECK_THE_MANUAL in doubted.message
    assert CHECK_THE_MANUAL not in told.message
