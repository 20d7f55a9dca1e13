"""Table of a Word file -> table of a report: a full grid of cells, merged cells among them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from danvan_desktop.importers.docx.body.items import Item, WordCell, WordParagraph, WordTable, with_text
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.docx.lines.header_rows import Rows, bold_header_rows
from danvan_desktop.report.integrity import WIDEST_TABLE, grid_problem, unspanned
from danvan_desktop.report.model import Alignment, Cell, Column, Run, Runs, Table

Clean = Callable[[Runs], Runs]
"""Cleans the runs of a paragraph."""
_MOST_CELLS = 200_000
Grid = list[list[Cell | None]]


def to_table(table: WordTable, losses: Losses, clean: Clean, *, exact: bool = False) -> Table | None:
    """Make the grid of ``table``; None where it has no cell or is too wide.

    ``exact``: believe what the file says and keep what is empty; else a bold row at the top is taken for
    a header row and empty paragraphs at the end of a cell for what Word left there.
    """
    rows = [row for row in table.rows if row]
    width = max((row[-1].column + row[-1].cols for row in rows), default=0)
    if not 1 <= width <= WIDEST_TABLE or width * len(rows) > _MOST_CELLS:
        if width:
            losses.count("wide")
        return None
    header = min(table.header_rows, len(rows))
    if not header and not exact:
        header = bold_header_rows(rows)
    filler = _Filler(rows, width, _Content(losses, clean, exact=exact))
    filler.fill(header)
    cells = tuple(tuple(row) for row in filler.grid)
    made = Table(0, _columns(table, rows[header:], width, exact=exact), cells, header_rows=header)
    return made if grid_problem(made) is None else replace(made, rows=unspanned(cells))


class _Filler:
    """Fills the grid with the cells of a table, row by row."""

    def __init__(self, rows: Rows, width: int, content: "_Content") -> None:
        self.grid: Grid = [[None] * width for _ in rows]
        self._rows = rows
        self._content = content
        self._tops: list[int | None] = [None] * width
        """In which row the cell began that now stands at each column."""

    def fill(self, header: int) -> None:
        """Put every cell into the grid; a place without one gets an empty cell."""
        for y, row in enumerate(self._rows):
            free = set(range(len(self._tops)))
            for cell in row:
                if not (cell.continues and self._reaches_down(y, cell)):
                    self._begin(y, cell, is_header=y < header)
                free -= set(range(cell.column, cell.column + cell.cols))
            for column in free:
                self.grid[y][column], self._tops[column] = Cell(), y

    def _begin(self, y: int, cell: WordCell, *, is_header: bool) -> None:
        content = self._content.of(cell.items, is_header=is_header)
        self.grid[y][cell.column] = Cell(content or ((),), 1, cell.cols)
        for column in range(cell.column, cell.column + cell.cols):
            self._tops[column] = y

    def _reaches_down(self, y: int, cell: WordCell) -> bool:
        """Extend the cell above over ``cell`` (vertical merge); False where none has the same width."""
        top = self._tops[cell.column]
        above = self.grid[top][cell.column] if top is not None else None
        if top is None or above is None or above.cols != cell.cols or top + above.rows != y:
            return False
        more: tuple[Runs, ...] = ()
        if any(not _is_blank(item) for item in cell.items):  # text that Word hides is kept
            more = self._content.of(cell.items)
        self.grid[top][cell.column] = replace(
            above, rows=above.rows + 1, paragraphs=(*above.paragraphs, *more) if more else above.paragraphs
        )
        return True


class _Content:
    """Converts the content of cells to paragraphs."""

    def __init__(self, losses: Losses, clean: Clean, *, exact: bool) -> None:
        self._losses = losses
        self._clean = clean
        self._exact = exact

    def of(self, items: list[Item], *, is_header: bool = False) -> tuple[Runs, ...]:
        """Return the paragraphs of a cell; a nested table becomes lines of text."""
        found: list[Runs] = []
        for item in items:
            if isinstance(item, WordTable):
                self._losses.count("nested")
                found += self._flattened(item)
            else:
                found += [_plain_if(runs, wanted=is_header) for runs in self._lines(item)]
        while len(found) > 1 and not found[-1] and not self._exact:
            found.pop()
        return tuple(found)

    def _lines(self, paragraph: WordParagraph) -> list[Runs]:
        """Return the lines of a paragraph, split at soft line breaks, with its number."""
        runs = paragraph.runs
        if paragraph.mark is not None:
            runs = (Run(f"{paragraph.mark.typed} "), *runs)
        elif paragraph.lone_number:
            runs = (Run(paragraph.lone_number),)
        lines: list[list[Run]] = [[]]
        for run in runs:
            first, *more = run.text.split("\n")
            lines[-1].append(with_text(run, first))
            lines += [[with_text(run, text)] for text in more]
        return [self._clean(tuple(line)) for line in lines]

    def _flattened(self, table: WordTable) -> list[Runs]:
        """Return each row of a nested table as one line, its cells separated by a stroke."""
        found: list[Runs] = []
        for row in table.rows:
            parts: list[Run] = []
            for cell in row:
                for runs in self.of(cell.items):
                    if runs:
                        parts += [Run(" | "), *runs] if parts else runs
            if parts:
                found.append(tuple(parts))
        return found


def _columns(table: WordTable, rows: Rows, width: int, *, exact: bool) -> tuple[Column, ...]:
    widths = [*table.widths[:width], *[0] * (width - len(table.widths))]
    known = [value for value in widths if value > 0]
    usual = sum(known) / len(known) if known else 1.0
    votes: list[Counter[Alignment]] = [Counter() for _ in range(width)]
    for row in rows:
        for cell in row:
            votes[cell.column].update(
                item.align
                for item in cell.items
                if isinstance(item, WordParagraph) and (exact or not item.is_blank) and not cell.continues
            )
    return tuple(
        Column(
            float(share) if share > 0 else 0.001 if exact else usual,
            vote.most_common(1)[0][0] if vote else "left",
        )
        for share, vote in zip(widths, votes, strict=True)
    )


def _plain_if(runs: Runs, *, wanted: bool) -> Runs:
    """Remove the bold of a header row: there all is bold."""
    if not wanted or not all(run.bold for run in runs if run.text.strip()):
        return runs
    return tuple(replace(run, bold=False) for run in runs)


def _is_blank(item: Item) -> bool:
    return isinstance(item, WordParagraph) and item.is_blank
