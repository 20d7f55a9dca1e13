"""What the parts that departments write are called in Vietnamese."""

from datetime import date, datetime

from danvan_desktop.store.takeback.contribution_rows import ContributionRow
from danvan_desktop.store.takeback.received_rows import ReceivedRow, moment_of

ASK_TITLE = "Gửi phòng viết một phần"
LIST_TITLE = "Các phần đã gửi phòng"
NOT_AWAITED = "Không chờ nữa"


def answer_text(row: ContributionRow, back: ReceivedRow | None, today: date) -> str:
    """Say whether the department has answered: "Đã gửi lại 28/11", "Chưa gửi lại, quá hạn 2 ngày"."""
    if back is not None:
        left = f", còn {back.undecided} chỗ chưa quyết" if back.undecided else ""
        return f"Đã gửi lại {moment_of(back):%d/%m}{left}"
    if row.settled:
        return NOT_AWAITED
    return ", ".join(filter(None, ("Chưa gửi lại", left_text(row.due_on, today))))


def left_text(due: date | None, today: date) -> str:
    """Say how much time is left: "còn 4 ngày", "hạn hôm nay", "quá hạn 2 ngày"; "" where no day was given."""
    if due is None:
        return ""
    left = (due - today).days
    if not left:
        return "hạn hôm nay"
    return f"còn {left} ngày" if left > 0 else f"quá hạn {-left} ngày"


def is_overdue(row: ContributionRow, back: ReceivedRow | None, today: date) -> bool:
    """Whether the part is still awaited and its day has passed."""
    return back is None and not row.settled and row.due_on is not None and row.due_on < today


def day_text(moment: datetime | date | None) -> str:
    """Write a day; "" for none."""
    return f"{moment:%d/%m/%Y}" if moment is not None else ""
