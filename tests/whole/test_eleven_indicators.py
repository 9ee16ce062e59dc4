"""A year of eleven indicators in four instruments costs nothing but a framework file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.eleven import (
    GIVEN,
    INSTRUMENTS,
    ITEMS,
    NAMES,
    SUB_NAMES,
    TOTAL,
    YEAR,
    file_of,
    install,
    scored_case,
)
from tests.storage.making import NAME, add_year
from tests.storage.making import opened as opened_store
from tests.whole.clerk import CONTROL, Clerk, Key
from tests.whole.entering import (
    answer_first_questions,
    choose_what_to_improve,
    enter_measures,
    enter_scores,
)

from ita_desktop.cli import OK, main
from ita_desktop.domain.case import Case, Indicator
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.library import entry_of, search, serving
from ita_desktop.domain.score_parts import walk
from ita_desktop.exchange.case_json import case_to_json, parse_case
from ita_desktop.exchange.framework_json import framework_to_json, parse_framework
from ita_desktop.papers.annex import charts
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import ChartKind, ItemList, Paragraph
from ita_desktop.services.advice import advice_of
from ita_desktop.services.analysis import analyse_case
from ita_desktop.services.annexes import annex_of
from ita_desktop.services.assessment import parts_of, view_of
from ita_desktop.services.charts import ScreenCharts
from ita_desktop.services.checks import check_case
from ita_desktop.services.clipboard import measures_of, rows_of
from ita_desktop.services.comparison import compare
from ita_desktop.services.frameworks import framework
from ita_desktop.services.known_scores import known_case
from ita_desktop.services.measures import indicator_choices
from ita_desktop.services.paper_orders import PaperOrder
from ita_desktop.services.papers import make_paper
from ita_desktop.services.score_import import enter, offer_of, read_pasted
from ita_desktop.services.scores import read_scores
from ita_desktop.services.signed_papers import SignedPapers
from ita_desktop.storage.files import FileKeeper

SHOWN = {"10": "90.00", "11": "50.00"} | {n: s for n, s in GIVEN.items() if n.isdigit()}
"""Every indicator's score, as an agency would publish it."""

SUBS = {**{f"10.{n}": "100.00" for n in range(1, 10)}, "10.10": "0", "11.1": "50", "11.2": "50.00"}
IN_ORDER = [
    n for number in NAMES for n in (str(number), *ITEMS) if n.partition(".")[0] == str(number)
]
ALL = SHOWN | SUBS
FIRSTS = {str(numbers[0]): (code, weight) for code, _, weight, numbers in INSTRUMENTS}
POINTS = {"IIT": "21.35", "EIT": "21.29", "SIT": "17.65", "OIT": "21.00"}


@pytest.fixture(autouse=True)
def _year() -> None:
    install()


def _wide(heads: list[str], numbers: list[str], separator: str = ",") -> str:
    cells = [("หน่วยงาน", *heads), ("อบต.ตัวอย่าง", *(ALL[number] for number in numbers))]
    return "\n".join(separator.join(row) for row in cells)


def _named(number: str) -> str:
    return f"{number} {SUB_NAMES[number] if '.' in number else NAMES[int(number)]}"


def _merged() -> str:
    """A sheet whose cells of the instrument and its points stand beside its first indicator."""
    rows = ["เครื่องมือ\tคะแนนถ่วงน้ำหนัก\tตัวชี้วัด\tคะแนน"]
    for number, score in SHOWN.items():
        code, weight = FIRSTS.get(number, ("", 0))
        head = f"{code} ({weight})\t{POINTS[code]}" if code else "\t"
        rows.append(f"{head}\t{_named(number)}\t{score}")
    return "\n".join(sorted(rows, key=lambda row: row[:0]))


NUMBERS = [str(number) for number in NAMES]
FORMS = {
    "list": "ตัวชี้วัด,คะแนน\n" + "\n".join(f"{_named(n)},{SHOWN[n]}" for n in NUMBERS),
    "numbers alone": "ตัวชี้วัดที่,คะแนน\n" + "\n".join(f"{n},{SHOWN[n]}" for n in NUMBERS),
    "names": "\n".join(f"{NAMES[int(n)]}\t{SHOWN[n]}" for n in NUMBERS),
    "pairs of lines": "\n".join(f"{_named(n)}\n{SHOWN[n]} คะแนน" for n in NUMBERS),
    "one line": ", ".join(f"{_named(n)} {SHOWN[n]}" for n in NUMBERS),
    "sentences": " ".join(
        f"ตัวชี้วัดที่ {_named(n)} ได้คะแนนร้อยละ {float(SHOWN[n]):.2f}" for n in NUMBERS
    ),
    "wide": _wide(NUMBERS, NUMBERS),
    "wide with words": _wide([f"ตัวชี้วัดที่ {n}" for n in NUMBERS], NUMBERS),
    "wide with names": _wide(list(NAMES.values()), NUMBERS, "\t"),
}
DEEP_FORMS = {
    "list": "ตัวชี้วัด,คะแนน\n" + "\n".join(f"{_named(n)},{ALL[n]}" for n in IN_ORDER),
    "numbers alone": "ตัวชี้วัดที่,คะแนน\n" + "\n".join(f"{n},{ALL[n]}" for n in IN_ORDER),
    "wide in order": _wide(IN_ORDER, IN_ORDER),
    "wide, parts last": _wide([*NUMBERS, *SUBS], [*NUMBERS, *SUBS]),
}


# --- the framework ---------------------------------------------------------------------------


def test_the_file_is_read_written_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    rules = framework(YEAR)
    assert [indicator.number for indicator in rules.indicators] == list(range(1, 12))
    assert parse_framework(framework_to_json(rules)) == rules
    assert main(["framework", str(YEAR)]) == OK
    shown = capsys.readouterr().out
    assert "๑๑.๒" in shown
    assert "SIT" in shown


# --- scores from elsewhere -------------------------------------------------------------------


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_a_pasted_table_is_entered(text: str) -> None:
    assert _entered(text) == {n: float(score) for n, score in SHOWN.items()}


@pytest.mark.parametrize("text", DEEP_FORMS.values(), ids=DEEP_FORMS)
def test_sub_indicators_come_along(text: str) -> None:
    assert _entered(text) == {n: float(score) for n, score in ALL.items()}


def _entered(text: str) -> dict[str, float]:
    """The scores of an empty year into which a text was pasted."""
    case = scored_case()._replace(assessment=scored_case().assessment._replace(indicators=()))
    sheet = read_pasted([text], YEAR)
    assert sheet.not_understood == ()
    (unit,) = sheet.units
    parts = parts_of(case)
    entered = enter(case, parts, offer_of(case, parts, unit, replace=False))
    found = {str(i.number): i.score for i in entered.assessment.indicators}
    for indicator in entered.assessment.indicators:
        found |= {sub.number: sub.score for sub in indicator.sub_indicators}
    return {number: float(score) for number, score in found.items() if score is not None}


def test_items_of_any_code_are_read() -> None:
    codes = [code for items in ITEMS.values() for code in items]
    text = "รหัส\tคะแนน\n" + "\n".join(f"{code}\t{GIVEN[code]}" for code in codes)
    (unit,) = read_pasted([text], YEAR).units
    assert {code: str(score) for code, score in unit.items.items()} == {c: GIVEN[c] for c in codes}


def test_weighted_points_are_those_of_the_years_weights() -> None:
    (unit,) = read_pasted([_merged()], YEAR).units
    assert {code: str(points.out_of) for code, points in unit.instruments.items()} == {
        code: str(weight) for code, _, weight, _ in INSTRUMENTS
    }
    share = {
        n: float(SHOWN[str(n)]) * weight / 100 / len(numbers)
        for _, _, weight, numbers in INSTRUMENTS
        for n in numbers
    }
    heads = ",".join(["หน่วยงาน", *NUMBERS, "รวม"])
    points = ",".join(["อบต.ก", *(f"{share[n]:.2f}" for n in NAMES), str(TOTAL)])
    sheet = read_pasted([f"{heads}\n{points}"], YEAR)
    assert any("จึงคิดกลับเป็นเต็ม 100" in note for note in sheet.notes)
    assert abs(float(sheet.units[0].indicators[11]) - 50) < 0.1


@pytest.mark.parametrize("name", ["คะแนน.csv", "คะแนน.txt", "คะแนน.xlsx"])
def test_files_are_read_by_the_command_line(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    if file.suffix == ".xlsx":
        _workbook(file)
    else:
        file.write_text(FORMS["list"], encoding="utf-8")
    assert main(["scores", str(file), "--year", str(YEAR)]) == OK
    assert "50.00" in capsys.readouterr().out
    assert len(read_scores(file, YEAR).units[0].indicators) == len(NAMES)


def _workbook(file: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for number in NUMBERS:
        book.active.append([_named(number), float(SHOWN[number])])
    book.save(file)


# --- what follows ------------------------------------------------------------------------------


def test_the_analysis_follows_the_years_weights() -> None:
    analysis = analyse_case(scored_case())
    assert analysis.scores.total == TOTAL
    assert {code: str(s) for code, s in analysis.scores.instruments.items()} == {
        "IIT": "85.42",
        "EIT": "85.17",
        "SIT": "88.25",
        "OIT": "70.00",
    }
    assert analysis.lowest == (11,)
    assert analysis.lowest_subs == ("10.10",)
    assert analysis.plan is not None
    assert [step.number for step in analysis.plan.steps] == ["O12"]
    advice = advice_of(view_of(scored_case()))
    assert advice.level.startswith("ระดับ B")
    assert "ตัวชี้วัดที่ ๑๑" in advice.lowest[0]


def test_charts_show_every_indicator_and_instrument() -> None:
    install(file_of(YEAR - 1), YEAR - 1)
    now, before = analyse_case(scored_case()), analyse_case(scored_case(YEAR - 1))
    radar, bars, trend = charts(now, [before])
    assert (radar.kind, len(radar.labels)) == (ChartKind.RADAR, 11)
    assert (bars.kind, len(bars.labels)) == (ChartKind.BARS, 11)
    assert [line.name for line in trend.series] == ["คะแนนรวม", "IIT", "EIT", "SIT", "OIT"]
    assert all(chart.svg for chart in ScreenCharts().draw(now, [before]))


def test_the_memo_speaks_of_the_eleventh() -> None:
    document = compose(known_case(scored_case()), annexes=(annex_of(scored_case()),))
    opening = next(block for block in document.blocks if isinstance(block, Paragraph)).text
    assert "ตัวชี้วัดที่ ๑๑ การบริหารความเสี่ยงด้านทุจริต ๕๐.๐๐ คะแนน" in opening
    points = next(block for block in document.blocks if isinstance(block, ItemList))
    assert [item.text.split()[1] for item in points.items] == ["๒", "๑๐.๒", "๑๐.๑๐", "๑๑.๑", "๑๑.๒"]


def test_the_checker_knows_the_years_numbers() -> None:
    case = scored_case()
    rules = {finding.rule for finding in check_case(case)}
    assert rules.isdisjoint({"scores-incomplete", "indicator-unknown", "total-mismatch"})
    told = case.analysis._replace(opening="คะแนนเฉลี่ยรวม SIT ได้ 88.25")
    assert not [f for f in check_case(case._replace(analysis=told)) if "opening" in f.path]
    wrong = case.analysis._replace(opening="ได้คะแนนรวม 90.00 และ\nตัวชี้วัดที่ 11 ได้คะแนน 60.00")
    said = [f.message for f in check_case(case._replace(analysis=wrong)) if "opening" in f.path]
    assert any("๘๑.๓๐" in text for text in said)


# --- measures ------------------------------------------------------------------------------------


def test_measures_are_copied_pasted_and_found_by_number() -> None:
    measures = scored_case().measures
    assert measures_of(rows_of(measures)) == measures
    (pasted,) = measures_of("มาตรการ ก\t๑๑ และ ๑๑.๒ (O12, พ.ศ. 2571)")
    assert pasted.indicators == ("11", "11.2")
    entries = [entry_of(measure, f"own-{at}") for at, measure in enumerate(measures)]
    assert [entry.id for entry in serving(entries, "11")] == ["own-0", "own-1"]
    assert [entry.id for entry in search(entries, "ตัวชี้วัดที่ ๑๑.๑")] == ["own-0"]
    choices = [choice.number for choice in indicator_choices(scored_case())]
    assert choices[-3:] == ["11", "11.1", "11.2"]


# --- what is kept --------------------------------------------------------------------------------


def test_case_file_storage_and_signed_copy_keep_it(tmp_path: Path) -> None:
    case = scored_case()
    assert parse_case(case_to_json(case)) == case
    store = opened_store(tmp_path / NAME)
    record = add_year(store, case)
    assert without_ids(store.year(record.id).case) == case
    papers = SignedPapers(store, FileKeeper(tmp_path / "data"))
    memo = make_paper(PaperOrder(case))
    final = papers.archive(memo)
    assert parse_case(papers.case_file(final)) == case
    assert papers.copy(final, case).pdf == memo.pdf
    store.close()


def test_the_command_line_makes_all_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, memo = tmp_path / "case.json", tmp_path / "memo.pdf"
    file.write_bytes(case_to_json(scored_case()))
    assert main(["analyse", str(file)]) == OK
    assert "๘๑.๓๐" in capsys.readouterr().out
    main(["check", str(file)])
    assert "ไม่มีตัวชี้วัด" not in capsys.readouterr().out
    assert main(["memo", str(file), "-o", str(memo), "--annex"]) == OK
    assert memo.stat().st_size > 0


# --- fewer, and gaps ---------------------------------------------------------------------------

FEW = [("IIT", "ภายใน", 40, [1, 2]), ("OIT", "เปิดเผย", 60, [4])]
"""Three indicators, and no number 3."""


def _few(case: Case) -> Case:
    kept = tuple(i for i in case.assessment.indicators if i.number in (1, 2, 4))
    return case._replace(assessment=case.assessment._replace(indicators=kept))


@pytest.fixture
def few() -> Case:
    install(
        file_of(
            instruments=[
                {
                    "code": code,
                    "name": name,
                    "weight": weight,
                    "indicators": [{"number": n, "name": NAMES[n]} for n in numbers],
                }
                for code, name, weight, numbers in FEW
            ],
            reporting={},
        )
    )
    return _few(scored_case())


def test_a_year_of_few_indicators_with_a_gap(few: Case) -> None:
    assert [part.number for part in walk(parts_of(few)) if part.is_entered] == ["1", "2", "4"]
    assert str(analyse_case(few).scores.total) == "82.69"
    sheet = read_pasted(["หน่วยงาน,1,2,4\nอบต.ก,91.25,82.5,79.9"], YEAR)
    assert {n: str(s) for n, s in sheet.units[0].indicators.items()} == {
        1: "91.25",
        2: "82.5",
        4: "79.9",
    }
    assert [chart.kind for chart in charts(analyse_case(few))] == [ChartKind.RADAR, ChartKind.BARS]
    assert "scores-incomplete" not in {finding.rule for finding in check_case(few)}


def test_without_a_framework_the_cases_own_indicators_count(few: Case) -> None:
    alone = few._replace(assessment=few.assessment._replace(year=2600))
    assert "scores-incomplete" not in {finding.rule for finding in check_case(alone)}
    one_unknown = alone.assessment._replace(
        indicators=(*alone.assessment.indicators, Indicator(12))
    )
    said = [
        finding.message
        for finding in check_case(alone._replace(assessment=one_unknown))
        if finding.rule == "scores-incomplete"
    ]
    assert "เพียง ๓ จาก ๔ ตัวชี้วัด (ขาด ๑๒)" in said[0]
    nothing = alone._replace(assessment=alone.assessment._replace(indicators=()))
    said = [f.message for f in check_case(nothing) if f.rule == "scores-incomplete"]
    assert said[0].startswith("ยังไม่มีคะแนนปี ๒๖๐๐")


def test_two_years_are_compared_by_the_value_of_their_numbers() -> None:
    install(file_of(YEAR - 1), YEAR - 1)
    pairs = compare(scored_case(YEAR - 1), scored_case()).scores
    numbers = [pair.number for pair in pairs]
    assert numbers[:3] == ["1", "2", "3"]
    assert numbers[-5:] == ["10.9", "10.10", "11", "11.1", "11.2"]


# --- by keys -----------------------------------------------------------------------------------


def test_a_clerk_enters_it_by_keys_and_finds_it_again(running, tmp_path: Path) -> None:
    case = scored_case()
    clerk = Clerk()
    first = running()
    first.start()
    answer_first_questions(clerk, case.agency)
    enter_scores(clerk, case)
    choose_what_to_improve(clerk, case)
    enter_measures(clerk, case)
    clerk.press(Key.Key_1, CONTROL)
    entered = first.session.case
    assert entered.assessment == case.assessment
    assert entered.analysis.focus == case.analysis.focus
    assert without_ids(entered).measures == case.measures

    clerk.press(Key.Key_Q, CONTROL)
    clerk.wait_for(lambda: first.program.parts is None)
    second = running()
    second.start()
    clerk.wait_for(lambda: second.session.case is not None)
    assert second.session.case == entered
