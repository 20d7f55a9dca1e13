"""Form for what the check of the text ("Soát lỗi") knows of an office: its words, the rules that are off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.checks import TOPICS
from danvan_desktop.checks.proof.read_report import RULE as PROOF
from danvan_desktop.gui.widgets.buttons import push_button
from danvan_desktop.gui.widgets.style import GAP, larger, spaced
from danvan_desktop.report.office.office import Office

_ID = Qt.ItemDataRole.UserRole


class WordsForm(QWidget):
    """Lists the words, which can be added to and deleted, and every rule with a tick."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no office yet."""
        super().__init__(parent)
        self._unknown_off: tuple[str, ...] = ()
        """Rules that this release does not have: switched off elsewhere, and kept so."""
        self.words = _WordList()
        self.words.setAccessibleName("Từ ngữ của cơ quan")
        self.words.setSortingEnabled(True)
        self.words.deleted.connect(self._delete)
        self.words.itemSelectionChanged.connect(self._update)
        self.new = QLineEdit()
        self.new.setAccessibleName("Từ ngữ mới")
        self.new.setPlaceholderText("Tên người, tên thôn, từ riêng…")
        self.new.textChanged.connect(self._update)
        self.new.returnPressed.connect(self._add)
        self.add = push_button("T&hêm", "Từ nay coi là đúng trong mọi báo cáo của cơ quan")
        self.add.clicked.connect(self._add)
        self.delete = push_button("Xóa từ đã &chọn", "Từ nay lại được soát như mọi từ khác (Del)")
        self.delete.clicked.connect(self._delete)
        self.rules = QListWidget()
        self.rules.setAccessibleName("Các quy tắc soát lỗi")
        self.rules.setWordWrap(True)
        self._fill_rules()
        self.rules.itemChanged.connect(lambda _: self.edited.emit())
        self._lay_out()
        self._update()

    def _fill_rules(self) -> None:
        self._add_rule(PROOF, "Chính tả", "Chữ gõ sai, gõ nhầm dấu")
        for topic, rules in TOPICS:
            heading = QListWidgetItem(topic, self.rules)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(larger(self.font(), 1, bold=True))
            heading.setForeground(self.palette().text())
            for rule in rules:
                self._add_rule(rule.id, rule.title, rule.source)
        self.rules.setCurrentRow(0)

    def _add_rule(self, identity: str, title: str, source: str) -> None:
        item = QListWidgetItem(title, self.rules)
        item.setData(_ID, identity)
        item.setToolTip(source)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(GAP)
        adding.addWidget(self.new, 1)
        adding.addWidget(self.add)
        left, right = QVBoxLayout(), QVBoxLayout()
        known, rules = QLabel("Từ ngữ của cơ &quan, luôn coi là đúng"), QLabel("Quy tắc được &soát")
        known.setBuddy(self.words)
        rules.setBuddy(self.rules)
        left.addWidget(known)
        left.addWidget(self.words, 1)
        left.addLayout(adding)
        left.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(rules)
        right.addWidget(self.rules, 1)
        row = QHBoxLayout(self)
        spaced(row)
        row.setSpacing(2 * GAP)
        row.addLayout(left, 1)
        row.addLayout(right, 1)

    # ------------------------------------------------------------------ in and out

    def load(self, office: Office) -> None:
        """Show the words and rules of ``office``."""
        self.words.clear()
        self.words.addItems(list(office.words))
        self.rules.blockSignals(True)
        known = set()
        for item in self._items():
            known.add(item.data(_ID))
            is_off = item.data(_ID) in office.rules_off
            item.setCheckState(Qt.CheckState.Unchecked if is_off else Qt.CheckState.Checked)
        self.rules.blockSignals(False)
        self._unknown_off = tuple(each for each in office.rules_off if each not in known)
        self._update()

    def known(self) -> tuple[str, ...]:
        """Give the words, in the order of the list."""
        return tuple(self.words.item(row).text() for row in range(self.words.count()))

    def rules_off(self) -> tuple[str, ...]:
        """Give the ids of the rules without a tick."""
        off = (item.data(_ID) for item in self._items() if item.checkState() != Qt.CheckState.Checked)
        return (*off, *self._unknown_off)

    def _items(self) -> list[QListWidgetItem]:
        """The rules, without the headings between them."""
        items = (self.rules.item(row) for row in range(self.rules.count()))
        return [item for item in items if item.data(_ID)]

    # ------------------------------------------------------------------ what is done

    def _add(self) -> None:
        word = " ".join(self.new.text().split())
        if word and word not in self.known():
            self.words.addItem(word)
            self.edited.emit()
        self.new.clear()

    def _delete(self) -> None:
        row = self.words.currentRow()
        if row >= 0:
            self.words.takeItem(row)
            self._update()
            self.edited.emit()

    def _update(self) -> None:
        self.add.setEnabled(bool(self.new.text().strip()))
        self.delete.setEnabled(bool(self.words.selectedItems()))


class _WordList(QListWidget):
    """A list whose chosen entry Delete takes away."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen word away; all else is Qt's."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
