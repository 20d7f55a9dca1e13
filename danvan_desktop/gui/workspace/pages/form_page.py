"""Base class of the pages with a form: cards of fields, and the part of the paper that they fill in."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from danvan_desktop.gui.forms.fault_watch import FaultWatch, Found
from danvan_desktop.gui.forms.form_area import FormArea
from danvan_desktop.gui.paper.excerpt_card import excerpt_card
from danvan_desktop.gui.paper.excerpt_view import ExcerptView
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.report.model import Report

if TYPE_CHECKING:
    from danvan_desktop.layout.excerpts import ExcerptPart


class FormPage(TabPage):
    """A form; :meth:`_finish` follows the last of its cards."""

    def __init__(
        self, part: "ExcerptPart", refused: Callable[[], Found], parent: QWidget | None = None
    ) -> None:
        """Show ``part`` of the paper beside the form.

        ``refused``: what is refused as the fields stand, by its place; typing is never restricted.
        """
        super().__init__(parent)
        self.excerpt = ExcerptView(part)
        self._area = FormArea(excerpt_card(self.excerpt))
        self._faults = FaultWatch(refused, self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._area)

    def _finish(self, places: Mapping[str, tuple[QWidget, ...]]) -> None:
        """Let the paper lead to the fields; ``places`` on it with the fields that fill them in."""
        self._area.finish()
        self.excerpt.place_wanted.connect(self.go_to_field)
        for place, fields in places.items():
            self.excerpt.follow(place, *fields)

    def show_report(self, report: Report) -> None:
        """Show on the paper ``report``, which the fields make up: they rest."""
        self.excerpt.show_report(report)

    def go_to_field(self, name: str) -> None:
        """Give the keyboard to the report's field ``name``, which was clicked on a picture of the paper."""
        field = self.field(name)
        if field is not None:
            self.bring_up(field)
            field.setFocus(Qt.FocusReason.MouseFocusReason)

    def bring_up(self, widget: QWidget) -> None:
        """Scroll to ``widget``."""
        self._area.show_field(widget)
