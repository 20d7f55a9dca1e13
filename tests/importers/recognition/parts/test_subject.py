"""The trích yếu: however long, whatever it opens with, on however many lines; and where the text begins."""

import pytest

from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.importers.recognition.lines.text_lines import TextLine, split_lines
from danvan_desktop.importers.recognition.parts.subject import read_subject
from danvan_desktop.report.model import Run

TEXT = "Thực hiện Văn bản số 12/BDV ngày 01/11/2025, Sở Nội vụ báo cáo kết quả như sau:"
WRAPPED = "Thực hiện Văn bản số 12/BDV ngày 01/11/2025 của Ban Dân vận, Sở Nội vụ\nbáo cáo kết quả như sau:"
LONG = (
    "Triển khai thực hiện công tác dân vận, Quy chế dân chủ ở cơ sở và phong trào thi đua “Dân vận khéo” "
    "của Sở Nội vụ tỉnh Hương Giang năm 2025"
)
OPENING = (
    "Triển khai thực hiện Văn bản số 12/BDV ngày 01/11/2025 của Ban Dân vận về báo cáo\n"
    "kết quả công tác dân vận, Sở Nội vụ báo cáo như sau:"
)
TITLES = [
    "Kết quả công tác dân vận năm 2025",
    "Triển khai công tác dân vận năm 2025",
    "Thực hiện Nghị quyết về công tác dân vận",
    LONG,
    "V/v kết quả công tác dân vận năm 2025",
    "Kết quả thực hiện công tác dân vận\nsáu tháng đầu năm 2025",
    "Kết quả thực hiện công tác dân vận,\nQuy chế dân chủ ở cơ sở",
    "Kết quả thực hiện công tác dân vận\n6 tháng đầu năm 2025; phương hướng,\nnhiệm vụ 6 tháng cuối năm",
    "KẾT QUẢ CÔNG TÁC DÂN VẬN\nNĂM 2025",
    "Kết quả công tác dân vận\n(từ 15/12/2024 đến 14/12/2025)",
]


def subject(title: str, below: str) -> tuple[str, str]:
    """The trích yếu read of a text, and the first line behind it."""
    lines = list(split_lines(f"{title}{below}"))
    words, end = read_subject(lines, 0, "")
    return words, lines[end].text if end < len(lines) else ""


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "below", [f"\n\n{TEXT}", f"\n{TEXT}", f"\n{WRAPPED}", "\nI. ĐẶC ĐIỂM\n", "\nKính gửi: Sở Nội vụ\n"]
)
def test_a_title_ends_where_the_text_begins(title: str, below: str) -> None:
    words, first = subject(title, below)
    assert words == " ".join(title.split("\n"))
    assert first == below.strip().split("\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        WRAPPED,
        OPENING,
        "Sở Nội vụ báo cáo kết quả công tác dân vận năm 2025 như sau:",
    ],
)
def test_a_text_below_the_kind_is_no_title(text: str) -> None:
    assert subject(text, "\n\nI. ĐẶC ĐIỂM\n")[0] == ""


def line(text: str, *, centred: bool = True, bold: bool = True, blank: bool = False) -> TextLine:
    return TextLine(text, text, 1, blank_before=blank, look=Look((Run(text, bold=bold),), centred=centred))


@pytest.mark.parametrize(
    "titles",
    [
        ["Thực hiện Kế hoạch công tác dân vận", "Năm 2025"],
        ["Kết quả công tác dân vận năm 2025."],
        [LONG, "Phương hướng, nhiệm vụ năm 2026"],
        ["KẾT QUẢ CÔNG TÁC DÂN VẬN NĂM 2025", "VÀ NHIỆM VỤ NĂM 2026"],
        ["Kết quả công tác dân vận", "(Từ ngày 15/12/2024 đến ngày 14/12/2025)"],
    ],
)
def test_centred_lines_are_a_title_whatever_their_words(titles: list[str]) -> None:
    lines = [*map(line, titles), line(TEXT, centred=False, bold=False)]
    assert read_subject(lines, 0, "") == (" ".join(titles), len(titles))


@pytest.mark.parametrize(
    "below",
    [
        line("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HƯƠNG GIANG"),
        line("I. ĐẶC ĐIỂM TÌNH HÌNH"),
        line("Kính gửi: Ủy ban nhân dân tỉnh", bold=False),
        line("Đặc điểm tình hình", centred=False),
        line(TEXT, centred=False, bold=False),
    ],
)
def test_what_stands_below_a_centred_title_is_not_of_it(below: TextLine) -> None:
    lines = [line("Về việc phê duyệt danh mục hồ sơ"), below, line("Nội dung.", centred=False, bold=False)]
    assert read_subject(lines, 0, "") == ("Về việc phê duyệt danh mục hồ sơ", 1)


def test_bold_lines_at_the_left_are_a_title_too() -> None:
    lines = [
        line("Thực hiện Kế hoạch công tác dân vận", centred=False),
        line("Quy chế dân chủ năm 2025", centred=False),
        line(TEXT, centred=False, bold=False),
    ]
    assert read_subject(lines, 0, "")[1] == 2
