"""From a composed document to the paper's PDF."""

from datetime import datetime
from typing import NamedTuple

from ita_desktop.papers.document import Document
from ita_desktop.papers.options import PaperOptions
from ita_desktop.papers.page_form import MEMO_FORM, PageForm
from ita_desktop.quoting import quoted
from ita_desktop.thai.words import standard_dictionary
from ita_desktop.typesetting.layout import DocumentLayout
from ita_desktop.typesetting.lines import LineBreaker
from ita_desktop.typesetting.pages import Page, Text
from ita_desktop.typesetting.shaping import FontSet, load_fonts
from ita_desktop.writers.pdf import PdfWriter

_GENERATION = 8
"""Documents: what none of so many used is dropped with the next so many."""
_MOST_KEPT = 1_000_000
"""Characters that a generation holds at the most, one document aside."""


class RenderedPaper(NamedTuple):
    """The file's bytes, its number of pages, and Thai sentences on what went not quite well."""

    pdf: bytes
    pages: int
    warnings: tuple[str, ...] = ()


class PaperRenderer:
    """Renders documents; keeps shaped and broken text, so that the next one is fast.

    What it keeps is its own, and what renderers share (font files, the dictionary) is never
    changed: each may work in a thread of its own, one thread at a time. What comes out
    depends on what goes in alone, never on what was rendered before.
    """

    def __init__(self) -> None:
        self._writer = PdfWriter()
        self._words: tuple[str, ...] = ()
        self._setter: LineBreaker | None = None
        self._font = ""
        self._fonts: FontSet | None = None
        self._documents = 0

    def render(
        self,
        document: Document,
        options: PaperOptions = PaperOptions(),  # noqa: B008 - a value that never changes
        form: PageForm = MEMO_FORM,
        *,
        created: datetime | None = None,
    ) -> RenderedPaper:
        """The paper as PDF.

        ``created`` (CE, UTC) fixes the date inside the file, otherwise it is the present.
        Raises :class:`~ita_desktop.typesetting.fonts.FontError`.
        """
        pages = self.set_pages(document, options, form)
        pdf = self._writer.write(pages, document.title, document.author, created)
        return RenderedPaper(pdf, len(pages), _warnings(pages))

    def set_pages(
        self,
        document: Document,
        options: PaperOptions = PaperOptions(),  # noqa: B008 - a value that never changes
        form: PageForm = MEMO_FORM,
    ) -> list[Page]:
        """The set pages, before they are written."""
        setter, fonts = self._line_setter(document.words), self._font_set(options.font)
        self._documents += 1
        if self._documents > _GENERATION or fonts.kept > _MOST_KEPT:
            setter.next_generation()
            fonts.next_generation()
            self._documents = 1
        return DocumentLayout(
            setter,
            fonts,
            form.with_table_size(options.table_size),
            continuation_words=options.continuation_words,
            repeat_names=options.repeat_names,
        ).set(document)

    def _line_setter(self, words: tuple[str, ...]) -> LineBreaker:
        """The line setter for these own words; others change where lines may break."""
        if self._setter is None or words != self._words:
            dictionary = standard_dictionary()
            self._setter = LineBreaker(dictionary.with_words(words) if words else dictionary)
            self._words = words
        return self._setter

    def _font_set(self, choice: str) -> FontSet:
        """The faces of a profile, kept as long as the same is asked for."""
        if self._fonts is None or choice != self._font:
            self._fonts, self._font = load_fonts(choice), choice
        return self._fonts


def _warnings(pages: list[Page]) -> tuple[str, ...]:
    missing = sorted(
        {
            character
            for page in pages
            for item in page.items
            if isinstance(item, Text)
            for character in item.run.missing
            if character in item.run.text
        }
    )
    if not missing:
        return ()
    shown = quoted(" ".join(missing[:8])) + (" …" if len(missing) > 8 else "")
    return (f"แบบอักษรไม่มีตัวอักษร {shown} จึงพิมพ์เป็นกรอบสี่เหลี่ยมแทน โปรดแก้ข้อความหรือเลือกแบบอักษรอื่น",)
