"""What was changed in a file that came back is named as a person would, and taken in part or whole."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from danvan_desktop.report.model import Cell, Column, Paragraph, Report, Run, Section, Table, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.takeback.compare import compare, how_found, merged
from danvan_desktop.report.takeback.marks import check_of
from danvan_desktop.report.takeback.model import (
    GoneBlock,
    ReturnedBlock,
    ReturnedComment,
    ReturnedFile,
    ReturnedMark,
    Revision,
    StruckStretch,
    TrackedCell,
    TrackedErasure,
    TrackedStretch,
)
from danvan_desktop.report.walk import every_block
from tests.builders.reports import block, report, table
from tests.builders.returned_files import as_returned

BASE: Report = renumber(
    report(
        (block(1, "Thực hiện Công văn số 12/SNV ngày 14/11/2025, Văn phòng báo cáo như sau:"),),
        (
            Section(
                2,
                "situation",
                "I.",
                title=(Run("ĐẶC ĐIỂM TÌNH HÌNH"),),
                blocks=(
                    block(3, "Cơ quan có 12 phòng, ban chuyên môn với 168 công chức."),
                    block(4, "Đảng bộ có 142 đảng viên sinh hoạt tại 11 chi bộ trực thuộc."),
                    block(5, "Thuận lợi: lãnh đạo quan tâm chỉ đạo sâu sát.", "point", "a)"),
                    block(6, "Khó khăn: khối lượng công việc tăng nhanh.", "point", "b)"),
                ),
            ),
            Section(
                7,
                "implementation",
                "II.",
                title=(Run("KẾT QUẢ THỰC HIỆN"),),
                blocks=(
                    block(8, "Tuyên truyền, vận động", "heading", "1."),
                    block(9, "Tổ chức 12 hội nghị với 1.386 lượt người dân tham dự trong năm."),
                    block(10, "Tiếp 386 lượt công dân, giải quyết xong 41 đơn đúng hạn."),
                    table(
                        11,
                        (Column(), Column(), Column()),
                        (("TT", "Nội dung", "Số"), ("1", "Hội nghị", "12"), ("2", "Lượt người dân", "1.386")),
                        "Kết quả năm 2025",
                    ),
                    block(12, "Người dân hài lòng đạt 97,4%, tăng so với năm trước."),
                ),
            ),
        ),
        closing=(block(13, "Trên đây là báo cáo của Văn phòng"),),
        next_id=20,
    )
)
SENT = as_returned(BASE)
WHO = Revision("Trần Thị B", "2025-11-28T09:00:00Z")
Blocks = list[ReturnedBlock]


def place(blocks: Blocks, start: str) -> int:
    return next(number for number, each in enumerate(blocks) if each.text.startswith(start))


def back(change: Callable[[Blocks], object], file: ReturnedFile = SENT) -> ReturnedFile:
    """The file after ``change``."""
    blocks = list(file.blocks)
    change(blocks)
    return replace(file, blocks=tuple(blocks))


def says(start: str, text: str, **more: object) -> Callable[[Blocks], None]:
    """Let the block that begins so say something else."""

    def change(blocks: Blocks) -> None:
        at = place(blocks, start)
        blocks[at] = replace(blocks[at], runs=(Run(text),), **more)  # type: ignore[arg-type]  # its fields

    return change


def new(text: str, role: str = "body", label: str = "") -> ReturnedBlock:
    return ReturnedBlock("paragraph", role, 1, label, role if label else "", runs=(Run(text),))


def told(file: ReturnedFile, ours: Report = BASE) -> list[tuple[str, tuple[int, ...], str, str]]:
    return [
        (each.kind, each.blocks, plain(each.old).strip(), plain(each.new).strip())
        for each in compare(BASE, ours, SENT, file).changes
    ]


def taken(file: ReturnedFile, ours: Report = BASE) -> Report:
    """The report with all changes."""
    comparison = compare(BASE, ours, SENT, file)
    return merged(BASE, ours, comparison, frozenset(each.n for each in comparison.changes))


def words(report: Report, identifier: int) -> str:
    found = next(each for _, each in every_block(report) if each.id == identifier)
    assert isinstance(found, Paragraph)
    return plain(found.runs)


def test_words_and_whole_figures() -> None:
    file = back(says("Tổ chức 12", "Tổ chức 12 hội nghị với 1.402 lượt người dân tham dự trong năm."))
    assert told(file) == [("edit", (9,), "1.386", "1.402")]
    assert words(taken(file), 9) == "Tổ chức 12 hội nghị với 1.402 lượt người dân tham dự trong năm."


def test_a_new_paragraph_stands_between_its_neighbours_and_is_numbered_by_its_place() -> None:
    def change(blocks: Blocks) -> None:
        blocks.insert(place(blocks, "Khó khăn"), new("Cơ sở vật chất được đầu tư.", "point", "b)"))

    comparison = compare(BASE, BASE, SENT, back(change))
    (found,) = comparison.changes
    assert (found.kind, found.after, found.before, found.tab) == ("insert", 5, 6, "section:2")
    made = merged(BASE, BASE, comparison, frozenset({1}))
    shown = [(each.number, each.id) for each in made.sections[0].blocks if isinstance(each, Paragraph)]
    assert shown[2:] == [("a)", 5), ("b)", 20), ("c)", 6)]


def test_a_paragraph_that_went() -> None:
    file = back(lambda blocks: blocks.pop(place(blocks, "Đảng bộ")))
    assert [each[:2] for each in told(file)] == [("delete", (4,))]
    assert 4 not in {each.id for _, each in every_block(taken(file))}


def test_a_paragraph_that_went_elsewhere_keeps_its_id() -> None:
    def change(blocks: Blocks) -> None:
        moved = blocks.pop(place(blocks, "Đảng bộ"))
        blocks.insert(place(blocks, "Tiếp 386"), moved)

    file = back(change)
    assert [each[:2] for each in told(file)] == [("move", (4,))]
    made = taken(file)
    assert [each.id for each in made.sections[0].blocks] == [3, 5, 6]
    assert [each.id for each in made.sections[1].blocks] == [8, 9, 4, 10, 11, 12]


def test_split_and_merged() -> None:
    def split(blocks: Blocks) -> None:
        at = place(blocks, "Tiếp 386")
        blocks[at : at + 1] = [
            replace(blocks[at], runs=(Run("Tiếp 386 lượt công dân."),)),
            new("Giải quyết xong 41 đơn đúng hạn."),
        ]

    assert [each[:2] for each in told(back(split))] == [("split", (10,))]
    made = taken(back(split))
    assert [plain(each.runs) for each in made.sections[1].blocks if isinstance(each, Paragraph)][2:4] == [
        "Tiếp 386 lượt công dân.",
        "Giải quyết xong 41 đơn đúng hạn.",
    ]

    def merge(blocks: Blocks) -> None:
        at = place(blocks, "Cơ quan có")
        one, other = blocks[at], blocks[at + 1]
        both = replace(one, runs=(Run(f"{one.text} {other.text}"),), marks=(*one.marks, *other.marks))
        blocks[at : at + 2] = [both]

    assert [each[:2] for each in told(back(merge))] == [("merge", (3, 4))]
    assert words(taken(back(merge)), 3).endswith(
        "công chức. Đảng bộ có 142 đảng viên sinh hoạt tại 11 chi bộ trực thuộc."
    )


def test_a_point_made_of_a_paragraph_and_a_number_of_its_own() -> None:
    file = back(says("Đảng bộ", BASE_TEXT_4, label="a)", typed_role="point"))
    assert [each[0] for each in told(file)] == ["kind"]
    made = taken(file).sections[0].blocks[1]
    assert isinstance(made, Paragraph)
    assert (made.role, made.number, made.id) == ("point", "a)", 4)
    file = back(says("Thuận lợi", "Thuận lợi: lãnh đạo quan tâm chỉ đạo sâu sát.", label="d)"))
    assert told(file) == [("number", (5,), "a)", "d)")]


BASE_TEXT_4 = "Đảng bộ có 142 đảng viên sinh hoạt tại 11 chi bộ trực thuộc."


def test_the_style_of_the_next_paragraph_on_one_typed_anew_is_no_other_kind() -> None:
    file = back(says("Tuyên truyền", "Tuyên truyền, phổ biến", role="body", marks=()))
    assert told(file) == [("edit", (8,), "vận động", "phổ biến")]


def test_a_heading_with_all_under_it_goes_as_one() -> None:
    def change(blocks: Blocks) -> None:
        at = place(blocks, "ĐẶC ĐIỂM")
        del blocks[at : at + 5]

    assert [each[:2] for each in told(back(change))] == [("section-", (2,))]
    made = taken(back(change))
    assert [(each.id, each.number) for each in made.sections] == [(7, "I.")]


def test_headings_that_changed_places_are_one_move() -> None:
    def change(blocks: Blocks) -> None:
        start, end = place(blocks, "ĐẶC ĐIỂM"), place(blocks, "KẾT QUẢ")
        part = blocks[start:end]
        del blocks[start:end]
        at = place(blocks, "Trên đây")
        blocks[at:at] = part

    assert [each[:2] for each in told(back(change))] == [("move", (2,))]
    made = taken(back(change))
    assert [(each.id, len(each.blocks)) for each in made.sections] == [(7, 5), (2, 4)]


def test_cells_rows_and_columns() -> None:
    def grid(*rows: tuple[str, ...]) -> Callable[[Blocks], None]:
        cells = tuple(tuple(Cell(((Run(text),),)) for text in row) for row in rows)

        def change(blocks: Blocks) -> None:
            at = next(n for n, each in enumerate(blocks) if each.kind == "table")
            columns = (Column(),) * len(rows[0])
            blocks[at] = replace(blocks[at], rows=cells, columns=columns)

        return change

    head = ("TT", "Nội dung", "Số")
    one, two = ("1", "Hội nghị", "12"), ("2", "Lượt người dân", "1.386")
    assert told(back(grid(head, one, ("2", "Lượt người dân", "1.402")))) == [
        ("cell", (11,), "1.386", "1.402")
    ]
    assert [each[:2] for each in told(back(grid(head, two)))] == [("row-", (11,))]
    added = back(grid(head, one, ("3", "Mô hình", "6"), two))
    assert [each[0] for each in told(added)] == ["row+"]
    made = next(each for _, each in every_block(taken(added)) if isinstance(each, Table))
    assert [plain(cell.paragraphs[0]) for row in made.rows for cell in row if cell][6:9] == [
        "3",
        "Mô hình",
        "6",
    ]
    wider = back(grid((*head, "Ghi chú"), (*one, "đạt"), (*two, "")))
    assert [each[0] for each in told(wider)] == ["col+"]
    assert [each[0] for each in told(back(grid(head[:2], one[:2], two[:2])))] == ["col-"]


def test_struck_words_go_with_the_blank_before_them_and_keep_who_struck_them() -> None:
    text = "Người dân hài lòng đạt 97,4%, tăng so với năm trước."
    start = text.index("tăng")
    struck = StruckStretch(start, len(text) - 1)
    by = (TrackedStretch(start, len(text) - 1, WHO),)
    file = back(says("Người dân hài lòng", text, struck=(struck,), restyled=by))
    (change,) = compare(BASE, BASE, SENT, file).changes
    assert (change.kind, change.author, plain(change.old)) == (
        "strike",
        "Trần Thị B",
        " tăng so với năm trước",
    )
    assert words(taken(file), 12) == "Người dân hài lòng đạt 97,4%,."


def test_of_words_that_stand_twice_those_go_that_are_struck() -> None:
    text = "Tổ chức 12 hội nghị với 1.386 lượt người dân tham dự trong năm."
    first = text.index("h")
    second = text.index("h", first + 1)
    file = back(says("Tổ chức 12", text, struck=(StruckStretch(second, second + 1),)))
    assert words(taken(file), 9) == text[:second] + text[second + 1 :]


def test_the_same_change_has_one_key_in_each_file_and_the_same_words_elsewhere_another() -> None:
    text = next(each.text for each in SENT.blocks if each.text.startswith("Tổ chức 12"))
    front, end = text.replace(" với", " nữa, với"), text.replace(" lượt", " nữa, lượt")
    files = [back(says("Tổ chức 12", said)) for said in (front, end)]
    files.append(back(says("Trên đây", "Trên đây là báo cáo năm của Văn phòng"), files[0]))
    keys = [compare(BASE, BASE, SENT, file).changes[0].key for file in files]
    assert keys[0] == keys[2]
    assert keys[0] != keys[1]


def test_a_number_taken_off_a_heading_is_told_and_taken() -> None:
    file = back(says("Tuyên truyền, vận động", "Tuyên truyền, vận động", label="", typed_role=""))
    assert told(file) == [("number", (8,), "1.", "")]
    made = next(each for _, each in every_block(taken(file)) if each.id == 8)
    assert isinstance(made, Paragraph)
    assert (made.role, made.number, plain(made.runs)) == ("heading", None, "Tuyên truyền, vận động")
    assert compare(BASE, taken(file), SENT, file).changes[0].is_done


def test_fields_around_the_text() -> None:
    frame = replace(
        SENT.frame,
        letterhead=replace(SENT.frame.letterhead, agency="Văn phòng Ủy ban"),
        recipients=("Sở Nội vụ tỉnh (báo cáo)", "Ban Dân vận Tỉnh ủy", "VPUB: LĐVP, VP1"),
    )
    file = replace(SENT, frame=frame)
    comparison = compare(BASE, BASE, SENT, file)
    assert [(each.kind, each.place) for each in comparison.changes] == [
        ("field", "letterhead.agency"),
        ("field", "recipients"),
    ]
    ours = replace(BASE, recipients=(*BASE.recipients, "Báo Hương Giang"))
    assert taken(file, ours).recipients == (
        "Sở Nội vụ tỉnh (báo cáo)",
        "Ban Dân vận Tỉnh ủy",
        "VPUB: LĐVP, VP1",
        "Báo Hương Giang",
    )


def test_tracked_changes_bear_author_and_time() -> None:
    text = "Tổ chức 12 hội nghị, tọa đàm với 1.386 lượt người dân tham dự."

    def change(blocks: Blocks) -> None:
        says(
            "Tổ chức 12",
            text,
            tracked=(TrackedStretch(19, 28, WHO),),
            erased=(TrackedErasure(len(text) - 1, " trong năm", Revision("Lê C", "x")),),
        )(blocks)
        blocks.pop(place(blocks, "Đảng bộ"))

    file = replace(back(change), gone=(GoneBlock((ReturnedMark(4),), BASE_TEXT_4, WHO),))
    found = {
        (each.kind, each.author, each.date, each.tracked) for each in compare(BASE, BASE, SENT, file).changes
    }
    assert found == {
        ("delete", WHO.author, WHO.date, True),
        ("edit", WHO.author, WHO.date, True),
        ("edit", "Lê C", "x", True),
    }


def test_a_tracked_cell_bears_its_author() -> None:
    def change(blocks: Blocks) -> None:
        at = next(n for n, each in enumerate(blocks) if each.kind == "table")
        rows = [list(row) for row in blocks[at].rows]
        rows[1][2] = Cell(((Run("14"),),))
        tracked = (TrackedCell(1, 2, WHO),)
        blocks[at] = replace(blocks[at], rows=tuple(map(tuple, rows)), tracked_cells=tracked)

    (found,) = compare(BASE, BASE, SENT, back(change)).changes
    assert (found.kind, found.place, found.author) == ("cell", "1:2", WHO.author)


def test_what_is_struck_is_a_proposal_to_take_it_out() -> None:
    file = back(says("Tiếp 386", BASE_TEXT_10, struck=(StruckStretch(22, len(BASE_TEXT_10)),)))
    assert told(file) == [("strike", (10,), BASE_TEXT_10[22:].strip(), "")]
    assert words(taken(file), 10) == BASE_TEXT_10[:22]


BASE_TEXT_10 = "Tiếp 386 lượt công dân, giải quyết xong 41 đơn đúng hạn."


def test_comments_become_remarks_and_are_not_added_twice() -> None:
    asked = ReturnedComment("Trần Thị B", "2025-11-28T09:00:00Z", "Ghi rõ nguồn số liệu")
    file = back(says("Tiếp 386", BASE_TEXT_10, comments=(asked,)))
    made = taken(file)
    found = next(each for _, each in every_block(made) if each.id == 10)
    assert isinstance(found, Paragraph)
    assert found.note == "Trần Thị B (28/11): Ghi rõ nguồn số liệu"
    assert taken(file, made) == made


def test_bold_letters_are_a_change_of_looks() -> None:
    def change(blocks: Blocks) -> None:
        at = place(blocks, "Tiếp 386")
        blocks[at] = replace(blocks[at], runs=(Run("Tiếp "), Run("386", bold=True), Run(BASE_TEXT_10[8:])))

    assert told(back(change)) == [("look", (10,), "386", "386")]
    made = next(each for _, each in every_block(taken(back(change))) if each.id == 10)
    assert isinstance(made, Paragraph)
    assert [run.text for run in made.runs if run.bold] == ["386"]


def test_the_same_replacement_three_times_is_a_group() -> None:
    def replaced(old: str, now: str) -> Callable[[Blocks], None]:
        def change(blocks: Blocks) -> None:
            for at, each in enumerate(blocks):
                said = tuple(replace(run, text=run.text.replace(old, now)) for run in each.runs)
                blocks[at] = replace(each, runs=said)

        return change

    thrice = compare(BASE, BASE, SENT, back(replaced("năm", "kỳ"))).changes
    assert [(each.blocks, each.group) for each in thrice] == [
        ((9,), "năm → kỳ"),
        ((11,), "năm → kỳ"),
        ((12,), "năm → kỳ"),
    ]
    twice = compare(BASE, BASE, SENT, back(replaced("Văn phòng", "Cơ quan"))).changes
    assert [each.group for each in twice] == ["", ""]


def test_hyphens_that_an_editor_dropped_are_not_taken_unasked() -> None:
    base = replace(BASE, opening=(block(1, "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ như sau:"),))
    sent = as_returned(base)
    file = back(says("Theo Nghị", "Theo Nghị định số 30/2020/NĐCP của Chính phủ như sau:"), sent)
    (found,) = compare(base, base, sent, file).changes
    assert found.is_by_editor


# three-way


def test_edits_of_both_sides_that_do_not_touch_are_both_there() -> None:
    ours = _typed(BASE, 9, "Tổ chức 12 hội nghị với 1.386 lượt người dân tham dự trong năm 2025.")
    file = back(says("Tổ chức 12", "Tổ chức 14 hội nghị với 1.386 lượt người dân tham dự trong năm."))
    assert (
        words(taken(file, ours), 9) == "Tổ chức 14 hội nghị với 1.386 lượt người dân tham dự trong năm 2025."
    )
    assert not compare(BASE, ours, SENT, file).changes[0].conflict


def test_edits_of_one_place_are_a_conflict_and_both_can_be_kept() -> None:
    ours = _typed(BASE, 9, "Tổ chức 13 hội nghị với 1.386 lượt người dân tham dự trong năm.")
    file = back(says("Tổ chức 12", "Tổ chức 14 hội nghị với 1.386 lượt người dân tham dự trong năm."))
    comparison = compare(BASE, ours, SENT, file)
    (found,) = comparison.changes
    assert found.conflict
    assert words(merged(BASE, ours, comparison, frozenset({1})), 9).startswith("Tổ chức 14 hội nghị")
    both = merged(BASE, ours, comparison, frozenset({1}), frozenset({1}))
    assert words(both, 9).startswith("Tổ chức 13 14 hội nghị")


def test_the_same_edit_on_both_sides_is_done_and_not_made_twice() -> None:
    text = "Tổ chức 14 hội nghị với 1.386 lượt người dân tham dự trong năm."
    ours = _typed(BASE, 9, text)
    comparison = compare(BASE, ours, SENT, back(says("Tổ chức 12", text)))
    (found,) = comparison.changes
    assert found.is_done
    assert not found.conflict
    assert merged(BASE, ours, comparison, frozenset({1})) is ours


def test_what_ours_edited_and_theirs_took_out_is_a_conflict() -> None:
    ours = _typed(BASE, 4, "Đảng bộ có 150 đảng viên sinh hoạt tại 11 chi bộ trực thuộc.")
    (found,) = compare(BASE, ours, SENT, back(lambda blocks: blocks.pop(place(blocks, "Đảng bộ")))).changes
    assert found.conflict


def test_what_ours_took_out_comes_back_with_an_edit_that_is_accepted() -> None:
    section = BASE.sections[0]
    ours = replace(
        BASE, sections=(replace(section, blocks=(section.blocks[0], *section.blocks[2:])), BASE.sections[1])
    )
    file = back(says("Đảng bộ", "Đảng bộ có 150 đảng viên sinh hoạt tại 11 chi bộ trực thuộc."))
    (found,) = compare(BASE, ours, SENT, file).changes
    assert found.conflict
    made = taken(file, ours)
    assert [each.id for each in made.sections[0].blocks] == [3, 4, 5, 6]
    assert words(made, 4).startswith("Đảng bộ có 150")


def test_note_origin_and_hint_of_what_was_edited_stay() -> None:
    section = BASE.sections[1]
    noted = replace(
        block(9, "Tổ chức 12 hội nghị với 1.386 lượt người dân tham dự trong năm."),
        note="Xem lại",
        hint="Số hội nghị",
    )
    base = replace(
        BASE,
        sections=(BASE.sections[0], replace(section, blocks=(section.blocks[0], noted, *section.blocks[2:]))),
    )
    file = back(says("Tổ chức 12", "Tổ chức 14 hội nghị với 1.386 lượt người dân tham dự trong năm."))
    comparison = compare(base, base, SENT, file)
    made = merged(base, base, comparison, frozenset({1})).sections[1].blocks[1]
    assert isinstance(made, Paragraph)
    assert (made.note, made.hint, made.id) == ("Xem lại", "Số hội nghị", 9)


# whose file it is


def test_a_paragraph_of_another_report_of_ours_does_not_take_the_place_of_one_with_its_number() -> None:
    def change(blocks: Blocks) -> None:
        foreign = ReturnedMark(9, check_of("bao-cao-khac", 9))
        at = place(blocks, "Tiếp 386")
        blocks.insert(at, replace(new("Sở đã tổ chức 5 lớp tập huấn cho cán bộ cơ sở."), marks=(foreign,)))

    assert [each[0] for each in told(back(change))] == ["insert"]


def test_a_copy_with_the_same_mark_is_new() -> None:
    def change(blocks: Blocks) -> None:
        at = place(blocks, "Tiếp 386")
        copy = replace(blocks[at], runs=(Run("Tiếp 386 lượt công dân, giải quyết xong 12 đơn quá hạn."),))
        blocks.insert(at + 1, copy)

    found = compare(BASE, BASE, SENT, back(change)).changes
    assert [(each.kind, each.after) for each in found] == [("insert", 10)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"code": "abc"}, "code"),
        ({"code": ""}, "created"),
        ({"code": "", "created": ""}, "report"),
        ({"code": "", "report_id": ""}, "marks"),
        ({"code": "", "report_id": "khac"}, "other"),
        ({"code": "", "report_id": "", "blocks": ()}, "words"),
    ],
)
def test_it_is_said_by_what_the_base_was_found(change: dict[str, object], expected: str) -> None:
    sent = replace(SENT, code="abc", created="2025-11-24")
    assert how_found(sent, replace(sent, **change)) == expected  # type: ignore[arg-type]  # its fields


def test_without_any_mark_or_id_the_words_suffice() -> None:
    bare = replace(
        SENT, report_id="", created="", blocks=tuple(replace(each, marks=()) for each in SENT.blocks)
    )
    file = back(says("Tổ chức 12", "Tổ chức 14 hội nghị với 1.386 lượt người dân tham dự trong năm."), bare)
    assert told(file) == [("edit", (9,), "12", "14")]


def test_the_numbers_of_changes_do_not_depend_on_what_was_typed_since() -> None:
    def change(blocks: Blocks) -> None:
        says("Tổ chức 12", "Tổ chức 14 hội nghị với 1.386 lượt người dân tham dự trong năm.")(blocks)
        blocks.pop(place(blocks, "Đảng bộ"))

    ours = _typed(BASE, 10, "Tiếp 400 lượt công dân.")
    keys = [[each.key for each in compare(BASE, now, SENT, back(change)).changes] for now in (BASE, ours)]
    assert keys[0] == keys[1]
    assert len(set(keys[0])) == 2


def _typed(report: Report, identifier: int, text: str) -> Report:
    def typed(section: Section) -> Section:
        return replace(
            section,
            blocks=tuple(
                replace(each, runs=(Run(text),))
                if each.id == identifier and isinstance(each, Paragraph)
                else each
                for each in section.blocks
            ),
        )

    return replace(report, sections=tuple(map(typed, report.sections)))
