"""The form of a paper in numbers: where things stand on its pages and how large they are.

A form is a value that is passed in, so that papers of several forms can be set side by
side. All lengths are in points (pt) from the paper's top left corner, y down.

Sources of the memo's numbers: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 (ข้อ 12 and
แบบ 29) and the typing guide นร 0106/ว 2019 (2010); of the announcement's แบบ 7 and the same
guide. Where they leave room, the comment says what we chose.
"""

from typing import NamedTuple

CM = 72 / 2.54


class EmblemForm(NamedTuple):
    """The Garuda on the first page: at the left margin, or centred on the text."""

    height: float
    top: float
    centred: bool = False


class LeaderForm(NamedTuple):
    """The dots that a value stands on, ``drop`` under its baseline."""

    drop: float = 2.4
    pitch: float = 2.6
    dot: float = 0.7


class MemoHeadForm(NamedTuple):
    """A memo's head: a title, labelled values on dotted leaders, the addressee.

    ``baselines`` are those of the first three lines when none of their values takes two;
    ``next_line`` leads from one line of a long value to the next, enough for its own dots.
    ``label_gap`` stands between a label and its value.
    """

    title_size: float
    title_baseline: float
    label_size: float
    baselines: tuple[float, float, float]
    next_line: float
    label_gap: float
    address_space: float


class CentredHeadForm(NamedTuple):
    """An announcement's head: bold title lines centred under the emblem, then a short rule.

    ``space`` is between the emblem and the first line, ``rule_space`` before the rule.
    """

    title_size: float
    space: float
    rule_width: float
    rule_space: float
    rule: float = 0.75


class TableForm(NamedTuple):
    """The look of tables.

    The line's own ascent leaves room ``above`` the text of a cell, so less is added there.
    ``indent`` moves a cell in by its level; ``mark_gap`` is between a list mark and its text.
    """

    size: float
    rule: float = 0.5
    side: float = 4.6
    above: float = 1.5
    below: float = 3.0
    indent: float = 12.0
    mark_gap: float = 2.5
    space: float = 6.0

    @property
    def padding(self) -> float:
        """What a cell's sides take from its width."""
        return 2 * self.side

    @property
    def frame(self) -> float:
        """What a row is higher than its lines."""
        return self.above + self.below


class EndingForm(NamedTuple):
    """Date line and signatures.

    ``axis`` is the line that names are centred on. ``pen_lines`` are left for the pen; the
    label on the last of them ends ``label_end`` left of the axis. ``opinion_pitch`` is that
    of dotted lines to write on by hand. Signatures never stand on a page without
    ``text_lines`` lines of text before them. A date line begins ``date_indent`` from the
    left margin, ``date_space`` below the text.
    """

    axis: float
    pen_lines: int = 3
    label_end: float = 46.0
    opinion_pitch: float = 24.0
    text_lines: int = 2
    date_indent: float = 5 * CM
    date_space: float = 12.0


class PageForm(NamedTuple):
    """A whole form.

    ``top`` is where the text of every page but the first begins. A line is ``line_ratio``
    times its size high, its baseline ``ascent_ratio`` times the size under its top.
    ``cluster_stretch`` is what justification may add between two clusters; spaces may
    double first. A continuation word wider than ``continuation_width`` is cut.
    """

    emblem: EmblemForm
    head: MemoHeadForm | CentredHeadForm
    table: TableForm
    ending: EndingForm
    leader: LeaderForm = LeaderForm()
    width: float = 21.0 * CM
    height: float = 29.7 * CM
    left: float = 3.0 * CM
    right: float = 2.0 * CM
    top: float = 2.5 * CM  # practice: 2.5–3 cm
    bottom: float = 2.0 * CM  # practice
    page_number_baseline: float = 1.75 * CM  # between the paper's edge and the text
    size: float = 16.0
    line_ratio: float = 1.3  # 20.8 pt at 16 pt, the font's own single spacing
    ascent_ratio: float = 0.844  # above the baseline stand two marks
    paragraph_space: float = 6.0
    first_line_indent: float = 2.5 * CM
    list_hang: float = 14.0
    cluster_stretch: float = 0.5
    continuation_width: float = 9 * CM

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def right_edge(self) -> float:
        """Where the text ends."""
        return self.width - self.right

    @property
    def full_room(self) -> float:
        """The height of a fresh page that is the last."""
        return self.height - self.bottom - self.top

    @property
    def middle(self) -> float:
        """The axis of the text."""
        return self.left + self.text_width / 2

    @property
    def pitch(self) -> float:
        """From one line of running text to the next."""
        return self.size * self.line_ratio

    @property
    def no_width(self) -> float:
        """So wide that nothing which must stay on one line is broken."""
        return self.width * 4

    def baseline(self, top: float, size: float) -> float:
        """The baseline of a line of ``size`` whose box begins at ``top``."""
        return top + size * self.ascent_ratio

    def with_table_size(self, size: float) -> "PageForm":
        """The same form with other text in its tables."""
        return self._replace(table=self.table._replace(size=size))


MEMO_FORM = PageForm(
    emblem=EmblemForm(height=1.5 * CM, top=1.5 * CM),
    head=MemoHeadForm(
        title_size=29.0,
        title_baseline=3.0 * CM,  # level with the Garuda's foot
        label_size=20.0,
        baselines=(3.95 * CM, 4.85 * CM, 5.75 * CM),
        next_line=0.8 * CM,
        label_gap=6.0,
        address_space=6.0,
    ),
    table=TableForm(size=14.0),  # practice: 12–16
    ending=EndingForm(axis=3.0 * CM + 9.4 * CM),  # right of the page's centre (10.5 cm)
)
"""บันทึกข้อความ (แบบ 29)."""

ANNOUNCEMENT_FORM = PageForm(
    emblem=EmblemForm(height=3.0 * CM, top=1.5 * CM, centred=True),
    head=CentredHeadForm(
        title_size=16.0,  # bold by practice
        space=20.8,  # a line
        rule_width=4.0 * CM,  # custom
        rule_space=6.0,
    ),
    table=TableForm(size=14.0),
    ending=EndingForm(axis=3.0 * CM + 9.4 * CM),
)
"""ประกาศ (แบบ 7)."""
