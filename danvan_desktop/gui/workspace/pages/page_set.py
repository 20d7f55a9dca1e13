"""All pages of an open report: filled from the model, and the model read back from them."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.workspace.pages.annexes import AnnexesPage
from danvan_desktop.gui.workspace.pages.general import GeneralPage
from danvan_desktop.gui.workspace.pages.opening import OpeningPage
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.signature import SignaturePage
from danvan_desktop.gui.workspace.pages.text_page import SectionPage, TextPage
from danvan_desktop.report.lifecycle.outlines import tab_name
from danvan_desktop.report.location import ANNEXES, CLOSING, GENERAL, OPENING, SIGNATURE
from danvan_desktop.report.model import Report, Section, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.office.presentation import Presentation


class ReportPages:
    """The pages of ``report``, in the order of their tabs."""

    def __init__(
        self, stack: UndoStack, ids: BlockIdCounter, report: Report, made: SectionPage | None = None
    ) -> None:
        """``made``: the page of one section, which was there before the others."""
        self._stack, self.base = stack, report
        """The report as it was opened: what no page shows is taken from it."""
        self.ids = ids
        self.general = GeneralPage(stack)
        self.opening = OpeningPage(stack, ids)
        self.sections = [
            made if made is not None and section.id == made.identity else SectionPage(stack, ids, section)
            for section in report.sections
        ]
        self.closing = TextPage(stack, ids, "Phần kết thúc")
        self.signature = SignaturePage(stack)
        self.annexes = AnnexesPage(stack, ids)
        self.general.load(report)
        self.opening.load_opening(report)
        self.closing.load(report.closing)
        self.signature.load(report)
        self.annexes.load(report.annexes)

    def in_order(self) -> list[tuple[str, TabPage]]:
        """Each page with the name of its place."""
        sections: list[tuple[str, TabPage]] = [(f"section:{page.identity}", page) for page in self.sections]
        return [
            (GENERAL, self.general),
            (OPENING, self.opening),
            *sections,
            (CLOSING, self.closing),
            (SIGNATURE, self.signature),
            (ANNEXES, self.annexes),
        ]

    def editors(self) -> Iterator[tuple[str, BlockEditor]]:
        """Each editor of blocks with the name of its page's place, in reading order."""
        for tab, page in self.in_order():
            if isinstance(page, TextPage):
                yield tab, page.editor
        for annex in self.annexes.pages:
            yield ANNEXES, annex.editor

    def restored(self, report: Report) -> "ReportPages":
        """Give the pages of ``report``, an earlier state of what these show: new ones where it differs.

        A page that is the same is the very same widget in both; the others live on for undo.
        """
        now, made = self.report(), copy(self)
        self.ids.next_id = max(self.ids.next_id, report.next_id)
        made.base = report
        made.take_what_stays(self)
        if any(getattr(now, name) != getattr(report, name) for name in _OF_GENERAL):
            made.general = GeneralPage(self._stack)
            made.general.load(report)
        if (now.opening, now.legal_bases) != (report.opening, report.legal_bases):
            made.opening = OpeningPage(self._stack, self.ids)
            made.opening.load_opening(report)
        if now.closing != report.closing:
            made.closing = TextPage(self._stack, self.ids, "Phần kết thúc")
            made.closing.load(report.closing)
        if any(getattr(now, name) != getattr(report, name) for name in _OF_SIGNATURE):
            made.signature = SignaturePage(self._stack)
            made.signature.load(report)
        if now.annexes != report.annexes:
            made.annexes = AnnexesPage(self._stack, self.ids)
            made.annexes.load(report.annexes)
        shown = {
            _unnumbered(section): page for section, page in zip(now.sections, self.sections, strict=True)
        }
        made.sections = [
            shown.get(_unnumbered(section)) or SectionPage(self._stack, self.ids, section)
            for section in report.sections
        ]
        return made

    def take_what_stays(self, shown: "ReportPages") -> None:
        """Take from ``shown``, which these replace, how far the report has come: that is not restored."""
        kept = shown.base
        self.base = replace(
            self.base,
            id=kept.id,
            state=kept.state,
            marks=replace(self.base.marks, draft=kept.marks.draft),
            attachments=kept.attachments,
        )

    def amend(self, report: Report) -> None:
        """Take from ``report`` what no page shows: state, request, marks, settings, what it carries along."""
        self.base = replace(
            self.base,
            state=report.state,
            request=report.request,
            marks=report.marks,
            settings=report.settings,
            attachments=report.attachments,
            import_notes=report.import_notes,
        )
        self.ids.next_id = max(self.ids.next_id, report.next_id)

    def fill_office(self, report: Report) -> None:
        """Put letterhead, recipients, signer and the office's name in sentences in, as one step to undo."""
        with self._stack.macro():
            self.general.fill(report.letterhead)
            self.signature.fill(report)
            self.fill_frame(report)

    def fill_frame(self, report: Report) -> None:
        """Put Mở đầu and Kết thúc of ``report`` in where they differ; call it as one step to undo."""
        for page, blocks in ((self.opening, report.opening), (self.closing, report.closing)):
            editor = page.editor
            if blocks != editor.blocks():
                editor.replace(editor.units(), 0, len(editor.units()) - 1, blocks)

    def present(self, presentation: Presentation) -> None:
        """Let the report be presented so: no page shows that."""
        self.base = presentation.put_into(self.base)

    def make_section(self) -> SectionPage:
        """Make the page of a new section; it has no place among the others yet."""
        return SectionPage(self._stack, self.ids, Section(self.ids.take()))

    def report(self) -> Report:
        """The report as it stands, every automatic number computed."""
        report = self.general.merged(self.base)
        report = self.signature.merged(self.opening.merged(report))
        report = replace(
            report,
            sections=tuple(page.section() for page in self.sections),
            closing=self.closing.blocks(),
            annexes=self.annexes.annexes(),
        )
        return renumber(replace(report, next_id=max(self.ids.next_id, report.next_id)))

    def show_numbers(self) -> list[tuple[str, str]]:
        """Show the numbers of sections and annexes as they now are; give each tab's short and whole name."""
        frame = renumber(
            replace(
                self.base,
                year=self.general.merged(self.base).year,
                opening=(),
                closing=(),
                sections=tuple(page.heading() for page in self.sections),
                annexes=tuple(page.heading() for page in self.annexes.pages),
            )
        )
        for page, section in zip(self.sections, frame.sections, strict=True):
            page.show_number(section.number)
        self.annexes.show_numbers([annex.number for annex in frame.annexes])
        sections = [
            (tab_name(part, frame), f"{part.number or ''} {plain(part.title)}".strip())
            for part in frame.sections
        ]
        return [
            *_named("Thông tin chung", "Mở đầu"),
            *sections,
            *_named("Kết thúc", "Nơi nhận và ký", "Phụ lục"),
        ]


_OF_GENERAL = ("letterhead", "kind", "subject", "year", "period")
_OF_SIGNATURE = ("addressees", "recipients", "filing", "signature")


def _unnumbered(section: Section) -> Section:
    """Give ``section`` without the number that follows from its place."""
    return replace(section, number=None) if section.numbering == "auto" else section


def _named(*names: str) -> list[tuple[str, str]]:
    return [(name, name) for name in names]
