"""The memo's text as documents for other programs: Typst, WeasyPrint, LibreOffice.

All of them get the composed memo: the same texts in the same order, tables with the same
columns and head rows that repeat, the same paper, margins, font and sizes, body text
justified. They get neither the Garuda and the dotted leaders nor exact places, which
would cost them more time.

    python -m benchmarks.documents FOLDER 6 60 600
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from benchmarks.cases import varied_case
from ita_desktop.exchange.case_json import case_to_json
from ita_desktop.papers.compose import compose
from ita_desktop.papers.document import (
    Block,
    Cell,
    Document,
    Heading,
    ItemList,
    Paragraph,
    Signature,
    Table,
    TableColumn,
    TableRow,
)
from ita_desktop.papers.page_form import MEMO_FORM as FORM
from ita_desktop.papers.wording import TITLE

FONT = "TH Sarabun New"


def write_documents(folder: Path, count: int) -> None:
    """Writes ``COUNT.json``, the case, and ``COUNT.typ``, ``.html`` and ``.fodt``."""
    case = varied_case(count)
    (folder / f"{count}.json").write_bytes(case_to_json(case))
    document = compose(case)
    writers: dict[str, Callable[[Document], Iterator[str]]] = {
        "typ": typst,
        "html": html,
        "fodt": fodt,
    }
    for ending, writer in writers.items():
        text = "\n".join(writer(document)) + "\n"
        (folder / f"{count}.{ending}").write_text(text, encoding="utf-8")


def head_lines(document: Document) -> list[str]:
    """The memo's head as plain lines."""
    head = document.head
    return [
        f"ส่วนราชการ {head.division.text}",
        f"ที่ {head.number.text} วันที่ {head.date.text}",
        f"เรื่อง {head.subject.text}",
        f"เรียน {head.recipient.text}",
    ]


def block_lines(block: Block) -> list[str]:
    """The lines of a block that is not a table."""
    if isinstance(block, Paragraph | Heading):
        return [block.text]
    if isinstance(block, ItemList):
        return [f"{item.mark} {item.text}".strip() for item in block.items]
    if isinstance(block, Signature):
        signed = f"(ลงชื่อ) {block.rank}".strip()
        lines = [block.opinion_heading, signed, f"({block.name})", *block.positions]
        return [line for line in lines if line]
    raise TypeError(block)


def cell_lines(cell: Cell) -> list[str]:
    return [f"{item.mark} {item.text}".strip() for item in cell.items]


def shares(columns: tuple[TableColumn, ...]) -> list[float]:
    """Widths of the columns, adding up to 1: fixed, so that nobody has to search them."""
    middles = [(column.minimum + column.maximum) / 2 for column in columns]
    return [middle / sum(middles) for middle in middles]


def head_rows(columns: tuple[TableColumn, ...]) -> list[list[tuple[str, int, int]]]:
    """The head's rows as (title, columns spanned, rows spanned)."""
    grouped = any(column.group for column in columns)
    top: list[tuple[str, int, int]] = []
    below: list[tuple[str, int, int]] = []
    last = ""
    for column in columns:
        if not column.group:
            top.append((column.title, 1, 2 if grouped else 1))
        else:
            below.append((column.title, 1, 1))
            if column.group == last:
                title, span, height = top[-1]
                top[-1] = (title, span + 1, height)
            else:
                top.append((column.group, 1, 1))
        last = column.group
    return [top, below] if grouped else [top]


# --- Typst ------------------------------------------------------------------


def _literal(text: str) -> str:
    """``text`` as Typst strings in markup: nothing in it is markup."""
    lines = [line.replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n")]
    return " \\ ".join([f'#"{line}"' for line in lines])


def typst(document: Document) -> Iterator[str]:
    yield (
        f'#set page(paper: "a4", margin: (left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm), '
        f'numbering: "- 1 -")\n#set text(font: "{FONT}", lang: "th", size: {FORM.size}pt, '
        f"top-edge: {FORM.ascent_ratio}em, bottom-edge: {FORM.ascent_ratio - 1:.3f}em)\n"
        f"#set par(leading: {FORM.line_ratio - 1:.1f}em, "
        f"spacing: {FORM.line_ratio - 1:.1f}em)\n"
        f"#set document(title: {_literal(document.title)[1:]})\n"
        f"#set par(justify: true, first-line-indent: 2.5cm)\n"
        f"#set table(stroke: {FORM.table.rule}pt, inset: (x: {FORM.table.side}pt, y: 3pt))\n"
        f"#show table: set text(size: {FORM.table.size}pt)\n"
        f"#show table: set par(justify: false, first-line-indent: 0pt)\n"
        f'#align(center, text(size: {FORM.head.title_size}pt, weight: "bold")[{_literal(TITLE)}])'
    )
    for line in head_lines(document):
        yield f"\n#par(first-line-indent: 0pt)[{_literal(line)}]"
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _typst_table(block)
            continue
        for line in block_lines(block):
            text = _literal(line)
            yield "\n" + (f"#strong[{text}]" if isinstance(block, Heading) else text)


def _typst_table(table: Table) -> Iterator[str]:
    widths = ", ".join([f"{share:.3f}fr" for share in shares(table.columns)])
    yield f"\n#table(columns: ({widths}), table.header("
    for row in head_rows(table.columns):
        for title, columns, rows in row:
            yield (
                f"  table.cell(colspan: {columns}, rowspan: {rows}, align: center)"
                f"[#strong[{_literal(title)}]],"
            )
    yield "),"
    for line in table.rows:
        yield ", ".join([f"[{_typst_cell(cell)}]" for cell in line.cells]) + ","
    yield ")"


def _typst_cell(cell: Cell) -> str:
    return " \\ ".join([_literal(line) for line in cell_lines(cell)])


# --- HTML -------------------------------------------------------------------


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def html(document: Document) -> Iterator[str]:
    faces = "".join(
        f"@font-face {{ font-family: '{FONT}'; font-weight: {weight}; src: url('{name}') }}\n"
        for weight, name in (("normal", "regular.ttf"), ("bold", "bold.ttf"))
    )
    yield (
        f'<!DOCTYPE html><html lang="th"><head><meta charset="utf-8">'
        f"<title>{_html(document.title)}</title><style>\n{faces}"
        "@page { size: A4; margin: 2.5cm 2cm 2cm 3cm; "
        "@top-center { content: '- ' counter(page) ' -' } }\n"
        f"body {{ font: {FORM.size}pt/{FORM.line_ratio} '{FONT}'; text-align: justify }}\n"
        "p { margin: 0; text-indent: 2.5cm } p.head, p.bold { text-indent: 0 }\n"
        f"h1 {{ font-size: {FORM.head.title_size}pt; text-align: center; margin: 0 }}\n"
        ".bold, th { font-weight: bold } table { width: 100%; border-collapse: collapse; "
        f"table-layout: fixed; font-size: {FORM.table.size}pt; text-align: left }}\n"
        f"td, th {{ border: {FORM.table.rule}pt solid; padding: 1.5pt {FORM.table.side}pt 3pt; "
        "vertical-align: top } th { text-align: center; vertical-align: middle }\n"
        f"</style></head><body><h1>{TITLE}</h1>"
    )
    for line in head_lines(document):
        yield f'<p class="head">{_html(line)}</p>'
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _html_table(block)
            continue
        style = ' class="bold"' if isinstance(block, Heading) else ""
        for line in block_lines(block):
            yield f"<p{style}>{_html(line)}</p>"
    yield "</body></html>"


def _html_table(table: Table) -> Iterator[str]:
    yield "<table><colgroup>"
    for share in shares(table.columns):
        yield f'<col style="width: {100 * share:.2f}%">'
    yield "</colgroup><thead>"
    for head in head_rows(table.columns):
        cells = [f'<th colspan="{c}" rowspan="{r}">{_html(t)}</th>' for t, c, r in head]
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</thead><tbody>"
    for row in table.rows:
        cells = ["<br>".join(map(_html, cell_lines(cell))) for cell in row.cells]
        yield f"<tr><td>{'</td><td>'.join(cells)}</td></tr>"
    yield "</tbody></table>"


# --- OpenDocument, one flat file ----------------------------------------------

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def _fodt_text(text: str) -> str:
    return escape(text).replace("\n", "<text:line-break/>")


def _fodt_style(name: str, size: float, paragraph: str, *, bold: bool = False) -> str:
    weight = ' fo:font-weight="bold" style:font-weight-complex="bold"' if bold else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f"<style:paragraph-properties {paragraph}/><style:text-properties "
        f'style:font-name="F" style:font-name-complex="F" fo:font-size="{size}pt" '
        f'style:font-size-complex="{size}pt" style:language-complex="th" '
        f'style:country-complex="TH"{weight}/></style:style>'
    )


def fodt(document: Document) -> Iterator[str]:
    """A flat ODT; LibreOffice takes the font by its name from the system."""
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'{FONT}\'"/>'
        "</office:font-face-decls><office:automatic-styles>"
        + _fodt_style("body", FORM.size, 'fo:text-align="justify" fo:text-indent="2.5cm"')
        + _fodt_style("head", FORM.size, 'fo:text-align="left"')
        + _fodt_style("bold", FORM.size, 'fo:text-align="left"', bold=True)
        + _fodt_style("title", FORM.head.title_size, 'fo:text-align="center"', bold=True)
        + _fodt_style("cell", FORM.table.size, 'fo:text-align="left"')
        + _fodt_style("top", FORM.table.size, 'fo:text-align="center"', bold=True)
        + '<style:style style:name="box" style:family="table-cell"><style:table-cell-properties '
        f'fo:border="{FORM.table.rule}pt solid #000000" fo:padding="3pt"/></style:style>'
    )
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for number, table in enumerate(tables):
        for index, share in enumerate(shares(table.columns)):
            yield (
                f'<style:style style:name="w{number}-{index}" style:family="table-column">'
                f"<style:table-column-properties "
                f'style:column-width="{share * FORM.text_width:.2f}pt"/></style:style>'
            )
    yield (
        '<style:page-layout style:name="page"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.5cm" '
        'fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="2cm"/></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="page"/>'
        "</office:master-styles><office:body><office:text>"
        f'<text:p text:style-name="title">{TITLE}</text:p>'
    )
    for line in head_lines(document):
        yield f'<text:p text:style-name="head">{_fodt_text(line)}</text:p>'
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _fodt_table(block, tables.index(block))
            continue
        style = "bold" if isinstance(block, Heading) else "body"
        for line in block_lines(block):
            yield f'<text:p text:style-name="{style}">{_fodt_text(line)}</text:p>'
    yield "</office:text></office:body></office:document>"


def _fodt_table(table: Table, number: int) -> Iterator[str]:
    yield f'<table:table table:name="t{number}">'
    for index in range(len(table.columns)):
        yield f'<table:table-column table:style-name="w{number}-{index}"/>'
    yield "<table:table-header-rows>"
    yield from _fodt_head(table.columns)
    yield "</table:table-header-rows>"
    for row in table.rows:
        yield f"<table:table-row>{_fodt_cells(row)}</table:table-row>"
    yield "</table:table>"


def _fodt_head(columns: tuple[TableColumn, ...]) -> Iterator[str]:
    rows = head_rows(columns)
    covered = "<table:covered-table-cell/>"
    for number, row in enumerate(rows):
        if number == 0:
            cells = [_fodt_top(t, span, height) + covered * (span - 1) for t, span, height in row]
        else:
            below = iter(row)
            cells = [_fodt_top(*next(below)) if c.group else covered for c in columns]
        yield f"<table:table-row>{''.join(cells)}</table:table-row>"


def _fodt_top(title: str, columns: int, rows: int) -> str:
    return (
        f'<table:table-cell table:style-name="box" table:number-columns-spanned="{columns}" '
        f'table:number-rows-spanned="{rows}"><text:p text:style-name="top">{_fodt_text(title)}'
        "</text:p></table:table-cell>"
    )


def _fodt_cells(row: TableRow) -> str:
    cells = []
    for cell in row.cells:
        texts = "".join(
            f'<text:p text:style-name="cell">{_fodt_text(line)}</text:p>'
            for line in cell_lines(cell) or [""]
        )
        cells.append(f'<table:table-cell table:style-name="box">{texts}</table:table-cell>')
    return "".join(cells)


if __name__ == "__main__":
    for size in sys.argv[2:]:
        write_documents(Path(sys.argv[1]), int(size))
