"""Runs are cut where a tracked change begins and ends; what else stands in them is not lost."""

import pytest

from danvan_desktop.importers.docx.takeback.tracked_marks import cut_runs
from danvan_desktop.reading.docx.elements import letters_of
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.package import open_package
from tests.builders.word_file import r, word_file


def cut(inner: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of the runs that are given, and of all runs afterwards."""
    body = open_package(word_file(f"<w:p>{inner}</w:p>")).body
    (paragraph,) = body.iterchildren(w("p"))
    given = list(cut_runs([paragraph], start, end))
    said = ["".join(letters_of(text) for text in run.iter(w("t"))) for run in given]
    return said, ["".join(letters_of(text) for text in run.iter(w("t"))) for run in paragraph.iter(w("r"))]


@pytest.mark.parametrize(
    ("start", "end", "given", "runs"),
    [
        (0, 6, ["một, hai"], ["một, hai", "ba"]),
        (0, 3, ["một"], ["một", ", hai", "ba"]),
        (3, 6, ["hai"], ["một, ", "hai", "ba"]),
        (1, 2, ["ộ"], ["m", "ộ", "t, hai", "ba"]),
        (2, 7, ["t, hai", "b"], ["mộ", "t, hai", "b", "a"]),
        (4, 4, [], ["một, hai", "ba"]),
        (8, 9, [], ["một, hai", "ba"]),
    ],
)
def test_a_run_is_cut_between_letters(start: int, end: int, given: list[str], runs: list[str]) -> None:
    assert cut(r("một, hai") + r("ba"), start, end) == (given, runs)


def test_a_run_with_more_than_letters_is_given_whole() -> None:
    run = "<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t></w:r>"
    assert cut(run, 1, 2) == (["mộthai"], ["mộthai"])
