"""Workflow states (tình trạng) of a report: Đang soạn, Lấy ý kiến (lần n), Trình ký, Đã ban hành.

``marks.draft`` is a number while opinions are asked for and None in every other state, so that no other
paper can bear "DỰ THẢO"; the attachments count the rounds. The text of what is issued is never changed: a
correction is a new report. What is recorded of the issue can be mended: number, date, signed file; an issue
that was recorded by mistake can be taken back.
"""

from dataclasses import replace
from datetime import datetime

from danvan_desktop.errors import UserError
from danvan_desktop.report.document_number import number_shown, own_number
from danvan_desktop.report.model import CorrectedReport, Letterhead, PartialDate, Report, State
from danvan_desktop.report.text.dates import short_date

STATE_LABELS: dict[State, str] = {
    "drafting": "Đang soạn",
    "consulting": "Lấy ý kiến",
    "for_signing": "Trình ký",
    "issued": "Đã ban hành",
}

TRANSITIONS: dict[State, tuple[State, ...]] = {
    "drafting": ("consulting", "for_signing", "issued"),
    "consulting": ("consulting", "drafting", "for_signing"),
    "for_signing": ("drafting", "consulting", "issued"),
    "issued": (),
}
"""Where a report may go from each state. Consulting again is the next round; from drafting straight to
issued goes an old report that was brought in."""

MOST_ROUNDS = 99


def state_label(report: Report) -> str:
    """Name the state of ``report`` for lists: "Lấy ý kiến (lần 2)"."""
    label = STATE_LABELS[report.state]
    if report.state == "consulting" and report.marks.draft is not None:
        return f"{label} (lần {report.marks.draft})"
    return label


def issued_as(report: Report) -> str:
    """Tell under what number and when an issued ``report`` went out: "số 45/BC-VP ngày 15/12/2026"."""
    return number_and_date(report) if report.state == "issued" and report.letterhead.number else ""


def seems_issued(report: Report) -> bool:
    """Tell whether ``report``, which was brought in as one being written, has a number and a whole date."""
    on = report.letterhead.issued_on
    return report.state == "drafting" and bool(report.letterhead.number) and _is_whole(on)


def number_and_date(report: Report) -> str:
    """Write number and date of ``report``, whatever its state: "số 45/BC-VP ngày 15/12/2026"."""
    head = report.letterhead
    number = "/".join(filter(None, (number_shown(head.number), head.symbol)))
    return f"số {number} ngày {short_date(head.issued_on)}"


def _is_whole(on: PartialDate) -> bool:
    return None not in {on.day, on.month, on.year}


def is_read_only(report: Report) -> bool:
    """Tell whether ``report`` may only be read: it has been issued."""
    return report.state == "issued"


def rounds(report: Report) -> int:
    """Count how many times the draft has gone round for góp ý."""
    return max(report.attachments.rounds, report.marks.draft or 0)


def move(report: Report, state: State, now: datetime) -> Report:
    """Bring ``report`` into ``state``; asking for opinions begins the next round; :func:`issue` issues.

    Raises:
        UserError: it cannot go there from where it is.
    """
    if state not in TRANSITIONS[report.state] or state == "issued":
        raise UserError(_refusal(report, state))
    done = rounds(report)
    if state == "consulting":
        done += 1
    if done > MOST_ROUNDS:
        raise UserError(f"Đã lấy ý kiến {MOST_ROUNDS} lần; hãy chuyển báo cáo sang “Trình ký”.")
    marks = replace(report.marks, draft=done if state == "consulting" else None)
    attachments = replace(report.attachments, rounds=done)
    return replace(report, attachments=attachments, state=state, marks=marks, modified=now)


def _refusal(report: Report, state: State) -> str:
    if report.state == "issued":
        return (
            "Báo cáo đã ban hành chỉ để xem. Muốn sửa lời văn, hãy lập báo cáo thay thế từ báo cáo này; "
            "ghi nhận nhầm thì dùng “Bỏ ghi nhận ban hành”."
        )
    if state == "issued":
        return "Hãy ghi số, ngày ban hành khi chuyển báo cáo sang “Đã ban hành”."
    return (
        f"Báo cáo đang ở tình trạng “{state_label(report)}”, không chuyển sang “{STATE_LABELS[state]}” được."
    )


def issue(
    report: Report, number: str, on: PartialDate, now: datetime, signed_file: str | None = None
) -> Report:
    """Record that ``report`` was issued: its number, its date and the name of the signed file that is kept.

    Raises:
        UserError: it cannot be issued from where it is, or number or date is not given.
    """
    if "issued" not in TRANSITIONS[report.state]:
        raise UserError(
            _refusal(report, "drafting")
            if report.state == "issued"
            else "Báo cáo đang lấy ý kiến. Hãy chuyển sang “Trình ký” trước khi ghi số, ngày ban hành."
        )
    return replace(
        report,
        state="issued",
        letterhead=_numbered(report, number, on),
        marks=replace(report.marks, draft=None),
        attachments=replace(report.attachments, rounds=rounds(report), signed_file=signed_file),
        modified=now,
    )


def _numbered(report: Report, number: str, on: PartialDate) -> Letterhead:
    number = own_number(number, report.letterhead.symbol)
    if not number or not _is_whole(on):
        raise UserError("Hãy ghi đủ số và ngày, tháng, năm ban hành.")
    return replace(report.letterhead, number=number, issued_on=on)


def amend_issue(report: Report, number: str, on: PartialDate, now: datetime) -> Report:
    """Mend what was recorded of the issue of ``report``: its number and its date.

    Raises:
        UserError: it is not issued, or number or date is not given.
    """
    _refuse_unissued(report)
    return replace(report, letterhead=_numbered(report, number, on), modified=now)


def withdraw_issue(report: Report, now: datetime, *, keep_number: bool) -> Report:
    """Take back that ``report`` was issued, which was recorded by mistake: it is with its signer again.

    ``keep_number``: its number and date were those of an old paper and stay; else they are blank again.

    Raises:
        UserError: it is not issued.
    """
    _refuse_unissued(report)
    head = report.letterhead
    return replace(
        report,
        state="for_signing",
        letterhead=head
        if keep_number
        else replace(head, number=None, issued_on=PartialDate(head.issued_on.year)),
        attachments=replace(report.attachments, signed_file=None),
        modified=now,
    )


def with_signed_file(report: Report, name: str | None, now: datetime) -> Report:
    """Let the signed file of the issued ``report`` be the one that is kept under ``name``.

    Raises:
        UserError: it is not issued.
    """
    _refuse_unissued(report)
    return replace(report, attachments=replace(report.attachments, signed_file=name), modified=now)


def _refuse_unissued(report: Report) -> None:
    if not is_read_only(report):
        raise UserError("Báo cáo này chưa ban hành: hãy ghi nhận đã ban hành trước.")


def correction_of(report: Report, now: datetime, new_id: str) -> Report:
    """Begin a correction of the issued ``report``: a new draft, no number or date, that names the old one.

    Raises:
        UserError: ``report`` has not been issued; it can simply be edited.
    """
    if not is_read_only(report):
        raise UserError("Báo cáo này chưa ban hành nên sửa trực tiếp được, không cần lập báo cáo thay thế.")
    old = report.letterhead
    corrects = CorrectedReport(report.id, old.number, old.symbol, old.issued_on)
    return replace(
        report,
        id=new_id,
        modified=now,
        state="drafting",
        letterhead=replace(old, number=None, issued_on=PartialDate(old.issued_on.year)),
        marks=replace(report.marks, draft=None),
        attachments=replace(report.attachments, corrects=corrects, rounds=0, paper=None, signed_file=None),
        import_notes=(),
    )
