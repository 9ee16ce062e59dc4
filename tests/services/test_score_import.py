"""What entering someone's table would do is told before it is done."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.case import Agency, Assessment, Case
from ita_desktop.domain.score_parts import entered, with_scores
from ita_desktop.exchange.scores.sheet import ScoreSheet, UnitScores
from ita_desktop.services.assessment import parts_of
from ita_desktop.services.score_import import enter, likely_unit, offer_of, read_pasted

EMPTY = Case(Agency("องค์การบริหารส่วนตำบลทุ่งดี", short_name="อบต.ทุ่งดี"), 2566, Assessment(2565))
PARTS = parts_of(EMPTY)
CASE = with_scores(EMPTY, PARTS, {"1": Decimal("90.00"), "2": Decimal(80), "O1": Decimal(100)})
UNIT = UnitScores(
    indicators={1: Decimal(90), 3: Decimal("71.5")},
    sub_indicators={"10.1": Decimal("62.5")},
    items={"O42": Decimal(0), "O43": Decimal(50), "O99": Decimal(100)},
)


def test_an_offer_tells_old_and_new_in_the_order_of_the_year() -> None:
    offer = offer_of(CASE, PARTS, UNIT, replace=False)
    assert [(e.part.number, e.old, e.new) for e in offer.entries] == [
        ("1", Decimal(90), Decimal(90)),
        ("3", None, Decimal("71.5")),
        ("10.1", None, Decimal("62.5")),
        ("O42", None, Decimal(0)),
    ]
    assert offer.changes == 3


def test_what_cannot_be_entered_is_named() -> None:
    assert offer_of(CASE, PARTS, UNIT, replace=False).left_out == ("O43", "O99")


def test_entering_keeps_other_scores_and_numbers_as_they_were_written() -> None:
    after = enter(CASE, PARTS, offer_of(CASE, PARTS, UNIT, replace=False))
    scores = entered(after.assessment)
    assert str(scores["1"]) == "90.00"
    assert (scores["2"], scores["3"], scores["O42"], scores["O1"]) == (80, Decimal("71.5"), 0, 100)


def test_replacing_takes_other_scores_away() -> None:
    offer = offer_of(CASE, PARTS, UNIT, replace=True)
    gone = [e.part.number for e in offer.entries if e.new is None]
    assert gone == ["2", "O1"]
    assert set(entered(enter(CASE, PARTS, offer).assessment)) == {"1", "3", "10.1", "O42"}


def test_the_agencys_own_row_is_found() -> None:
    def chosen(*names: str) -> int:
        sheet = ScoreSheet(2565, tuple(UnitScores(name) for name in names))
        return likely_unit(sheet, EMPTY.agency)

    assert chosen("อบต.อื่น", "อบต. ทุ่งดี", "รวม") == 1
    assert chosen("อบต.อื่น", "องค์การบริหารส่วนตำบลทุ่งดี อำเภอเมือง") == 1
    # the exact name before one that holds it
    assert chosen("อบต.ทุ่งดีงาม", "อบต.ทุ่งดี") == 1
    assert chosen("", "อบต.อื่น") == 0


def test_of_two_forms_of_a_paste_the_one_that_tells_more_is_read() -> None:
    page = (
        "<table><tr><td>1</td><td>การปฏิบัติหน้าที่</td><td>91</td></tr>"
        "<tr><td>2</td><td>การใช้งบประมาณ</td><td>82</td></tr></table>"
    )
    sheet = read_pasted(["การปฏิบัติหน้าที่ 91", page], 2565)
    assert sheet.units[0].indicators == {1: Decimal(91), 2: Decimal(82)}
    assert read_pasted([], 2565) == ScoreSheet(2565)
