"""The export context: a report with its document and pages, each made once however many files."""

from functools import cached_property

from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.document import Document
from danvan_desktop.layout.pages import Pages
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Report


class PreparedReport:
    """A report on its way into files."""

    def __init__(self, report: Report, *, line_numbers: bool = False, is_part: bool = False) -> None:
        """``is_part``: a part for a department to write, which nobody signs."""
        self.report = report
        self._line_numbers, self._is_part = line_numbers, is_part

    @cached_property
    def document(self) -> Document:
        """The report as styled flow."""
        return compose(self.report, self.fonts, line_numbers=self._line_numbers, is_part=self._is_part)

    @cached_property
    def fonts(self) -> FontSet:
        """The faces of this machine."""
        return find_fonts()

    @cached_property
    def pages(self) -> Pages:
        """The document broken into lines and pages."""
        return typeset(self.document, self.fonts)
