"""The text of a file as one row of units: a paragraph, a table with its caption, a heading, a căn cứ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from danvan_desktop.report.diff.likeness import Profile, likeness, profile
from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import Cell, Run, Runs, Table, plain
from danvan_desktop.report.takeback.marks import is_of
from danvan_desktop.report.takeback.model import (
    ReturnedBlock,
    ReturnedComment,
    ReturnedFile,
    shifted,
)

UnitKind = Literal["paragraph", "table", "section", "annex", "basis", "part"]

_END_MARK = "./."
_LIKE_A_CAPTION = 0.4


@dataclass(slots=False)
class Unit:
    """A unit with its place in the row."""

    index: int
    kind: UnitKind
    block: ReturnedBlock
    ids: tuple[int, ...]
    """What its marks say; in the file that went out the first is the one it is."""
    runs: Runs
    """Of a table its caption, of an annex its title; without the end mark of print."""
    comments: tuple[ReturnedComment, ...] = ()
    tab: str = ""
    has_end_mark: bool = False

    @property
    def id(self) -> int:
        """The id of the block, of the section or of the annex; 0 for none."""
        return self.ids[0] if self.ids else 0

    @cached_property
    def text(self) -> str:
        """Its words; of a table those of its cells."""
        if self.kind == "table":
            return words_of(self.block.rows)
        return plain(self.runs)

    @cached_property
    def key(self) -> str:
        """What two units have in common that say the same: print's capitals and last signs do not count."""
        text = " ".join(self.text.split())
        return text.casefold() if self.kind in {"section", "annex"} else text.rstrip(".;")

    @cached_property
    def profile(self) -> Profile:
        """How often each of its words stands in it."""
        return profile(self.text)

    @property
    def table(self) -> Table:
        """Its table, without id."""
        block = self.block
        return Table(0, block.columns, block.rows, self.runs or None, block.header_rows)

    @property
    def shape(self) -> tuple[str, str, int]:
        """Of what kind, role and level it is."""
        return self.kind, self.block.role, self.block.level


def words_of(rows: Sequence[Sequence[Cell | None]]) -> str:
    """All words of a table's cells."""
    return "\n".join(plain(runs) for row in rows for cell in row if cell for runs in cell.paragraphs)


def units_of(file: ReturnedFile, report_id: str, sent: Sequence[Unit] = ()) -> list[Unit]:
    """Put the text of ``file`` in a row; marks of another report than ``report_id`` do not count.

    ``sent``: what went out, so that a caption is known whose style is lost.
    """
    captions = [profile(plain(unit.runs)) for unit in sent if unit.kind == "table" and unit.runs]
    units: list[Unit] = []
    for block, runs, comments in _joined(file, captions):
        ids = tuple(dict.fromkeys(mark.id for mark in block.marks if is_of(mark, report_id)))
        text, has_end = _without_end_mark(runs)
        kind: UnitKind = "paragraph" if block.kind == "frame" else block.kind
        units.append(Unit(len(units), kind, block, ids, text, comments, has_end_mark=has_end))
    _name_tabs(units, file.closing_id)
    return units


def _joined(
    file: ReturnedFile, captions: Sequence[Profile]
) -> Iterator[tuple[ReturnedBlock, Runs, tuple[ReturnedComment, ...]]]:
    """Give the blocks of the text: a caption goes with its table, the title of an annex with its label."""
    blocks = [block for block in file.blocks if block.kind != "frame"]
    at = 0
    while at < len(blocks):
        block = blocks[at]
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        at += 1
        runs, comments = block.runs, block.comments
        if block.kind == "annex":
            label = block.text.removeprefix("Phụ lục").strip()
            block, runs = replace(block, label=label), ()
            while at < len(blocks) and blocks[at].role == "annex_title":
                runs = (*runs, Run(" "), *blocks[at].runs) if runs else blocks[at].runs
                comments += blocks[at].comments
                block = _with_traces_of(block, blocks[at], len(plain(runs)) - len(blocks[at].text))
                at += 1
        elif following is not None and following.kind == "table" and _is_caption(block, captions):
            runs = block.runs
            block = _with_traces_of(following, block, 0)  # a table has none of its own
            comments += following.comments
            at += 1
        yield block, runs, comments


def _with_traces_of(block: ReturnedBlock, title: ReturnedBlock, start: int) -> ReturnedBlock:
    """Let ``block`` have the traces of a line of its title, or of its caption, that begins at ``start``."""
    own = block if start else replace(block, tracked=(), erased=(), restyled=(), unstyled=())
    letters = title.letters
    if own.kind == "table":
        said = (replace(each, words=title.text[each.start : each.end]) for each in letters)
        letters = (*own.letters, *said)
    elif start:
        letters = (*own.letters, *(shifted(each, start) for each in letters))
    return replace(
        own,
        letters=letters,
        has_own_style=title.has_own_style,
        tracked=(*own.tracked, *(shifted(each, start) for each in title.tracked)),
        erased=(*own.erased, *(replace(each, at=each.at + start) for each in title.erased)),
        restyled=(*own.restyled, *(shifted(each, start) for each in title.restyled)),
        unstyled=(*own.unstyled, *(shifted(each, start) for each in title.unstyled)),
        reshaped=title.reshaped or own.reshaped,
    )


def _is_caption(block: ReturnedBlock, captions: Sequence[Profile]) -> bool:
    if block.role == "caption" or block.kind != "paragraph" or block.marks:
        return block.role == "caption"
    words = profile(block.text)
    return not block.has_own_style and any(likeness(words, each) >= _LIKE_A_CAPTION for each in captions)


def _without_end_mark(runs: Runs) -> tuple[Runs, bool]:
    if not plain(runs).rstrip().endswith(_END_MARK):
        return runs, False
    length = len(plain(runs).rstrip()) - len(_END_MARK)
    return cut(runs, 0, length), True


def _name_tabs(units: list[Unit], closing_id: int) -> None:
    tab = "opening"
    for unit in units:
        if unit.kind in {"section", "annex"}:
            tab = f"{unit.kind}:{unit.id}"
        elif closing_id and closing_id in unit.ids and not tab.startswith("annex:"):
            tab = "closing"
        unit.tab = tab
