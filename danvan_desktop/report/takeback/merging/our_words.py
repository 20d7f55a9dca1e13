"""What the report says at the place of a change that speaks against it: to be read before one decides."""

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.takeback.finding.frame_changes import field_text
from danvan_desktop.report.takeback.finding.plan import EditText, SetField, TakeBackPlan
from danvan_desktop.report.takeback.look_names import look_text
from danvan_desktop.report.takeback.merging.fields_merge import field_of
from danvan_desktop.report.takeback.merging.our_report import OurReport

AROUND = 40
"""Letters on each side."""


@frozen
class OurWords:
    """Words of the report, and what stands beside them; "" where they were taken out."""

    before: str
    words: str
    after: str
    look: str = ""
    """Where both sides changed the looks of the same words: what ours did."""


def words_of_ours(ours: Report, plan: TakeBackPlan) -> dict[int, OurWords]:
    """Give what ``ours`` says at the place of each change that it speaks against, by the change's number."""
    against = [change.n for change in plan.changes if change.conflict]
    if not against:
        return {}
    words = WordsOfOurs(ours, plan)
    return {n: said for n in against if (said := words.of(n)) is not None}


class WordsOfOurs:
    """Gives what the report says; it looks through the report once."""

    def __init__(self, ours: Report, plan: TakeBackPlan) -> None:
        self._ours, self._plan = OurReport(ours, plan), plan

    def of(self, n: int) -> OurWords | None:
        """Give the words at the place of the change with that number; None where there is no such place."""
        operation = self._plan.operation(n)
        if isinstance(operation, SetField):
            return OurWords("", field_text(field_of(self._ours.report, operation.name)), "")
        if not isinstance(operation, EditText) or not self._ours.entries_of(operation.link):
            return None
        patch = self._ours.patch_of(operation.link)
        hunks = [self._plan.hunks[operation.link][number] for number in operation.hunks]
        ranges = [patch.our_place(hunk) for hunk in hunks if patch.conflicts(hunk)]
        if not ranges:
            return None
        start, end = min(start for start, _ in ranges), max(end for _, end in ranges)
        looks = next(filter(None, map(patch.our_look, hunks)), None)
        text = " ".join("\n".join(plain(runs) for _, runs in self._ours.parts_of(operation.link)).split("\n"))
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        return OurWords(before, text[start:end], after, look_text(*looks) if looks else "")
