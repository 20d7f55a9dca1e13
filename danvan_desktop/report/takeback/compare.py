"""Taking back, the way in: what became of a file that went out, and the report with a part of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.changes import ChangeFinder
from danvan_desktop.report.takeback.finding.drafts import ChangeDraft, numbered
from danvan_desktop.report.takeback.finding.frame_changes import (
    field_changes,
    field_runs,
    field_text,
    lines_not_taken,
    lines_of,
)
from danvan_desktop.report.takeback.finding.plan import AddRemark, SetField, TakeBackPlan
from danvan_desktop.report.takeback.finding.remark_drafts import remark_draft
from danvan_desktop.report.takeback.finding.tracked.gone_units import GoneUnits
from danvan_desktop.report.takeback.finding.tracked.left_looks import frame_looks
from danvan_desktop.report.takeback.finding.tracked.untold import untold_elsewhere
from danvan_desktop.report.takeback.finding.tracked.untold_signs import untold_signs
from danvan_desktop.report.takeback.finding.units import Unit, units_of
from danvan_desktop.report.takeback.left_layout import layout_left
from danvan_desktop.report.takeback.marks import is_of
from danvan_desktop.report.takeback.merging.merge import put_together
from danvan_desktop.report.takeback.merging.states import OurAnswer
from danvan_desktop.report.takeback.model import (
    BaseFound,
    NotTaken,
    ReturnComparison,
    ReturnedBlock,
    ReturnedComment,
    ReturnedFile,
    Revision,
)
from danvan_desktop.report.takeback.patching.text_patch import BREAK
from danvan_desktop.report.takeback.remarks import remark_text


def compare(base: Report, ours: Report, base_read: ReturnedFile, returned: ReturnedFile) -> TakeBackPlan:
    """Say what was changed in ``returned`` since it went out as ``base_read``, made of ``base``.

    ``ours`` is the report as it stands: it decides what is a conflict and what is done already, never which
    changes there are nor their numbers.
    """
    olds = units_of(base_read, base.id)
    news = units_of(returned, base.id, olds)
    gone = GoneUnits(base_read, returned, olds)
    finder = ChangeFinder(gone, olds, news)
    finder.find()
    drafts = [
        *_fields(base_read, returned),
        *finder.drafts,
        *_frame_remarks(returned, gone, olds, news, finder.links),
    ]
    changes, operations = numbered(drafts, finder.hunks)
    named = (
        *_left(base_read, returned),
        *untold_elsewhere(drafts, returned),
        *finder.left,
        *layout_left(base_read, returned, olds, news, finder.links),
    )
    told = {who for draft in drafts for who in draft.people}
    left = tuple(map(finder.placed, (*named, *untold_signs(base_read, returned, told, named))))
    noise = tuple((name, count) for name, count in (("renumbered", finder.renumbered),) if count)
    plan = TakeBackPlan(
        how_found(base_read, returned),
        tuple(changes),
        left,
        noise,
        tuple(olds),
        tuple(news),
        tuple(finder.links),
        tuple(map(tuple, finder.hunks)),
        tuple(finder.befores),
        tuple(operations),
    )
    return seen_from(base, ours, plan)


def seen_from(
    base: Report, ours: Report, plan: TakeBackPlan, taken: frozenset[int] = frozenset()
) -> TakeBackPlan:
    """Say anew of each change what ``ours`` says to it; which there are stays as it is.

    ``taken``: numbers of those that were made in ``ours`` before, for where that cannot be told.
    """
    answer = OurAnswer(base, ours, plan, taken)
    changes = []
    for change, operation in zip(plan.changes, plan.operations, strict=True):
        conflict, is_done = answer.of(operation)
        changes.append(replace(change, conflict="" if is_done else conflict, is_done=is_done))
    return replace(plan, changes=tuple(changes))


def merged(
    base: Report,
    ours: Report,
    comparison: ReturnComparison,
    accepted: frozenset[int],
    both: frozenset[int] = frozenset(),
    taken: frozenset[int] | None = None,
) -> Report:
    """Give ``ours`` with the changes of the numbers ``accepted``; none of them: ``ours`` itself.

    Of a conflict the returned file's words are taken; of those in ``both`` ours stay, and theirs follow where
    there are any.
    ``taken``: those that were made in ``ours`` before; None: any of the accepted may have been.
    """
    if not accepted or not isinstance(comparison, TakeBackPlan):
        return ours
    likely = accepted if taken is None else taken
    now = seen_from(base, ours, comparison, likely)
    wanted = frozenset(n for n in accepted if not now.change(n).is_done)
    wanted -= {n for n in both if not now.change(n).has_words_to_add}
    return put_together(ours, now, wanted, both, likely) if wanted else ours


def how_found(base: ReturnedFile, returned: ReturnedFile) -> BaseFound:
    """Say by what the file that came back is known to be the one that went out."""
    if returned.report_id and returned.report_id != base.report_id:
        return "other"
    if returned.code and returned.code == base.code:
        return "code"
    if returned.report_id and returned.created == base.created and returned.created:
        return "created"
    if returned.report_id:
        return "report"
    marks = [mark for block in returned.blocks for mark in block.marks]
    return "marks" if any(mark.check and is_of(mark, base.report_id) for mark in marks) else "words"


def _fields(base: ReturnedFile, returned: ReturnedFile) -> Iterator[ChangeDraft]:
    for name, old, new in field_changes(base, returned):
        lines = (who for line in lines_of(returned, name) for who in _tracked_in(line))
        signs = [*lines, *_who_took_out(returned, old)]
        tab = parse(name).tab
        yield ChangeDraft(
            (-1.0 if tab == "general" else float("inf"), 0),
            "field",
            SetField(name, old, new),
            tab,
            field=name,
            old=field_runs(old),
            new=field_runs(new),
            revision=signs[0] if signs else None,
            also=tuple(signs),
        )


def _who_took_out(returned: ReturnedFile, old: object) -> Iterator[Revision]:
    """Say who took out a whole line of a field: what is left of it stands nowhere in the frame."""
    said = {_entry(text) for text in field_text(old).split(BREAK)}
    for gone in returned.gone:
        if _entry(gone.text) in said:
            yield from gone.people


def _entry(line: str) -> str:
    return " ".join(line.strip(" -;.").split())


def _tracked_in(block: ReturnedBlock) -> Iterator[Revision]:
    yield from (each.revision for each in block.tracked)
    yield from (each.revision for each in block.erased)


def _frame_remarks(
    returned: ReturnedFile,
    gone: GoneUnits,
    olds: Sequence[Unit],
    news: Sequence[Unit],
    links: Sequence[UnitLink],
) -> Iterator[ChangeDraft]:
    """Comments on the letterhead go to the first block, those on the closing to the last before annexes."""
    text = [unit for unit in olds if unit.kind in {"paragraph", "table"} and unit.id]
    main = [unit for unit in text if not unit.tab.startswith("annex:")]
    if not main:
        return
    for comment, is_closing in _frame_comments(returned, gone):
        unit = main[-1] if is_closing else main[0]
        new = next((each.index for each in news if unit.id in each.ids), 0)
        link = next((number for number, each in enumerate(links) if unit.index in each.olds), -1)
        place = float("inf") if is_closing else -1.0, 1
        operation = AddRemark(link, new, remark_text(comment))
        yield remark_draft(comment, place, operation, unit.tab, unit.id)


def _frame_comments(returned: ReturnedFile, gone: GoneUnits) -> Iterator[tuple[ReturnedComment, bool]]:
    """Give comments on lines of the frame, on those that went too, and whether they stand behind the text."""
    begins = next((n for n, each in enumerate(returned.blocks) if each.kind != "frame"), 0)
    for number, block in enumerate(returned.blocks):
        if block.kind == "frame":
            yield from ((comment, number > begins) for comment in block.comments)
    for each in filter(gone.is_frame, returned.gone):
        yield from ((comment, each.at > begins) for comment in each.comments)


def _left(base: ReturnedFile, returned: ReturnedFile) -> Iterator[NotTaken]:
    known = {(each.kind, each.text) for each in base.left}
    for each in returned.left:
        if (each.kind, each.text) not in known:
            yield each
    yield from lines_not_taken(base, returned)
    yield from frame_looks(base, returned)
