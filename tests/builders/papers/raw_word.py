"""Papers as Word itself leaves them: many small runs, marks of the spelling check, revision numbers, VML."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from xml.sax.saxutils import escape

from tests.builders.papers.page import CellText, Grid, Line, Making, PageBreak, PageText, Part, Span
from tests.builders.papers.rule_xml import rule_xml
from tests.builders.word_file import BEGIN, END, SEPARATE, code, r, style, word_file

_JC = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def raw_word_file(page: PageText, seed: str) -> bytes:
    """The bytes of the Word file; ``seed`` chooses where its runs are split."""
    return _Writer(page.making, seed).file(page.parts)


def twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


class _Writer:
    def __init__(self, making: Making, seed: str) -> None:
        self.making, self.dice = making, Random(seed)
        self.footnotes: list[str] = []
        self.text_mm = 210 - making.margins[2] - making.margins[3]

    def file(self, parts: tuple[Part, ...]) -> bytes:
        body = "".join(self._boxes(parts)) + "".join(
            self._part(part) for part in parts if not _is_boxed(part)
        )
        extra = {"styles": self._styles(), "numbering": self._numbering()}
        if self.making.footer:
            extra["footer1"] = self._running(self.making.footer)
        if self.making.header:
            extra["header1"] = self._running(self.making.header)
        if self.footnotes:
            extra["footnotes"] = "".join(self._footnote_parts())
        return word_file(body, section=self._section(), **extra)

    def _part(self, part: Part) -> str:
        if isinstance(part, Grid):
            return self._grid(part)
        if isinstance(part, PageBreak):
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        return self._line(part, self.text_mm)

    def _boxes(self, parts: tuple[Part, ...]) -> Iterator[str]:
        """One paragraph in which the text boxes hang, as Word's drawing bar makes them."""
        boxes: dict[tuple[float, float, float], list[Line]] = {}
        for part in parts:
            if isinstance(part, Line) and part.boxed and part.frame:
                boxes.setdefault(part.frame, []).append(replace(part, frame=None))
        if boxes:
            yield f"<w:p>{''.join(self._box(place, lines) for place, lines in boxes.items())}</w:p>"

    def _box(self, place: tuple[float, float, float], lines: list[Line]) -> str:
        left, top, width = (mm * 72 / 25.4 for mm in place)
        inside = "".join(self._line(line, place[2], in_cell=True) for line in lines)
        return (
            '<w:r><w:pict><v:shape type="#_x0000_t202" stroked="f" filled="f" '
            f'style="position:absolute;left:{left:.0f}pt;top:{top:.0f}pt;width:{width:.0f}pt;height:48pt;'
            'z-index:1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page">'
            f'<v:textbox inset="0,0,0,0"><w:txbxContent>{inside}</w:txbxContent></v:textbox>'
            "</v:shape></w:pict></w:r>"
        )

    # ------------------------------------------------------------ paragraphs

    def _line(self, line: Line, width_mm: float, *, in_cell: bool = False) -> str:
        ids = f'w:rsidR="00{self.dice.randrange(0x100000, 0xFFFFFF):06X}" w:rsidRDefault="00A51B2C"'
        over = "".join(rule_xml(rule, width_mm) for rule in line.rules_over)
        spacing = 1 if in_cell else self.making.spacing
        height = line.height_mm(width_mm, line.size or self.making.size) * spacing if line.spans else 0.4
        under = "".join(rule_xml(rule, width_mm, height) for rule in line.rules)
        runs = "".join(self._span(span, line) for span in line.spans)
        return f"<w:p {ids}>{self._properties(line, in_cell=in_cell)}{over}{runs}{under}</w:p>"

    def _properties(self, line: Line, *, in_cell: bool) -> str:
        making = self.making
        first = making.first_mm if line.first_mm is None else line.first_mm
        border = any(rule.kind == "border" for rule in line.rules)
        left, right = line.left_mm, line.right_mm
        if border and not line.spans:
            left = right = (self.text_mm - line.rules[0].mm) / 2
        indent = f' w:firstLine="{twips(first)}"' if first >= 0 else f' w:hanging="{twips(-first)}"'
        before = line.before if line.before is not None else 0 if in_cell or line.frame else making.before
        after = line.after if line.after is not None else 0 if in_cell else making.after
        spacing = 240 if in_cell or line.frame else round(240 * making.spacing)
        inside = f'<w:pStyle w:val="Heading{line.heading}"/>' if line.heading else ""
        inside += "<w:keepNext/>" if line.keeps else ""
        if line.frame:
            x, y, width = line.frame
            inside += (
                f'<w:framePr w:w="{twips(width)}" w:hSpace="0" w:wrap="around" w:vAnchor="page" '
                f'w:hAnchor="page" w:x="{twips(x)}" w:y="{twips(y)}"/>'
            )
        if line.listed is not None:
            inside += f'<w:numPr><w:ilvl w:val="{line.listed}"/><w:numId w:val="1"/></w:numPr>'
        if border:
            inside += '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        if line.tabs:
            stops = "".join(f'<w:tab w:val="{kind}" w:pos="{twips(mm)}"/>' for mm, kind in line.tabs)
            inside += f"<w:tabs>{stops}</w:tabs>"
        inside += (
            f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
            f'w:line="{spacing}" w:lineRule="auto"/>'
            f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"{indent}/>'
            f'<w:jc w:val="{_JC[line.align]}"/>'
        )
        mark = self._run_properties(line.spans[-1] if line.spans else Span(""), line)
        return f"<w:pPr>{inside}<w:rPr>{mark}</w:rPr></w:pPr>"

    def _run_properties(self, span: Span, line: Line) -> str:
        size = round((line.size or self.making.size) * 2)
        return "".join(
            xml
            for is_on, xml in (
                (span.bold, "<w:b/><w:bCs/>"),
                (span.italic, "<w:i/><w:iCs/>"),
                (True, f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'),
                (span.underline, '<w:u w:val="single"/>'),
                (span.raised, '<w:vertAlign w:val="superscript"/>'),
                (True, '<w:lang w:val="vi-VN"/>'),
            )
            if is_on
        )

    def _span(self, span: Span, line: Line) -> str:
        properties = self._run_properties(span, line)
        made = "".join(self._run(piece, properties) for piece in self._pieces(span.text))
        if span.footnote:
            self.footnotes.append(span.footnote)
            mark = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            made += f'<w:r>{mark}<w:footnoteReference w:id="{len(self.footnotes) + 1}"/></w:r>'
        return made

    def _pieces(self, text: str) -> Iterator[str]:
        """``text`` cut at places where an author has typed, corrected and saved."""
        place = 0
        while place < len(text):
            end = place + self.dice.choice((3, 9, 17, 40, 90))
            yield text[place:end]
            place = end

    def _run(self, text: str, properties: str) -> str:
        made = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
        made = made.replace("<w:t>", '<w:t xml:space="preserve">')
        saved = f'w:rsidRPr="00{self.dice.randrange(0x100000, 0xFFFFFF):06X}"'
        run = f'<w:r {saved}><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{made}</w:t></w:r>'
        chance = self.dice.random()
        if chance < 0.06:
            return f'<w:proofErr w:type="spellStart"/>{run}<w:proofErr w:type="spellEnd"/>'
        if chance < 0.1:
            uri = "urn:schemas-microsoft-com:office:smarttags"
            return f'<w:smartTag w:uri="{uri}" w:element="place">{run}</w:smartTag>'
        if chance < 0.12:
            number = self.dice.randrange(1, 9999)
            mark = f'<w:bookmarkStart w:id="{number}" w:name="_Hlk{number}"/><w:bookmarkEnd w:id="{number}"/>'
            return mark + run
        return run

    # ------------------------------------------------------------ tables

    def _grid(self, grid: Grid) -> str:
        borders = ""
        if grid.bordered:
            sides = ("top", "left", "bottom", "right", "insideH", "insideV")
            edge = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
            borders = "<w:tblBorders>" + "".join(f"<w:{side} {edge}/>" for side in sides) + "</w:tblBorders>"
        padding = 1.9 if grid.padding_mm is None else grid.padding_mm
        margin = "".join(f'<w:{side} w:w="{twips(padding)}" w:type="dxa"/>' for side in ("left", "right"))
        columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in grid.widths)
        rows = "".join(self._row(grid, index) for index in range(len(grid.rows)))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(grid.widths))}" w:type="dxa"/>'
            f'<w:tblInd w:w="{twips(grid.indent_mm)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{margin}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, grid: Grid, index: int) -> str:
        header = "<w:trPr><w:tblHeader/></w:trPr>" if grid.header and index == 0 else ""
        cells, column = "", 0
        while column < len(grid.widths):
            cell = grid.rows[index][column]
            above = None if cell else _covering(grid, index, column)
            spread = (cell or above or CellText(())).cols
            width = sum(grid.widths[column : column + spread])
            cells += self._cell(cell, spread, width, continues=above is not None)
            column += spread
        return f"<w:tr>{header}{cells}</w:tr>"

    def _cell(self, cell: CellText | None, spread: int, width: float, *, continues: bool) -> str:
        merge = '<w:vMerge w:val="restart"/>' if cell and cell.rows > 1 else ""
        merge = "<w:vMerge/>" if continues else merge
        span = f'<w:gridSpan w:val="{spread}"/>' if spread > 1 else ""
        lines = cell.lines if cell else ()
        inside = "".join(self._line(line, width - 3.8, in_cell=True) for line in lines) or "<w:p/>"
        size = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{size}{span}{merge}</w:tcPr>{inside}</w:tc>"

    # ------------------------------------------------------------ the other parts

    def _styles(self) -> str:
        font = self.making.font
        faces = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        defaults = (
            f'<w:docDefaults><w:rPrDefault><w:rPr>{faces}<w:sz w:val="24"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
        )
        headings = "".join(
            style(
                f"Heading{level}",
                based_on="Normal",
                inside=f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
                f"<w:rPr>{faces}</w:rPr>",
            ).replace(f'<w:name w:val="Heading{level}"/>', f'<w:name w:val="heading {level}"/>')
            for level in range(1, 4)
        )
        return defaults + style("Normal", default=True) + headings

    def _numbering(self) -> str:
        rows = "".join(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for place, (kind, text) in enumerate(level.split(":") for level in self.making.lists)
        )
        return (
            f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{rows}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        )

    def _running(self, text: str) -> str:
        """A header or footer; "#" is the number of the page."""
        before, sign, after = text.partition("#")
        size = '<w:sz w:val="28"/>'
        parts = (BEGIN + code(" PAGE ") + SEPARATE + END).replace("<w:r>", f"<w:r><w:rPr>{size}</w:rPr>")
        field = parts if sign else ""
        runs = (r(escape(before), size) if before else "") + field
        runs += r(escape(after), size) if after else ""
        return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p>'

    def _footnote_parts(self) -> Iterator[str]:
        for number, kind in ((0, "separator"), (1, "continuationSeparator")):
            line = f"<w:p><w:r><w:{kind}/></w:r></w:p>"
            yield f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:footnote>'
        for number, text in enumerate(self.footnotes, start=2):
            mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            note = (
                f'<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
            )
            yield f'<w:footnote w:id="{number}"><w:p>{mark}{note}</w:p></w:footnote>'

    def _section(self) -> str:
        top, bottom, left, right = map(twips, self.making.margins)
        running = '<w:headerReference w:type="default" r:id="rheader"/>' if self.making.header else ""
        running += '<w:footerReference w:type="default" r:id="rfooter"/>' if self.making.footer else ""
        first = "<w:titlePg/>" if self.making.first_differs and running else ""
        return (
            f'<w:sectPr w:rsidR="00A51B2C">{running}<w:pgSz w:w="11907" w:h="16840" w:code="9"/>'
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
            f'w:header="567" w:footer="567" w:gutter="0"/>{first}</w:sectPr>'
        )


def _is_boxed(part: Part) -> bool:
    return isinstance(part, Line) and part.boxed


def _covering(grid: Grid, row: int, column: int) -> CellText | None:
    """The cell of a row above that spreads down to this place."""
    for above in range(row - 1, -1, -1):
        cell = grid.rows[above][column]
        if cell is not None:
            return cell if above + cell.rows > row else None
    return None
