"""What a row says: in two lines and a pill, by state, and how near its deadline is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from danvan_desktop.gui.home.listing.row_texts import due_of, due_tone, moment_text, row_texts, tip_of
from danvan_desktop.gui.widgets.pill import Tone
from danvan_desktop.report.model import PartialDate
from danvan_desktop.store.listing.draft import Draft

MOMENT = datetime(2026, 12, 9, 10, 32, 5)  # noqa: DTZ001 - as the clock on the wall
TODAY = MOMENT.date()
DRAFT = Draft(1, None, "Công tác dân vận", 2026, "drafting", MOMENT, None, None, "")
AGENCY = "UBND TỈNH A – VĂN PHÒNG"

ROWS: dict[str, tuple[Draft, str, str, Tone]] = {
    "edited today": (DRAFT, "Sửa hôm nay 10:32", "Đang soạn", "quiet"),
    "due in time": (
        replace(DRAFT, due=PartialDate(2026, 12, 30), state="for_signing"),
        "Sửa hôm nay 10:32 · hạn gửi 30/12",
        "Trình ký",
        "amber",
    ),
    "due soon": (
        replace(DRAFT, due=PartialDate(2026, 12, 15), state="consulting", round=2),
        "Sửa hôm nay 10:32 · hạn gửi 15/12, còn 6 ngày",
        "Lấy ý kiến lần 2",
        "accent",
    ),
    "changes that came back are open": (
        replace(DRAFT, undecided=5),
        "Sửa hôm nay 10:32 · nhận lại: còn 5 chỗ chưa quyết",
        "Đang soạn",
        "quiet",
    ),
    "all of them are decided": (replace(DRAFT, undecided=0), "Sửa hôm nay 10:32", "Đang soạn", "quiet"),
    "a department is late": (
        replace(DRAFT, waiting=2, waiting_due="2026-12-06"),
        "Sửa hôm nay 10:32 · chờ 2 phần phòng viết, quá hạn 3 ngày",
        "Đang soạn",
        "quiet",
    ),
    "departments have time": (
        replace(DRAFT, waiting=2, waiting_due="2026-12-09"),
        "Sửa hôm nay 10:32",
        "Đang soạn",
        "quiet",
    ),
    "issued": (
        replace(
            DRAFT, state="issued", issued_as="số 214/BC-VP ngày 24/6/2026", due=PartialDate(2026, 12, 15)
        ),
        "Số 214/BC-VP ngày 24/6/2026",
        "Đã ban hành",
        "green",
    ),
    "signed": (
        replace(DRAFT, state="issued", issued_as="số 214/BC-VP ngày 24/6/2026", signed_file="a.pdf"),
        "Số 214/BC-VP ngày 24/6/2026 · tệp đã ký",
        "Đã ban hành",
        "green",
    ),
    "issued elsewhere": (replace(DRAFT, state="issued"), "Sửa hôm nay 10:32", "Đã ban hành", "green"),
    "deleted": (
        replace(DRAFT, deleted=MOMENT - timedelta(days=1)),
        "Xóa hôm qua 10:32",
        "Đang soạn",
        "quiet",
    ),
    "damaged": (replace(DRAFT, is_damaged=True), "Sửa hôm nay 10:32", "Hỏng", "red"),
    "of a later release": (replace(DRAFT, state="x"), "Sửa hôm nay 10:32", "Không rõ", "quiet"),
    "of which nothing is known": (
        replace(DRAFT, modified=datetime.fromtimestamp(0, UTC)),
        "",
        "Đang soạn",
        "quiet",
    ),
}


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_says_where_its_report_stands(kind: str) -> None:
    draft, details, state, tone = ROWS[kind]
    texts = row_texts(draft, TODAY, shows_agency=False)
    assert (texts.title, texts.details, texts.state, texts.tone) == ("Công tác dân vận", details, state, tone)


def test_whose_it_is_stands_last() -> None:
    draft = replace(DRAFT, agency=AGENCY)
    assert row_texts(draft, TODAY, shows_agency=True).details == f"Sửa hôm nay 10:32 · {AGENCY}"
    assert row_texts(DRAFT, TODAY, shows_agency=True).details.endswith(" · (chưa ghi tên cơ quan)")


def test_it_is_spoken_whole() -> None:
    draft = replace(DRAFT, due=PartialDate(2026, 12, 15), agency=AGENCY)
    spoken = row_texts(draft, TODAY, shows_agency=True).spoken
    due = "hạn gửi 15/12, còn 6 ngày"
    assert spoken == f"Công tác dân vận, Đang soạn, Sửa hôm nay 10:32, {due}, {AGENCY}"


@pytest.mark.parametrize(
    ("day", "text", "tone"),
    [
        (date(2026, 12, 30), "Hạn gửi 30/12, còn 21 ngày", "quiet"),
        (date(2026, 12, 16), "Hạn gửi 16/12, còn 7 ngày", "amber"),
        (date(2026, 12, 9), "Hạn gửi 09/12, hôm nay", "amber"),
        (date(2026, 12, 8), "Hạn gửi 08/12, quá hạn 1 ngày", "red"),
        (date(2026, 9, 10), "Hạn gửi 10/9, quá hạn 90 ngày", "red"),
        (date(2026, 9, 9), "Hạn gửi 09/9", "quiet"),
    ],
)
def test_the_nearer_the_deadline_the_stronger_its_tone(day: date, text: str, tone: Tone) -> None:
    draft = replace(DRAFT, due=PartialDate(day.year, day.month, day.day))
    assert (due_of(draft, TODAY), due_tone(draft, TODAY)) == (text, tone)
    assert due_of(replace(draft, state="issued"), TODAY) == ""


def test_a_deadline_without_a_day_has_no_count() -> None:
    draft = replace(DRAFT, due=PartialDate(None, 12))
    assert due_of(draft, TODAY).startswith("Hạn gửi tháng 12")
    assert due_tone(draft, TODAY) == "quiet"


def test_a_moment_is_told_as_people_do() -> None:
    told = [moment_text(MOMENT - timedelta(days=days), TODAY) for days in (0, 1, 2, 400)]
    assert told == ["hôm nay 10:32", "hôm qua 10:32", "07/12", "04/11/2025"]


def test_the_tip_says_what_the_row_has_no_room_for() -> None:
    named = replace(DRAFT, name="Bản gửi Sở", agency=AGENCY, is_damaged=True)
    lines = tip_of(named).splitlines()
    assert lines[:3] == ["Bản gửi Sở", "Trích yếu: Công tác dân vận", f"Cơ quan: {AGENCY}"]
    assert lines[3] == "Sửa lần cuối: 09/12/2026 10:32"
    assert "bị hỏng" in lines[4]
