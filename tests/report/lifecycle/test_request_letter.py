"""The opening paragraph that answers a request, and its deadline."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from danvan_desktop.report.lifecycle.request_letter import (
    citation,
    document_type,
    opening_text,
    with_opening,
)
from danvan_desktop.report.model import (
    Origin,
    Paragraph,
    PartialDate,
    Report,
    Request,
    Run,
    plain,
)
from danvan_desktop.report.text.dates import short_date, whole_date

REQUEST = Request(
    agency="Sở Nội vụ",
    number_symbol="4378/SNV-XDCQ",
    date=PartialDate(2025, 11, 20),
    subject="V/v báo cáo kết quả thực hiện công tác Dân vận năm 2025",
    due=PartialDate(2025, 12, 15),
)


def report(*opening: Paragraph, **changes: object) -> Report:
    base = Report(
        "r", datetime(2025, 11, 24, tzinfo=UTC), 2025, "x", next_id=50, request=REQUEST, opening=opening
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def text_of(result: Report, at: int = 0) -> str:
    block = result.opening[at]
    assert isinstance(block, Paragraph)
    return plain(block.runs)


def test_the_opening_cites_as_the_decree_does() -> None:
    assert opening_text(REQUEST, "Văn phòng Ủy ban nhân dân tỉnh") == (
        "Thực hiện Công văn số 4378/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ về việc báo cáo kết quả thực hiện "
        "công tác Dân vận năm 2025, Văn phòng Ủy ban nhân dân tỉnh báo cáo kết quả như sau:"
    )


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("4378/SNV-XDCQ", "Công văn"),
        ("9086/BNV-CTTN&BĐG", "Công văn"),
        ("", "Công văn"),
        ("/SNV-VP", "Công văn"),
        ("21/KH-UBND", "Kế hoạch"),
        ("33/CT-TTg", "Chỉ thị"),
        ("33/CT- TTg", "Chỉ thị"),
        ("2579/QĐ-UBND", "Quyết định"),
        ("59/2023/NĐ-CP", "Nghị định"),
        ("12/2025/TT-BNV", "Thông tư"),
        ("25-NQ/TW", "Nghị quyết"),
        ("01-KL/TW", "Kết luận"),
        ("123-CV/TU", "Công văn"),
        ("07-BC/DV", "Báo cáo"),
        ("15/CĐ-TTg", "Công điện"),
        ("8/TB-VP", "Thông báo"),
        ("05/HD-SNV", "Hướng dẫn"),
        ("3/CTr-UBND", "Chương trình"),
        ("…/KH-UBND", "Kế hoạch"),
    ],
)
def test_the_symbol_tells_the_type(symbol: str, name: str) -> None:
    assert document_type(symbol) == name


@pytest.mark.parametrize(
    ("changes", "cited"),
    [
        (
            {"number_symbol": "33/CT- TTg", "subject": None},
            "Chỉ thị số 33/CT-TTg ngày 20/11/2025 của Sở Nội vụ",
        ),
        (
            {"number_symbol": "/SNV-XDCQ", "subject": ""},
            "Công văn số …/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ",
        ),
        ({"number_symbol": None, "subject": ""}, "Công văn số … ngày 20/11/2025 của Sở Nội vụ"),
        ({"agency": None, "date": PartialDate(), "subject": None}, "Công văn số 4378/SNV-XDCQ ngày … của …"),
        (
            {"date": PartialDate(2025, 11), "subject": None},
            "Công văn số 4378/SNV-XDCQ tháng 11/2025 của Sở Nội vụ",
        ),
        ({"date": PartialDate(2025), "subject": None}, "Công văn số 4378/SNV-XDCQ năm 2025 của Sở Nội vụ"),
    ],
)
def test_what_is_not_known_is_left_out_or_dotted(changes: dict[str, object], cited: str) -> None:
    assert citation(replace(REQUEST, **changes)) == cited  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("Số: 4378/SNV-XDCQ", "Công văn số 4378/SNV-XDCQ"),
        ("số 4378 / SNV – XDCQ.", "Công văn số 4378/SNV-XDCQ"),
        ("Công văn số 4378/SNV-XDCQ", "Công văn số 4378/SNV-XDCQ"),
        ("Văn bản số 4378/SNV-XDCQ", "Công văn số 4378/SNV-XDCQ"),
        ("CV 4378/SNV-XDCQ", "Công văn số 4378/SNV-XDCQ"),
        ("kế hoạch số 21/KH-UBND", "Kế hoạch số 21/KH-UBND"),
        ("Luật số 72/2025/QH15", "Luật số 72/2025/QH15"),
        ("21/kh-ubnd", "Kế hoạch số 21/KH-UBND"),
        ("3/ctr-ubnd", "Chương trình số 3/CTr-UBND"),
        ("33/ct-ttg", "Chỉ thị số 33/CT-TTg"),
    ],
)
def test_a_number_may_be_typed_as_the_letter_has_it(written: str, cited: str) -> None:
    assert citation(replace(REQUEST, number_symbol=written)).partition(" ngày")[0] == cited


@pytest.mark.parametrize(
    ("subject", "end"),
    [
        ("Về việc Báo cáo kết quả.", "về việc báo cáo kết quả"),
        ("UBND tỉnh giao báo cáo", "về việc UBND tỉnh giao báo cáo"),
        ("báo cáo kết quả;", "về việc báo cáo kết quả"),
        ("việc báo cáo", "về việc báo cáo"),
        ("V/v về việc báo cáo", "về việc báo cáo"),
        ("Ủy ban nhân dân tỉnh giao báo cáo", "về việc Ủy ban nhân dân tỉnh giao báo cáo"),
        ("Đảng ủy khối đề nghị báo cáo", "về việc Đảng ủy khối đề nghị báo cáo"),
        ("Bộ Nội vụ đề nghị báo cáo", "về việc Bộ Nội vụ đề nghị báo cáo"),
        ("Ban hành kế hoạch", "về việc ban hành kế hoạch"),
    ],
)
def test_the_subject_follows_ve_viec_once_and_in_small_letters(subject: str, end: str) -> None:
    assert citation(replace(REQUEST, subject=subject)).endswith(f"của Sở Nội vụ {end}")


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (PartialDate(2013, 6, 3), "03/6/2013"),
        (PartialDate(2023, 8, 14), "14/8/2023"),
        (PartialDate(2020, 1, 5), "05/01/2020"),
        (PartialDate(2020, 2, 25), "25/02/2020"),
        (PartialDate(2020, 12, 9), "09/12/2020"),
        (PartialDate(None, 12, 15), "15/12"),
        (PartialDate(2020, None, 9), "2020"),
        (PartialDate(), "…"),
    ],
)
def test_zeros_stand_before_days_below_ten_and_months_one_and_two(when: PartialDate, text: str) -> None:
    assert short_date(when) == text


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert whole_date(PartialDate(2025, 11, 31)) is None
    assert whole_date(PartialDate(2025, 11, 30)) == date(2025, 11, 30)


def test_the_old_opening_gives_way_and_its_name_of_the_office_stays() -> None:
    old = Paragraph(
        3,
        runs=(Run("Thực hiện Văn bản số 1/SNV ngày 01/01/2024 của Sở Nội vụ; Văn phòng UBND tỉnh xin được "),
              Run("báo cáo kết quả như sau:")),
        origin=Origin(2024, found=("Văn bản số 1/SNV ngày 01/01/2024",)),
    )  # fmt: skip
    result = with_opening(report(old, Paragraph(4, runs=(Run("Đoạn sau"),))))
    assert text_of(result).endswith("năm 2025, Văn phòng UBND tỉnh báo cáo kết quả như sau:")
    assert [block.id for block in result.opening] == [3, 4]
    first = result.opening[0]
    assert isinstance(first, Paragraph)
    assert first.origin == Origin(2024, touched=True)
    assert with_opening(result) is result


def test_the_outline_s_empty_opening_is_filled() -> None:
    result = with_opening(report(Paragraph(3, hint="Nêu văn bản yêu cầu")), "Văn phòng")
    assert len(result.opening) == 1
    assert text_of(result).startswith("Thực hiện Công văn số 4378/SNV-XDCQ")


def test_without_an_opening_a_new_paragraph_comes_first() -> None:
    result = with_opening(report(Paragraph(3, runs=(Run("Năm qua, tình hình ổn định."),))), "Văn phòng")
    assert [block.id for block in result.opening] == [50, 3]
    assert result.next_id == 51


def test_a_first_paragraph_that_answers_nothing_is_kept() -> None:
    kept = Paragraph(3, runs=(Run("Thực hiện nhiệm vụ được giao, cơ quan đã hoàn thành."),))
    assert len(with_opening(report(kept), "Văn phòng").opening) == 2


def test_a_report_without_a_request_stays() -> None:
    plain_report = report(request=None)
    assert with_opening(plain_report) is plain_report
