"""The made papers: each a text file with how it is made and what is expected, and below "=====" its text."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.builders import libreoffice
from tests.builders.papers.drawn_page import drawn_pdf
from tests.builders.papers.expectation import Expectation
from tests.builders.papers.flat_odf import flat_odf_file
from tests.builders.papers.markup import parts_of
from tests.builders.papers.page import Making, PageText
from tests.builders.papers.python_docx_file import python_docx_file
from tests.builders.papers.raw_word import raw_word_file

TEXTS = Path(__file__).parent / "texts"
_LINE = "\n=====\n"


@dataclass(frozen=True)
class Paper:
    """A paper of our own in the habits of other hands."""

    name: str
    habits: tuple[str, ...]
    page: PageText
    expected: Expectation

    @property
    def needs_libreoffice(self) -> bool:
        """Whether it cannot be made without that program."""
        return self.page.making.way == "libreoffice" or self.page.making.to != "docx"

    @property
    def file_name(self) -> str:
        return f"{self.name}.{'pdf' if self.page.making.way == 'drawn' else self.page.making.to}"


def made_papers() -> list[Paper]:
    """All of them, in the order of their names."""
    return [_paper(path) for path in sorted(TEXTS.glob("*/*.txt"))]


def _paper(path: Path) -> Paper:
    given, text = _read(path)
    page = PageText(parts_of(text), Making(**_frozen(given.get("make", {}))))
    return Paper(path.stem, tuple(given["habits"]), page, Expectation(**_frozen(given["expect"])))


def _read(path: Path) -> tuple[dict[str, Any], str]:
    """What is given of a paper, and its text; those of another one where it is made like that."""
    head, _, text = path.read_text(encoding="utf-8").partition(_LINE)
    given = tomllib.loads(head)
    if "like" not in given:
        return given, text
    other, text = _read(next(TEXTS.glob(f"*/{given['like']}.txt")))
    expected = {**other["expect"], **given.get("expect", {})}
    return {"habits": other["habits"], **given, "expect": expected}, text


def _frozen(values: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def write_papers(papers: list[Paper], folder: Path) -> dict[str, Path]:
    """Write the files into ``folder``; those that need LibreOffice are left out where it is absent."""
    found = {}
    for paper in papers:
        if not paper.needs_libreoffice:
            found[paper.name] = folder / paper.file_name
            found[paper.name].write_bytes(_content(paper))
    others = [paper for paper in papers if paper.needs_libreoffice]
    if others and libreoffice.program():
        found |= _by_libreoffice(others, folder)
    return found


def _content(paper: Paper) -> bytes:
    way = paper.page.making.way
    if way == "raw":
        return raw_word_file(paper.page, paper.name)
    if way == "python-docx":
        return python_docx_file(paper.page)
    if way == "drawn":
        return drawn_pdf(paper.page)
    raise ValueError(way)


def _by_libreoffice(papers: list[Paper], folder: Path) -> dict[str, Path]:
    """One run for each kind of file that LibreOffice is to make."""
    wanted = defaultdict[tuple[str, str], list[Path]](list)
    sources = folder / "sources"
    sources.mkdir(exist_ok=True)
    for paper in papers:
        making = paper.page.making
        if making.way == "libreoffice":
            source = sources / f"{paper.name}.fodt"
            source.write_text(flat_odf_file(paper.page), encoding="utf-8")
        else:
            source = sources / f"{paper.name}.docx"
            source.write_bytes(_content(paper))
        wanted[source.suffix, making.to].append(source)
    for (_, kind), files in wanted.items():
        libreoffice.convert(files, folder, kind)
    return {paper.name: folder / paper.file_name for paper in papers}
