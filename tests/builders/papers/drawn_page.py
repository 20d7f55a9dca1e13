"""Papers printed to PDF: words at places, without tags, in fonts that bear the names printers give them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from tests.builders.papers.page import CellText, Grid, Line, Making, PageBreak, PageText, Part, Rule, Span
from tests.builders.papers.print_fonts import font_of, register_fonts, renamed
from tests.builders.papers.stamps import Stamps
from tests.builders.papers.tags import Tags, with_places

_MM = 72 / 25.4
_PAGE = (210 * _MM, 297 * _MM)
_ASCENT = 0.891
_NOTE_SIZE = 10
_RULE_ROOM = 9


@dataclass(frozen=True)
class _Piece:
    """A stretch of a word, in one font."""

    text: str
    font: str
    size: float
    raised: bool
    footnote: str
    width: float


_Word = tuple[_Piece, ...]


def drawn_pdf(page: PageText) -> bytes:
    """The bytes of the PDF."""
    return _Printer(page.making).file(page.parts)


class _Printer:
    def __init__(self, making: Making) -> None:
        self.making = making
        register_fonts(making.fonts)
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=_PAGE, invariant=True)
        top, bottom, left, right = (mm * _MM for mm in making.margins)
        self.top, self.bottom, self.left = top, _PAGE[1] - bottom, left
        self.width = _PAGE[0] - left - right
        self.y, self.number = top, 1
        self.notes: list[tuple[str, str]] = []
        self.note_count = 0
        self.frames: dict[tuple[float, float], float] = {}
        self.stamps = Stamps(self.canvas)
        self.tags = Tags(self.canvas, making.tags)

    def file(self, parts: tuple[Part, ...]) -> bytes:
        self.stamps.prepare(parts, self.making)
        for part in parts:
            if isinstance(part, PageBreak):
                self._turn()
            elif isinstance(part, Grid):
                with self.tags.element("Table"):
                    self._grid(part)
            else:
                with self.tags.element("P", marks=bool(part.spans)):
                    self._paragraph(part)
        self._end_page()
        self.tags.finish()
        self.canvas.save()
        return with_places(renamed(self.buffer.getvalue(), self.making.fonts), self.making.tags)

    # ------------------------------------------------------------ pages

    def _turn(self) -> None:
        with self.tags.page_end():
            self._end_page()
        self.number += 1
        self.y = self.top

    def _end_page(self) -> None:
        making = self.making
        hidden = making.first_differs and self.number == 1
        for text, y in ((making.header, 15 * _MM), (making.footer, _PAGE[1] - 10 * _MM)):
            if text and not hidden:
                line = Line((Span(text.replace("#", str(self.number))),), align="center", first_mm=0)
                with self.tags.artifact():
                    self._set(self._wrapped(line, self.width)[0], line, self.left, self.width, y, last=True)
        self._print_notes()
        self.canvas.showPage()

    def _print_notes(self) -> None:
        y = self.bottom - self._note_room(())
        if self.notes:
            self.canvas.setLineWidth(0.6)
            self.canvas.line(self.left, _PAGE[1] - y - 2, self.left + 144, _PAGE[1] - y - 2)
        for mark, text in self.notes:
            with self.tags.element("Note", marks=True):
                for row in self._note_rows(mark, text):
                    y += _NOTE_SIZE * 1.15
                    self._set(row, _NOTE, self.left, self.width, y, last=True)
        self.notes = []

    def _note_rows(self, mark: str, text: str) -> list[list[_Word]]:
        spans = (Span(mark, raised=True), Span(f" {text}"))
        return self._wrapped(replace(_NOTE, spans=spans), self.width)

    def _note_room(self, more: tuple[str, ...]) -> float:
        notes = [*self.notes, *(("9", text) for text in more)]
        rows = sum(len(self._note_rows(mark, text)) for mark, text in notes)
        return rows * _NOTE_SIZE * 1.15 + 6 if rows else 0

    # ------------------------------------------------------------ paragraphs

    def _paragraph(self, line: Line) -> None:
        if line.frame:
            self._framed(line)
            return
        if line.spans or not line.rules:
            self.y += self.making.before if line.before is None else line.before
        left = self.left + line.left_mm * _MM
        width = self.width - (line.left_mm + line.right_mm) * _MM
        pitch = (line.size or self.making.size) * 1.15 * self.making.spacing
        self._rules(line.rules_over, self.y + 1, self.left, self.width)
        rows = self._wrapped(line, width) if line.spans else []
        for index, row in enumerate(rows):
            notes = tuple(piece.footnote for word in row for piece in word if piece.footnote)
            if self.y + pitch > self.bottom - self._note_room(notes):
                self._turn()
            self._set(
                row, line, left, width, self.y + pitch * 0.8, first=index == 0, last=index == len(rows) - 1
            )
            self.y += pitch
        if not rows:
            self.y += _RULE_ROOM if line.rules else pitch
        self._rules(line.rules, self.y + (1 if rows else -_RULE_ROOM / 2), self.left, self.width)
        self.y += self.making.after if line.after is None else line.after

    def _framed(self, line: Line) -> None:
        x, y, width = (mm * _MM for mm in line.frame or (0, 0, 0))
        base = self.frames.get((x, y), y)
        for row in self._wrapped(line, width):
            base += (line.size or self.making.size) * 1.15
            self._set(row, line, x, width, base, last=True)
        self.frames[x, y] = base
        self.y = max(self.y, base + 12)

    def _rules(self, rules: tuple[Rule, ...], y: float, left: float, width: float) -> None:
        for rule in rules:
            start = left + (width - rule.mm * _MM) / 2
            self.canvas.setLineWidth(0.75)
            self.canvas.line(start, _PAGE[1] - y, start + rule.mm * _MM, _PAGE[1] - y)

    def _wrapped(self, line: Line, width: float) -> list[list[_Word]]:
        """The rows of a paragraph, greedily filled."""
        first = (self.making.first_mm if line.first_mm is None else line.first_mm) * _MM
        rows: list[list[_Word]] = []
        room = width - first
        for word in self._words(line):
            wide = sum(piece.width for piece in word)
            if word == _BREAK or not rows or (wide > room + 0.01 and not line.tabs):
                rows.append([])
                room = width - (first if len(rows) == 1 else 0)
            if word != _BREAK:
                rows[-1].append(word)
                room -= wide + self._blank(word)
        return rows

    def _words(self, line: Line) -> Iterator[_Word]:
        word: list[_Piece] = []
        for span in line.spans:
            size = line.size or self.making.size
            font = font_of(self.making.fonts, bold=span.bold, italic=span.italic)
            pieces = span.text.replace("\t", " \t ").replace("\n", " \n ").split(" ")
            for index, text in enumerate(pieces):
                if index:
                    yield tuple(word)
                    word = []
                if text == "\n":
                    yield _BREAK
                elif text:
                    note = span.footnote if index == len(pieces) - 1 else ""
                    shown = size * 0.6 if span.raised else size
                    wide = 0 if text == "\t" else self.canvas.stringWidth(_bare(text), font, shown)
                    word.append(_Piece(text, font, shown, span.raised, note, wide))
                    if note:
                        word.append(self._mark(span, font, size))
        yield tuple(word)

    def _mark(self, span: Span, font: str, size: float) -> _Piece:
        mark = str(self.note_count + 1)
        return _Piece(mark, font, size * 0.6, True, "", self.canvas.stringWidth(mark, font, size * 0.6))

    def _blank(self, word: _Word) -> float:
        return word[-1].size * 0.25 if word else self.making.size * 0.25

    def _set(
        self,
        row: list[_Word],
        line: Line,
        left: float,
        width: float,
        base: float,
        *,
        first: bool = True,
        last: bool = False,
    ) -> None:
        indent = (self.making.first_mm if line.first_mm is None else line.first_mm) * _MM if first else 0
        if any(piece.text == "\t" for word in row for piece in word):
            self._set_tabbed(row, line, left, base)
            return
        wide = self._width(row)
        room = width - indent - wide
        x, gap = left + indent, 0.0
        if line.align == "center":
            x += room / 2
        elif line.align == "right":
            x += room
        elif line.align == "justify" and not last and len(row) > 1 and not self.making.ragged:
            gap = room / (len(row) - 1)
        self._print(row, x, base, gap)

    def _width(self, row: list[_Word]) -> float:
        wide = sum(piece.width for word in row for piece in word)
        return wide + sum(self._blank(word) for word in row[:-1])

    def _set_tabbed(self, row: list[_Word], line: Line, left: float, base: float) -> None:
        groups: list[list[_Word]] = [[]]
        for word in row:
            if word and word[0].text == "\t":
                groups.append([])
            elif word:
                groups[-1].append(word)
        self._print(groups[0], left, base, 0)
        for group, (mm, kind) in zip(groups[1:], line.tabs, strict=False):
            shift = {"left": 0.0, "center": 0.5, "right": 1.0}[kind]
            self._print(group, left + mm * _MM - shift * self._width(group), base, 0)

    def _print(self, row: list[_Word], x: float, base: float, gap: float) -> None:
        for word in row:
            for piece in word:
                self._print_piece(piece, x, _PAGE[1] - base)
                x += piece.width
            if word and self.making.blanks and word is not row[-1]:
                self._draw(" ", word[-1], x, _PAGE[1] - base)
            x += self._blank(word) + gap

    def _print_piece(self, piece: _Piece, x: float, y: float) -> None:
        if "⟦" in piece.text:
            before, stamped = piece.text.split("⟦")
            stamped, after = stamped.split("⟧")
            for text, is_stamp in ((before, False), (stamped, True), (after, False)):
                if is_stamp:
                    self.stamps.strike(stamped, x, y)
                elif text:
                    self._draw(text, piece, x, y)
                x += self.canvas.stringWidth(text, piece.font, piece.size)
            return
        self._draw(piece.text, piece, x, y + (piece.size * 0.55 if piece.raised else 0))
        if piece.footnote:
            self.note_count += 1
            self.notes.append((str(self.note_count), piece.footnote))

    def _draw(self, text: str, piece: _Piece, x: float, y: float) -> None:
        self.canvas.setFont(piece.font, piece.size)
        self.canvas.drawString(x, y, text)

    # ------------------------------------------------------------ tables

    def _grid(self, grid: Grid) -> None:
        padding = (1.9 if grid.padding_mm is None else grid.padding_mm) * _MM
        widths = [width * _MM for width in grid.widths]
        start = self.left + grid.indent_mm * _MM - (padding if grid.bordered else 0)
        heights = [self._row_height(row, widths, padding) for row in grid.rows]
        for index, row in enumerate(grid.rows):
            if self.y + heights[index] > self.bottom:
                self._turn()
                if grid.header:
                    self._row(grid.rows[0], start, widths, heights[:1], padding, bordered=grid.bordered)
            with self.tags.element("TR"):
                self._row(row, start, widths, heights[index:], padding, bordered=grid.bordered)

    def _row_height(self, row: tuple[CellText | None, ...], widths: list[float], padding: float) -> float:
        heights = [
            self._cell(cell, 0, 0, sum(widths[x : x + cell.cols]) - 2 * padding, dry=True)
            for x, cell in enumerate(row)
            if cell and cell.rows == 1
        ]
        return max(heights, default=self.making.size * 1.2) + 2

    def _row(
        self,
        row: tuple[CellText | None, ...],
        start: float,
        widths: list[float],
        heights: list[float],
        padding: float,
        *,
        bordered: bool,
    ) -> None:
        for x, cell in enumerate(row):
            if cell is None:
                continue
            left, wide = start + sum(widths[:x]), sum(widths[x : x + cell.cols])
            tall = sum(heights[: cell.rows])
            if bordered:
                self.canvas.setLineWidth(0.5)
                self.canvas.rect(left, _PAGE[1] - self.y - tall, wide, tall)
            with self.tags.element("TD"):
                self._cell(cell, left + padding, self.y, wide - 2 * padding)
        self.y += heights[0]

    def _cell(self, cell: CellText, left: float, top: float, width: float, *, dry: bool = False) -> float:
        """Set the lines of a cell and give its height; ``dry`` only measures."""
        y = top
        for line in cell.lines:
            size = line.size or self.making.size
            y += line.before or 0
            rows = self._wrapped(line, width) if line.spans else []
            if dry:
                y += len(rows) * size * 1.15
            else:
                with self.tags.element("P", marks=bool(rows)):
                    y = self._cell_rows(rows, line, left, width, y)
            if not rows:
                y += _RULE_ROOM if line.rules else size * 1.15
            if not dry:
                self._rules(line.rules, y + (1 if rows else -_RULE_ROOM / 2), left, width)
        return y - top

    def _cell_rows(self, rows: list[list[_Word]], line: Line, left: float, width: float, y: float) -> float:
        """Set the rows of a paragraph and give where they end."""
        size = line.size or self.making.size
        for index, row in enumerate(rows):
            self._set(row, line, left, width, y + size, first=index == 0, last=index == len(rows) - 1)
            y += size * 1.15
        return y


_BREAK: _Word = (_Piece("\n", "", 0, False, "", 0),)
_NOTE = Line(size=_NOTE_SIZE, first_mm=0, align="left")


def _bare(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")
