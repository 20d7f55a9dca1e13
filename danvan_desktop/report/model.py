"""The data model: a report as an immutable value, its content without layout or storage.

Field names are the keys of the ``.danvan`` file; ``resources/danvan.schema.json`` is the contract.
Every class keeps the keys it does not know in ``unknown`` so that a file of a later release
passes through this one unharmed.
"""

from dataclasses import field
from datetime import datetime
from typing import Literal

from danvan_desktop.frozen import frozen

FORMAT = "danvan/1"

Numbering = Literal["auto", "fixed", "none"]
Role = Literal["body", "heading", "clause", "point", "item"]
SectionKey = Literal["situation", "implementation", "assessment", "tasks", "other"]
State = Literal["drafting", "consulting", "for_signing", "issued"]
Vertical = Literal["super", "sub"]
Alignment = Literal["left", "center", "right", "justify"]
Content = Literal["counter", "text", "figure", "increase", "percent"]
RowKind = Literal["item", "group", "total", "bonus", "minus", "final"]


@frozen
class Value:
    """Base of every part of a report."""

    unknown: str = field(default="", kw_only=True)
    """Keys this release does not know: a JSON object as canonical text, "" when there are none."""


@frozen
class Run(Value):
    """A text run: characters of one formatting. ``text`` is NFC and holds no line break."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    vertical: Vertical | None = None


Runs = tuple[Run, ...]


@frozen
class Origin(Value):
    """Where a block came from when this year's report grew out of last year's."""

    year: int
    touched: bool = False
    """The user has edited the block or confirmed that it stays as it is."""
    confirmed: tuple[str, ...] = ()
    """The marks the user has confirmed, each with the words beside it."""
    found: tuple[str, ...] = ()
    """The years, dates and figures that came over and have to be looked at: those still in the text and
    not confirmed are marked. What is typed afterwards never is."""


@frozen
class Paragraph(Value):
    """A paragraph: one block of text.

    ``heading`` is a khoản có tiêu đề ("1. Ưu điểm", level 2: "3.1. …"), ``clause`` a khoản of running
    text ("6. Các tổ chức …"), ``point`` an điểm ("a) …"), ``item`` a gạch đầu dòng (level 1 "-",
    level 2 "+"), ``body`` an ordinary đoạn văn. ``runs`` never hold the number or the dash.
    """

    id: int
    role: Role = "body"
    level: int = 1
    number: str | None = None
    """What is shown before the text: "1.", "3.1.", "a)"; None for body and item."""
    numbering: Numbering = "none"
    """``auto`` follows its neighbours, ``fixed`` stays as typed, ``none`` for body and item."""
    runs: Runs = ()
    note: str | None = None
    """Việc còn thiếu: a remark that is listed and counted, never printed."""
    hint: str | None = None
    """What belongs here, shown in grey while the block is empty; never printed."""
    origin: Origin | None = None


@frozen
class Cell(Value):
    """A table cell; covers ``rows`` x ``cols`` places of the grid from its own place on."""

    paragraphs: tuple[Runs, ...] = ((),)
    rows: int = 1
    cols: int = 1


@frozen
class ColumnFormula(Value):
    """What a column of an annex form holds and how it is computed. Keys in the order of the alphabet."""

    content: Content = "text"
    key: str = ""
    of: tuple[str, ...] = ()
    """The keys of the columns that ``increase`` and ``percent`` compare: this year's, last year's."""
    rolls_to: str | None = None
    """Next year this column's figures become those of the column with this key, and it is emptied."""
    sums: bool = False
    """Groups and totals of this column are computed."""


@frozen
class SpecialRow(Value):
    """A table row recognised by its label: the total, the bonus points. Keys in the order of the alphabet."""

    kind: RowKind
    label: str


@frozen
class TableForm(Value):
    """The annex form (mẫu phụ lục) a table was made from, so that it computes where the form is missing.

    Keys in the order of the alphabet: releases before 0.2 wrote them so, and a file stays the same bytes.
    """

    full_marks: float | None = field(default=None, kw_only=True)
    """What the points of the first summed column must come to."""
    id: str
    most_extra: float | None = field(default=None, kw_only=True)
    """The most that bonus and minus points may be, each."""
    rows: tuple[SpecialRow, ...] = ()


@frozen
class Column(Value):
    """A table column: its ``share`` of the width (any positive unit) and how its text is aligned."""

    share: float = 1.0
    align: Alignment = "left"
    form: ColumnFormula | None = None
    """Of a table made from an annex form."""


@frozen
class Table(Value):
    """A table: a full grid; a place covered by a neighbour's span is None."""

    id: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    caption: Runs | None = None
    header_rows: int = 1
    note: str | None = None
    origin: Origin | None = None
    form: TableForm | None = None
    """The annex form it was made from; None for any other table: nothing is computed in it."""


@frozen
class OpaqueBlock(Value):
    """A block of a kind this release does not know (``image`` is reserved): kept, never shown."""

    id: int
    type: str
    content: str
    """The whole block as canonical JSON text."""


Block = Paragraph | Table | OpaqueBlock


@frozen
class Part(Value):
    """A Phần ("Phần I" or "PHẦN THỨ NHẤT") that begins with this section."""

    number: str
    title: Runs = ()


@frozen
class Section(Value):
    """A Mục ("I. ĐẶC ĐIỂM TÌNH HÌNH"): a tab of its own in the window."""

    id: int
    key: SectionKey = "other"
    number: str | None = None
    numbering: Numbering = "auto"
    part: Part | None = None
    title: Runs = ()
    blocks: tuple[Block, ...] = ()


@frozen
class Annex(Value):
    """A Phụ lục; ``number`` is Roman ("I") where there are two or more, else None."""

    id: int
    number: str | None = None
    numbering: Numbering = "auto"
    title: Runs = ()
    orientation: Literal["portrait", "landscape"] = "portrait"
    blocks: tuple[Block, ...] = ()


@frozen
class PartialDate(Value):
    """A date of which any part may still be blank (the clerk of records fills it in)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@frozen
class Letterhead(Value):
    """Phần đầu văn bản; None is "not known", which prints as "…" and is named in the notes."""

    parent_agency: str | None = None
    agency: str | None = None
    number: str | None = None
    """Số. None leaves the room blank: it is given after signing (Điều 15)."""
    symbol: str | None = None
    """Ký hiệu, e.g. "BC-VP"."""
    place: str | None = None
    issued_on: PartialDate = PartialDate()


@frozen
class Marks(Value):
    """Stamps: urgency (độ khẩn), draft ("Dự thảo lần n", n counted), circulation (chỉ dẫn lưu hành)."""

    urgency: str | None = None
    draft: int | None = None
    circulation: str | None = None


@frozen
class Margins(Value):
    """Page margins in millimetres, PL I, I.3: top and bottom 20-25, left 30-35, right 15-20."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20


@frozen
class Settings(Value):
    """The choices the decree leaves to the office (PL I, II.6.e and I.3)."""

    size_set: Literal[13, 14] = 14
    first_line_mm: float = 10
    space_before_pt: float = 6
    line_pitch_pt: float = 17
    margins_mm: Margins = Margins()
    tone: Literal["old", "new"] = "old"
    """Where the tone mark stands (ủy or uỷ): steers checks and search, never rewrites text."""


@frozen
class Request(Value):
    """Yêu cầu báo cáo: the letter this report answers."""

    agency: str | None = None
    number_symbol: str | None = None
    date: PartialDate = PartialDate()
    subject: str | None = None
    due: PartialDate = PartialDate()


@frozen
class Period(Value):
    """Kỳ báo cáo."""

    type: Literal["year", "half", "quarter", "month", "other"] = "year"
    index: int | None = None
    cutoff: PartialDate | None = None


@frozen
class Filing(Value):
    """The Lưu line: "- Lưu: VT, <unit>." with the number of copies and the drafter's code."""

    unit: str | None = None
    copies: int | None = None
    drafter: str | None = None


@frozen
class Signature(Value):
    """Quyền hạn, chức vụ (one entry a line) and the signer's name."""

    lines: tuple[str, ...] = ()
    other_position: str | None = None
    signer: str | None = None


@frozen
class ImportNote(Value):
    """Something an import did not understand or changed, for the user to look at.

    ``place`` names a block ("block:12"), a field ("letterhead.agency"), or is "" for the whole.
    """

    kind: str
    text: str
    place: str = ""


@frozen
class CorrectedReport(Value):
    """The issued report that a correction (báo cáo thay thế) replaces."""

    id: str
    number: str | None = None
    symbol: str | None = None
    issued_on: PartialDate = PartialDate()


@frozen
class PassedOver(Value):
    """A finding of the check that the user has passed over in this report ("Bỏ qua ở văn bản này")."""

    rule: str
    found: str = ""
    """The words that were meant; "" where it was about no words."""
    place: str = ""
    """Where it was about no words: its place."""


AnswerState = Literal["answered", "open", "moved"]


@frozen
class TaskAnswer(Value):
    """What the user has confirmed of one of last year's tasks: where it is answered, or that it is not."""

    task: int
    """The id of its block among :attr:`Attachments.last_tasks`."""
    block: int = 0
    """The id of the block of this report that answers it; 0: none does."""
    state: AnswerState = "answered"
    """``open``: there is no result yet; ``moved``: it goes on next year."""


@frozen
class Attachments(Value):
    """Data kept with a report outside its own text, one key each."""

    last_tasks: tuple[Section, ...] = ()
    """The sections of key "tasks" of last year's report, as they stood."""
    rounds: int = 0
    """How many times the draft went round for góp ý."""
    paper: Literal["draft", "signing"] | None = None
    """Which paper it went out as last: bản dự thảo lấy ý kiến or bản trình ký."""
    signed_file: str | None = None
    """The name of the signed file in the data folder."""
    corrects: CorrectedReport | None = None
    passed_over: tuple[PassedOver, ...] = ()
    """What of the check the user does not want to see in this report any more."""
    answers: tuple[TaskAnswer, ...] = ()
    """What was confirmed of last year's tasks."""


@frozen
class Report(Value):
    """A whole report. Two equal reports print equal pages, byte for byte."""

    id: str
    modified: datetime
    """Aware; the only clock the produced files know."""
    year: int
    subject: str
    """Trích yếu."""
    next_id: int = 1
    """The next free id of a block, section or annex; ids are never used twice."""
    regime: str = "nd30/2020"
    outline: str | None = None
    kind: str = "BÁO CÁO"
    """Tên loại văn bản."""
    medium: Literal["electronic", "paper"] = "electronic"
    period: Period = Period()
    state: State = "drafting"
    request: Request | None = None
    letterhead: Letterhead = Letterhead()
    marks: Marks = Marks()
    settings: Settings | None = None
    """None: the office's own defaults."""
    addressees: tuple[str, ...] = ()
    """Kính gửi; empty when the report has none."""
    legal_bases: tuple[Runs, ...] = ()
    opening: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    """Nơi nhận without dashes, end signs, "Như trên" and the Lưu line: compose adds them."""
    filing: Filing = Filing()
    signature: Signature = Signature()
    annexes: tuple[Annex, ...] = ()
    attachments: Attachments = Attachments()
    import_notes: tuple[ImportNote, ...] = ()


def plain(runs: Runs) -> str:
    """Return the text of ``runs`` without formatting."""
    return "".join(run.text for run in runs)
