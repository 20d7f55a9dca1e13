"""Looks of the file that came back and that no report has a place for: named where they stand.

What the decree sets in bold or italic is so by its kind, and letterhead and closing are fields without looks:
there a reader's bold or italic cannot be taken. Neither can another font or size.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import Runs, plain
from danvan_desktop.report.takeback.finding.tracked.hunk_authors import overlapping
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.look_names import look_text
from danvan_desktop.report.takeback.model import (
    NotTaken,
    ReturnedBlock,
    ReturnedFile,
    Revision,
    TakenLook,
)
from danvan_desktop.report.takeback.patching.text_patch import Hunk, hunks_between
from danvan_desktop.report.takeback.wording import quoted, revision_text

_Found = tuple[str, Revision | None]
"""What became of which words, and who did it."""


def unit_looks(old: Unit, news: Sequence[Unit], hunks: Sequence[Hunk]) -> Iterator[NotTaken]:
    """Name what was made of the looks of ``old`` and is none of its ``hunks``."""
    start = 0
    for new in news:
        size = len(plain(new.runs))
        told = [(each.new_start - start, max(each.new_end, each.new_start + 1) - start) for each in hunks]
        is_same_kind = new.block.has_own_style and new.block.role == old.block.role
        found = [*(_taken(new.block, new.runs) if is_same_kind else ()), *_other(new.block, new.runs, told)]
        found += _plain_heads(old.block, new.block)
        yield from _named(found, old.id, "" if old.id else old.block.role)
        start += size + 1


def frame_looks(base: ReturnedFile, returned: ReturnedFile) -> Iterator[NotTaken]:
    """Name what was made of the looks of lines of the letterhead and of the closing."""
    lines = defaultdict[str, list[ReturnedBlock]](list)
    for block in base.blocks:
        if block.kind == "frame" and block.role:
            lines[block.role].append(block)
    for block in returned.blocks:
        known = lines[block.role] if block.kind == "frame" else []
        if not known or not block.has_own_style:
            continue
        same = next((each for each in known if each.text == block.text), known[0])
        known.remove(same)
        found: list[_Found] = []
        told = []
        for hunk in hunks_between(same.runs, block.runs):
            told.append((hunk.new_start, hunk.new_end))
            if hunk.is_look:
                who = next(overlapping(block.restyled, hunk.new_start, hunk.new_end), None)
                found.append((f"{look_text(hunk.old, hunk.new)} {quoted(plain(hunk.new))}", who))
        found += _taken(block, block.runs)
        found += _other(block, block.runs, told)
        yield from _named(found, 0, block.role)


def _taken(block: ReturnedBlock, runs: Runs) -> Iterator[_Found]:
    """Give the bold and italic of the style that was taken away, each stretch whole."""
    joined: list[TakenLook] = []
    for each in sorted(block.unstyled, key=lambda taken: (taken.look, taken.start)):
        last = joined[-1] if joined else None
        if last and (last.look, last.end, last.revision) == (each.look, each.start, each.revision):
            joined[-1] = replace(last, end=each.end)
        else:
            joined.append(each)
    for each in joined:
        words = cut(runs, each.start, each.end)
        if plain(words).strip():
            name = "đậm" if each.look == "bold" else "nghiêng"
            yield f"bỏ {name} {quoted(plain(words))}", each.revision


def _plain_heads(old: ReturnedBlock, new: ReturnedBlock) -> Iterator[_Found]:
    """Give the words of the head of a table that are not bold any more."""
    known = {each.words for each in old.plain_heads}
    for each in new.plain_heads:
        if each.words not in known:
            yield f"bỏ đậm {quoted(each.words)} ở đầu bảng", each.revision


def _other(block: ReturnedBlock, runs: Runs, told: Sequence[tuple[int, int]]) -> Iterator[_Found]:
    """Give the words that got another font, size or colour under track changes."""
    seen = [*told, *((each.start, each.end) for each in block.unstyled)]
    seen += [(each.start, each.end) for each in block.struck]
    for each in block.restyled:
        words = cut(runs, each.start, each.end)
        if plain(words).strip() and not any(low < each.end and each.start < high for low, high in seen):
            yield f"đổi định dạng chữ (phông, cỡ, màu …) {quoted(plain(words))}", each.revision


def _named(found: Sequence[_Found], block: int, place: str) -> Iterator[NotTaken]:
    """Put in one what the same person did at the same time."""
    by_person = defaultdict[str, list[str]](list)
    for said, who in found:
        by_person[revision_text(who)].append(said)
    for who_said, several in by_person.items():
        text = f"Kiểu chữ ở đây theo thể thức, không nhận được: {'; '.join(dict.fromkeys(several))}"
        yield NotTaken("look", f"{text} ({who_said}).", block, place)
