"""What cells of a table say."""

from danvan_desktop.report.model import Cell, Run, Runs, Table, plain


def cell_runs(cell: Cell | None) -> Runs:
    """All lines of ``cell`` as one text."""
    found: list[Run] = []
    for index, runs in enumerate(() if cell is None else cell.paragraphs):
        if index:
            found.append(Run("\n"))
        found.extend(runs)
    return tuple(found)


def cell_text(cell: Cell | None) -> str:
    """What ``cell`` says, in one line."""
    return " ".join(plain(cell_runs(cell)).split())


def row_text(table: Table, row: int) -> Runs:
    """All words of a row."""
    words = "\t".join(filter(None, map(cell_text, table.rows[row])))
    return (Run(words),) if words else ()


def column_text(table: Table, column: int) -> Runs:
    """All words of a column."""
    words = "\t".join(filter(None, (cell_text(row[column]) for row in table.rows)))
    return (Run(words),) if words else ()
