"""Forms side by side: a memo and an announcement, other papers and margins, in one process."""

from __future__ import annotations

import pytest
from tests.typesetting.making import CLOSING, HEAD, document, sentences, texts

from ita_desktop.papers.document import CentredHead, DateLine, Document, Paragraph, Signature
from ita_desktop.papers.page_form import ANNOUNCEMENT_FORM, CM, MEMO_FORM, PageForm
from ita_desktop.typesetting.elements import Role
from ita_desktop.typesetting.pages import Emblem, Page, Rule, Text
from ita_desktop.writers.render import PaperRenderer

SUBJECT = "เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ และแนวทางปฏิบัติ"
ANNOUNCEMENT = Document(
    "ประกาศ",
    "อบต.ลานไผ่",
    CentredHead(("ประกาศองค์การบริหารส่วนตำบลลานไผ่", SUBJECT)),
    (
        Paragraph(sentences(5)),
        Paragraph("จึงประกาศให้ทราบโดยทั่วกัน", closing=True),
        DateLine("ประกาศ  ณ  วันที่  ๑๕  ธันวาคม  พ.ศ.  ๒๕๖๗"),
        Signature("นายสมมติ ใจดี", ("นายกองค์การบริหารส่วนตำบลลานไผ่",), label=""),
    ),
)
MEMO = document(
    Paragraph(sentences(5)), CLOSING, Signature("นายอารี มีสุข", ("ผู้อำนวยการกองคลัง",)), head=HEAD
)


def emblem(page: Page) -> Emblem:
    (found,) = [item for item in page.items if isinstance(item, Emblem)]
    return found


def said(page: Page, text: str) -> Text:
    (found,) = [t for t in texts(page) if t.run.text.strip().startswith(text)]
    return found


def middle(text: Text) -> float:
    return text.x + text.run.width / 2


def test_a_memo_and_an_announcement_are_set_in_one_process() -> None:
    renderer = PaperRenderer()
    for _ in range(2):
        (memo,) = renderer.set_pages(MEMO, form=MEMO_FORM)
        (announcement,) = renderer.set_pages(ANNOUNCEMENT, form=ANNOUNCEMENT_FORM)

        small, large = emblem(memo), emblem(announcement)
        assert (small.x, small.y, small.height) == pytest.approx((3 * CM, 1.5 * CM, 1.5 * CM))
        width = large.height * large.drawing.width / large.drawing.height
        assert large.height == pytest.approx(3 * CM)
        assert large.y == pytest.approx(1.5 * CM)
        assert large.x + width / 2 == pytest.approx(11 * CM)


def test_the_announcements_titles_are_centred_under_the_emblem_and_balanced() -> None:
    (page,) = PaperRenderer().set_pages(ANNOUNCEMENT, form=ANNOUNCEMENT_FORM)
    titles = [t for t in texts(page) if t.element.role is Role.TITLE]

    assert {round(middle(t), 2) for t in titles} == {round(11 * CM, 2)}
    # a line below the emblem's foot at 4.5 cm
    assert titles[0].y == pytest.approx(4.5 * CM + 20.8 + 16 * 0.844)
    assert [t.run.font.path.stem for t in titles] == ["THSarabunNew-Bold"] * len(titles)
    first, second = [t.run.width for t in titles if t.element.part == 1]
    assert min(first, second) > 0.8 * max(first, second)
    (rule,) = [item for item in page.items if isinstance(item, Rule)]
    assert rule.x2 - rule.x1 == pytest.approx(4 * CM)
    assert (rule.x1 + rule.x2) / 2 == pytest.approx(11 * CM)
    assert rule.y1 > titles[-1].y


def test_the_announcement_ends_with_its_date_and_the_chief_executive_alone() -> None:
    (page,) = PaperRenderer().set_pages(ANNOUNCEMENT, form=ANNOUNCEMENT_FORM)
    closing, date = said(page, "จึงประกาศ"), said(page, "ประกาศ  ณ")
    name, position = said(page, "(นายสมมติ"), said(page, "นายกองค์การ")

    assert date.x == pytest.approx(8 * CM)
    assert date.y - closing.y == pytest.approx(20.8 + 12)
    assert middle(name) == middle(position) == pytest.approx(12.4 * CM)
    # three lines for the pen
    assert name.y - date.y == pytest.approx(6 + 4 * 20.8)
    assert "(ลงชื่อ)" not in [t.run.text for t in texts(page)]


def wide(form: PageForm) -> PageForm:
    """Lying paper with other margins and larger text."""
    return form._replace(
        width=form.height, height=form.width, left=2 * CM, right=4 * CM, top=3 * CM, size=18.0
    )


def test_sizes_and_margins_are_those_of_the_form_that_is_passed() -> None:
    renderer = PaperRenderer()
    made = document(Paragraph(sentences(90)), CLOSING)
    upright = renderer.set_pages(made)
    lying = renderer.set_pages(made, form=wide(MEMO_FORM))
    again = renderer.set_pages(made)

    assert [page.items for page in again] == [page.items for page in upright]
    assert (lying[0].width, lying[0].height) == (MEMO_FORM.height, MEMO_FORM.width)
    body = [t for page in lying for t in texts(page) if t.element.role is Role.PARAGRAPH]
    assert {t.run.size for t in body} == {18.0}
    assert min(t.x for t in body) == pytest.approx(2 * CM)
    assert max(t.x + t.run.width for t in body) == pytest.approx(25.7 * CM, abs=0.5)
    assert max(t.y for t in body) < 19 * CM
    first = min(t.y for t in texts(lying[1]) if t.element.role is Role.PARAGRAPH)
    assert first == pytest.approx(3 * CM + 18 * 0.844)


def test_a_head_that_does_not_go_with_the_form_is_refused() -> None:
    with pytest.raises(TypeError, match="MemoHead"):
        PaperRenderer().set_pages(MEMO, form=ANNOUNCEMENT_FORM)
