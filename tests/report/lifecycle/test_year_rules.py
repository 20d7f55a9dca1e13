"""What goes up when next year's report is begun, and what stays: a row for each turn of phrase."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.lifecycle.year_rules import RULES, YearRule, advanced, tokens
from tests.builders.strategies import texts

YEAR = 2025


def years_in(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\d{4}", text))


GOES_UP = [
    (
        "Kế hoạch số 5/KH-VP về dân vận năm 2025; trong năm 2025 có",
        "Kế hoạch số 5/KH-VP về dân vận năm 2025; trong năm 2026 có",
    ),
    (
        "Kế hoạch số 5/KH-VP về dân vận năm 2025, đến cuối năm 2025 đạt",
        "Kế hoạch số 5/KH-VP về dân vận năm 2025, đến cuối năm 2026 đạt",
    ),
    ("Chuẩn bị bầu cử. Trước ngày 15/01/2026 gửi", "Chuẩn bị bầu cử. Trước ngày 15/01/2027 gửi"),
    ("năm 2025", "năm 2026"),
    ("Năm 2025, các phòng đăng ký", "Năm 2026, các phòng đăng ký"),
    ("NHIỆM VỤ TRỌNG TÂM NĂM 2026", "NHIỆM VỤ TRỌNG TÂM NĂM 2027"),
    ("phương hướng nhiệm vụ năm 2026", "phương hướng nhiệm vụ năm 2027"),
    ("sáu tháng đầu năm 2025", "sáu tháng đầu năm 2026"),
    ("6 tháng cuối năm 2025", "6 tháng cuối năm 2026"),
    ("so với năm 2024", "so với năm 2025"),
    ("so với cùng kỳ năm 2024", "so với cùng kỳ năm 2025"),
    ("so với 6 tháng đầu năm 2024", "so với 6 tháng đầu năm 2025"),
    ("tăng 10% so với kế hoạch giao năm 2025", "tăng 10% so với kế hoạch giao năm 2026"),
    ("năm trước (2024)", "năm trước (2025)"),
    ("tăng 15% so năm 2024", "tăng 15% so năm 2025"),
    ("cao hơn năm 2024", "cao hơn năm 2025"),
    ("47 mô hình (năm 2024: 35 mô hình)", "47 mô hình (năm 2025: 35 mô hình)"),
    (
        "tổng kết công tác dân vận năm 2024, triển khai nhiệm vụ năm 2025",
        "tổng kết công tác dân vận năm 2025, triển khai nhiệm vụ năm 2026",
    ),
    ("từ ngày 01/01/2025 đến ngày 15/11/2025", "từ ngày 01/01/2026 đến ngày 15/11/2026"),
    ("01/01/2025 đến 15/11/2025", "01/01/2026 đến 15/11/2026"),
    ("từ ngày 01/01 đến 15/11/2025", "từ ngày 01/01 đến 15/11/2026"),
    ("từ ngày 15/12/2024 đến ngày 14/12/2025", "từ ngày 15/12/2025 đến ngày 14/12/2026"),
    (
        "từ ngày 01 tháng 01 năm 2025 đến ngày 15 tháng 11 năm 2025",
        "từ ngày 01 tháng 01 năm 2026 đến ngày 15 tháng 11 năm 2026",
    ),
    ("từ ngày 16/11/2024 đến ngày 15/11/2025", "từ ngày 16/11/2025 đến ngày 15/11/2026"),
    ("Kỳ báo cáo: 16/11/2024 - 15/11/2025", "Kỳ báo cáo: 16/11/2025 - 15/11/2026"),
    (
        "từ ngày 16 tháng 11 năm 2024 đến hết ngày 15 tháng 11 năm 2025",
        "từ ngày 16 tháng 11 năm 2025 đến hết ngày 15 tháng 11 năm 2026",
    ),
    ("Tính từ 01/12/2024 đến 30/11/2025", "Tính từ 01/12/2025 đến 30/11/2026"),
    ("kỳ báo cáo 01/11/2024-31/10/2025", "kỳ báo cáo 01/11/2025-31/10/2026"),
    ("từ ngày 15/12/2024 đến nay", "từ ngày 15/12/2025 đến nay"),
    ("từ tháng 12/2024 đến tháng 11/2025", "từ tháng 12/2025 đến tháng 11/2026"),
    ("từ tháng 11/2024 đến tháng 10/2025", "từ tháng 11/2025 đến tháng 10/2026"),
    ("tăng 12% (2025/2024)", "tăng 12% (2026/2025)"),
    (
        "Sau sáp nhập, Sở đã triển khai công tác dân vận năm 2025",
        "Sau sáp nhập, Sở đã triển khai công tác dân vận năm 2026",
    ),
    ("cuối năm 2024, đầu năm 2025", "cuối năm 2025, đầu năm 2026"),
    ("hồ sơ từ năm 2024 chuyển sang năm 2025", "hồ sơ từ năm 2025 chuyển sang năm 2026"),
    ("từ tháng 01 đến tháng 11 năm 2025", "từ tháng 01 đến tháng 11 năm 2026"),
    ("tính đến hết quý III/2025", "tính đến hết quý III/2026"),
    ("trong 9 tháng năm 2025", "trong 9 tháng năm 2026"),
    ("năm 2025 tăng so với năm 2024", "năm 2026 tăng so với năm 2025"),
    ("Tính đến ngày 15/11/2025, cơ quan có", "Tính đến ngày 15/11/2026, cơ quan có"),
    ("cơ quan (đến ngày 20/11/2025) có", "cơ quan (đến ngày 20/11/2026) có"),
    ("Đến ngày 15/11/2025 đã hoàn thành", "Đến ngày 15/11/2026 đã hoàn thành"),
    (
        "Đến ngày 15/11/2025 đã hoàn thành 05 việc; còn lại hoàn thành trong tháng 12/2025",
        "Đến ngày 15/11/2026 đã hoàn thành 05 việc; còn lại hoàn thành trong tháng 12/2026",
    ),
    ("dự kiến tổng kết vào ngày 20/12/2025", "dự kiến tổng kết vào ngày 20/12/2026"),
    ("02 mô hình sẽ được công nhận trong quý IV/2025", "02 mô hình sẽ được công nhận trong quý IV/2026"),
    ("ước đến 31/12/2025 đạt", "ước đến 31/12/2026 đạt"),
    ("đến thời điểm 15/11/2025", "đến thời điểm 15/11/2026"),
    ("đến nay (15/11/2025)", "đến nay (15/11/2026)"),
    ("Toàn tỉnh, đến ngày 15/11/2025, có", "Toàn tỉnh, đến ngày 15/11/2026, có"),
    ("đến hết năm 2025", "đến hết năm 2026"),
    ("Từ đầu năm 2025 đến nay", "Từ đầu năm 2026 đến nay"),
    ("năm học 2025 - 2026", "năm học 2026 - 2027"),
    ("giai đoạn 2025 - 2026", "giai đoạn 2026 - 2027"),
    ("trước ngày 31/01/2026", "trước ngày 31/01/2027"),
    ("trong quý I/2026", "trong quý I/2027"),
    ("hoàn thành trong tháng 3 năm 2026", "hoàn thành trong tháng 3 năm 2027"),
    ("Kế hoạch công tác dân vận năm 2025 đã ban hành", "Kế hoạch công tác dân vận năm 2026 đã ban hành"),
]

STAYS = [
    "Nghị quyết số 25-NQ/TW ngày 03/6/2013",
    "Nghị quyết số 25-NQ/TW, ngày 03/6/2013",
    "Chỉ thị số 33/CT- TTg ngày 26/11/2021",
    "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023",
    "Nghị định số 30/2025/NĐ-CP ngày 14/8/2025 của Chính phủ",
    "Công văn số 4378/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ",
    "Công văn ngày 20/11/2025",
    "theo thư ngày 05/12/2025 của Ủy ban nhân dân tỉnh",
    "Luật số 97/2025/QH15",
    "Luật Đất đai năm 2024",
    "Luật Thực hiện dân chủ ở cơ sở năm 2025",
    "Luật Phòng, chống tham nhũng năm 2025",
    "Luật Tổ chức chính quyền địa phương (sửa đổi) năm 2025",
    "Nghị quyết 18 năm 2025",
    "sửa đổi, bổ sung năm 2025",
    "Hiến pháp 2013",
    "từ năm 2021",
    "Từ năm 2025, cơ quan áp dụng",
    "từ năm 2021 đến năm 2025",
    "Từ ngày 01/7/2025, chính quyền địa phương hai cấp",
    "từ ngày 10/3/2025 đến ngày 12/3/2025",
    "từ ngày 10/3/2023 đến ngày 09/3/2024",
    "từ ngày 10/3/2020 đến ngày 10/3/2025",
    "từ ngày 10/3/2024 đến ngày 12/5/2025",
    "từ tháng 3/2024 đến tháng 9/2025",
    "mục tiêu đến năm 2025, tầm nhìn đến năm 2030",
    "khóa XII",
    "có hiệu lực thi hành từ ngày 01/01/2026",
    "có hiệu lực ngày 01/01/2026",
    "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng năm 2026",
    "kỷ niệm 80 năm Quốc khánh (1945 - 2025)",
    "95 năm Ngày truyền thống (15/10/1930 - 15/10/2025)",
    "quý IV năm 2025",
    "quý I/2025 và quý II/2025",
    "từ 05/02/2025 đến hết 19/02/2025",
    "từ ngày 05/02 đến hết ngày 19/02/2025",
    "từ 05/12/2025 - 19/01/2026 tổ chức trực",
    "kiến nghị kéo dài đến quý I/2025",
    "gia hạn thời gian thực hiện đến hết tháng 3/2026",
    "dời cuộc họp sang ngày 12/01/2026",
    "Ngày 15/3/2026, cử tri cả nước đi bầu cử đại biểu Quốc hội",
    "chuẩn bị bầu cử vào tháng 3/2026",
    "Đại hội Đảng toàn quốc lần thứ XIV (tháng 01/2026)",
    "lễ khởi công dự kiến ngày 20/12/2025",
    "Kế hoạch số 12/KH-UBND ngày 05/01/2025 về thực hiện công tác dân vận năm 2025",
    "Quyết định số 45/QĐ-UBND ngày 03/02/2025 phê duyệt Chương trình hành động năm 2025",
    "Kế hoạch số 05/KH-VP, ngày 12/01/2025 của Văn phòng về cải cách hành chính năm 2025",
    "nhiệm kỳ 2020 - 2025",
    "nhiệm kỳ 2025 - 2030",
    "khóa XV, nhiệm kỳ 2025 - 2026",
    "giai đoạn 2021 - 2030",
    "giai đoạn 2021- 2025",
    "các năm 2023, 2024, 2025",
    "còn lại áp dụng từ ngày 01/7/2025",
    "còn lại đã hoàn thành trong tháng 3/2025",
    "sẽ thực hiện Công văn ngày 20/11/2025",
    "tháng 12/2025",
    "tháng 4 năm 2025",
    "quý III/2025",
    "ngày 24/01/2025",
    "thành lập năm 2025",
    "được thành lập đầu năm 2025",
    "Đề án được phê duyệt trong năm 2025",
    "Trung tâm đi vào hoạt động từ cuối năm 2025",
    "Kế hoạch số 01/KH-VP năm 2025",
    "sinh năm 1985",
    "bầu cử đại biểu Quốc hội năm 2026",
    "tỷ lệ 2025/2050 hộ",
    "2025",
    "bão số 10 (Bualoi) năm 2025",
    "sau sắp xếp đơn vị hành chính năm 2025",
    "Tết Nguyên đán Ất Tỵ 2025",
    "Tết cổ truyền Ất Tị năm 2025",
    "Xuân Ất Tỵ - 2025",
    "Năm 2025 là năm cuối của nhiệm kỳ",
    "Năm 2025 được xác định là năm bản lề",
    "Năm 2025, năm cuối thực hiện Nghị quyết",
    "năm 2023",
    "năm 2027",
    "171 người",
    "2025 lượt người",
    "2.025 triệu đồng",
    "từ 18 đến 35 tuổi",
    "đến ngày 27/7",
]


@pytest.mark.parametrize(("before", "after"), GOES_UP)
def test_the_report_s_own_years_go_up(before: str, after: str) -> None:
    assert advanced(before, YEAR)[0] == after


@pytest.mark.parametrize("text", STAYS)
def test_what_is_not_the_report_s_own_stays(text: str) -> None:
    assert advanced(text, YEAR)[0] == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kết quả công tác dân vận năm 2025", "Kết quả công tác dân vận năm 2026"),
        ("Khắc phục hạn chế năm 2024", "Khắc phục hạn chế năm 2025"),
        ("Năm 2024", "Năm 2025"),
        ("So sánh năm 2024 và năm 2025", "So sánh năm 2025 và năm 2026"),
        ("Số liệu các năm 2023, 2024, 2025", "Số liệu các năm 2024, 2025, 2026"),
        ("Năm 2023", "Năm 2024"),
        ("2023", "2024"),
        ("Kết luận thanh tra năm 2023", "Kết luận thanh tra năm 2023"),
        ("Giai đoạn 2021 đến 2025", "Giai đoạn 2021 đến 2025"),
        ("Giai đoạn 2021—2025", "Giai đoạn 2021—2025"),
        ("Nhiệm kỳ 2025‑2030", "Nhiệm kỳ 2025‑2030"),
        ("So sánh 2025/2024 (%)", "So sánh 2026/2025 (%)"),
        ("Năm 2025/năm 2024", "Năm 2026/năm 2025"),
        ("6T/2025", "6T/2026"),
        ("Kết quả năm 2024, năm 2025", "Kết quả năm 2025, năm 2026"),
        ("BÁO CÁO QUÝ III/2025", "BÁO CÁO QUÝ III/2026"),
        ("KẾ HOẠCH 2025", "KẾ HOẠCH 2026"),
        ("Triển khai Luật Đất đai năm 2024", "Triển khai Luật Đất đai năm 2024"),
        ("Nhiệm kỳ 2020 - 2025", "Nhiệm kỳ 2020 - 2025"),
        ("Thực hiện Nghị quyết số 202/2025/QH15", "Thực hiện Nghị quyết số 202/2025/QH15"),
    ],
)
def test_titles_move_with_their_year_but_not_with_laws(before: str, after: str) -> None:
    assert advanced(before, YEAR, title=True)[0] == after


def test_the_opening_keeps_the_letter_with_the_year_in_its_title_and_all_of_it_is_marked() -> None:
    text = (
        "Thực hiện Công văn số 12/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ về việc báo cáo năm 2025, Văn phòng"
    )
    new, stale = advanced(text, YEAR)
    assert new == text
    assert stale == ("Công văn số 12/SNV-XDCQ ngày 20/11/2025", "năm 2025")


@pytest.mark.parametrize(("before", "after"), GOES_UP)
def test_what_moves_is_always_marked(before: str, after: str) -> None:
    stale = advanced(before, YEAR)[1]
    moved = {
        match.start()
        for match, old in zip(years_in(after), years_in(before), strict=True)
        if match[0] != old[0]
    }
    marked = {
        token.start + match.start()
        for token in tokens(after)
        if token.text in stale
        for match in re.finditer(r"\d{4}", token.text)
    }
    assert moved <= marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoàn thành trong quý IV/2025 và quý I/2026", "hoàn thành trong quý IV/2026 và quý I/2027"),
        ("triển khai tháng 12/2025, tháng 01/2026", "triển khai tháng 12/2026, tháng 01/2027"),
        ("dự kiến 05/12/2025 (chậm nhất 10/12/2025)", "dự kiến 05/12/2026 (chậm nhất 10/12/2026)"),
        (
            "dự kiến ngày 28/12/2025, chậm nhất ngày 05/01/2026",
            "dự kiến ngày 28/12/2026, chậm nhất ngày 05/01/2027",
        ),
    ],
)
def test_a_range_to_come_moves_whole(text: str, expected: str) -> None:
    assert advanced(text, YEAR)[0] == expected
    assert len(advanced(text, YEAR)[1]) == 1


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("năm 2025", ("năm 2026",)),
        ("2025", ("2025",)),
        ("nhiệm vụ năm 2026", ("năm 2027",)),
        ("giá 18.300đ/kg, thu nhập 1.250.000đ/người/tháng", ("18.300đ/kg", "1.250.000đ/người/tháng")),
        ("65,5tạ/ha; dài 12,4km; 5G, 4 giờ, mục 2a", ("65,5tạ/ha", "12,4km", "4")),
        ("so với năm 2024", ("so với năm 2025",)),
        ("tăng 02 mô hình", ("02",)),
        ("1.386 lượt, 84,5%", ("1.386", "84,5%")),
        ("tháng 12/2025", ("tháng 12/2025",)),
        ("trước ngày 31/01/2026", ("ngày 31/01/2027",)),
        ("Nghị quyết số 25-NQ/TW", ("Nghị quyết số 25-NQ/TW",)),
        ("Nghị quyết số 25-NQ/TW ngày 03/6/2013", ("Nghị quyết số 25-NQ/TW ngày 03/6/2013",)),
        ("33/CT-TTg; Kết luận số 01-KL/TW", ("33/CT-TTg", "Kết luận số 01-KL/TW")),
        ("Kế hoạch số 12/KH-VP", ("Kế hoạch số 12/KH-VP",)),
        ("Công văn số 4378/SNV-XDCQ", ("Công văn số 4378/SNV-XDCQ",)),
        ("Kế hoạch số 01/KH-VP năm 2025", ("Kế hoạch số 01/KH-VP năm 2025",)),
        ("được phê duyệt năm 2025", ("phê duyệt năm 2025",)),
        ("cao hơn năm 2024", ("cao hơn năm 2025",)),
        ("16/11/2024 - 15/11/2025", ("16/11/2025 - 15/11/2026",)),
        ("Nghị định số 59/2023/NĐ-CP", ("Nghị định số 59/2023/NĐ-CP",)),
        ("khoản 2 Điều 13; lần thứ 7; khóa XII", ()),
        ("320 m2, COVID-19", ("320",)),
        ("đạt 102,3%/KH giao", ("102,3%",)),
        ("liên hệ 0912.345.678, 0203 3835 123", ("0912.345.678", "0203 3835 123")),
        ("dịp Tết Nguyên đán Ất Tỵ", ("Ất Tỵ",)),
        ("quý thân nhân liệt sĩ", ()),
        ("T11/2025; Q4/2025", ("T11/2025", "Q4/2025")),
        ("chỉ thị số 33/CT-TTg", ("chỉ thị số 33/CT-TTg",)),
        ("giai đoạn 2021 - 2030", ("giai đoạn 2021 - 2030",)),
        ("+03 so với; -26 (+4.294)", ("+03", "-26", "+4.294")),
        ("Đề án 06", ()),
        ("5 - 7 cuộc, 05/06 mô hình", ("5 - 7", "05/06")),
        ("không có số nào", ()),
    ],
)
def test_what_must_be_looked_at_is_named_as_it_now_stands(text: str, stale: tuple[str, ...]) -> None:
    assert advanced(text, YEAR)[1] == stale


def test_several_years_may_be_skipped() -> None:
    assert advanced("năm 2023 so với năm 2022", 2023, by=3)[0] == "năm 2026 so với năm 2025"


def test_a_leap_day_does_not_go_where_there_is_none() -> None:
    assert advanced("Đến ngày 29/02/2024 đạt", 2024)[0] == "Đến ngày 29/02/2024 đạt"
    assert advanced("Đến ngày 29/02/2024 đạt", 2024, by=4)[0] == "Đến ngày 29/02/2028 đạt"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_finds_its_own_example(rule: YearRule) -> None:
    assert rule.id in {token.rule.id for token in tokens(rule.example)}


def test_rules_are_told_by_their_ids() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


_TURNS = [text for text, _ in GOES_UP] + STAYS


def sentences() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_TURNS) | texts(), max_size=5).map("; ".join)


@given(sentences(), st.booleans())
def test_only_years_change_and_nothing_moves(text: str, title: bool) -> None:
    new, stale = advanced(text, YEAR, title=title)
    assert len(new) == len(text)
    year = re.compile(r"\d{4}")
    assert year.sub("#", new) == year.sub("#", text)
    assert all(piece in new for piece in stale)


@given(sentences(), st.booleans())
def test_tokens_lie_where_they_lay(text: str, title: bool) -> None:
    new, _ = advanced(text, YEAR, title=title)
    assert [(t.start, t.end, t.rule.id) for t in tokens(new)] == [
        (t.start, t.end, t.rule.id) for t in tokens(text)
    ]


@given(sentences())
def test_a_report_of_another_time_changes_nothing(text: str) -> None:
    assert advanced(text, 1950)[0] == text


@given(st.text(alphabet="năm 2025/-.,()tháng từ đến ngày 01 số NQ–", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    new, _ = advanced(text, YEAR)
    assert len(new) == len(text)
