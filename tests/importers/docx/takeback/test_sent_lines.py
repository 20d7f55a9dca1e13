"""A file that has lost its styles and marks is understood by the words of what went out."""

import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.model import ReturnComparison
from tests.builders.exported_files import edited, paragraph
from tests.builders.full_report import report as full_report
from tests.builders.returned_files import read_docx, sent_docx

REPORT: Report = full_report()
SENT = sent_docx(REPORT)
READ = read_docx(SENT)


def without_styles(file: WordFile) -> None:
    """As who pastes all into a new file leaves it."""
    body = file.element.body
    for style in list(body.iter(qn("w:pStyle"))):
        style.getparent().remove(style)
    for mark in [*body.iter(qn("w:bookmarkStart")), *body.iter(qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)


def told(content: bytes) -> ReturnComparison:
    return compare(REPORT, REPORT, READ, read_docx(content, READ))


def test_a_file_without_any_style_is_no_change() -> None:
    comparison = told(edited(SENT, without_styles))
    assert [(each.kind, plain(each.old), plain(each.new)) for each in comparison.changes] == []


@pytest.mark.parametrize("lost", [True, False])
def test_an_edit_of_the_symbol_in_a_letterhead_without_styles_is_one_field(*, lost: bool) -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, "Số:")
        for run in target.runs:
            run.text = run.text.replace("BC-VP", "BC-VPUB")
        if lost:
            without_styles(file)

    changes = told(edited(SENT, change)).changes
    assert [(each.place, plain(each.new)) for each in changes] == [("letterhead.symbol", "BC-VPUB")]


def test_a_new_recipient_in_a_closing_without_styles_is_one() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, f"- {REPORT.recipients[0]}")
        target.insert_paragraph_before("- Hội Nông dân tỉnh;")
        without_styles(file)

    changes = told(edited(SENT, change)).changes
    assert [each.place for each in changes] == ["recipients"]
    assert "Hội Nông dân tỉnh" in plain(changes[0].new)


def test_words_that_only_look_alike_stay_text() -> None:
    def change(file: WordFile) -> None:
        file.paragraphs[-1].insert_paragraph_before("Nơi nhận và nơi gửi do Văn phòng thống nhất.")
        without_styles(file)

    changes = told(edited(SENT, change)).changes
    assert [each.kind for each in changes] == ["insert"]
