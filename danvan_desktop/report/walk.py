"""Traversal of a report: every block and every list of blocks, in reading order; others in their place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from danvan_desktop.report.model import Annex, Block, Report, Section


def block_lists(report: Report) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Every list of blocks with its place in the file ("sections[1].blocks"), in reading order."""
    yield "opening", report.opening
    for index, section in enumerate(report.sections):
        yield f"sections[{index}].blocks", section.blocks
    yield "closing", report.closing
    for index, annex in enumerate(report.annexes):
        yield f"annexes[{index}].blocks", annex.blocks


def with_block_lists(report: Report, lists: Iterable[tuple[Block, ...]]) -> Report:
    """Put ``lists``, in the order of :func:`block_lists`, in the place of those of ``report``."""
    each = iter(lists)
    return replace(
        report,
        opening=next(each),
        sections=tuple(replace(section, blocks=next(each)) for section in report.sections),
        closing=next(each),
        annexes=tuple(replace(annex, blocks=next(each)) for annex in report.annexes),
    )


def block_lists_by_id(report: Report) -> Iterator[tuple[str, Section | Annex | None, tuple[Block, ...]]]:
    """Every list of blocks by a name that stays when its part is moved ("section:7"), and that part."""
    yield "opening", None, report.opening
    for section in report.sections:
        yield f"section:{section.id}", section, section.blocks
    yield "closing", None, report.closing
    for annex in report.annexes:
        yield f"annex:{annex.id}", annex, annex.blocks


def every_block(report: Report) -> Iterator[tuple[str, Block]]:
    """Every block with its place in the file ("sections[1].blocks[3]"), in reading order."""
    for place, blocks in block_lists(report):
        for index, block in enumerate(blocks):
            yield f"{place}[{index}]", block


def every_id(report: Report) -> Iterator[tuple[str, int]]:
    """Every id that must be unique in the report, with the place of what bears it."""
    for index, section in enumerate(report.sections):
        yield f"sections[{index}]", section.id
    for index, annex in enumerate(report.annexes):
        yield f"annexes[{index}]", annex.id
    for place, block in every_block(report):
        yield place, block.id
