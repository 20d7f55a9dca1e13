"""Help window "Hướng dẫn": the topics of resources/help with full-text search and context help (F1)."""

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QPalette,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.widgets.style import GAP, icon, size_dialog, spaced
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.paths import resource
from danvan_desktop.report.location import ANNEXES, CLOSING, GENERAL, OPENING, SIGNATURE
from danvan_desktop.report.text.fold_diacritics import fold

START = "bat-dau"
_OF_TABS = {
    GENERAL: "co-quan-va-yeu-cau",
    OPENING: "co-quan-va-yeu-cau",
    SIGNATURE: "co-quan-va-yeu-cau",
    CLOSING: "go-va-danh-so",
    ANNEXES: "bang-va-phu-luc",
}
_OF_PAGES = {"bin": "luu-o-dau", "offices": "co-quan-va-yeu-cau", "backups": "sao-luu"}
_NAME = Qt.ItemDataRole.UserRole


@frozen
class Topic:
    """One page of help."""

    name: str
    title: str
    text: str
    """Markdown."""


@cache
def topics() -> tuple[Topic, ...]:
    """Read the topics, in the order of their files' numbers."""
    return tuple(_read(path.stem, path.read_text("utf-8")) for path in sorted(resource("help").glob("*.md")))


def _read(stem: str, text: str) -> Topic:
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Topic(stem.partition("-")[2], title, text)


def topic_of(place: str) -> str:
    """Name the topic that helps at ``place`` of the editor, or on a page beside the list; "" is the list."""
    if not place:
        return START
    return _OF_PAGES.get(place) or _OF_TABS.get(place.partition("/")[0], "go-va-danh-so")


def found(words: str) -> tuple[Topic, ...]:
    """Give the topics that hold all of ``words``, those with them in the title first."""
    terms = fold(words).split()
    hits = [topic for topic in topics() if all(term in fold(topic.text) for term in terms)]
    return tuple(sorted(hits, key=lambda topic: not all(term in fold(topic.title) for term in terms)))


class HelpWindow(QDialog):
    """Non-modal dialog with the list of topics, a search field and the topic."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        """Show the topic of that name."""
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm, không cần gõ dấu")
        self.search.setAccessibleName("Tìm trong hướng dẫn")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = WrappedList("Các việc")
        self.page = QTextBrowser()
        self.page.setAccessibleName("Nội dung hướng dẫn")
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(2 * GAP)
        self._lay_out()
        self._list("")
        self.search.textChanged.connect(self._list)
        self.list.currentItemChanged.connect(self._show)
        self.page.anchorClicked.connect(self._follow)
        self.show_topic(topic)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        spaced(row)
        row.addLayout(left, 2)
        row.addWidget(self.page, 5)
        size_dialog(self, 880, 560)

    def show_topic(self, name: str) -> None:
        """Show the topic of that name."""
        self.search.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _list(self, words: str) -> None:
        shown = self._current()
        self.list.blockSignals(True)
        self.list.clear()
        for topic in found(words):
            item = QListWidgetItem(topic.title, self.list)
            item.setData(_NAME, topic.name)
        rows = [self.list.item(row).data(_NAME) for row in range(self.list.count())]
        self.list.setCurrentRow(rows.index(shown) if shown in rows else 0 if rows else -1)
        self.list.blockSignals(False)
        self._show()

    def _current(self) -> str:
        for item in self.list.selectedItems():
            return str(item.data(_NAME))
        return ""

    def _show(self) -> None:
        name = self._current()
        text = next((topic.text for topic in topics() if topic.name == name), "")
        self.page.setMarkdown(text or "Không có việc nào khớp với chữ đã gõ. Hãy thử từ khác.")
        _colour_links(self.page)

    def _follow(self, link: QUrl) -> None:
        self.show_topic(link.toString())


def link_colour(palette: QPalette) -> QColor:
    """The colour of links on the ground of ``palette``."""
    return QColor(tokens_of(palette).accent)


def _colour_links(page: QTextBrowser) -> None:
    """Qt gives the links of Markdown the program's colour, whatever the page's palette says."""
    look = QTextCharFormat()
    look.setForeground(link_colour(page.palette()))
    cursor = QTextCursor(page.document())
    for start, end in list(_links(page.document())):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)


def _links(document: QTextDocument) -> Iterator[tuple[int, int]]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            run = place.fragment()
            if run.charFormat().isAnchor():
                yield run.position(), run.position() + run.length()
            place += 1
        block = block.next()


def help_key(dialog: QWidget, topic: str) -> None:
    """Let F1 open ``topic`` beside ``dialog``, which keeps the window's own F1 away."""
    key = QShortcut(QKeySequence("F1"), dialog)
    key.activated.connect(lambda: HelpWindow(topic, dialog).show())
