"""Paragraph formatting of a Word or PDF file, as far as the recogniser uses it.

Such a reader gives a whole paragraph as one :class:`TextLine` (text_lines.py) with a Look; the recogniser of
plain lines then asks the formatting before it guesses.
"""

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker
from danvan_desktop.report.model import Runs, Table


@frozen
class Look:
    """Formatting of one paragraph; a line that bears one is never joined with another."""

    runs: Runs = ()
    """The paragraph's text with its emphasis, equal in letters to the line's."""
    outline: int | None = None
    """0: the title of a Mục; 1 and more: a khoản có tiêu đề of that level; None: not said."""
    certain: bool = False
    """Whether ``outline`` is known and not guessed: the file is one of this program."""
    running: bool = False
    """Surely running text and no title."""
    table: Table | None = None
    """A table in place of text."""
    mark: ListMarker | None = None
    """Its number, where the program that wrote the file counted it: surely a number."""
    thin: bool = False
    """Whether it surely is not bold in the file, or not all of it."""
    centred: bool = False
    """Whether it stands in the middle of the page or of its column."""
    note: str | None = None
    """A remark on the paragraph that becomes its Việc còn thiếu."""

    @property
    def is_bold(self) -> bool:
        """Whether all its letters are bold."""
        letters = [run for run in self.runs if run.text.strip()]
        return bool(letters) and all(run.bold for run in letters)
