"""A part of ``make takeback``: own cases are told as a person would, random sessions are understood."""

import pytest

from danvan_desktop.report.takeback.compare import compare
from tests.builders.exported_files import edited
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback.attribution import Truth, understood
from tests.takeback.cases import CASES, base
from tests.takeback.expectations import score
from tests.takeback.sessions import EDITORS, Editor, session

REPORT = base()
SENT = sent_docx(REPORT)
READ = read_docx(SENT)


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_told_as_a_person_would_name_it(name: str) -> None:
    expected: list[dict[str, object]] = []
    file = edited(SENT, lambda word_file: expected.extend(CASES[name](word_file)))
    found = score(name, compare(REPORT, REPORT, READ, read_docx(file)), expected)
    assert (found.missed, found.false) == ((), ())


@pytest.mark.parametrize("editor", EDITORS)
@pytest.mark.parametrize("seed", range(3))
def test_accepting_all_of_a_session_gives_the_edited_text(editor: Editor, seed: int) -> None:
    made = session(SENT, seed, editor)
    found = understood(REPORT, READ, made.docx, Truth(made.sources, made.texts, made.gone))
    assert found.is_exact
    assert found.attributed == found.paragraphs
    assert found.named == found.tracked or editor != "tracked"


def test_a_change_of_another_block_answers_nothing() -> None:
    file = edited(SENT, lambda word_file: list(CASES["a_row_goes"](word_file)) and None)
    comparison = compare(REPORT, REPORT, READ, read_docx(file))
    found = score("", comparison, [{"op": "row-", "id": 34, "row": 5}])
    assert len(found.missed) == len(found.false) == 1
