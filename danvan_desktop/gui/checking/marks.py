"""Marks what was found in all texts of the open report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from danvan_desktop.checks import Finding
from danvan_desktop.gui.editor.text.finding_marks import MARKED, of_blocks, of_lines
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.report.find.texts import LEGAL_BASES, PART, TextPlace
from danvan_desktop.report.location import ANNEXES, OPENING, TITLE

_Lines = dict[int, list[Finding]]


def show_marks(pages: ReportPages, findings: Iterable[Finding]) -> None:
    """Mark ``findings`` in ``pages``, and nothing else; what is not seen is not looked for."""
    blocks: _Lines = defaultdict(list)
    headings: dict[TextPlace, _Lines] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        at = finding.at
        if at is None or finding.level not in MARKED:
            continue
        if at.block:
            blocks[at.block].append(finding)
        else:
            headings[TextPlace(at.tab, field=at.field, annex=at.annex)][at.line].append(finding)
    for _, editor in pages.editors():
        editor.finding_marks = of_blocks(editor, blocks) if blocks else None
        editor.viewport().update()
    for place, edit in _headings(pages):
        lines: Mapping[int, Sequence[Finding]] | None = headings.get(place)
        edit.finding_marks = of_lines(edit, lines) if lines else None
        edit.viewport().update()


def _headings(pages: ReportPages) -> Iterator[tuple[TextPlace, UndoableTextEdit]]:
    """Give the short texts beside the editors, with their places."""
    yield TextPlace(OPENING, field=LEGAL_BASES), pages.opening.bases
    for section in pages.sections:
        tab = f"section:{section.identity}"
        yield TextPlace(tab, field=TITLE), section.title
        if section.part is not None:
            yield TextPlace(tab, field=PART), section.part
    for annex in pages.annexes.pages:
        yield TextPlace(ANNEXES, field=TITLE, annex=annex.identity), annex.title
