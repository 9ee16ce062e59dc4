"""The preview beside the fields: the view with its tools, and what stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QToolButton

from ita_desktop.errors import ItaError
from ita_desktop.services.signed_papers import SignedCopy
from ita_desktop.thai.dates import long_date
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.papers.output import MemoOutput, ShownPdf
from ita_desktop.ui.papers.view import Fit, MemoView
from ita_desktop.ui.widgets.labels import set_tooltip

if TYPE_CHECKING:
    from ita_desktop.ui.forms.memo_tab import MemoTabUi

TIPS = {
    "page_previous": "หน้าก่อน",
    "page_next": "หน้าถัดไป",
    "zoom_out": "ย่อ (Ctrl+ล้อเมาส์)",
    "zoom_in": "ขยาย (Ctrl+ล้อเมาส์)",
    "fit_width": "ให้หน้ากว้างเท่าช่อง",
    "fit_page": "ให้เห็นทั้งหน้า",
}


class PreviewPanel(QObject):
    """Drives the form's preview. A frozen copy may take the place of the memo as it stands."""

    def __init__(self, form: MemoTabUi, output: MemoOutput) -> None:
        super().__init__(form.outer)
        self._output = output
        self._view = form.memo_view
        self._warnings = form.preview_warnings
        self._bar = form.shown_bar
        self._bar_text = form.shown_text
        self._page = form.page_box
        self._count = form.page_count
        self._zoom = form.zoom_label
        self._tools = {name: form.named(QToolButton, name) for name in TIPS}
        self._frozen: SignedCopy | None = None
        self._draft: bytes | None = None
        self._draft_warnings = ""
        self._connect(form)
        self._warn("")
        self._bar.hide()
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("๔๐๐%"))
        self._on_page(0, 0)
        self._on_zoom()

    @property
    def view(self) -> MemoView:
        """The pages."""
        return self._view

    @property
    def frozen(self) -> SignedCopy | None:
        """The frozen copy that is shown now."""
        return self._frozen

    def show_memo(self, pdf: bytes, warnings: tuple[str, ...], *, from_start: bool) -> None:
        """Shows the memo as it stands, unless a frozen copy is looked at."""
        self._draft, self._draft_warnings = pdf, "\n".join(warnings)
        if self._frozen is None:
            self._show(pdf, self._draft_warnings, from_start=from_start)

    def show_problem(self, text: str) -> None:
        """Tells why the memo is not shown as it stands."""
        if self._frozen is None:
            self._warn(text)

    def show_frozen(self, copy: SignedCopy) -> None:
        """Shows a frozen copy, which is then what is printed and exported."""
        final = copy.final
        date = f" ลงวันที่ {long_date(final.date)}" if final.date is not None else ""
        self._bar_text.setText(f"กำลังดูฉบับลงนาม ที่ {final.number}{date} การพิมพ์และส่งออกจะใช้ฉบับนี้")
        self._bar.show()
        self._frozen = copy
        self._output.set_shown(ShownPdf(copy.pdf, copy.file_name))
        self._show(copy.pdf, "", from_start=True)

    def show_draft(self) -> None:
        """Goes back to the memo as it stands."""
        if self._frozen is None:
            return
        self._frozen = None
        self._output.set_shown(None)
        self._bar.hide()
        if self._draft is not None:
            self._show(self._draft, self._draft_warnings, from_start=True)

    def clear(self) -> None:
        """Shows no memo at all."""
        self._draft, self._draft_warnings = None, ""
        self.show_draft()
        self._view.clear()
        self._warn("")

    # --- how it is done --------------------------------------------------------------------

    def _show(self, pdf: bytes, warnings: str, *, from_start: bool) -> None:
        try:
            self._view.show_pdf(pdf, from_start=from_start)
        except ItaError as error:
            self._warn(str(error))
        else:
            self._warn(warnings)

    def _warn(self, text: str) -> None:
        self._warnings.setText(text)
        self._warnings.setVisible(bool(text))

    def _connect(self, form: MemoTabUi) -> None:
        view, tools = self._view, self._tools
        for name, tip in TIPS.items():
            tools[name].setAccessibleName(tip)
            set_tooltip(tools[name], tip)
        tools["page_previous"].clicked.connect(view.go_to_previous_page)
        tools["page_next"].clicked.connect(view.go_to_next_page)
        tools["zoom_out"].clicked.connect(view.zoom_out)
        tools["zoom_in"].clicked.connect(view.zoom_in)
        tools["fit_width"].clicked.connect(lambda: self._fit(Fit.WIDTH))
        tools["fit_page"].clicked.connect(lambda: self._fit(Fit.PAGE))
        self._page.valueChanged.connect(lambda page: view.go_to_page(page - 1))
        view.page_changed.connect(self._on_page)
        view.zoom_changed.connect(self._on_zoom)
        self._output.set_page_in_sight(view.current_page)
        form.shown_back.clicked.connect(self.show_draft)
        form.preview_print.clicked.connect(self._output.print_memo)
        form.preview_export.clicked.connect(self._output.export_memo)

    def _fit(self, fit: Fit) -> None:
        self._view.set_fit(fit)
        self._on_zoom()

    def _on_page(self, page: int, count: int) -> None:
        blocker = QSignalBlocker(self._page)
        self._page.setRange(1, max(1, count))
        self._page.setValue(page + 1)
        blocker.unblock()
        self._page.setEnabled(count > 0)
        self._count.setText(f"/ {thai_number(count)}" if count else "")
        self._tools["page_previous"].setEnabled(page > 0)
        self._tools["page_next"].setEnabled(page + 1 < count)

    def _on_zoom(self) -> None:
        self._zoom.setText(f"{thai_number(round(self._view.zoom() * 100))}%")
        self._tools["fit_width"].setChecked(self._view.fit is Fit.WIDTH)
        self._tools["fit_page"].setChecked(self._view.fit is Fit.PAGE)
