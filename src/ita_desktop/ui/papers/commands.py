"""The window's menu actions for the memo, at work from every tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.papers.output import Act, MemoOutput


class MemoCommands(QObject):
    """Ties พิมพ์บันทึกข้อความ and ส่งออกเป็น PDF to what they do."""

    def __init__(self, window: MainWindow, output: MemoOutput) -> None:
        super().__init__(window)
        self._window = window
        self._output = output
        self._actions = [window.form.action_print, window.form.action_export_pdf]
        self._actions[0].triggered.connect(output.print_memo)
        self._actions[1].triggered.connect(output.export_memo)
        output.set_window(window)
        output.told.connect(self._tell)
        window.session.year_opened.connect(self._reflect)
        window.installEventFilter(self)
        self._reflect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window stays open, once, when a file that is being written fails."""
        if event.type() is QEvent.Type.Close and not self._output.finish():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _tell(self, text: str, acts: tuple[Act, ...]) -> None:
        first, *more = acts or [("", None)]
        self._window.messages.tell(text, *first, *more)

    def _reflect(self) -> None:
        for action in self._actions:
            action.setEnabled(self._window.session.record is not None)
