"""Safe fixes (Sửa ngay): the report with the suggestions of findings in the place of what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from danvan_desktop.checks.finding import Finding
from danvan_desktop.checks.running_texts import SUBJECT
from danvan_desktop.report.find.replace import rewritten
from danvan_desktop.report.find.texts import TextPlace
from danvan_desktop.report.lifecycle.review import ReviewMark, open_marks
from danvan_desktop.report.model import Report
from danvan_desktop.report.walk import every_block

Edit = tuple[int, int, str]
"""Start, end and what comes in their place."""


def apply(report: Report, findings: Iterable[Finding]) -> Report:
    """Make the safe fixes among ``findings``, which were found in ``report``; ids and formatting stay.

    Of two that overlap the first is made; what is marked *chưa rà* is left, for the mark would go with it.
    Blocks *chưa sửa* stay so: nobody has looked at what they say.
    """
    marks = {block.id: open_marks(block) for _, block in every_block(report)}
    edits: dict[TextPlace, list[Edit]] = {}
    for finding in findings:
        at = finding.at
        if finding.safe and at is not None:
            edit = least_edit(finding)
            if not _is_marked(edit, at, marks.get(at.block, ())):
                edits.setdefault(at, []).append(edit)
    return _with_edits(report, edits, by_hand=False)


def fix(report: Report, findings: Iterable[Finding]) -> Report:
    """Put the suggestions of ``findings`` in, each of which a person has chosen; as if it were typed."""
    edits: dict[TextPlace, list[Edit]] = {}
    for finding in findings:
        if finding.suggestion and finding.at is not None:
            edits.setdefault(finding.at, []).append(least_edit(finding))
    return _with_edits(report, edits, by_hand=True)


def _with_edits(report: Report, edits: Mapping[TextPlace, Iterable[Edit]], *, by_hand: bool) -> Report:
    apart = {at: _apart(made) for at, made in edits.items()}
    for at in [at for at in apart if at.field == SUBJECT]:
        report = replace(report, subject=edited(report.subject, apart.pop(at)))
    return rewritten(report, apart, by_hand=by_hand)


def least_edit(finding: Finding) -> Edit:
    """Give the fewest letters that have to change, one at least: what stands beside them keeps its look."""
    old, new = finding.found, finding.suggestion
    shorter = min(len(old), len(new))
    front = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    front = min(front, len(old) - 1)  # where something is only added, it is added to a letter
    most = min(shorter, len(old) - 1) - front
    back = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), max(most, 0))
    return finding.start + front, finding.end - back, new[front : len(new) - back]


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Make ``edits``, in reading order and none over another, to a text without formatting."""
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def _is_marked(edit: Edit, at: TextPlace, marks: Iterable[ReviewMark]) -> bool:
    start, end, _ = edit
    return any(mark.cell == at.cell and mark.start < end and start < mark.end for mark in marks)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Of edits that overlap keep the first; give the rest in reading order."""
    kept: list[Edit] = []
    for edit in edits:
        if all(edit[1] <= start or end <= edit[0] for start, end, _ in kept):
            kept.append(edit)
    return sorted(kept)
