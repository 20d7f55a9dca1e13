"""The copy that is exported: draft for comment (bản dự thảo lấy ý kiến) or signing copy (bản trình ký).

The paper is a copy made for the export; the report itself only remembers how often it went round.
"""

from dataclasses import replace
from datetime import datetime

from danvan_desktop.report.lifecycle.filename import Paper
from danvan_desktop.report.lifecycle.states import MOST_ROUNDS, TRANSITIONS, rounds
from danvan_desktop.report.model import Report, Settings

WIDE_PITCH_PT = {14: 24.15, 13: 22.4}
"""Room to write between the lines: 1,5 lines (1.5 x 1.15 x the size), the most allowed (PL I, II.6.e)."""


def next_round(report: Report) -> int:
    """Say which round the next draft is for: the count goes up by one."""
    return min(rounds(report) + 1, MOST_ROUNDS)


def paper_of(report: Report) -> Paper:
    """Say which paper ``report`` goes out as next: as it last did, else as its state asks for."""
    if report.state == "drafting" and report.attachments.paper is not None:
        return report.attachments.paper
    return "signing" if report.state == "for_signing" else "draft"


def copy_for(report: Report, paper: Paper, number: int, *, wide: bool = False) -> Report:
    """Make the copy that is printed: a draft bears "DỰ THẢO LẦN n", no other paper bears any."""
    if paper != "draft":
        return replace(report, marks=replace(report.marks, draft=None))
    settings = report.settings or Settings()
    if wide:
        settings = replace(settings, line_pitch_pt=WIDE_PITCH_PT[settings.size_set])
    return replace(
        report, marks=replace(report.marks, draft=number), settings=settings if wide else report.settings
    )


def after_export(report: Report, paper: Paper, number: int, now: datetime) -> Report:
    """Bring ``report`` into the state that belongs to the paper that just went out.

    A draft made once more for the same round counts no further; what is issued stays as it is.
    """
    if paper == "draft" and report.state != "issued":
        attachments = replace(report.attachments, rounds=max(number, rounds(report)), paper="draft")
        marks = replace(report.marks, draft=number)
        return _changed(
            report, replace(report, attachments=attachments, state="consulting", marks=marks), now
        )
    if paper == "signing" and "for_signing" in (*TRANSITIONS[report.state], report.state):
        attachments = replace(report.attachments, rounds=rounds(report), paper="signing")
        marks = replace(report.marks, draft=None)
        return _changed(
            report, replace(report, attachments=attachments, state="for_signing", marks=marks), now
        )
    return report


def _changed(before: Report, after: Report, now: datetime) -> Report:
    return before if after == before else replace(after, modified=now)
