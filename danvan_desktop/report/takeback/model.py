"""Taking back as values: a file as it was read, and what became of what went out.

What is read from a file comes out of another process, as data only: so these are values of the codec.
``ReturnComparison`` never leaves the program.
"""

from dataclasses import replace
from typing import Literal, TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import (
    Cell,
    Column,
    Filing,
    Letterhead,
    Marks,
    Runs,
    Signature,
    Value,
    plain,
)
from danvan_desktop.report.takeback.layout_values import CellLook, LetterStretch, PageMargins, ParagraphShape

ReturnedKind = Literal["frame", "paragraph", "table", "section", "annex", "basis", "part"]
"""What a block of the file is: ``frame`` a line of the letterhead or the closing, ``section`` and ``annex``
a heading, ``basis`` a căn cứ, ``part`` the heading of a Phần."""

ChangeKind = Literal[
    "edit",
    "insert",
    "copy",
    "delete",
    "move",
    "split",
    "merge",
    "kind",
    "number",
    "look",
    "cell",
    "row+",
    "row-",
    "col+",
    "col-",
    "table+",
    "table-",
    "section+",
    "section-",
    "annex+",
    "annex-",
    "field",
    "strike",
    "comment",
]
"""One for each thing that a user would name; :mod:`wording` has the words."""

BaseFound = Literal["code", "created", "report", "marks", "words", "other"]
"""By what the file that went out was found: its code; the time it was made; the report's id alone; checked
marks; nothing but the words; ``other``: the file is of another report."""


SECOND_SIGNER, SECOND_FRAME = "second_signer", "second_frame"
"""Roles of lines around the text that a report has no place for: it has one signer and one letterhead."""


@frozen
class Revision(Value):
    """Who made a tracked change, and when, as the file says; "" where it does not."""

    author: str = ""
    date: str = ""


@frozen
class ReturnedMark(Value):
    """A bookmark of ours: ``check`` is "" in files of earlier releases."""

    id: int
    check: str = ""


@frozen
class TrackedStretch(Value):
    """Letters of a block that were put in under track changes, from ``start`` to ``end``."""

    start: int
    end: int
    revision: Revision
    is_moved: bool = False


@frozen
class TakenLook(Value):
    """Letters from which the bold or italic of their paragraph's style was taken; it is of no report."""

    start: int
    end: int
    look: Literal["bold", "italic"]
    revision: Revision | None = None
    words: str = ""
    """Of the head of a table the letters themselves."""


@frozen
class TrackedErasure(Value):
    """Letters that were taken out under track changes before the letter ``at``."""

    at: int
    text: str
    revision: Revision
    put_in_by: Revision | None = None
    """Who had put them in under track changes: what went out did not have them."""


@frozen
class TrackedCell(Value):
    """Where in a table something was put in or taken out; column -1: a whole row, row -1: it went."""

    row: int
    column: int
    revision: Revision
    also: tuple[Revision, ...] = ()
    """Of a whole row the others who put words in or took some out."""
    tracked: tuple[TrackedStretch, ...] = ()
    """Of a cell: letters of its text, its paragraphs parted by line feeds; so are the next two."""
    erased: tuple[TrackedErasure, ...] = ()
    restyled: tuple[TrackedStretch, ...] = ()

    @property
    def people(self) -> tuple[Revision, ...]:
        """All who tracked something in it."""
        return self.revision, *self.also


@frozen
class StruckStretch(Value):
    """Letters struck through, as who does not track changes proposes to take them out."""

    start: int
    end: int


_Stretch = TypeVar("_Stretch", TrackedStretch, TakenLook, LetterStretch)


def shifted(stretch: _Stretch, by: int) -> _Stretch:
    """Give a stretch of a text that stands ``by`` letters behind the start of a longer one."""
    return replace(stretch, start=stretch.start + by, end=stretch.end + by)


@frozen
class StruckCell(Value):
    """Where in a table words are struck through, which its rows no longer have; row -1: a whole row."""

    row: int
    column: int
    text: str


@frozen
class ReturnedComment(Value):
    """A comment (ý kiến) on a block."""

    author: str
    date: str
    text: str
    is_resolved: bool = False
    words: str = ""
    """The words it is about."""


@frozen
class ReturnedBlock(Value):
    """A paragraph or a table of the file, with all tracked changes made."""

    kind: ReturnedKind
    role: str = ""
    """Of a paragraph its role ("body", "clause" …); of a line of the frame the field ("agency")."""
    level: int = 1
    label: str = ""
    """The number or dash before the text, typed or automatic; ``runs`` do not hold it."""
    typed_role: str = ""
    """What the label makes of it: "point", "item", "clause"; "" where it has none."""
    has_own_style: bool = True
    """Whether the style is one of ours, so that ``role`` is what it says."""
    runs: Runs = ()
    """Of an annex its title; of a table its caption."""
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    columns: tuple[Column, ...] = ()
    header_rows: int = 0
    marks: tuple[ReturnedMark, ...] = ()
    tracked: tuple[TrackedStretch, ...] = ()
    erased: tuple[TrackedErasure, ...] = ()
    struck: tuple[StruckStretch, ...] = ()
    restyled: tuple[TrackedStretch, ...] = ()
    """Letters that got other looks under track changes."""
    unstyled: tuple[TakenLook, ...] = ()
    plain_heads: tuple[TakenLook, ...] = ()
    """Of a table the words of its head that are not bold."""
    reshaped: Revision | None = None
    """Who gave the paragraph another style under track changes."""
    tracked_cells: tuple[TrackedCell, ...] = ()
    struck_cells: tuple[StruckCell, ...] = ()
    cell_looks: tuple[CellLook, ...] = ()
    """Of a table: of its cells with words."""
    letters: tuple[LetterStretch, ...] = ()
    """Of a table those of its cells one after the other."""
    shape: ParagraphShape | None = None
    """None for tables."""
    is_new: Revision | None = None
    """Who put in the end of the paragraph under track changes."""
    comments: tuple[ReturnedComment, ...] = ()
    is_behind_blank: bool = False
    """Whether an empty paragraph stands before it."""
    is_behind_gone: bool = False
    """Whether a paragraph before it was taken out under track changes: its style may be that one's."""

    @property
    def text(self) -> str:
        """The words of a paragraph, of a caption or of a title."""
        return plain(self.runs)


@frozen
class GoneBlock(Value):
    """A paragraph or a table that was taken out under track changes: the marks that stood on it."""

    marks: tuple[ReturnedMark, ...]
    text: str
    revision: Revision
    is_moved: bool = False
    also: tuple[Revision, ...] = ()
    """Others who took out some of its words."""
    comments: tuple[ReturnedComment, ...] = ()
    is_table: bool = False
    """Whether it is a table of which all rows went; ``text`` has the words of its cells."""
    at: int = 0
    """How many blocks of the file stand before it."""

    @property
    def people(self) -> tuple[Revision, ...]:
        """All who took it out."""
        return self.revision, *self.also


SignKind = Literal[
    "words", "end", "table", "merge", "page", "number", "control", "header", "note", "comment", "object"
]
"""What somebody tracked: ``words`` what the blocks tell of; ``end`` the looks of a paragraph's end; ``table``
its properties, or those of a row or a cell; ``object`` a picture or an equation."""


@frozen
class TrackedSign(Value):
    """That somebody tracked something, whatever it is; ``near``: the words of its paragraph."""

    kind: SignKind
    revision: Revision
    near: str = ""
    words: str = ""
    """What came or went, where it is no words of the text."""


@frozen
class NotTaken(Value):
    """What stands in the file and has no place in a report, named at its place: ``block`` 0 is nowhere."""

    kind: str
    text: str
    block: int = 0
    place: str = ""


@frozen
class ReturnedFrame(Value):
    """What stands around the text, as far as it is read back."""

    kind: str = ""
    subject: str = ""
    letterhead: Letterhead = Letterhead()
    marks: Marks = Marks()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    filing: Filing = Filing()
    signature: Signature = Signature()


@frozen
class ReturnedFile(Value):
    """A Word file of ours as it stands, the one that went out or the one that came back."""

    report_id: str = ""
    """"" where the file does not say whose it is."""
    code: str = ""
    """The code of the export."""
    created: str = ""
    """When the report was last changed before it went out, as the file says."""
    closing_id: int = 0
    """The block with which the closing words begin."""
    frame: ReturnedFrame = ReturnedFrame()
    blocks: tuple[ReturnedBlock, ...] = ()
    gone: tuple[GoneBlock, ...] = ()
    left: tuple[NotTaken, ...] = ()
    pages: tuple[PageMargins, ...] = ()
    """Of each section of pages."""
    signs: tuple[TrackedSign, ...] = ()
    """Of all that was tracked, in all parts of the file."""


_ADDS: frozenset[ChangeKind] = frozenset({"edit", "split", "merge", "cell"})
_TAKES_AWAY: frozenset[ChangeKind] = frozenset(
    {"delete", "row-", "col-", "table-", "section-", "annex-", "strike"}
)


@frozen
class Change:
    """One change, as a user names it.

    It is the same whatever was typed since: only ``conflict`` and ``is_done`` look at the report of now.
    """

    n: int
    """Its number, from 1, in the order of the text."""
    kind: ChangeKind
    tab: str
    """Where it stands: "opening", "section:3", "annex:7"; "general" and the like for fields."""
    blocks: tuple[int, ...] = ()
    """The blocks of the report that it is about; none of what is new."""
    after: int = 0
    before: int = 0
    """Of what is new or moved the blocks between which it stands now; 0 for none."""
    place: str = ""
    """Of a field its name ("letterhead.agency"), of a cell "row:column" as they went out, from 0."""
    old: Runs = ()
    """The words that go; those of several places are parted by a line feed."""
    new: Runs = ()
    """The words that come."""
    author: str = ""
    date: str = ""
    tracked: bool = False
    also: tuple[Revision, ...] = ()
    """Who else had a part in it under track changes, and when."""
    conflict: str = ""
    """What speaks against it in the report as it stands, in Vietnamese; "" for nothing."""
    is_done: bool = False
    """Whether the report says the same already."""
    group: str = ""
    """The same replacement three times or more has one group, and so have both halves of a moved row."""
    is_by_editor: bool = False
    """Whether a program did it by itself (dropped hyphens): never taken unasked."""
    key: str = ""
    """What stays the same when the same file is compared again: for decisions that are kept."""
    about: str = ""
    """The words of the block as they went out (of what is new: as they came), to tell it by."""
    is_resolved: bool = False
    """Of a comment whether somebody marked it as done."""

    @property
    def takes_away(self) -> bool:
        """Whether words of the report go and none come in their place.

        That is never taken in bulk where it is not sure of what the file was made.
        """
        return self.kind in _TAKES_AWAY or (self.kind == "field" and not plain(self.new).strip())

    @property
    def has_words_to_add(self) -> bool:
        """Whether its words can stand behind ours where both sides changed the same."""
        is_list = self.kind == "field" and self.place in {"recipients", "addressees"}
        return (
            (is_list or self.kind in _ADDS) and bool(plain(self.new).strip()) and not self.is_of_parted_table
        )

    @property
    def is_of_parted_table(self) -> bool:
        """Whether it parts a table, from the row of ``place`` on."""
        return self.kind == "split" and bool(self.place)

    @property
    def is_of_moved_line(self) -> bool:
        """Whether it is one half of a row or a column that was moved: it went here and came there."""
        return self.kind in {"row+", "row-", "col+", "col-"} and bool(self.group)


@frozen
class ReturnComparison:
    """What became of the file that went out; :mod:`finding.plan` has what making them needs."""

    base_how: BaseFound
    changes: tuple[Change, ...]
    left: tuple[NotTaken, ...]
    """What cannot be taken over, named at its place."""
    noise: tuple[tuple[str, int], ...]
    """What is no change, counted: sizes and fonts, numbers that followed by themselves."""

    def change(self, n: int) -> Change:
        """Give the change with that number."""
        return self.changes[n - 1]
