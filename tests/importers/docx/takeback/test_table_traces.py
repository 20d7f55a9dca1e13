"""What tracked changes left in a table is read with each author: of cells, rows, the table that went."""

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table as WordTable
from lxml import etree

from danvan_desktop.report.model import Report, Table, plain
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.walk import every_block
from tests.builders.exported_files import edited
from tests.builders.full_report import report as full_report
from tests.builders.returned_files import read_docx, sent_docx

REPORT: Report = full_report()
SENT = sent_docx(REPORT)
READ = read_docx(SENT)
TABLE = next(block for _, block in every_block(REPORT) if isinstance(block, Table))
WHEN = "2025-11-28T09:00:00Z"


def revision(name: str, author: str) -> etree._Element:
    made: etree._Element = parse_xml(
        f'<w:{name} {nsdecls("w")} w:id="{len(author)}" w:author="{author}" w:date="{WHEN}"/>'
    )
    return made


def body_table(file: WordFile) -> WordTable:
    first = plain(TABLE.rows[0][0].paragraphs[0]) if TABLE.rows[0][0] else ""
    return next(each for each in file.tables if each.rows[0].cells[0].text == first)


def taken_out(run: etree._Element, author: str) -> None:
    gone = revision("del", author)
    run.addprevious(gone)
    gone.append(run)
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")


def comment_on(file: WordFile, table: WordTable, row: int) -> None:
    runs = table.rows[row].cells[0].paragraphs[0].runs
    file.add_comment(runs, text="Vì sao bỏ?", author="Phạm Văn D", initials="D")


def drop_row(table: WordTable, row: int, author: str, *, is_marked: bool = True) -> None:
    element = table.rows[row]._tr
    if is_marked:
        element.get_or_add_trPr().append(revision("del", author))
    for run in list(element.iter(qn("w:r"))):
        if run.find(qn("w:commentReference")) is None:
            taken_out(run, author)


def test_two_who_edited_one_cell_are_both_told_with_what_each_did() -> None:
    def change(file: WordFile) -> None:
        (run, *_) = body_table(file).rows[-1].cells[0].paragraphs[0].runs
        taken_out(run._r, "Trần Thị B")
        added = parse_xml(f"<w:r {nsdecls('w')}><w:t>Hai đơn vị</w:t></w:r>")
        put_in = revision("ins", "Lê Văn C")
        put_in.append(added)
        run._r.getparent().addnext(put_in)

    (found,) = compare(REPORT, REPORT, READ, read_docx(edited(SENT, change))).changes
    assert (found.kind, found.author, [each.author for each in found.also]) == (
        "cell",
        "Lê Văn C",
        ["Trần Thị B"],
    )


def test_a_row_that_went_keeps_its_comment_and_all_who_had_a_part_in_it() -> None:
    for is_marked in (True, False):

        def change(file: WordFile, is_marked: bool = is_marked) -> None:
            table = body_table(file)
            comment_on(file, table, -1)
            drop_row(table, -1, "Trần Thị B", is_marked=is_marked)

        changes = compare(REPORT, REPORT, READ, read_docx(edited(SENT, change))).changes
        assert [(each.kind, each.blocks, each.author) for each in changes] == [
            ("row-", (TABLE.id,), "Trần Thị B"),
            ("comment", (TABLE.id,), "Phạm Văn D"),
        ]
        assert plain(changes[1].new) == "Vì sao bỏ?"
        assert changes[1].about


def test_a_table_of_which_all_rows_went_is_one_change_with_its_author_and_its_comment() -> None:
    for is_marked in (True, False):

        def change(file: WordFile, is_marked: bool = is_marked) -> None:
            table = body_table(file)
            comment_on(file, table, 1)
            for row in range(len(table.rows)):
                drop_row(table, row, "Trần Thị B", is_marked=is_marked)

        changes = compare(REPORT, REPORT, READ, read_docx(edited(SENT, change))).changes
        assert [(each.kind, each.blocks, each.author) for each in changes] == [
            ("table-", (TABLE.id,), "Trần Thị B"),
            ("comment", (TABLE.id,), "Phạm Văn D"),
        ]


def test_who_set_a_paragraph_of_a_cell_otherwise_is_named() -> None:
    def change(file: WordFile) -> None:
        properties = body_table(file).rows[-1].cells[0].paragraphs[0]._p.get_or_add_pPr()
        reshaped = revision("pPrChange", "Trần Thị B")
        reshaped.append(parse_xml(f"<w:pPr {nsdecls('w')}/>"))
        properties.append(reshaped)

    comparison = compare(REPORT, REPORT, READ, read_docx(edited(SENT, change)))
    assert comparison.changes == ()
    (told,) = comparison.left
    assert (told.kind, told.block) == ("tracked", TABLE.id)
    assert "Trần Thị B" in told.text
