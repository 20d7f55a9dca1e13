"""Words struck through in a table and in the frame are read as gone, and told as proposed."""

from docx.document import Document as WordFile
from docx.text.paragraph import Paragraph as WordParagraph

from danvan_desktop.report.model import Report, Table, plain
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.model import ReturnComparison
from danvan_desktop.report.walk import every_block
from tests.builders.exported_files import edited, paragraph
from tests.builders.full_report import report as full_report
from tests.builders.returned_files import read_docx, sent_docx

REPORT: Report = full_report()
SENT = sent_docx(REPORT)
TABLE = next(block for _, block in every_block(REPORT) if isinstance(block, Table))


def strike(target: WordParagraph) -> None:
    for run in target.runs:
        run.font.strike = True


def body_table(file: WordFile) -> "list[list[WordParagraph]]":
    first = plain(TABLE.rows[0][0].paragraphs[0]) if TABLE.rows[0][0] else ""
    table = next(each for each in file.tables if each.rows[0].cells[0].text == first)
    return [[cell.paragraphs[0] for cell in row.cells] for row in table.rows]


def told(content: bytes) -> ReturnComparison:
    return compare(REPORT, REPORT, read_docx(SENT), read_docx(content))


def rows_after(comparison: ReturnComparison) -> list[list[str]]:
    made = merged(REPORT, REPORT, comparison, frozenset(each.n for each in comparison.changes))
    table = next(block for _, block in every_block(made) if block.id == TABLE.id)
    assert isinstance(table, Table)
    return [[plain(runs) for cell in row if cell for runs in cell.paragraphs] for row in table.rows]


def test_a_row_struck_through_is_a_proposal_to_take_it_out() -> None:
    def change(file: WordFile) -> None:
        for each in body_table(file)[-1]:
            strike(each)

    comparison = told(edited(SENT, change))
    assert [(each.kind, each.blocks, each.tracked) for each in comparison.changes] == [
        ("strike", (TABLE.id,), False)
    ]
    assert len(rows_after(comparison)) == len(TABLE.rows) - 1


def test_a_cell_struck_through_is_a_proposal_too_and_one_struck_and_typed_anew_is_edited() -> None:
    def change(file: WordFile) -> None:
        rows = body_table(file)
        strike(rows[-1][1])
        strike(rows[-1][0])
        rows[-1][0].add_run("mới")

    comparison = told(edited(SENT, change))
    assert [each.kind for each in comparison.changes] == ["cell", "strike"]
    assert rows_after(comparison)[-1][:2] == ["mới", ""]


def test_a_table_of_which_all_is_struck_keeps_its_rows() -> None:
    def change(file: WordFile) -> None:
        for row in body_table(file):
            for each in row:
                strike(each)

    before = [block for block in read_docx(SENT).blocks if block.kind == "table"]
    after = [block for block in read_docx(edited(SENT, change)).blocks if block.kind == "table"]
    assert [len(block.rows) for block in after] == [len(block.rows) for block in before]


def test_a_recipient_struck_through_is_proposed_to_go() -> None:
    gone = REPORT.recipients[0]
    comparison = told(edited(SENT, lambda file: strike(paragraph(file, f"- {gone}"))))
    assert [(each.kind, each.place) for each in comparison.changes] == [("field", "recipients")]
    made = merged(REPORT, REPORT, comparison, frozenset({1}))
    assert made.recipients == REPORT.recipients[1:]
