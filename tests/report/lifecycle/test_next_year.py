"""Next year's report out of last year's: what goes up, what is cleared, what is remembered."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from danvan_desktop.errors import UserError
from danvan_desktop.report.annexes.forms import annex_forms, new_annex
from danvan_desktop.report.codec.danvan_file import from_dict, from_json, to_dict, to_json
from danvan_desktop.report.codec.encode import JsonObject
from danvan_desktop.report.full_text import printed_texts
from danvan_desktop.report.lifecycle.next_year import CARRIED_KIND, NOTE_KIND, last_tasks, next_year
from danvan_desktop.report.lifecycle.review import counts, open_marks
from danvan_desktop.report.model import (
    Attachments,
    Cell,
    Column,
    ImportNote,
    Letterhead,
    Marks,
    OpaqueBlock,
    Paragraph,
    Part,
    PartialDate,
    Period,
    Report,
    Request,
    Run,
    Section,
    Table,
    plain,
)
from danvan_desktop.report.walk import every_block, every_id
from tests.builders.strategies import reports

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def old(**changes: object) -> Report:
    base = Report(
        id="old",
        modified=datetime(2025, 12, 1, tzinfo=UTC),
        year=2025,
        subject="Kết quả công tác dân vận năm 2025",
        next_id=40,
        state="issued",
        request=Request(agency="Sở Nội vụ"),
        letterhead=Letterhead("UBND TỈNH X", "VĂN PHÒNG", "45", "BC-VP", "X", PartialDate(2025, 12, 8)),
        marks=Marks(urgency="KHẨN", draft=2, circulation="LƯU HÀNH NỘI BỘ"),
        recipients=("Sở Nội vụ",),
        attachments=Attachments(signed_file="a.pdf"),
        import_notes=(ImportNote("x", "cũ"),),
        sections=(
            Section(
                1,
                "tasks",
                title=(Run("NHIỆM VỤ NĂM "), Run("2026", bold=True)),
                blocks=(
                    Paragraph(
                        2, "clause", 1, "1.", "auto", (Run("Hoàn thành trước ngày 31/01/2026"),), note="hỏi"
                    ),
                    Paragraph(3, hint="Việc của năm 2026"),
                    OpaqueBlock(4, "image", '{"id":4,"type":"image"}'),
                ),
            ),
        ),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def new(**changes: object) -> Report:
    return next_year(old(**changes), 2026, NOW, "new")


def test_what_belongs_to_the_old_paper_alone_is_cleared() -> None:
    report = new()
    assert (report.id, report.modified, report.year, report.state) == ("new", NOW, 2026, "drafting")
    assert report.request is None
    assert report.letterhead == Letterhead(
        "UBND TỈNH X", "VĂN PHÒNG", None, "BC-VP", "X", PartialDate(year=2026)
    )
    assert report.marks == Marks(circulation="LƯU HÀNH NỘI BỘ")
    assert "signed_file" not in to_dict(report)["attachments"]


def test_what_the_import_of_the_old_file_noted_comes_along_once_with_its_places() -> None:
    noted = (ImportNote("table", "Bảng kẻ lại", "block:2"), ImportNote(NOTE_KIND, "cũ", "legal_bases"))
    first = new(import_notes=noted)
    assert first.import_notes == (ImportNote(CARRIED_KIND, "Bảng kẻ lại", "block:2"),)
    assert "block:2" in {f"block:{block.id}" for _, block in every_block(first)}
    assert next_year(first, 2027, NOW, "newer").import_notes == ()


def test_people_recipients_and_ids_stay() -> None:
    report = new()
    assert report.recipients == ("Sở Nội vụ",)
    assert report.next_id == 40
    assert list(every_id(report)) == list(every_id(old()))


def test_a_year_in_runs_of_different_look_goes_up() -> None:
    assert new().sections[0].title == (Run("NHIỆM VỤ NĂM "), Run("2027", bold=True))


def test_a_year_split_between_runs_goes_up() -> None:
    report = new(opening=(Paragraph(9, runs=(Run("năm 20"), Run("25", italic=True))),))
    block = report.opening[0]
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("năm 20"), Run("26", italic=True))


def test_hints_go_up_and_remarks_are_cleared() -> None:
    first, second, third = new().sections[0].blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.note, second.hint) == (None, "Việc của năm 2027")
    assert third == old().sections[0].blocks[2]


def test_the_remark_on_a_table_is_cleared_and_its_origin_told() -> None:
    table = Table(9, (Column(),), ((Cell(((Run("12"),),)),),), note="chờ số liệu")
    (moved,) = new(closing=(table,)).closing
    assert isinstance(moved, Table)
    assert moved.note is None
    assert moved.origin is not None
    assert moved.origin.year == 2025


def test_every_block_remembers_where_it_came_from() -> None:
    first = new().sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.origin is not None
    assert (first.origin.year, first.origin.touched, first.origin.confirmed) == (2025, False, ())
    assert [mark.text for mark in open_marks(first)] == ["ngày 31/01/2027"]


def test_last_year_s_tasks_stand_beside_as_they_were() -> None:
    (task,) = last_tasks(new())
    assert isinstance(task, Paragraph)
    assert (plain(task.runs), task.number) == ("Hoàn thành trước ngày 31/01/2026", "1.")
    assert (task.note, task.origin) == (None, None)


@pytest.mark.parametrize(
    "attachments", [{}, {"last_tasks": 7}, {"last_tasks": [{"x": 1}]}, {"last_tasks": None}], ids=repr
)
def test_a_report_without_last_year_s_tasks_has_none(attachments: JsonObject) -> None:
    report = from_dict({**to_dict(old()), "attachments": attachments})
    assert last_tasks(report) == ()
    assert to_dict(report)["attachments"] == attachments


def test_tasks_survive_the_file() -> None:
    assert last_tasks(from_json(to_json(new()))) == last_tasks(new())


def test_a_year_that_does_not_come_after_is_refused() -> None:
    with pytest.raises(UserError, match="năm sau năm 2025"):
        next_year(old(), 2025, NOW, "n")


def test_the_cutoff_moves_with_the_year() -> None:
    report = old(year=2024, period=Period(cutoff=PartialDate(2024, 2, 29)))
    assert next_year(report, 2025, NOW, "n").period.cutoff == PartialDate(2025, 2, 28)


def test_the_title_of_a_part_goes_up() -> None:
    section = Section(1, part=Part("Phần I", (Run("ĐÁNH GIÁ NĂM 2025"),)), title=(Run("KẾT QUẢ"),))
    part = new(sections=(section,)).sections[0].part
    assert part is not None
    assert plain(part.title) == "ĐÁNH GIÁ NĂM 2026"


def test_stale_titles_and_bases_are_noted_where_no_mark_can_stand() -> None:
    report = new(
        legal_bases=((Run("Căn cứ Chỉ thị số 33/CT-TTg ngày 26/11/2021"),),),
        sections=(Section(8, title=(Run("GIAI ĐOẠN 2021 - 2025"),)),),
    )
    assert [note.place for note in report.import_notes if note.kind == NOTE_KIND] == [
        "section:8",
        "legal_bases",
    ]
    assert plain(report.legal_bases[0]).endswith("26/11/2021")


def test_a_table_of_last_year_and_this_rolls_over() -> None:
    form = next(form for form in annex_forms() if form.id == "so-lieu-cung-ky")
    ids = iter(range(50, 60))
    annex = new_annex(form, 2025, lambda: next(ids))
    table = annex.blocks[0]
    assert isinstance(table, Table)
    rows = [list(row) for row in table.rows]
    for x, text in ((3, "09"), (4, "12")):
        cell = rows[1][x]
        assert cell is not None
        rows[1][x] = replace(cell, paragraphs=((Run(text),),))
    filled = replace(annex, blocks=(replace(table, rows=tuple(map(tuple, rows))),))
    moved = new(annexes=(filled,)).annexes[0]
    result = moved.blocks[0]
    assert isinstance(result, Table)
    texts = [["" if cell is None else plain(cell.paragraphs[0]) for cell in row] for row in result.rows[:2]]
    assert texts[0][3:5] == ["Năm 2025", "Năm 2026"]
    assert texts[1][3:] == ["12", "", "", ""]
    assert plain(moved.title).endswith("NĂM 2026 SO VỚI NĂM 2025")


def test_the_head_of_a_word_table_goes_up_though_nobody_marked_it_and_its_counters_are_no_figures() -> None:
    texts = (("TT", "Chỉ tiêu", "Năm 2023", "Năm 2024", "Năm 2025"), ("1", "Mô hình", "30", "35", "47"))
    rows = tuple(tuple(Cell(((Run(text),),)) for text in row) for row in texts)
    given = Table(5, tuple(Column(1, "justify") for _ in texts[0]), rows, header_rows=0)
    table = new(sections=(Section(1, title=(Run("KẾT QUẢ"),), blocks=(given,)),)).sections[0].blocks[0]
    assert isinstance(table, Table)
    assert [plain(cell.paragraphs[0]) for cell in table.rows[0][2:] if cell is not None] == [
        "Năm 2024",
        "Năm 2025",
        "Năm 2026",
    ]
    assert [mark.text for mark in open_marks(table)] == ["Năm 2024", "Năm 2025", "30", "35", "47"]


@settings(max_examples=25)
@given(reports())
def test_only_digits_change_in_what_is_printed_of_the_text(report: Report) -> None:
    result = next_year(report, report.year + 1, NOW, "n")
    digits = re.compile(r"\d")
    before = [(place, _texts(block)) for place, block in every_block(report)]
    after = [(place, _texts(block)) for place, block in every_block(result)]
    assert [(p, [digits.sub("#", t) for t in ts]) for p, ts in before] == [
        (p, [digits.sub("#", t) for t in ts]) for p, ts in after
    ]
    assert from_json(to_json(result)) == result


def _texts(block: object) -> list[str]:
    if isinstance(block, Paragraph):
        return [plain(block.runs)]
    if isinstance(block, Table):
        return [
            plain(runs) for row in block.rows for cell in row if cell is not None for runs in cell.paragraphs
        ]
    return []


def test_what_changes_in_our_own_sample_is_right_to_the_last_line(resources: Path) -> None:
    report = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text("utf-8"))
    result = next_year(report, 2026, NOW, "n")
    assert list(_changed(report, result)) == [
        "vận năm 2026",
        "đến ngày 15/11/2026,",
        "Đến ngày 15/11/2026",
        "trong tháng 12/2026.",
        "Năm 2026,",
        "với năm 2025.",
        "với năm 2025);",
        "với năm 2025",
        "tác năm 2026",
        "Năm 2025",
        "Năm 2026",
        "phòng năm 2026",
        "TÂM NĂM 2027",
        "vận năm 2027",
        "trước ngày 31/01/2027,",
        "trong quý I/2027.",
        "trong quý II/2027.",
        "vận năm 2026",
        "tâm năm 2027.",
        "KHÉO” NĂM 2026",
        "giá năm 2027",
        "từ ngày 01/01/2026",
        "đến ngày 15/11/2026.",
    ]
    kept = " ".join(_body(result))
    for stays in (
        "ngày 14/11/2025 của",
        "kết quả thực hiện công tác dân vận năm 2025, Văn phòng",
        "ngày 20/01/2025 về công tác dân vận năm 2025,",
        "Từ ngày 01/7/2025",
        "Tháng 4/2025",
        "từ tháng 9/2025",
        "ngày 24/01/2025 Văn",
    ):
        assert stays in kept


def _changed(before: Report, after: Report) -> Iterator[str]:
    """Give each place that changed as it is afterwards, with the two words before it."""
    for text, other in zip(_body(before), _body(after), strict=True):
        old_words, new_words = text.split(), other.split()
        for at, (old_word, new_word) in enumerate(zip(old_words, new_words, strict=True)):
            if old_word != new_word:
                yield " ".join(new_words[max(0, at - 2) : at + 1])


def _body(report: Report) -> list[str]:
    texts = list(printed_texts(replace(report, letterhead=Letterhead())))
    return [text for text in texts if text]


def test_the_real_report_moves_in_nine_places(real_samples: Path) -> None:
    from danvan_desktop.importers import read

    report = read(real_samples / "bao-cao-dan-van-2025.txt", NOW)
    result = next_year(report, 2026, NOW, "n")
    risen = [re.findall(r"[0-9]{4}", place)[-1] for place in _changed(report, result)]
    assert risen == ["2026", "2026", "2026", "2026", "2026", "2026", "2027", "2026", "2027"]
    assert {count.tab: count.unchecked for count in counts(result)}["opening"] == 2
