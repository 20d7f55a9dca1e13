"""The proposed file name is short, plain and telling."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.report.lifecycle.filename import (
    DEFAULT_PATTERN,
    Paper,
    name_for_state,
    pattern_problem,
    proposed_name,
)
from danvan_desktop.report.model import Letterhead, Marks, Report, State


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


SUBJECT = "Kết quả thực hiện công tác Dân vận năm 2025"


@pytest.mark.parametrize(
    ("state", "draft", "paper", "name"),
    [
        ("drafting", None, "plain", "BC-Dan-van-2025"),
        ("consulting", 2, "plain", "BC-Dan-van-2025-du-thao-lan-2"),
        ("for_signing", None, "plain", "BC-Dan-van-2025-trinh-ky"),
        ("issued", None, "plain", "BC-Dan-van-2025-da-ban-hanh"),
        ("drafting", None, "draft", "BC-Dan-van-2025-du-thao-lan-1"),
        ("consulting", 3, "draft", "BC-Dan-van-2025-du-thao-lan-3"),
        ("consulting", 3, "signing", "BC-Dan-van-2025-trinh-ky"),
    ],
)
def test_the_name_tells_the_state(state: State, draft: int | None, paper: Paper, name: str) -> None:
    given_report = replace(report(SUBJECT), state=state, marks=Marks(draft=draft))
    assert name_for_state(given_report, paper=paper) == name


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{năm}.{loại}_{cơ quan} ({tình trạng})", "2025-BC-VAN-PHONG-trinh-ky"),
        ("{trích yếu}", "Dan-van"),
        ("{Trich  yeu} {NAM}", "Dan-van-2025"),
        ("{tình trạng}", "trinh-ky"),
        ("Báo cáo {năm}", "Bao-cao-2025"),
    ],
)
def test_an_office_has_its_own_pattern(pattern: str, name: str) -> None:
    ready = replace(report(SUBJECT), state="for_signing", letterhead=Letterhead(agency="VĂN PHÒNG"))
    assert name_for_state(ready, pattern) == name


@pytest.mark.parametrize(
    "pattern", ["{số}-{năm}", "{năm", "khong co", "", "{năm!r}", "{năm:>999}", "{}", "{0}", "{năm.a}"]
)
def test_a_pattern_that_cannot_be_used_says_what_can(pattern: str) -> None:
    assert "{trích yếu}" in (pattern_problem(pattern) or "")
    with pytest.raises(UserError, match="Mẫu tên tệp"):
        name_for_state(report(SUBJECT), pattern)


def test_a_pattern_that_can_be_used_has_no_problem() -> None:
    assert pattern_problem(DEFAULT_PATTERN) is None


def test_the_state_is_never_cut_off() -> None:
    long = replace(report("Kết quả " + "rất dài dòng " * 20), state="consulting", marks=Marks(draft=12))
    assert name_for_state(long) == "BC-Rat-dai-dong-rat-dai-2025-du-thao-lan-12"


def test_where_a_name_is_too_long_the_subject_gives_way_before_the_agency() -> None:
    made = replace(report("Rất dài dòng " * 5), letterhead=Letterhead(agency="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"))
    name = name_for_state(made, "{trích yếu}-{cơ quan}-{năm}")
    assert name == "Rat-dai-SO-NONG-NGHIEP-VA-MOI-TRUONG-2025"


@pytest.mark.parametrize("agency", ["CON", "nul", "COM1", "Lpt9"])
def test_names_that_windows_keeps_are_avoided(agency: str) -> None:
    assert (
        name_for_state(replace(report(""), letterhead=Letterhead(agency=agency)), "{cơ quan}")
        == f"tep-{agency}"
    )


@given(
    st.text(max_size=80),
    st.text(max_size=80),
    st.sampled_from((DEFAULT_PATTERN, "{cơ quan}-{trích yếu}", "{cơ quan}")),
)
def test_any_report_gives_a_plain_name_with_room_for_the_suffix(
    subject: str, agency: str, pattern: str
) -> None:
    name = name_for_state(replace(report(subject), letterhead=Letterhead(agency=agency)), pattern)
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", name)
    assert len(name + ".danvan") <= 50
