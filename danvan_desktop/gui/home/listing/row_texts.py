"""What a row of the list says of a report, in words; the same words go to a screen reader."""

from datetime import date, datetime

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.widgets.pill import Tone
from danvan_desktop.report.lifecycle.states import STATE_LABELS
from danvan_desktop.report.model import Request
from danvan_desktop.report.tab_count import TabCount
from danvan_desktop.report.text.deadline import days_left, deadline_text
from danvan_desktop.store.listing.draft import Draft

SOON_DAYS = 7
"""From so many days before the deadline on it is to be looked at."""
LONG_PAST_DAYS = 90
"""After so many days it is only a date: nobody waits for that report any more."""
DAMAGED = "Báo cáo này bị hỏng trong tệp dữ liệu. Mở nó để lấy phần còn đọc được."
_NO_YEAR = 1970
"""Of a moment that a damaged row does not tell."""
_TONES: dict[str, Tone] = {"consulting": "accent", "for_signing": "amber", "issued": "green"}


@frozen
class RowTexts:
    """What is painted in one row."""

    title: str
    details: str
    """The second line."""
    state: str
    tone: Tone

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        return ", ".join(filter(None, (self.title, self.state, self.details.replace(" · ", ", "))))


def row_texts(draft: Draft, today: date, *, shows_agency: bool) -> RowTexts:
    """Say of ``draft`` what is worth knowing ``today``; whose it is where there are reports of several."""
    details: tuple[str, ...]
    if draft.deleted is not None:
        details = (_with("Xóa", draft.deleted, today),)
    elif draft.issued_as and draft.state == "issued":
        issued = draft.issued_as[:1].upper() + draft.issued_as[1:]
        details = (issued, "tệp đã ký" if draft.signed_file else "")
    else:
        waiting = waiting_of(draft, today) if is_part_overdue(draft, today) else ""
        edited, due = _with("Sửa", draft.modified, today), _small(_short_due(draft, today))
        details = (edited, due, undecided_of(draft), waiting, suspected_text(draft.suspected))
    agency = (draft.agency or "(chưa ghi tên cơ quan)") if shows_agency else ""
    return RowTexts(
        draft.title, " · ".join(filter(None, (*details, agency))), state_of(draft), tone_of(draft)
    )


def today_here() -> date:
    """Give the day from which deadlines are counted."""
    return now().date()


def state_of(draft: Draft) -> str:
    """Name the state: "Lấy ý kiến lần 2"; a word of a later release is not known."""
    if draft.is_damaged:
        return "Hỏng"
    label = next((text for state, text in STATE_LABELS.items() if state == draft.state), "Không rõ")
    return f"{label} lần {draft.round}" if draft.state == "consulting" and draft.round else label


def tone_of(draft: Draft) -> Tone:
    """Give the tone of the state."""
    return "red" if draft.is_damaged else _TONES.get(draft.state, "quiet")


def due_of(draft: Draft, today: date) -> str:
    """Write "Hạn gửi 15/12, còn 6 ngày"; nothing of what is issued, no count of what is long past."""
    if draft.state == "issued" or draft.is_damaged:
        return ""
    text, _, count = deadline_text(Request(due=draft.due), today).partition(" (")
    left = days_left(Request(due=draft.due), today)
    is_long_past = left is not None and left < -LONG_PAST_DAYS
    return text if not count or is_long_past else f"{text}, {count.rstrip(')')}"


def due_tone(draft: Draft, today: date) -> Tone:
    """Tell how near the deadline is: red where it has passed, amber where it is near."""
    left = days_left(Request(due=draft.due), today)
    if left is None or left > SOON_DAYS or left < -LONG_PAST_DAYS:
        return "quiet"
    return "red" if left < 0 else "amber"


def undecided_of(draft: Draft) -> str:
    """Write how many changes of Word files that came back are open; "" for none."""
    if not draft.undecided or draft.state == "issued" or draft.is_damaged:
        return ""
    return f"nhận lại: còn {draft.undecided} chỗ chưa quyết"


def waiting_of(draft: Draft, today: date) -> str:
    """Write "chờ 2 phần phòng viết, quá hạn 3 ngày"; "" where no department is awaited."""
    if not draft.waiting or draft.state == "issued" or draft.is_damaged:
        return ""
    due = _part_due(draft)
    late = f", quá hạn {(today - due).days} ngày" if due is not None and due < today else ""
    return f"chờ {draft.waiting} phần phòng viết{late}"


def is_part_overdue(draft: Draft, today: date) -> bool:
    """Whether a department should have sent its part before ``today``."""
    due = _part_due(draft)
    return bool(waiting_of(draft, today)) and due is not None and due < today


def _part_due(draft: Draft) -> date | None:
    try:
        return date.fromisoformat(draft.waiting_due or "")
    except ValueError:
        return None


def open_text(counts: TabCount | None) -> str:
    """Write what is open: "Còn 12 chỗ chưa rà, 3 đoạn chưa sửa, 1 việc chưa xong"."""
    if counts is None:
        return ""
    parts = (
        (counts.unchecked, "chỗ chưa rà"),
        (counts.unedited, "đoạn chưa sửa"),
        (counts.missing, "việc chưa xong"),
    )
    listed = ", ".join(f"{number} {name}" for number, name in parts if number)
    return f"Còn {listed}" if listed else ""


def suspected_text(count: int | None) -> str:
    """Write how much the check took for wrong: "3 chỗ nghi sai"; "" for nothing, or where none was made."""
    return f"{count} chỗ nghi sai" if count else ""


def unanswered_text(count: int | None) -> str:
    """Write how many of last year's tasks have no result yet; "" for none."""
    return f"{count} nhiệm vụ năm trước chưa có kết quả" if count else ""


def moment_text(moment: datetime, today: date) -> str:
    """Write "hôm nay 10:32", "hôm qua 10:32", "24/11" or "24/11/2025"; "" where no row tells it."""
    day = moment.date()
    if day.year <= _NO_YEAR:
        return ""
    if day == today:
        return f"hôm nay {moment:%H:%M}"
    if (today - day).days == 1:
        return f"hôm qua {moment:%H:%M}"
    return f"{moment:%d/%m}" if day.year == today.year else f"{moment:%d/%m/%Y}"


def tip_of(draft: Draft) -> str:
    """Say what a row has no room for."""
    name = None if draft.name is None else f"Trích yếu: {draft.subject}"
    agency = f"Cơ quan: {draft.agency}" if draft.agency else None
    changed = draft.deleted or draft.modified
    done = "Sửa lần cuối" if draft.deleted is None else "Xóa"
    when = f"{done}: {changed:%d/%m/%Y %H:%M}" if changed.year > _NO_YEAR else None
    damaged = DAMAGED if draft.is_damaged else None
    return "\n".join(filter(None, (draft.title, name, agency, when, damaged)))


def _short_due(draft: Draft, today: date) -> str:
    text = due_of(draft, today)
    return text if due_tone(draft, today) != "quiet" else text.partition(",")[0]


def _with(verb: str, moment: datetime, today: date) -> str:
    when = moment_text(moment, today)
    return f"{verb} {when}" if when else ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
