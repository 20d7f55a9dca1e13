"""The structure of a report as lines of text that are easy to compare."""

from collections.abc import Iterator
from pathlib import Path

from danvan_desktop.importers.docx import read
from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.report.model import Block, OpaqueBlock, Paragraph, Report, Runs, plain
from tests.importers.docx.moments import NOW

_SHORT = {"heading": "H", "clause": "K", "body": "B", "item": "G", "point": "Đ"}


def imported(data: bytes, name: str = "a.docx") -> Report:
    return read(InputFile(Path(name), data), NOW)


def shape(report: Report) -> list[str]:
    """One line for each part: "MỤC I. …", "H1 1. …" (heading), "K1" (clause), "B", "Đ a)", "G1" (dash)."""
    return list(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    for runs in report.legal_bases:
        yield f"CĂN CỨ {marked(runs)}"
    yield from _blocks(report.opening)
    for section in report.sections:
        if section.part is not None:
            yield f"PHẦN {section.part.number} | {plain(section.part.title)}"
        yield f"MỤC {section.number or '-'} {marked(section.title)}".rstrip()
        yield from _blocks(section.blocks)
    if report.closing:
        yield "KẾT"
        yield from _blocks(report.closing)
    for annex in report.annexes:
        side = " (ngang)" if annex.orientation == "landscape" else ""
        yield f"PHỤ LỤC {annex.number or '-'} {plain(annex.title)}{side}".rstrip()
        yield from _blocks(annex.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            level = block.level if block.role in {"heading", "clause", "item"} else ""
            number = f" {block.number}" if block.number else ""
            yield f"{_SHORT[block.role]}{level}{number} {marked(block.runs)}"
        elif not isinstance(block, OpaqueBlock):
            if block.caption is not None:
                yield f"TÊN BẢNG {marked(block.caption)}"
            for row in block.rows:
                cells = ["↑" if cell is None else "/".join(map(marked, cell.paragraphs)) for cell in row]
                yield f"| {' | '.join(cells)} |"


def marked(runs: Runs) -> str:
    """Text with **bold**, *italic*, _underlined_, ^raised^ and ~lowered~ letters."""
    signs = []
    for run in runs:
        text = run.text
        for wanted, sign in (
            (run.vertical == "super", "^"),
            (run.vertical == "sub", "~"),
            (run.underline, "_"),
            (run.italic, "*"),
            (run.bold, "**"),
        ):
            text = f"{sign}{text}{sign}" if wanted else text
        signs.append(text)
    return "".join(signs)


def notes(report: Report, kind: str) -> list[str]:
    return [note.text for note in report.import_notes if note.kind == kind]
