"""Page "Cơ quan và người ký": what is typed is stored by itself, as in a report."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.look.style_sheet import SIGN
from danvan_desktop.gui.offices.offices_form import OfficesForm
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.style import page_margins, title_label
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.drafts import Store

_REST_MS = 400


class OfficesPage(QWidget):
    """Stores the offices a moment after each change; what the decree refuses waits until it is put right."""

    undoable = Signal(str, object)
    """What was done, and a function that takes it back."""
    failed = Signal(str)
    """Why the offices cannot be read or stored."""

    def __init__(self, store: Store) -> None:
        """Show nothing before :meth:`refresh`."""
        super().__init__()
        self._store = store
        self._is_changed = False
        self._keeping = Debounce(_REST_MS, self._keep, self)
        self.form = OfficesForm(())
        self.form.edited.connect(self._on_edited)
        self.form.removed.connect(self._on_removed)
        self.form.signer_removed.connect(self._on_signer_removed)
        self.saved = QLabel()
        self.saved.setProperty(SIGN, "muted")
        above = QHBoxLayout()
        above.addWidget(title_label("Cơ quan và người ký"), 1)
        above.addWidget(self.saved)
        column = QVBoxLayout(self)
        page_margins(column)
        column.addLayout(above)
        column.addWidget(self.form, 1)

    def refresh(self) -> None:
        """Show what is stored, unless something typed here still waits."""
        if self._is_changed:
            return
        try:
            self.form.show_offices(self._store.offices(), max(0, self.form.list.currentRow()))
        except UserError as error:
            self.failed.emit(error.message)
            self.form.setEnabled(False)  # what cannot be read is not written over
            return
        self.form.setEnabled(not self._store.read_only_reason)
        self.saved.setText("Tự lưu khi sửa")

    def take_keys(self) -> None:
        """Let keys go to the list of offices."""
        self.form.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Store at once what was typed: the page, or the program, is left."""
        self._keeping.stop()
        self._keep()
        super().hideEvent(event)

    def _on_edited(self) -> None:
        self._is_changed = True
        self._keeping.start()

    def _keep(self) -> None:
        if not self._is_changed:
            return
        if self.form.is_refused:
            self.saved.setText("Chưa lưu: hãy sửa chỗ được nêu ở dưới")
            return
        try:
            self._store.keep_offices(self.form.offices())
        except UserError as error:
            self.saved.setText("CHƯA LƯU ĐƯỢC")
            self.failed.emit(error.message)
            return
        self._is_changed = False
        self.saved.setText(f"Đã lưu {now():%H:%M:%S}")

    def _on_removed(self, office: Office, row: int) -> None:
        self.undoable.emit(f"Đã xóa cơ quan “{office.title}”.", lambda: self.form.put_back(office, row))

    def _on_signer_removed(self, before: Office, row: int, name: str) -> None:
        self.undoable.emit(f"Đã bỏ người ký “{name}”.", lambda: self.form.put_signer_back(before, row))
