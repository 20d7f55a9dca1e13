"""Files as Word and WPS write them are told as a person would, and everybody who tracked is named."""

import pytest

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.model import ReturnComparison
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback.cases import base
from tests.takeback.expectations import score
from tests.takeback.word_cases import WORD_CASES, signs, unnamed

REPORT = base()
SENT = sent_docx(REPORT)
READ = read_docx(SENT)


def compared(file: bytes) -> ReturnComparison:
    return compare(REPORT, REPORT, READ, read_docx(file, READ))


@pytest.mark.parametrize("name", WORD_CASES)
def test_it_is_told_as_a_person_would_and_everybody_is_named(name: str) -> None:
    file, expected = WORD_CASES[name](SENT)
    comparison = compared(file)
    found = score(name, comparison, expected)
    assert (found.missed, found.false) == ((), ())
    assert unnamed(file, comparison) == []
    assert to_json(merged(REPORT, REPORT, comparison, frozenset())) == to_json(REPORT)


@pytest.mark.parametrize("name", [*WORD_CASES][:3])
def test_what_a_program_does_by_itself_is_told_nowhere(name: str) -> None:
    file, expected = WORD_CASES[name](SENT)
    assert expected == [{"op": "none"}]
    assert compared(file).left == ()


@pytest.mark.parametrize("name", WORD_CASES)
def test_with_everything_taken_nothing_is_left_to_take(name: str) -> None:
    file, _ = WORD_CASES[name](SENT)
    comparison = compared(file)
    made = merged(REPORT, REPORT, comparison, frozenset(change.n for change in comparison.changes))
    left = compare(REPORT, made, READ, read_docx(file, READ)).changes
    assert [change.kind for change in left if not change.is_done] == []


def test_of_all_files_together_many_have_tracked_something() -> None:
    assert sum(len(signs(case(SENT)[0])) for case in WORD_CASES.values()) >= 70
