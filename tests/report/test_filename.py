"""The proposed file name is short, plain and telling."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.filename import proposed_name
from danvan_desktop.report.model import Report


def report(subject: str, year: int = 2025, kind: str = "BÁO CÁO") -> Report:
    return Report(id="x", modified=datetime(2025, 11, 24, tzinfo=UTC), year=year, subject=subject, kind=kind)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Kết quả thực hiện công tác Dân vận năm 2025", "BC-Dan-van-2025"),
        ("Tổng kết công tác Dân vận chính quyền năm 2025", "BC-Dan-van-chinh-quyen-2025"),
        ("Kết quả thực hiện Đề án 06 quý III năm 2025", "BC-De-an-06-quy-III-2025"),
        ("So sánh năm 2024 và năm 2025", "BC-So-sanh-nam-2024-va-2025"),
        ("Công tác", "BC-Cong-tac-2025"),
        ("", "BC-2025"),
        ("ĐƯỜNG LỐI / con:đường?*", "BC-DUONG-LOI-con-duong-2025"),
        ("Kết quả " + "rất dài dòng " * 20, "BC-Rat-dai-dong-rat-dai-dong-rat-dai-2025"),
        ("K" * 200, "BC-" + "K" * 35 + "-2025"),
    ],
)
def test_the_name_tells_what_the_report_is_about(subject: str, name: str) -> None:
    assert proposed_name(report(subject)) == name


def test_the_kind_gives_its_initials() -> None:
    assert proposed_name(report("Dân vận khéo", kind="KẾ HOẠCH")) == "KH-Dan-van-kheo-2025"


@given(st.text(max_size=300), st.integers(1900, 9999))
def test_any_subject_gives_a_plain_name_of_at_most_50_characters(subject: str, year: int) -> None:
    name = proposed_name(report(subject, year))
    assert re.fullmatch(r"BC(-[A-Za-z0-9]+)*-\d{4}", name)
    assert len(name + ".docx") <= 50
