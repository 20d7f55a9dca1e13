"""What cells of a table say."""

from danvan_desktop.report.model import Cell, Run, Runs, plain


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
