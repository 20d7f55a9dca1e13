"""Creating a report from last year's, an outline, a file or pasted text, and filling in its office."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.home.next_year import NextYear
from danvan_desktop.gui.home.offers import Offer, Offers
from danvan_desktop.gui.importing.already_imported import AlreadyImported
from danvan_desktop.gui.importing.import_file import ImportFile, Purpose
from danvan_desktop.gui.importing.import_questions import ImportQuestions, is_other_paper
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.shell.banner import Banner
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.paths import resource
from danvan_desktop.report.lifecycle.states import number_and_date, seems_issued
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import filled_on_import, merged, office_of, same_office, with_office
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.open_report import OpenReport

Open = Callable[[Draft], bool]


class CreateReport(QObject):
    """Asks what is needed, stores the new report and opens it."""

    created = Signal(object)
    """The :class:`Draft` of a new report, now in the list."""
    told = Signal(str)
    """What was done, to be passed over."""
    take_back_wanted = Signal(object, object)
    """What was changed in a Word file is to go into the report there is: its :class:`Draft`, the path."""

    def __init__(
        self, store: Store, banner: Banner, importing: ImportFile, commands: Commands, window: QWidget
    ) -> None:
        """Connect the commands that begin a report."""
        super().__init__(window)
        self._store, self._banner, self._window = store, banner, window
        self._open: Open = lambda _: False
        self.importing = importing
        self._lent = ""
        self._questions, self._offers = ImportQuestions(window), Offers(banner)
        self._to_issued = commands.to_issued
        self._already_here = AlreadyImported(store, window, importing.source_of)
        self._already_here.failed.connect(banner.say)
        self._already_here.take_back_wanted.connect(self.take_back_wanted)
        self.next_year = NextYear(commands.next_year, store, window)
        self.next_year.file_wanted.connect(self._ask_for_last_year)
        self.next_year.created.connect(self._on_next_year)
        self.next_year.failed.connect(banner.say)
        importing.imported.connect(self._on_imported)
        commands.new.triggered.connect(self.new_report)
        commands.paste_in.triggered.connect(self.paste_report)
        commands.sample.triggered.connect(
            lambda: importing.bring_in(resource("samples", "bao-cao-mau.danvan"), "keep")
        )

    def open_with(self, open_draft: Open) -> None:
        """Let ``open_draft`` show a report that is in the store; False: another one stays open."""
        self._open = open_draft

    def keep_and_open(self, report: Report) -> None:
        """Put ``report``, a new one, into the store and open it."""
        draft = self._keep(report)
        if draft is not None:
            self._open(draft)

    def _keep(self, report: Report) -> Draft | None:
        try:
            draft = self._store.create(report)
        except UserError as error:
            show_problem("Chưa lưu được báo cáo", error.message, self._window)
            return None
        self.created.emit(draft)
        return draft

    def new_report(self) -> None:
        """Ask for outline and year, and open a report made from them."""
        from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
        from danvan_desktop.report.lifecycle.outlines import new_report
        from danvan_desktop.report.lifecycle.own_outlines.outline_files import OwnOutlines

        moment = now()
        try:
            offices = self._store.offices()
            dialog = NewReportDialog(OwnOutlines(self._store.folder), moment.year, offices, self._window)
        except UserError as error:
            self._banner.say(error.message)
            return
        chosen = dialog.exec()
        dialog.deleteLater()
        if chosen:
            office = dialog.office
            name = "" if office is None else office.named_in_text
            report = new_report(dialog.outline, dialog.year.value(), moment, name)
            self._begin(report if office is None else with_office(report, office))

    def _begin(self, report: Report, notice: str = "") -> None:
        """Keep and open ``report``, unless one of its year and trích yếu is opened instead."""

        def keep(report: Report) -> None:
            self.keep_and_open(report)
            if notice:
                self._lent = notice
                self._banner.say(notice)

        self._already_here.settle_new(report, keep, self._open)

    def save_outline(self, report: Report) -> None:
        """Ask for a name and save ``report`` as an outline of the office."""
        from danvan_desktop.gui.home.save_outline import save_outline

        if told := save_outline(report, self._store.folder, self._window):
            self.told.emit(told)

    def paste_report(self) -> None:
        """Ask for the whole text of a report and bring it in."""
        from danvan_desktop.gui.home.paste_report_dialog import PasteReportDialog

        dialog = PasteReportDialog(self._window)
        if dialog.exec():
            self.importing.bring_in_text(dialog.pasted())
        dialog.deleteLater()

    def edit_words(self, report: Report) -> bool:
        """Show what the check of the text knows in the office of ``report``; tell whether it was stored."""
        return self.edit_offices(report, shows_words=True)

    def edit_offices(self, report: Report | None = None, *, shows_words: bool = False) -> bool:
        """Show "Cơ quan và người ký", the office of ``report`` filled in; tell whether it was stored."""
        from danvan_desktop.gui.offices.offices_dialog import OfficesDialog

        try:
            offices, row = list(self._store.offices()), 0
            if report is not None:
                new = office_of(report)
                row = next((at for at, old in enumerate(offices) if same_office(old, new)), len(offices))
                offices[row : row + 1] = [merged(offices[row], new) if row < len(offices) else new]
            dialog = OfficesDialog(offices, row, self._window)
            if shows_words:
                dialog.content.form.show_words()
            agreed = bool(dialog.exec())
            if agreed:
                self._store.keep_offices(dialog.offices())
            dialog.deleteLater()
        except UserError as error:
            self._banner.say(error.message)
            return False
        return agreed

    def lend_office(self, opened: "OpenReport") -> None:
        """Ask which office and signer the open report takes, and put them into its fields."""
        from danvan_desktop.gui.offices.take_office_dialog import TakeOfficeDialog

        report = opened.report()
        try:
            offices = self._store.offices()
        except UserError as error:
            self._banner.say(error.message)
            return
        if not offices:
            fill = Offer(
                "Chưa điền cơ quan nào ở “Cơ quan và người ký”.",
                "Điền bây giờ…",
                lambda: self.edit_offices(report),
            )
            self._offers.begin([], [fill])
            return
        dialog = TakeOfficeDialog(report, offices, self._window)
        if dialog.exec():
            opened.fill_office(dialog.result_report())
        dialog.deleteLater()

    def keep_settings(self, report: Report) -> None:
        """Let every new report of the office of ``report`` be set as this one is."""
        new = office_of(report)
        try:
            offices = list(self._store.offices())
            at = next((at for at, old in enumerate(offices) if same_office(old, new)), len(offices))
            changed = replace(offices[at], settings=new.settings) if at < len(offices) else new
            offices[at : at + 1] = [changed]
            self._store.keep_offices(offices)
        except UserError as error:
            self._banner.say(error.message)
            return
        self._banner.say(f"Báo cáo mới của {report.letterhead.agency} sẽ được trình bày như báo cáo này.")

    def _ask_for_last_year(self, year: int) -> None:
        self.importing.ask(f"Chọn báo cáo năm {year}", "next_year")

    def _on_imported(self, report: Report, purpose: Purpose) -> None:
        self._questions.settle(report, purpose, self._take)

    def _take(self, report: Report, purpose: Purpose) -> None:
        """Look whether ``report``, of which all is known now, is here already."""
        self._lent = ""
        if not is_other_paper(report):
            report, self._lent = self._filled(report)
        self._already_here.settle(report, purpose, self._bring_in, self._open_known)

    def _open_known(self, draft: Draft, report: Report, purpose: Purpose) -> None:
        """Go on with the report that is in the list already."""
        if purpose == "next_year":
            with suppress(UserError):  # it was read just now
                report = self._store.load(draft.id)
            self._go_on(report, draft, agreed=True)
        else:
            self._open(draft)

    def _bring_in(self, report: Report, purpose: Purpose) -> None:
        draft = self._keep(report)
        if draft is None:
            return
        if purpose == "ask" and self.next_year.is_earlier(report):
            self.next_year.offer(report, partial(self._on_offer, report, draft))
        else:
            self._go_on(report, draft, agreed=purpose == "next_year")

    def _on_offer(self, report: Report, draft: Draft, agreed: bool, is_issued: bool) -> None:  # noqa: FBT001 - an answer
        if is_issued:
            report = self._as_issued(report, draft)
        self._go_on(report, draft, agreed=agreed)

    def _as_issued(self, report: Report, draft: Draft) -> Report:
        """Record ``report``, which was just brought in, as issued under the number and date it has."""
        from danvan_desktop.report.lifecycle.states import issue

        head = report.letterhead
        try:
            issued = issue(report, head.number or "", head.issued_on, now())
            self._store.save(draft.id, issued, draft.place)
        except UserError as error:
            self._banner.say(error.message)
            return report
        self.created.emit(draft)
        return issued

    def _go_on(self, report: Report, draft: Draft, *, agreed: bool) -> None:
        """Open what was brought in, or, where that is ``agreed``, next year's report made from it."""
        notices, offers = [], self._office_offers(report)
        if agreed:
            self.next_year.from_report(report)
            notices = [f"Báo cáo năm {report.year} cũng được giữ trong danh sách."]
            offers += self._issue_offers(report, lambda: self._record_issue(draft))
        elif self._open(draft):
            self.importing.show_notes(report)
            offers += self._issue_offers(report, self._ask_issue)
        self._offers.begin([*notices, *filter(None, [self._lent])], offers)

    def _on_next_year(self, report: Report) -> None:
        """Open next year's report, with what last year's left blank of the office."""
        self._begin(*self._filled(report))

    def _filled(self, report: Report) -> tuple[Report, str]:
        """Fill what ``report`` leaves blank of its office, and say what."""
        try:
            return filled_on_import(report, self._store.offices())
        except UserError:  # the list of offices is damaged: it says so itself where it is opened
            return report, ""

    def _office_offers(self, report: Report) -> list[Offer]:
        """Offer to store the office of ``report`` where it is not known yet."""
        agency = report.letterhead.agency
        try:
            known = any(same_office(office, office_of(report)) for office in self._store.offices())
        except UserError:
            known = True
        if known or not agency or is_other_paper(report):
            return []
        question = f"Lưu cơ quan và người ký của báo cáo này ({agency}) cho các báo cáo sau?"
        return [Offer(question, "Xem và lưu…", lambda: self.edit_offices(report))]

    @staticmethod
    def _issue_offers(report: Report, do: Callable[[], bool]) -> list[Offer]:
        """Offer to record ``report`` as issued where it has a number and a date."""
        if not seems_issued(report) or is_other_paper(report):
            return []
        whose = f"Báo cáo năm {report.year} có {number_and_date(report)}."
        return [Offer(f"{whose} Ghi nhận báo cáo ấy đã ban hành?", "Ghi nhận đã ban hành", do)]

    def _ask_issue(self) -> bool:
        """Ask for the issue of the open report."""
        self._to_issued.trigger()
        return True

    def _record_issue(self, draft: Draft) -> bool:
        try:
            report = self._store.load(draft.id)
        except UserError as error:
            self._banner.say(error.message)
            return False
        return self._as_issued(report, draft) != report
