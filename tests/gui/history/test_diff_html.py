"""The difference as rich text: struck out and underlined, quoted words escaped, what is equal left out."""

from dataclasses import replace

from danvan_desktop.gui.history.comparison import compared
from danvan_desktop.gui.history.diff_html import DiffColours, DiffLinks, tab_html
from danvan_desktop.gui.look import tokens
from danvan_desktop.report.model import Block, Column, Report, Run, Section
from danvan_desktop.report.numbering import renumber
from tests.builders.reports import block, office_report, table

SENTENCE = "Văn phòng đã tham mưu ban hành kế hoạch công tác dân vận chính quyền năm 2025."
LIGHT = DiffColours.of(tokens.LIGHT)


def report_of(*blocks: Block, title: str = "KẾT QUẢ") -> Report:
    first = Section(100, title=(Run(title),), blocks=blocks)
    second = Section(101, title=(Run("NHIỆM VỤ"),))
    return renumber(office_report("Hương Giang", sections=(first, second), next_id=200))


def html_of(old: Report, new: Report, key: str = "section:100", *, restorable: bool = True) -> str:
    comparison = compared(lambda: old, lambda: new)
    (tab,) = [tab for tab in comparison.tabs if tab.changes.key == key]
    return tab_html(comparison, tab, LIGHT, DiffLinks(go=False, restore=restorable))


def gone(text: str) -> str:
    return f'<span style="color:{LIGHT.gone}; text-decoration:line-through">{text}</span>'


def new(text: str) -> str:
    return f'<span style="color:{LIGHT.new}; text-decoration:underline">{text}</span>'


def test_a_word_is_struck_out_and_another_underlined() -> None:
    html = html_of(report_of(block(1, "Kết quả khá tốt.")), report_of(block(1, "Kết quả rất tốt.")))
    assert f"Kết quả {gone('khá')}{new('rất')} tốt." in html
    assert "Sửa chữ" in html
    assert html.count("Khôi phục chỗ này") == 1


def test_nothing_can_be_restored_where_that_is_not_wanted() -> None:
    assert "Khôi phục" not in html_of(report_of(block(1, "a")), report_of(block(1, "b")), restorable=False)


def test_what_looks_like_markup_is_text() -> None:
    html = html_of(report_of(block(1, "a")), report_of(block(1, "a <b> & c")))
    assert "&lt;" in html
    assert "&amp;" in html


def test_paragraphs_that_did_not_change_are_counted() -> None:
    many = [block(number, f"{SENTENCE} {number}") for number in range(1, 12)]
    changed = [*many[:5], block(6, "Khác hẳn."), *many[6:]]
    html = html_of(report_of(*many), report_of(*changed))
    assert html.count("… 4 đoạn không đổi …") == 2


def test_a_split_shows_where() -> None:
    old = report_of(block(1, f"{SENTENCE} {SENTENCE}"))
    html = html_of(old, report_of(block(1, SENTENCE), block(2, SENTENCE)))
    assert "Tách thành 2 đoạn" in html
    assert "¶" in html


def test_a_move_names_the_other_tab_on_both() -> None:
    old = report_of(block(1, SENTENCE))
    second = replace(old.sections[1], blocks=old.sections[0].blocks)
    moved = renumber(replace(old, sections=(replace(old.sections[0], blocks=()), second)))
    assert "sang “II. NHIỆM VỤ”" in html_of(old, moved)
    assert "từ “I. KẾT QUẢ” sang" in html_of(old, moved, "section:101")


def test_a_heading_and_a_field() -> None:
    html = html_of(report_of(title="KẾT QUẢ"), report_of(title="KẾT QUẢ CHUNG"))
    assert "Tên mục" in html
    old = report_of()
    html = html_of(old, replace(old, recipients=("Như trên", "Lưu")), "signature")
    assert "Nơi nhận" in html
    assert "Như trên¶<br>Lưu" in html


def test_a_table_shows_the_rows_that_changed() -> None:
    head = ("Xã", "Số")
    rows = [(f"Xã {number}", str(number)) for number in range(10)]
    old = table(1, [Column(), Column()], [head, *rows], "Bảng 1")
    later = table(1, [Column(), Column()], [head, *rows[:5], ("Xã 5", "55"), *rows[6:]], "Bảng 1")
    html = html_of(report_of(old), report_of(later))
    assert gone("5") + new("55") in html
    assert "hàng không đổi" in html
    assert "Xã 2" not in html


def test_a_table_that_came_is_underlined_whole() -> None:
    made = table(1, [Column()], [("Xã",), ("An Bình",)], "Bảng 1")
    html = html_of(report_of(), report_of(made))
    assert new("An Bình") in html
    assert new("Bảng 1") in html


def test_a_section_that_is_gone_is_struck_out_whole() -> None:
    old = report_of(block(1, SENTENCE))
    without = renumber(replace(old, sections=old.sections[1:]))
    html = html_of(old, without)
    assert "(đã bỏ)" in html
    assert gone(SENTENCE) in html


def test_a_tab_without_a_change_says_so() -> None:
    assert "không có chỗ nào khác" in html_of(report_of(), report_of(), "closing")
