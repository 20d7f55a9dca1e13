"""Papers as LibreOffice Writer has them: a flat ODF text, which it then saves as it saves Word files."""

from xml.sax.saxutils import escape

from tests.builders.papers.page import CellText, Grid, Line, Making, PageBreak, PageText, Part, Span

_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_ALIGN = {"left": "start", "center": "center", "right": "end", "justify": "justify"}


def flat_odf_file(page: PageText) -> str:
    """The text of the .fodt file."""
    return _Writer(page.making).file(page.parts)


class _Writer:
    def __init__(self, making: Making) -> None:
        self.making = making
        self.styles: dict[str, str] = {}
        self.footnotes = 0
        self.text_mm = 210 - making.margins[2] - making.margins[3]

    def file(self, parts: tuple[Part, ...]) -> str:
        body = "".join(self._part(part) for part in parts)
        header, footer = (self._running(text) for text in (self.making.header, self.making.footer))
        automatic = "".join(f'<style:style style:name="{n}" {inside}' for inside, n in self.styles.items())
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            f"{self._fonts()}<office:styles>{self._default()}</office:styles>"
            f"<office:automatic-styles>{automatic}{self._page_layout(header, footer)}"
            "</office:automatic-styles>"
            f"<office:master-styles>{self._masters(header, footer)}</office:master-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document>"
        )

    def _fonts(self) -> str:
        font = self.making.font
        return (
            f'<office:font-face-decls><style:font-face style:name="{font}" '
            f"svg:font-family=\"'{font}'\"/></office:font-face-decls>"
        )

    def _default(self) -> str:
        font, size = self.making.font, self.making.size
        headings = "".join(
            f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" '
            f'style:family="paragraph" style:default-outline-level="{level}"/>'
            for level in (1, 2, 3)
        )
        return (
            '<style:default-style style:family="paragraph"><style:text-properties '
            f'style:font-name="{font}" fo:font-size="{size}pt" fo:language="vi" fo:country="VN"/>'
            f"</style:default-style>{headings}"
        )

    def _page_layout(self, header: str, footer: str) -> str:
        top, bottom, left, right = self.making.margins
        return (
            '<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="210mm" '
            f'fo:page-height="297mm" fo:margin-top="{top - 10 if header else top}mm" '
            f'fo:margin-bottom="{bottom - 10 if footer else bottom}mm" fo:margin-left="{left}mm" '
            f'fo:margin-right="{right}mm"/>'
            + (
                '<style:header-style><style:header-footer-properties svg:height="10mm"/></style:header-style>'
                if header
                else ""
            )
            + (
                '<style:footer-style><style:header-footer-properties svg:height="10mm"/></style:footer-style>'
                if footer
                else ""
            )
            + "</style:page-layout>"
        )

    def _masters(self, header: str, footer: str) -> str:
        head = f"<style:header>{header}</style:header>" if header else ""
        foot = f"<style:footer>{footer}</style:footer>" if footer else ""
        if head and self.making.first_differs:
            head += "<style:header-first><text:p/></style:header-first>"
        if foot and self.making.first_differs:
            foot += "<style:footer-first><text:p/></style:footer-first>"
        names = 'style:name="Standard" style:page-layout-name="pm1"'
        return f"<style:master-page {names}>{head}{foot}</style:master-page>"

    def _running(self, text: str) -> str:
        inside = escape(text).replace(
            "#", '<text:page-number text:select-page="current">2</text:page-number>'
        )
        return (
            f'<text:p text:style-name="{self._style(Line(align="center", first_mm=0))}">{inside}</text:p>'
            if text
            else ""
        )

    def _named(self, family: str, inside: str) -> str:
        key = f'style:family="{family}" {inside}'
        return self.styles.setdefault(key, f"S{len(self.styles) + 1}")

    def _part(self, part: Part) -> str:
        if isinstance(part, Grid):
            return self._grid(part)
        if isinstance(part, PageBreak):
            name = self._named(
                "paragraph", '><style:paragraph-properties fo:break-before="page"/></style:style>'
            )
            return f'<text:p text:style-name="{name}"/>'
        return self._line(part, self.text_mm)

    def _style(self, line: Line, *, in_cell: bool = False) -> str:
        making = self.making
        first = making.first_mm if line.first_mm is None else line.first_mm
        before = line.before if line.before is not None else 0 if in_cell else making.before
        after = line.after if line.after is not None else 0 if in_cell else making.after
        spacing = 100 if in_cell else round(making.spacing * 100)
        stops = "".join(
            f'<style:tab-stop style:position="{mm}mm" style:type="{kind}"/>' for mm, kind in line.tabs
        )
        parent = f'style:parent-style-name="Heading_20_{line.heading}"' if line.heading else ""
        border = ' fo:border-top="0.5pt solid #000000"' if any(r.kind == "border" for r in line.rules) else ""
        return self._named(
            "paragraph",
            f'{parent}><style:paragraph-properties fo:text-align="{_ALIGN[line.align]}" '
            f'fo:text-indent="{first}mm" fo:margin-left="{line.left_mm}mm" '
            f'fo:margin-right="{line.right_mm}mm" fo:margin-top="{before}pt" '
            f'fo:margin-bottom="{after}pt" fo:line-height="{spacing}%"{border}>'
            f"<style:tab-stops>{stops}</style:tab-stops></style:paragraph-properties></style:style>",
        )

    def _line(self, line: Line, width: float, *, in_cell: bool = False) -> str:
        spacing = 1 if in_cell else self.making.spacing
        height = line.height_mm(width, line.size or self.making.size) * spacing if line.spans else 0.5
        drops = [*((0.5, rule) for rule in line.rules_over), *((height, rule) for rule in line.rules)]
        rules = "".join(self._rule(rule.mm, width, drop) for drop, rule in drops if rule.kind != "border")
        spans = "".join(self._span(span, line) for span in line.spans)
        tag = "text:h" if line.heading else "text:p"
        level = f' text:outline-level="{line.heading}"' if line.heading else ""
        return f'<{tag} text:style-name="{self._style(line, in_cell=in_cell)}"{level}>{rules}{spans}</{tag}>'

    def _rule(self, length: float, width: float, drop: float) -> str:
        name = self._named(
            "graphic",
            '><style:graphic-properties draw:stroke="solid" svg:stroke-width="0.26mm" '
            'svg:stroke-color="#000000" style:run-through="foreground" style:wrap="run-through"/>'
            "</style:style>",
        )
        left = (width - length) / 2
        return (
            f'<draw:line text:anchor-type="paragraph" draw:z-index="1" draw:style-name="{name}" '
            f'svg:x1="{left:.2f}mm" svg:y1="{drop:.2f}mm" svg:x2="{left + length:.2f}mm" '
            f'svg:y2="{drop:.2f}mm"><text:p/></draw:line>'
        )

    def _span(self, span: Span, line: Line) -> str:
        size = line.size or self.making.size
        inside = f'fo:font-size="{size}pt"'
        inside += ' fo:font-weight="bold"' if span.bold else ' fo:font-weight="normal"'
        inside += ' fo:font-style="italic"' if span.italic else ' fo:font-style="normal"'
        inside += ' style:text-underline-style="solid"' if span.underline else ""
        inside += ' style:text-position="super 58%"' if span.raised else ""
        name = self._named("text", f"><style:text-properties {inside}/></style:style>")
        made = f'<text:span text:style-name="{name}">{_with_blanks(span.text)}</text:span>'
        if span.footnote:
            self.footnotes += 1
            made += (
                f'<text:note text:id="f{self.footnotes}" text:note-class="footnote">'
                f"<text:note-citation>{self.footnotes}</text:note-citation>"
                f"<text:note-body>{self._footnote(span.footnote)}</text:note-body></text:note>"
            )
        return made

    def _footnote(self, text: str) -> str:
        return self._line(Line((Span(text),), first_mm=0, size=10, before=0), self.text_mm)

    def _grid(self, grid: Grid) -> str:
        total = sum(grid.widths)
        name = self._named(
            "table",
            f'><style:table-properties style:width="{total}mm" table:align="left" '
            f'fo:margin-left="{grid.indent_mm}mm"/></style:style>',
        )
        columns = "".join(
            f'<table:table-column table:style-name="{self._column(width)}"/>' for width in grid.widths
        )
        rows = [self._row(grid, index) for index in range(len(grid.rows))]
        if grid.header:
            rows[0] = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>"
        return f'<table:table table:style-name="{name}">{columns}{"".join(rows)}</table:table>'

    def _column(self, width: float) -> str:
        return self._named(
            "table-column", f'><style:table-column-properties style:column-width="{width}mm"/></style:style>'
        )

    def _row(self, grid: Grid, index: int) -> str:
        padding = 1.9 if grid.padding_mm is None else grid.padding_mm
        border = "0.5pt solid #000000" if grid.bordered else "none"
        style = self._named(
            "table-cell",
            f'><style:table-cell-properties fo:border="{border}" fo:padding-left="{padding}mm" '
            f'fo:padding-right="{padding}mm"/></style:style>',
        )
        cells = (
            self._cell(cell, style, sum(grid.widths[x : x + cell.cols]) - 2 * padding)
            if cell
            else "<table:covered-table-cell/>"
            for x, cell in enumerate(grid.rows[index])
        )
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def _cell(self, cell: CellText, style: str, width: float) -> str:
        lines = "".join(self._line(line, width, in_cell=True) for line in cell.lines)
        spread = f' table:number-columns-spanned="{cell.cols}"' if cell.cols > 1 else ""
        spread += f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
        return (
            f'<table:table-cell table:style-name="{style}"{spread}>{lines or "<text:p/>"}</table:table-cell>'
        )


def _with_blanks(text: str) -> str:
    made = escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    parts = made.split(" ")
    joined = parts[0]
    for part in parts[1:]:
        joined += ("<text:s/>" if joined.endswith(("<text:s/>", " ")) or not joined else " ") + part
    return joined
