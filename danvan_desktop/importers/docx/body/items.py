"""Paragraphs and tables of a Word file in order, before they are recognised as parts of a report."""

from dataclasses import dataclass, field

from danvan_desktop.importers.docx.body.character_format import Trace, TracedRun
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker
from danvan_desktop.report.model import Alignment, Run, Runs
from danvan_desktop.report.takeback.layout_values import ParagraphShape
from danvan_desktop.report.takeback.model import Revision


@dataclass(slots=True)
class ParagraphEdits:
    """What editing left on a paragraph."""

    traces: list[TracedRun] = field(default_factory=list)
    """Its text piece by piece, with what was taken out under track changes."""
    comment_ids: list[str] = field(default_factory=list)
    comment_words: dict[str, str] = field(default_factory=dict)
    """What comments are about, by their ids."""
    opened: dict[str, str] = field(default_factory=dict)
    closed: dict[str, bool] = field(default_factory=dict)
    """Bookmarks that begin and end here: see :class:`~danvan_desktop.importers.docx.body.inline`."""
    is_new: Revision | None = None
    """Who put in its end under track changes."""
    end_erased: Revision | None = None
    """Who took its end out."""
    restyled: Revision | None = None
    """Who gave it another style under track changes."""
    shape: ParagraphShape | None = None


@dataclass(slots=True)
class WordParagraph:
    """A paragraph of a Word file: text normalised and in Unicode, automatic number resolved."""

    runs: Runs = ()
    """A soft break is a line end in the text of a run, a tab stands for itself."""
    style: str = ""
    """The name of its style in small letters: "heading 1"."""
    outline: int | None = None
    """Its level in Word's outline, 0 the highest."""
    align: Alignment = "left"
    indent: int = 0
    """Where its first line begins, in twips from the margin; 0 in a list, whose indents tell the level."""
    mark: ListMarker | None = None
    """Its automatic number or bullet; the text does not hold it."""
    lone_number: str = ""
    """Its automatic number where it has no text: in a table's cell that is what is read."""
    comments: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    boxed: bool = False
    """Whether it stood in a text box."""
    section: bool | None = None
    """Where a section of pages ends with it: whether those pages are landscape."""
    is_contents: bool = False
    """Whether it is a line of a mục lục."""
    goes_on: bool = False
    """Whether its end was deleted under track changes, so that the next one belongs to it."""
    edits: ParagraphEdits | None = None
    """What editing left on it, where that was asked for."""

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(run.text for run in self.runs)

    @property
    def is_blank(self) -> bool:
        """Whether it has neither text nor a number."""
        return not self.text.strip() and self.mark is None

    @property
    def traces(self) -> list[TracedRun]:
        """Its text with what editing left on it, erased text too; nothing where that was not asked for."""
        return [] if self.edits is None else self.edits.traces


@dataclass(slots=True)
class WordCell:
    """A table cell with its column and span in the grid."""

    items: "list[Item]" = field(default_factory=list)
    column: int = 0
    cols: int = 1
    continues: bool = False
    """Whether it belongs to the cell above (vertically merged)."""
    is_shaded: bool = False
    """Whether its ground is coloured."""


@dataclass(slots=True)
class GonePart:
    """A row or a cell that was taken out under track changes."""

    revisions: tuple[Revision, ...] = ()
    """Who took it out, then whoever else had changed it before."""
    comments: dict[str, str] = field(default_factory=dict)
    """Ids of the comments on it, with the words that they are about."""
    bookmarks: list[str] = field(default_factory=list)
    text: str = ""


@dataclass(slots=True)
class WordTable:
    """A table of a Word file: rows of cells, before it is made a full grid."""

    widths: list[int] = field(default_factory=list)
    """Of the grid's columns, in twips."""
    rows: list[list[WordCell]] = field(default_factory=list)
    header_rows: int = 0
    bordered: bool = False
    new_rows: dict[int, Revision] = field(default_factory=dict)
    """Rows that were put in under track changes."""
    gone_rows: list[GonePart] = field(default_factory=list)
    new_cells: dict[tuple[int, int], Revision] = field(default_factory=dict)
    """Cells that were put in under track changes, by row and column."""
    gone_cells: list[tuple[int, GonePart]] = field(default_factory=list)
    """Cells that were taken out, with the column at which they stood."""

    def keep(self, numbers: list[int]) -> None:
        """Keep only the rows with these numbers, in order."""
        places = {number: place for place, number in enumerate(numbers)}
        self.header_rows = sum(number < self.header_rows for number in numbers)
        self.new_rows = {places[row]: who for row, who in self.new_rows.items() if row in places}
        self.new_cells = {
            (places[row], column): who for (row, column), who in self.new_cells.items() if row in places
        }
        self.rows = [self.rows[number] for number in numbers]

    def paragraphs(self) -> list[WordParagraph]:
        """All paragraphs in it, those of tables within it too, in reading order."""
        return [p for row in self.rows for cell in row for p in paragraphs_of(cell.items)]


Item = WordParagraph | WordTable


def paragraphs_of(items: list[Item]) -> list[WordParagraph]:
    """List the paragraphs of ``items``, those in tables too."""
    found: list[WordParagraph] = []
    for item in items:
        found += [item] if isinstance(item, WordParagraph) else item.paragraphs()
    return found


def joined_paragraphs(first: WordParagraph, second: WordParagraph) -> WordParagraph:
    """Return one paragraph out of two, the end of the first of which was deleted."""
    return WordParagraph(
        runs=(*first.runs, *second.runs),
        style=second.style,
        outline=second.outline,
        align=second.align,
        indent=second.indent,
        mark=first.mark or second.mark,
        comments=[*first.comments, *second.comments],
        bookmarks=[*first.bookmarks, *second.bookmarks],
        boxed=second.boxed,
        section=second.section,
        is_contents=first.is_contents and second.is_contents,
        goes_on=second.goes_on,
        edits=_joined_edits(first.edits, second.edits),
    )


def _joined_edits(first: ParagraphEdits | None, second: ParagraphEdits | None) -> ParagraphEdits | None:
    if first is None or second is None:
        return None
    end = first.end_erased
    between = [] if end is None else [(Run("\n"), Trace(end, is_erased=True))]
    return ParagraphEdits(
        traces=[*first.traces, *between, *second.traces],
        comment_ids=[*first.comment_ids, *second.comment_ids],
        comment_words={**second.comment_words, **first.comment_words},
        opened={**first.opened, **second.opened},
        closed={**first.closed, **second.closed},
        is_new=second.is_new,
        end_erased=second.end_erased,
        restyled=second.restyled,
        shape=second.shape,
    )


def with_text(run: Run, text: str) -> Run:
    """Return ``run`` with another text."""
    return Run(text, run.bold, run.italic, run.underline, run.vertical)
