"""The official form in numbers: where things stand on the page and how large they are.

Sources: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 (ข้อ 12 and แบบ 29) and the
typing guide นร 0106/ว 2019 (2010). All lengths are in points (pt) unless a name
ends in ``_CM``; y runs down from the paper's top edge. Where the sources leave
room, the comment says what we chose.
"""

from __future__ import annotations

CM = 72 / 2.54

PAGE_WIDTH = 21.0 * CM
PAGE_HEIGHT = 29.7 * CM
LEFT = 3.0 * CM
RIGHT = 2.0 * CM
BOTTOM = 2.0 * CM  # practice
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
NEXT_PAGE_TOP = 2.5 * CM  # practice: 2.5–3 cm
PAGE_NUMBER_BASELINE = 1.75 * CM  # between the paper's edge and the text

EMBLEM_TOP = 1.5 * CM
EMBLEM_HEIGHT = 1.5 * CM

TITLE = "บันทึกข้อความ"
TITLE_SIZE = 29.0
TITLE_BASELINE = EMBLEM_TOP + EMBLEM_HEIGHT
TITLE_PART_BEFORE_DATE = "บันทึก"
"""The date's label starts under the letter that follows this part of the title."""

LABEL_SIZE = 20.0
HEAD_BASELINES = (3.95 * CM, 4.85 * CM, 5.75 * CM)
"""Of ส่วนราชการ, ที่ with วันที่, and เรื่อง, when none of them takes two lines."""
HEAD_NEXT_LINE = 0.8 * CM
"""From one line of a long value to the next; enough for its own dots."""
LABEL_GAP = 6.0
"""Between a label and its value."""
LEADER_DROP = 2.4
"""How far under the baseline the dots of a leader stand."""
LEADER_PITCH = 2.6
LEADER_DOT = 0.7

SIZE = 16.0
LINE_RATIO = 1.3
"""Line pitch over font size: 20.8 pt at 16 pt, the font's own single spacing."""
ASCENT_RATIO = 0.844
"""Baseline under the line's top over font size; above it stand two marks."""
PITCH = SIZE * LINE_RATIO
PARAGRAPH_SPACE = 6.0
FIRST_LINE_INDENT = 2.5 * CM
ADDRESS_SPACE = 6.0
LIST_HANG = 14.0

CLUSTER_STRETCH = 0.5
"""What justification may add between two clusters (pt); spaces may double first."""

TABLE_SIZE = 14.0  # practice: 12–16
TABLE_RULE = 0.5
CELL_SIDE = 4.6
CELL_TOP = 1.5
CELL_BOTTOM = 3.0
"""Cell padding: the line's own ascent leaves room above, so less is added there."""
CELL_INDENT = 12.0
"""How far a cell of one level more stands in."""
MARK_GAP = 2.5
"""Between a list mark and its text in a cell."""
TABLE_SPACE = 6.0

SIGNATURE_AXIS = LEFT + 9.4 * CM
"""The line that names are centred on: right of the page's centre (10.5 cm)."""
SIGNATURE_PEN_LINES = 3
SIGNATURE_LABEL = "(ลงชื่อ)"
SIGNATURE_LABEL_END = 46.0
"""(ลงชื่อ) ends so far left of the axis and leaves the room for the pen."""
OPINION_LINES = 2
OPINION_PITCH = 24.0
"""Dotted lines to write on by hand: 8.5 mm apart."""

CONTINUATION_WIDTH = 9 * CM
"""A continuation word that is longer is cut between words."""
LAST_PAGE_TEXT_LINES = 2
"""Signatures never stand on a page without so many lines of text before them."""


def baseline(top: float, size: float) -> float:
    """The baseline of a line of ``size`` whose box begins at ``top``."""
    return top + size * ASCENT_RATIO
