"""The made papers come in as a person expects, but for what is known to deviate (see ``make papers``)."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders.libreoffice import program
from tests.builders.papers.made_papers import Paper, made_papers, write_papers
from tests.papers.known import known_deviations
from tests.papers.scoring import Deviation, score

PAPERS = made_papers()


def _new(papers: list[Paper], folder: Path) -> list[Deviation]:
    files = write_papers(papers, folder)
    known = known_deviations()
    return [
        deviation
        for paper in papers
        for deviation in score(paper, files[paper.name]).deviations
        if deviation.key not in known
    ]


def test_no_paper_deviates_otherwise_than_is_known(tmp_path: Path) -> None:
    assert _new([paper for paper in PAPERS if not paper.needs_libreoffice], tmp_path) == []


@pytest.mark.libreoffice
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_no_paper_made_by_libreoffice_deviates_otherwise_than_is_known(tmp_path: Path) -> None:
    assert _new([paper for paper in PAPERS if paper.needs_libreoffice], tmp_path) == []


def test_what_is_known_to_deviate_names_papers_that_there_are() -> None:
    names = {paper.name for paper in PAPERS}
    assert {key.partition(" ")[0] for key in known_deviations()} <= names


def test_each_paper_has_a_name_of_its_own() -> None:
    assert len({paper.name for paper in PAPERS}) == len(PAPERS)


def test_the_same_paper_is_made_of_the_same_bytes(tmp_path: Path) -> None:
    chosen = [paper for paper in PAPERS if paper.page.making.way in {"raw", "drawn"}][:6]
    chosen = [paper for paper in chosen if not paper.needs_libreoffice]
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        write_papers(chosen, folder)
    assert {path.name: _content(path) for path in first.iterdir()} == {
        path.name: _content(path) for path in second.iterdir()
    }


def _content(path: Path) -> bytes:
    """A Word file without the times that its archive bears."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in sorted(archive.namelist()))


def test_a_field_that_comes_in_otherwise_is_found(tmp_path: Path) -> None:
    paper = next(paper for paper in PAPERS if paper.name.startswith("bc-01"))
    path = write_papers([paper], tmp_path)[paper.name]
    other = replace(paper.expected, number="128", structure=paper.expected.structure[:-1], notes=("hỏa tốc",))
    fields = {deviation.field for deviation in score(replace(paper, expected=other), path).deviations}
    assert {"number", "structure", "notes"} <= fields
    own = {deviation.field for deviation in score(paper, path).deviations}
    assert not {"number", "structure", "notes"} & own
