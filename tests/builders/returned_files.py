"""A report as the file that went out or came back, without a Word file in between: as it would be read."""

from collections.abc import Iterator

from danvan_desktop.exporters.docx import docx_bytes
from danvan_desktop.fonts import FontSet
from danvan_desktop.importers.docx.takeback.returned_file import returned_file
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.reading.docx.package import open_package
from danvan_desktop.report.model import Block, Paragraph, Report, Section, Table, plain
from danvan_desktop.report.takeback.export_code import export_code
from danvan_desktop.report.takeback.marks import check_of
from danvan_desktop.report.takeback.model import (
    ReturnedBlock,
    ReturnedFile,
    ReturnedFrame,
    ReturnedMark,
)

_DASHES = {1: "-", 2: "+"}


def sent_docx(report: Report, fonts: FontSet | None = None) -> bytes:
    """``report`` as the Word file that goes out."""
    return docx_bytes(compose(report, fonts), code=export_code(report))


def read_docx(content: bytes, sent: ReturnedFile | None = None) -> ReturnedFile:
    """A Word file as it is read when it comes back; ``sent``: what went out."""
    return returned_file(open_package(content), sent)


def as_returned(report: Report, marked: frozenset[int] | None = None) -> ReturnedFile:
    """``report`` as a file of it is read; ``marked``: the ids that have kept their marks, None: all."""
    frame = ReturnedFrame(
        report.kind,
        report.subject,
        report.letterhead,
        report.marks,
        report.addressees,
        report.recipients,
        report.filing,
        report.signature,
    )
    closing = next((block.id for block in report.closing), 0)
    return ReturnedFile(
        report.id,
        "",
        report.modified.isoformat(),
        closing,
        frame=frame,
        blocks=tuple(_Blocks(report, marked).all()),
    )


class _Blocks:
    def __init__(self, report: Report, marked: frozenset[int] | None) -> None:
        self._report, self._marked = report, marked

    def all(self) -> Iterator[ReturnedBlock]:
        """All that is printed, in order."""
        report = self._report
        for runs in report.legal_bases:
            if plain(runs).strip():
                yield ReturnedBlock("basis", "legal_basis", runs=runs)
        yield from self._blocks(report.opening)
        for section in report.sections:
            yield from _heading(section, self._marks(section.id))
            yield from self._blocks(section.blocks)
        yield from self._blocks(report.closing)
        for annex in report.annexes:
            yield ReturnedBlock("annex", "annex_label", runs=(), marks=self._marks(annex.id))
            if plain(annex.title).strip():
                yield ReturnedBlock("paragraph", "annex_title", runs=annex.title)
            yield from self._blocks(annex.blocks)

    def _marks(self, identifier: int) -> tuple[ReturnedMark, ...]:
        if self._marked is not None and identifier not in self._marked:
            return ()
        return (ReturnedMark(identifier, check_of(self._report.id, identifier)),)

    def _blocks(self, found: tuple[Block, ...]) -> Iterator[ReturnedBlock]:
        for block in found:
            if isinstance(block, Paragraph) and plain(block.runs).strip():
                yield _paragraph(block, self._marks(block.id))
            elif isinstance(block, Table) and block.rows:
                if block.caption and plain(block.caption).strip():
                    yield ReturnedBlock("paragraph", "caption", runs=block.caption)
                yield ReturnedBlock(
                    "table",
                    rows=block.rows,
                    columns=block.columns,
                    header_rows=block.header_rows,
                    marks=self._marks(block.id),
                )


def _paragraph(block: Paragraph, marks: tuple[ReturnedMark, ...]) -> ReturnedBlock:
    label = _DASHES.get(block.level, "+") if block.role == "item" else block.number or ""
    return ReturnedBlock(
        "paragraph",
        block.role,
        block.level,
        label,
        block.role if label else "",
        runs=block.runs,
        marks=marks,
    )


def _heading(part: Section, marks: tuple[ReturnedMark, ...]) -> Iterator[ReturnedBlock]:
    if plain(part.title).strip():
        typed = "section" if part.number else ""
        yield ReturnedBlock("section", "section", 1, part.number or "", typed, runs=part.title, marks=marks)


def texts(file: ReturnedFile) -> list[str]:
    """The words of all blocks in order, those of tables cell by cell."""
    found = []
    for block in file.blocks:
        if block.kind == "frame":
            continue
        cells = (cell for row in block.rows for cell in row if cell)
        said = [block.text, *(plain(runs) for cell in cells for runs in cell.paragraphs)]
        found.append(" | ".join(" ".join(text.split()) for text in said))
    return found
