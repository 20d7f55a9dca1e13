"""The head of a table is bold by print: what is not bold any more is known by its words, and is no change."""

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.model import NotTaken, ReturnedBlock
from tests.builders.exported_files import edited
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback.cases import base

REPORT: Report = base()
SENT = sent_docx(REPORT)
READ = read_docx(SENT)
WHO = 'w:author="Trần Thị B" w:date="2025-11-28T10:32:00Z"'


def head(file: WordFile) -> WordParagraph:
    """The cell "Tên mô hình"."""
    found: WordParagraph = models(file).cell(0, 1).paragraphs[0]
    return found


def models(file: WordFile) -> WordTable:
    return next(each for each in file.tables if "Tên mô hình" in each.cell(0, 1).text)


def table_of(content: bytes) -> ReturnedBlock:
    tables = (each for each in read_docx(content).blocks if each.kind == "table")
    return next(each for each in tables if "mô hình" in str(each.rows[0][1]))


def left(content: bytes) -> list[NotTaken]:
    comparison = compare(REPORT, REPORT, READ, read_docx(content, READ))
    assert comparison.changes == ()
    return list(comparison.left)


def unbold(file: WordFile, words: str = "", change: str = "") -> None:
    found = head(file)
    (run, *_) = found.runs
    before, said, after = run.text.partition(words) if words else ("", run.text, "")
    run.text = before
    for text in (said, after):
        made = found.add_run(text)
        if text == said:
            made.font.bold = False
            if change:
                made._r.get_or_add_rPr().append(parse_xml(change))


def test_the_head_of_what_went_out_is_bold() -> None:
    assert [each.plain_heads for each in READ.blocks if each.kind == "table"] == [(), ()]


def test_a_cell_of_the_head_that_is_not_bold_is_named_at_its_table() -> None:
    (found,) = left(edited(SENT, unbold))
    assert (found.kind, found.block) == ("look", 65)
    assert found.text.endswith("bỏ đậm “Tên mô hình” ở đầu bảng (không theo dõi).")


def test_of_a_part_of_a_cell_these_words_are_named_and_the_others_are_no_change() -> None:
    (found,) = left(edited(SENT, lambda file: unbold(file, "mô hình")))
    assert "bỏ đậm “mô hình” ở đầu bảng" in found.text
    (cell,) = (cell for cell in table_of(edited(SENT, lambda file: unbold(file, "mô hình"))).rows[0][1:2])
    assert cell is not None
    assert [plain(runs) for runs in cell.paragraphs] == ["Tên mô hình"]
    assert not any(run.bold for runs in cell.paragraphs for run in runs)


def test_where_it_was_tracked_its_author_is_named() -> None:
    change = f'<w:rPrChange {nsdecls("w")} w:id="7" {WHO}><w:rPr/></w:rPrChange>'
    (found, *others) = left(edited(SENT, lambda file: unbold(file, change=change)))
    assert "bỏ đậm “Tên mô hình” ở đầu bảng (Trần Thị B, 28/11/2025 10:32)" in found.text
    assert len(others) <= 1


def test_a_style_that_is_not_bold_is_named_too() -> None:
    def edit(file: WordFile) -> None:
        head(file).style = models(file).cell(2, 1).paragraphs[0].style

    assert any("bỏ đậm “Tên mô hình”" in each.text for each in left(edited(SENT, edit)))


def test_a_cell_below_the_head_may_be_plain() -> None:
    def edit(file: WordFile) -> None:
        for run in models(file).cell(2, 1).paragraphs[0].runs:
            run.font.bold = False

    assert left(edited(SENT, edit)) == []
