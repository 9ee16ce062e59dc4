"""A month to pick a day from: Thai months, Buddhist-era years, Thai digits."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QTextCharFormat, QValidator
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.thai.dates import BUDDHIST_ERA, MONTHS, long_date
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.widgets.editors import ChoiceBox
from ita_desktop.ui.widgets.labels import set_tooltip

FIRST_YEAR, LAST_YEAR = 2450, 2699
"""BE; what a calendar offers to pick from."""


class YearBox(QSpinBox):
    """A Buddhist-era year in Thai digits; either digits may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(FIRST_YEAR, LAST_YEAR)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        return thai_number(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        # Python reads Thai digits as well.
        year = int(text) if re.fullmatch("[0-9๐-๙]+", text) else self.value()
        return year + BUDDHIST_ERA if year < FIRST_YEAR - BUDDHIST_ERA // 2 else year

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Any four digits will do: a year of the common era becomes the Buddhist one."""
        if re.fullmatch("[0-9๐-๙]{0,4}", text) is None:
            return QValidator.State.Invalid, text, position
        if len(text) == 4 and self.minimum() <= self.valueFromText(text) <= self.maximum():
            return QValidator.State.Acceptable, text, position
        return QValidator.State.Intermediate, text, position


class _Days(QCalendarWidget):
    """The days of one month; moving by keys is Qt's, the looks are ours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = date.today()
        self.setLocale(QLocale(QLocale.Language.Thai, QLocale.Country.Thailand))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        self.setNavigationBarVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setMinimumDate(QDate(FIRST_YEAR - BUDDHIST_ERA, 1, 1))
        self.setMaximumDate(QDate(LAST_YEAR - BUDDHIST_ERA, 12, 31))
        # Typed digits would be taken for a date of the common era.
        self.setDateEditEnabled(False)
        # Red, as Qt has them, cannot be read on a dark ground.
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())

    def paintCell(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, day: QDate
    ) -> None:
        shown = date(day.year(), day.month(), day.day())
        selected = self.selectedDate() == day
        role = QPalette.ColorRole
        ink = role.Text if shown.month == self.monthShown() else role.PlaceholderText
        painter.save()
        if selected:
            painter.fillRect(rect, self.palette().color(role.Highlight))
            ink = role.HighlightedText
        painter.setPen(self.palette().color(ink))
        if shown == self.today:
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, thai_number(shown.day))
        painter.restore()


class CalendarPopup(QFrame):
    """Opens below a widget, closes when a day is picked, by Esc and by a click elsewhere.

    ``picked(date | None)``: a day, or None to clear.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("ปฏิทิน")
        self._month = ChoiceBox()
        self._month.set_choices(list(enumerate(MONTHS, start=1)))
        self._month.setMaxVisibleItems(12)
        self._year = YearBox()
        self._days = _Days()
        self._today = QPushButton()
        self._lay_out()
        self._month.edited.connect(self._on_month)
        self._year.valueChanged.connect(self._on_month)
        self._days.currentPageChanged.connect(self._show_page)
        self._days.clicked.connect(self._on_day)
        self._days.activated.connect(self._on_day)
        self._show_page()

    def open_below(self, widget: QWidget, day: date | None, today: date) -> None:
        """Shows the month of ``day``, or of ``today`` where there is none."""
        self._days.today = today
        self._today.setText(f"วันนี้ {long_date(today)}")
        shown = day or today
        self._days.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._days.setCurrentPage(shown.year, shown.month)
        self._show_page()
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height()))
        screen = widget.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height())
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), place.y()))
        self.move(place)
        self.show()
        self._days.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._month.setAccessibleName("เดือน")
        self._year.setAccessibleName("ปี พ.ศ.")
        before, after = QToolButton(), QToolButton()
        for button, arrow, text, move in (
            (before, Qt.ArrowType.LeftArrow, "เดือนก่อน", self._days.showPreviousMonth),
            (after, Qt.ArrowType.RightArrow, "เดือนถัดไป", self._days.showNextMonth),
        ):
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            button.setAccessibleName(text)
            set_tooltip(button, text)
            button.clicked.connect(move)
        head = QHBoxLayout()
        head.addWidget(before)
        head.addWidget(self._month, 1)
        head.addWidget(self._year)
        head.addWidget(after)
        clear = QPushButton("ไม่ระบุวันที่")
        clear.clicked.connect(lambda: self._pick(None))
        self._today.clicked.connect(lambda: self._pick(self._days.today))
        foot = QHBoxLayout()
        foot.addWidget(self._today, 1)
        foot.addWidget(clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(head)
        layout.addWidget(self._days)
        layout.addLayout(foot)
        self._today.setAutoDefault(False)
        clear.setAutoDefault(False)

    def _show_page(self) -> None:
        year = self._days.yearShown() + BUDDHIST_ERA
        self._month.set_value(self._days.monthShown())
        if self._year.value() != year:
            self._year.setValue(year)

    def _on_month(self) -> None:
        self._days.setCurrentPage(self._year.value() - BUDDHIST_ERA, self._month.value())

    def _on_day(self, day: QDate) -> None:
        self._pick(date(day.year(), day.month(), day.day()))

    def _pick(self, day: date | None) -> None:
        if self.isVisible():
            self.close()
            self.picked.emit(day)
