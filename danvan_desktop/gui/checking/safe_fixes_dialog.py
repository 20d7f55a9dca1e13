"""Dialog "Sửa những chỗ chắc chắn": a preview of all safe fixes, of which each can be left out."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from danvan_desktop.checks import Finding
from danvan_desktop.gui.checking.fix_list import ChangedWords, FixList
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.widgets.style import size_dialog
from danvan_desktop.report.find.texts import PlacedText, TextPlace, texts
from danvan_desktop.report.model import Report

_AROUND = 28
"""Letters on each side that are shown."""


class SafeFixesDialog(QDialog):
    """Asks which of the safe fixes are to be made."""

    def __init__(self, safe: Sequence[Finding], report: Report, parent: QWidget | None = None) -> None:
        """List ``safe`` findings of ``report``, each ticked."""
        super().__init__(parent)
        self.setWindowTitle("Sửa những chỗ chắc chắn")
        column = framed(
            self,
            "Sửa những chỗ chắc chắn",
            "Chỉ dấu cách, dấu câu và cách viết; không đổi ý câu nào. Bỏ dấu ở chỗ chưa muốn sửa. "
            "Chỗ chưa rà (tô vàng) được để nguyên. Sửa xong vẫn hoàn tác được bằng một lần Ctrl+Z.",
        )
        now = {placed.place: placed for placed in texts(report)}
        self.list = FixList("Những chỗ sẽ sửa")
        for finding in safe:
            item = self.list.add(*_preview(finding, now))
            item.setToolTip(finding.message)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._count)
        column.addWidget(self.list, 1)
        buttons, self.go = answers(self, "")
        column.addWidget(buttons)
        self._count()
        size_dialog(self, 620, 460)

    def chosen(self) -> tuple[Finding, ...]:
        """Give what is ticked."""
        return self.list.chosen()

    def _count(self) -> None:
        count = len(self.chosen())
        self.go.setText(f"&Sửa {count} chỗ")
        self.go.setEnabled(bool(count))


def _preview(
    finding: Finding, now: Mapping[TextPlace, PlacedText]
) -> tuple[str, Finding, tuple[ChangedWords, ChangedWords]]:
    """Show what stands there and what will, with the words beside it, and what of both changes."""
    text = now[finding.at].text if finding.at is not None and finding.at in now else ""
    left, right = text[: finding.start], text[finding.end :]
    before = left if len(left) <= _AROUND else "…" + left[-_AROUND:].partition(" ")[2]
    after = right if len(right) <= _AROUND else right[:_AROUND].rpartition(" ")[0] + "…"
    first = f"{before}{finding.found}{after}\n→ "
    changes = (
        ChangedWords(len(before), len(finding.found), comes=False),
        ChangedWords(len(first) + len(before), len(finding.suggestion), comes=True),
    )
    return f"{first}{before}{finding.suggestion}{after}", finding, changes
