"""A part of a report that a department writes (phần gửi phòng viết): what goes out, what of it comes back.

The part goes out as a report of its own with the same id, the words of the request on top, so that the file
that comes back is found and compared as any other. Of its changes only those of the part are taken.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeGuard

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.find.tab_titles import part_title
from danvan_desktop.report.model import (
    Annex,
    Attachments,
    Block,
    Filing,
    Marks,
    Paragraph,
    Report,
    Run,
    Runs,
    Section,
    Signature,
    plain,
)
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.model import Change, NotTaken
from danvan_desktop.report.walk import every_block

OUTSIDE = "outside"
"""The name in ``noise`` of what was taken out beside the part: the words of the request, say."""
_HEADINGS = {"heading", "clause"}


@frozen
class Portion:
    """What can be given to a department: a Mục, a khoản or a Phụ lục, with all that stands in it."""

    id: int
    depth: int
    """0: a tab; 1: a khoản in it; 2: one below that."""
    text: str
    ids: frozenset[int]
    """Its own id and those of the blocks in it."""


@frozen
class PartRequest:
    """What is asked of a department."""

    department: str
    due: date | None = None
    instruction: str = ""
    """A word of instruction, paragraphs parted by line feeds."""


def portions(report: Report) -> tuple[Portion, ...]:
    """List what can be given to a department, in the order of the text."""
    found: list[Portion] = []
    for section in report.sections:
        found.append(_whole(section))
        found += _headed(section.blocks)
    found += map(_whole, report.annexes)
    return tuple(found)


def _whole(part: Section | Annex) -> Portion:
    return Portion(part.id, 0, part_title(part), frozenset({part.id, *(block.id for block in part.blocks)}))


def _headed(blocks: Sequence[Block]) -> Iterator[Portion]:
    """Give each heading with all that stands under it."""
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role in _HEADINGS:
            ids = {block.id}
            for below in blocks[place + 1 :]:
                if _is_beside(below, block.level):
                    break
                ids.add(below.id)
            yield Portion(
                block.id, block.level, f"{block.number or ''} {plain(block.runs)}".strip(), frozenset(ids)
            )


def _is_beside(block: Block, level: int) -> bool:
    """Tell whether a block begins something beside what a heading of ``level`` heads, or above it."""
    return isinstance(block, Paragraph) and block.role in _HEADINGS and block.level <= level


def ids_of(report: Report, chosen: Collection[int]) -> frozenset[int]:
    """Give the ids of all that the ``chosen`` portions hold."""
    return frozenset[int]().union(*(each.ids for each in portions(report) if each.id in chosen))


def part_of(report: Report, ids: Collection[int], request: PartRequest) -> Report:
    """Make the report that goes out to a department: the blocks of ``ids``, the request on top.

    The headings that they stand under go with them, to be read and not to be changed. What belongs into an
    empty paragraph (its hint) stands there in brackets, to be written over.
    """
    report = with_hints(report, ids)
    kept = {*ids, *_above(report, ids)}
    sections = tuple(
        replace(section, part=None, blocks=_among(section.blocks, kept))
        for section in report.sections
        if section.id in ids or any(block.id in ids for block in section.blocks)
    )
    annexes = tuple(annex for annex in report.annexes if annex.id in ids)
    opening = tuple(
        Paragraph(report.next_id + number, runs=(Run(text, italic=bool(number)),))
        for number, text in enumerate(request_lines(request))
    )
    return replace(
        report,
        next_id=report.next_id + len(opening),
        marks=Marks(),
        addressees=(request.department,),
        legal_bases=(),
        opening=opening,
        sections=sections,
        closing=(),
        recipients=(),
        filing=Filing(),
        signature=Signature(),
        annexes=annexes,
        attachments=Attachments(),
        import_notes=(),
    )


def with_hints(report: Report, ids: Collection[int]) -> Report:
    """Let the empty paragraphs of the part with ``ids`` say in brackets what belongs there."""

    def filled(block: Block) -> Block:
        return (
            replace(block, runs=_hint_runs(block)) if block.id in ids and _is_to_be_filled(block) else block
        )

    return _with_blocks(report, lambda blocks: tuple(map(filled, blocks)))


def without_hints(before: Report, after: Report, ids: Collection[int]) -> Report:
    """Take out again what :func:`with_hints` put into ``before``; ``after`` is what became of it.

    An empty paragraph beside which the department has written is there no more.
    """
    empty = {
        block.id: block for _, block in every_block(before) if block.id in ids and _is_to_be_filled(block)
    }
    known = {block.id for _, block in every_block(before)}

    def emptied(block: Block) -> Block:
        was = empty.get(block.id)
        if was is None or not isinstance(block, Paragraph) or not isinstance(was, Paragraph):
            return block
        text, hint = plain(block.runs), plain(_hint_runs(was))
        if text.strip() == hint:
            return replace(block, runs=was.runs)
        start = len(hint) if text.startswith(hint) else 0
        return replace(block, runs=_trimmed(cut(block.runs, start, len(text)))) if start else block

    def cleaned(blocks: Sequence[Block]) -> tuple[Block, ...]:
        made = [emptied(block) for block in blocks]
        is_new = [False, *(block.id not in known for block in made), False]
        return tuple(
            block
            for place, block in enumerate(made, start=1)
            if not (
                _is_to_be_filled(block) and block.id in empty and (is_new[place - 1] or is_new[place + 1])
            )
        )

    return _with_blocks(after, cleaned)


def _is_to_be_filled(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and bool(block.hint) and not plain(block.runs).strip()


def _hint_runs(block: Paragraph) -> Runs:
    return (Run(f"({' '.join((block.hint or '').split()).strip('().')}.)", italic=True),)


def _trimmed(runs: Runs) -> Runs:
    text = plain(runs)
    return cut(runs, len(text) - len(text.lstrip()), len(text))


def _with_blocks(report: Report, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Report:
    return replace(
        report,
        sections=tuple(replace(section, blocks=change(section.blocks)) for section in report.sections),
        annexes=tuple(replace(annex, blocks=change(annex.blocks)) for annex in report.annexes),
    )


def request_lines(request: PartRequest) -> Iterator[str]:
    """Write what stands on top of the file: who writes what until when, then the instruction."""
    until = f" trước ngày {request.due:%d/%m/%Y}" if request.due else ""
    yield f"Đề nghị {request.department} viết phần dưới đây, ngay trong tệp này, rồi gửi lại{until}."
    for line in request.instruction.splitlines():
        if line.strip():
            yield " ".join(line.split())


def _above(report: Report, ids: Collection[int]) -> Iterator[int]:
    """Give the headings that what is wanted stands under."""
    for section in report.sections:
        over: list[Paragraph] = []
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.role in _HEADINGS:
                over = [each for each in over if each.level < block.level]
                if block.id in ids:
                    yield from (each.id for each in over)
                over.append(block)


def _among(blocks: Sequence[Block], kept: Collection[int]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.id in kept)


def only_concerning(plan: TakeBackPlan, ids: Collection[int]) -> TakeBackPlan:
    """Leave of ``plan`` the changes of the part with ``ids``; other words that came are named as left.

    What was only taken out beside the part (the words of the request) is counted as noise.
    """
    kept, left, gone = [], [], 0
    for change, operation in zip(plan.changes, plan.operations, strict=True):
        if _concerns(change, ids):
            kept.append((change, operation))
        elif plain(change.new).strip():
            block = change.blocks[0] if change.blocks else 0
            left.append(NotTaken(OUTSIDE, plain(change.new), block, "Ngoài phần đã gửi"))
        else:
            gone += 1
    return replace(
        plan,
        changes=tuple(replace(change, n=number) for number, (change, _) in enumerate(kept, start=1)),
        operations=tuple(operation for _, operation in kept),
        left=(*plan.left, *left),
        noise=(*plan.noise, (OUTSIDE, gone)) if gone else plan.noise,
    )


def _concerns(change: Change, ids: Collection[int]) -> bool:
    if change.kind == "field":
        return False
    if change.blocks:
        return any(block in ids for block in change.blocks)
    return change.after in ids or change.before in ids
