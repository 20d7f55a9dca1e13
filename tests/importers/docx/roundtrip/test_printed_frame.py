"""A line that print makes anew is told where it says more than print would write."""

from dataclasses import replace

from danvan_desktop.importers.docx.roundtrip.printed_frame import edited_lines, text_alone
from danvan_desktop.report.full_text import all_text, printed_texts
from danvan_desktop.report.model import PartialDate
from tests.builders import full_report
from tests.builders.exported_files import as_docx, edited, paragraph
from tests.importers.docx.shape import imported, notes

REPORT = full_report.everything()


def test_what_print_writes_is_not_told() -> None:
    typed = {
        "national_name": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        "draft": ["DỰ THẢO LẦN 2"],
        "recipients_label": ["Nơi nhận:"],
        "stamp": ["HỎA TỐC"],
        "signer": [],
    }
    assert edited_lines(typed, REPORT) == []


def test_one_word_more_is_told_with_its_line_however_often_it_stands_elsewhere() -> None:
    typed = {"recipients_label": ["Nơi nhận văn phòng:"], "motto": ["Độc lập - Tự do - Hạnh phúc", "Tự do"]}
    assert edited_lines(typed, REPORT) == ["Nơi nhận văn phòng:", "Tự do"]


def test_a_line_of_a_role_that_print_does_not_write_is_told() -> None:
    assert edited_lines({"address_label": ["Kính gửi:"]}, full_report.report()) == ["Kính gửi:"]


def test_text_alone_has_nothing_of_what_stands_around_it() -> None:
    kept = set(printed_texts(text_alone(REPORT)))
    assert "Văn phòng" not in kept
    assert "Nguyễn Văn A" not in kept
    assert [text for text in map(all_text, (text_alone(REPORT),)) if "Đặc điểm tình hình" in text]


def test_words_added_to_a_line_of_print_are_named_and_the_rest_of_it_is_read() -> None:
    dated = replace(REPORT, letterhead=replace(REPORT.letterhead, issued_on=PartialDate(2025, 12, 5)))
    file = edited(
        as_docx(dated),
        lambda word: [
            paragraph(word, start).add_run(" chờ ký")
            for start in ("An Bình, ngày", "DỰ THẢO LẦN", "(Kèm theo", "Kính gửi:")
        ],
    )
    again = imported(file)
    assert again.letterhead == dated.letterhead
    assert again.marks == dated.marks
    (note,) = notes(again, "unplaced")
    assert note.startswith("Những dòng này được in lại theo thể thức, chữ sửa trong Word không giữ được: ")
    for line in ("năm 2025 chờ ký”", "“DỰ THẢO LẦN 2 chờ ký”", "“Kính gửi: chờ ký”", "của Ban Quản lý"):
        assert line in note
