"""Whoever made a change under track changes is named with it: in words, looks, tables, kinds and fields."""

from copy import deepcopy

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table as WordTable

from danvan_desktop.report.model import Report, Table, plain
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.authors import CellAuthors
from danvan_desktop.report.takeback.model import (
    Change,
    ReturnComparison,
    Revision,
    TrackedCell,
    TrackedErasure,
)
from danvan_desktop.report.walk import every_block
from tests.builders.edited_word_file import taken_out
from tests.builders.exported_files import edited, paragraph
from tests.builders.full_report import report as full_report
from tests.builders.returned_files import read_docx, sent_docx

REPORT: Report = full_report()
SENT = sent_docx(REPORT)
TEXT = next(each.text for each in read_docx(SENT).blocks if each.role == "body" and len(each.text) > 40)
TABLE = next(block for _, block in every_block(REPORT) if isinstance(block, Table))
WHEN = "2025-11-28T09:00:00Z"


def tracked(name: str, author: str) -> str:
    return f'<w:{name} {nsdecls("w")} w:id="9{len(author)}" w:author="{author}" w:date="{WHEN}"/>'


def told(content: bytes) -> ReturnComparison:
    return compare(REPORT, REPORT, read_docx(SENT), read_docx(content))


def named(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(each.kind, each.author, each.date) for each in changes]


def body_table(file: WordFile) -> WordTable:
    first = plain(TABLE.rows[0][0].paragraphs[0]) if TABLE.rows[0][0] else ""
    return next(each for each in file.tables if each.rows[0].cells[0].text == first)


def test_bold_that_was_set_under_track_changes_has_its_author() -> None:
    def change(file: WordFile) -> None:
        run = paragraph(file, TEXT[:30]).runs[0]
        run.bold = True
        run._r.get_or_add_rPr().append(parse_xml(tracked("rPrChange", "Trần Thị B")))

    assert named(told(edited(SENT, change)).changes) == [("look", "Trần Thị B", WHEN)]


def test_another_kind_of_paragraph_has_the_author_of_its_new_style() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, TEXT[:30])
        point = next(each for each in file.paragraphs if each.text.startswith("a)"))
        target.style = point.style
        target.runs[0].text = "a) " + target.runs[0].text
        target._p.get_or_add_pPr().append(parse_xml(tracked("pPrChange", "Trần Thị B")))

    changes = told(edited(SENT, change)).changes
    assert ("kind", "Trần Thị B", WHEN) in named(changes)


def test_a_row_taken_out_by_one_and_a_row_put_in_by_another_are_two_changes() -> None:
    def change(file: WordFile) -> None:
        row = body_table(file).rows[-1]._tr
        made = deepcopy(row)
        for text in made.iter(qn("w:t")):
            text.text = f"{text.text}9"
        row.addnext(made)
        row.get_or_add_trPr().append(parse_xml(tracked("del", "Lê Văn C")))
        made.get_or_add_trPr().append(parse_xml(tracked("ins", "Trần Thị B")))

    comparison = told(edited(SENT, change))
    assert sorted(named(comparison.changes)) == [("row+", "Trần Thị B", WHEN), ("row-", "Lê Văn C", WHEN)]
    for kind, count in (("row+", len(TABLE.rows) + 1), ("row-", len(TABLE.rows) - 1)):
        wanted = frozenset(each.n for each in comparison.changes if each.kind == kind)
        table = next(
            block
            for _, block in every_block(merged(REPORT, REPORT, comparison, wanted))
            if block.id == TABLE.id
        )
        assert isinstance(table, Table)
        assert len(table.rows) == count


def test_a_column_put_in_under_track_changes_has_its_author() -> None:
    def change(file: WordFile) -> None:
        table = body_table(file)
        column = table.add_column(table.columns[0].width)
        for cell in column.cells:
            cell.paragraphs[0].add_run("mới")
            cell._tc.get_or_add_tcPr().append(parse_xml(tracked("cellIns", "Trần Thị B")))

    assert named(told(edited(SENT, change)).changes) == [("col+", "Trần Thị B", WHEN)]


def test_a_recipient_taken_out_under_track_changes_has_its_author() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, f"- {REPORT.recipients[0]}")._p
        for run in target.findall(qn("w:r")):
            taken_out(run, parse_xml(tracked("del", "Trần Thị B")))
        mark = parse_xml(f"<w:rPr {nsdecls('w')}/>")
        mark.append(parse_xml(tracked("del", "Trần Thị B")))
        target.get_or_add_pPr().append(mark)

    assert named(told(edited(SENT, change)).changes) == [("field", "Trần Thị B", WHEN)]


def test_a_caption_edited_under_track_changes_has_its_author() -> None:
    caption = plain(TABLE.caption or ())
    assert caption

    def change(file: WordFile) -> None:
        put_in = parse_xml(tracked("ins", "Lê Văn C"))
        run = paragraph(file, caption).runs[-1]._r
        run.addnext(put_in)
        added = deepcopy(run)
        for text in added.iter(qn("w:t")):
            text.text = " (sáu tháng)"
        put_in.append(added)

    assert named(told(edited(SENT, change)).changes) == [("edit", "Lê Văn C", WHEN)]


def test_who_put_in_a_column_without_a_word_and_who_took_out_the_cells_of_one() -> None:
    first, second = Revision("Trần Thị B", "2025-11-28"), Revision("Lê Văn C", "2025-11-29")
    put_in = TrackedCell(0, 2, first), TrackedCell(1, 2, second), TrackedCell(1, 1, second)
    assert CellAuthors(put_in).of_column(2, []) == [first, second]
    assert CellAuthors(put_in).of_column(2, [0, 3]) == []
    gone = [
        TrackedCell(-1, 3, who, erased=(TrackedErasure(0, said, who),))
        for who, said in ((first, "12"), (second, "15"), (second, "khác"))
    ]
    assert CellAuthors(gone).of_gone_column({"12", "15"}) == [first, second]
    assert CellAuthors(gone).of_gone_column({"không có"}) == []
