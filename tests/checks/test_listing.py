"""A finding as a line: what is wrong, where in the words of the report, and what to do."""

from danvan_desktop.checks import Finding, check
from danvan_desktop.checks.listing import lines
from tests.builders.example_reports import example_report


def test_a_line_shows_the_words_with_those_beside_them() -> None:
    report = example_report("# ĐẶC ĐIỂM\nNăm nay cơ quan đã hoàn thành , đúng hạn các nhiệm vụ được giao.")
    (line,) = lines(report, check(report))
    told = "“thành ,” thừa dấu cách trước dấu câu, hãy viết “thành,”."
    assert line == f"Cần xem lại: I. ĐẶC ĐIỂM: …quan đã hoàn [thành ,] đúng hạn các…: {told}"


def test_what_is_about_no_words_is_told_by_its_part() -> None:
    report = example_report("# ĐÁNH GIÁ\n## Ưu điểm\nMở")
    findings = [
        Finding("warning", "x", "", "Thiếu."),
        Finding("warning", "x", "section:1", "Trống."),
        Finding("warning", "x", "block:2", "Trống."),
        Finding("error", "x", "signature.lines", "Sai."),
    ]
    assert list(lines(report, findings)) == [
        "Cần xem lại: Toàn báo cáo: Thiếu.",
        "Cần xem lại: I. ĐÁNH GIÁ: Trống.",
        "Cần xem lại: I. ĐÁNH GIÁ: Trống.",
        "Không đúng quy định: Nơi nhận và ký: Sai.",
    ]


def test_a_long_stretch_is_shown_by_its_ends() -> None:
    report = example_report("Có 171 người, trong đó 127 công chức, 25 viên chức và 18 người lao động.")
    (line,) = lines(report, check(report))
    assert "Mở đầu: Có [171 người, trong đó 127 … và 18 người lao động.]: 127 + " in line
