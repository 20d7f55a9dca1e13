"""List of unfinished items of a report (empty fields, remarks, unreviewed text), shown before its export."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.checks import LEVEL_LABELS, Finding
from danvan_desktop.checks.standing import tab_of, tabs_of_blocks
from danvan_desktop.gui.home.listing.row_texts import open_text, suspected_text, unanswered_text
from danvan_desktop.gui.look.screen import is_low_screen
from danvan_desktop.gui.look.style_sheet import SIGN
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.annexes.totals import sum_problems
from danvan_desktop.report.find.tab_titles import TABS
from danvan_desktop.report.lifecycle.empty_fields import blank_fields, blank_headings
from danvan_desktop.report.lifecycle.outlines import tab_name
from danvan_desktop.report.lifecycle.promises import ANSWERING, unanswered
from danvan_desktop.report.lifecycle.review import KIND_LABELS, OpenThing, open_things, total
from danvan_desktop.report.location import GENERAL, SIGNATURE, Location, parse
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.utf16 import utf16_length

_PLACE = Qt.ItemDataRole.UserRole
_LOW, _HIGH = 76, 150
"""Heights of the list on a low screen (1366 x 768 at 150 %) and on others."""


class UnfinishedItems(QWidget):
    """The list: empty fields, Việc còn thiếu, empty headings, then what is *chưa rà* and *chưa sửa*."""

    place_wanted = Signal(str)
    """The place of the entry that the user goes to, in the words of the editor."""

    def __init__(
        self, report: Report, suspected: Sequence[Finding] = (), parent: QWidget | None = None
    ) -> None:
        """List what is open in ``report``; ``suspected`` is what its check took for wrong."""
        super().__init__(parent)
        things = sorted(open_things(report), key=lambda thing: thing.kind != "missing")
        sums = sum_problems(report)
        fields, headings = blank_fields(report), blank_headings(report)
        promised = unanswered(report)
        self.count = sum(map(len, (things, sums, fields, headings, suspected, promised)))
        counts = (
            f"{len(fields)} ô để trống" if fields else "",
            f"{len(headings)} đề mục chưa có nội dung" if headings else "",
            open_text(total(report)).removeprefix("Còn "),
            f"{len(sums)} chỗ số liệu chưa khớp" if sums else "",
            suspected_text(len(suspected)),
            unanswered_text(len(promised)),
        )
        self.title = QLabel(f"Còn {', '.join(filter(None, counts))}:")
        self.title.setWordWrap(True)
        self.title.setProperty(SIGN, "amber")
        self.list = QListWidget()
        self.list.setAccessibleName("Những chỗ còn mở")
        self.list.setFixedHeight(_LOW if is_low_screen() else _HIGH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tabs = {**TABS, **{f"section:{section.id}": tab_name(section, report) for section in report.sections}}
        missing = [thing for thing in things if thing.kind == "missing"]
        for field in fields:
            self._add(f"{_tab_of(field.place)}: Để trống – {field.text}", field.place)
        self._add_things(missing, tabs)
        of_blocks = tabs_of_blocks(report)
        for finding in suspected:
            tab = tabs.get(tab_of(finding, of_blocks), "Thông tin chung")
            self._add(f"{tab}: {LEVEL_LABELS[finding.level]} – {finding.message}", _place_of(finding))
        answering = next((s for s in report.sections if s.key == ANSWERING[0]), None)
        place = "" if answering is None else f"section:{answering.id}"
        if answering is not None and answering.blocks:
            place = f"{place}/{answering.blocks[0].id}+0"
        for kept in promised:
            self._add(f"Năm trước đã đề ra, chưa có kết quả – {kept.promise.text}", place)
        for heading in headings:
            tab = tabs[heading.place.partition("/")[0]]
            self._add(f"{tab}: Chưa có nội dung – {heading.text}", heading.place)
        self._add_things(things[len(missing) :], tabs)
        for block, problem in sums:
            self._add(f"Phụ lục: Số liệu chưa khớp – {problem}", f"annexes/{block}+0")
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._go)
        self._lay_out()

    def _lay_out(self) -> None:
        self.go = QPushButton("Đ&i tới")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._go)
        beside = QVBoxLayout()
        beside.addWidget(self.go)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.title)
        column.addLayout(row)

    def _add_things(self, things: Sequence[OpenThing], tabs: Mapping[str, str]) -> None:
        for thing in things:
            self._add(f"{tabs.get(thing.tab, '')}: {_description(thing)}", _place(thing))

    def _add(self, text: str, place: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setToolTip(text)
        item.setData(_PLACE, place)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.place_wanted.emit(item.data(_PLACE))


def _tab_of(field: str) -> str:
    return TABS[SIGNATURE if parse(field).tab == SIGNATURE else GENERAL]


def _description(thing: OpenThing) -> str:
    if thing.kind == "missing":
        return f"Việc còn thiếu – {thing.text}"
    if thing.mark is not None:
        return f"{KIND_LABELS[thing.mark.kind]} – {thing.text}"
    return f"Đoạn chưa sửa – {thing.text}"


def _place_of(finding: Finding) -> str:
    """Name the place of a finding, with where its words stand in a paragraph."""
    at = finding.at
    if at is None or not at.block or at.cell is not None:
        return finding.place
    return str(Location(at.tab, at.block, finding.start, utf16_length(finding.found)))


def _place(thing: OpenThing) -> str:
    """Name the place; of a mark in a paragraph with where it stands in its text."""
    offset = thing.mark.start if thing.mark is not None and thing.mark.cell is None else 0
    return f"{thing.tab}/{thing.block}+{offset}"
