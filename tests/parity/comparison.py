"""The two files of one report, line by line: the PDF we write and the Word file as LibreOffice sets it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from danvan_desktop.exporters import export
from danvan_desktop.report.model import Report
from tests.builders import onlyoffice
from tests.builders.libreoffice import lines_of_pdf, to_pdfs

_COARSE = 60
"""Twips."""
Page = list[str]
"""The lines of a page from top to bottom, without spaces."""


@dataclass(frozen=True)
class Difference:
    """Lines of one page of ours and what stands in their place in LibreOffice's."""

    page: int
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """How far the two files of one report agree."""

    name: str
    pages: int
    their_pages: int
    lines: int
    same_lines: int
    same_starts: int
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float:
        """Lines that end (and begin) with the same characters in both files."""
        return self.same_lines / self.lines if self.lines else 0.0

    @property
    def starts_agree(self) -> bool:
        """Whether every page begins alike, and there are as many."""
        return self.pages == self.their_pages == self.same_starts


def compare_files(reports: dict[str, Report], folder: Path) -> list[Comparison]:
    """Write both files of every one of ``reports`` into ``folder``; the Word files are set in one run."""
    for name, report in reports.items():
        export(report, [folder / f"{name}.docx", folder / f"{name}.pdf"], force=True)
    set_by_libreoffice = to_pdfs([folder / f"{name}.docx" for name in reports], folder / "libreoffice")
    return [
        compare(name, _pages(folder / f"{name}.pdf"), _pages(theirs))
        for name, theirs in zip(reports, set_by_libreoffice, strict=True)
    ]


def compare_with_onlyoffice(names: Iterable[str], folder: Path) -> list[Comparison]:
    """Compare the files that :func:`compare_files` wrote with the Word files as ONLYOFFICE sets them.

    It sets the two columns of a frame on baselines of their own, so lines are told apart more coarsely.
    """
    names = list(names)
    theirs = onlyoffice.to_pdfs([folder / f"{name}.docx" for name in names], folder / "onlyoffice")
    return [
        compare(name, _pages(folder / f"{name}.pdf", _COARSE), _pages(path, _COARSE))
        for name, path in zip(names, theirs, strict=True)
    ]


def _pages(path: Path, *same_line: int) -> list[Page]:
    return [[text for _, text in lines] for lines in lines_of_pdf(path, *same_line)]


def compare(name: str, ours: list[Page], theirs: list[Page]) -> Comparison:
    """Match the lines of both in order; a line counts when all of it, so also its end, is the same."""
    our_lines = [line for page in ours for line in page]
    their_lines = [line for page in theirs for line in page]
    page_of = [number for number, page in enumerate(ours, start=1) for _ in page]
    matcher = SequenceMatcher(None, our_lines, their_lines, autojunk=False)
    differences = tuple(
        Difference(page_of[min(i, len(page_of) - 1)], tuple(our_lines[i:j]), tuple(their_lines[k:m]))
        for kind, i, j, k, m in matcher.get_opcodes()
        if kind != "equal"
    )
    return Comparison(
        name=name,
        pages=len(ours),
        their_pages=len(theirs),
        lines=max(len(our_lines), len(their_lines)),
        same_lines=sum(match.size for match in matcher.get_matching_blocks()),
        same_starts=sum(_start(a) == _start(b) for a, b in zip(ours, theirs, strict=False)),
        differences=differences,
    )


def _start(page: Page) -> Sequence[str]:
    """The page number and the first line of the text."""
    return page[:2]
