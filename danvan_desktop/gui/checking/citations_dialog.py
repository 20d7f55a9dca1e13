"""Dialog "Văn bản viện dẫn": each document that the report cites, what it lacks, what would complete it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from danvan_desktop.checks import Finding
from danvan_desktop.checks.citations.register import CitedDocument, full_citation
from danvan_desktop.checks.finding import place_of
from danvan_desktop.gui.checking.fix_list import OWN, FixList
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.widgets.style import GAP, size_dialog
from danvan_desktop.report.text.dates import short_date

COMPLETING = ("citation-incomplete", "citation-so")
"""The rules whose suggestions complete a citation; what the first knows goes before the second."""
CLOSE = "Đóng"
NOTHING_CITED = "Báo cáo chưa viện dẫn văn bản nào theo số, ký hiệu."


class CitationsDialog(QDialog):
    """Shows the register of citations and asks which of them are to be completed."""

    def __init__(
        self,
        documents: Sequence[CitedDocument],
        findings: Sequence[Finding],
        tabs: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """List ``documents``; ``findings`` of the check complete some; ``tabs`` names where they stand."""
        super().__init__(parent)
        self.setWindowTitle("Văn bản viện dẫn")
        self.wanted: Finding | None = None
        """The first mention of the document that the user goes to."""
        column = framed(
            self,
            "Văn bản viện dẫn",
            "Lần đầu ghi đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu; từ lần sau "
            "chỉ ghi tên loại, số, ký hiệu. Chỗ có dấu được ghi đủ theo chính báo cáo này và các báo cáo đã "
            "ban hành của cơ quan; hoàn tác được bằng một lần Ctrl+Z."
            if documents
            else NOTHING_CITED,
        )
        completing = _by_place(findings)
        self.list = FixList("Văn bản viện dẫn")
        self.list.setSpacing(GAP // 4)
        for document in documents:
            finding = completing.get(_place(document))
            self.list.add(_told(document, finding, tabs), finding).setData(OWN, document)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(documents))
        self.list.itemChanged.connect(self._count)
        self.list.itemDoubleClicked.connect(self._go_to)
        column.addWidget(self.list, 1)
        buttons, self.go = answers(self, "", CLOSE)
        self.go_to = buttons.addButton("Đ&i tới", QDialogButtonBox.ButtonRole.ActionRole)
        self.go_to.setAutoDefault(False)
        self.go_to.setEnabled(bool(documents))
        self.go_to.clicked.connect(self._go_to)
        column.addWidget(buttons)
        self._count()
        size_dialog(self, 680, 460)

    def chosen(self) -> tuple[Finding, ...]:
        """Give the findings that complete what is ticked."""
        return self.list.chosen()

    def _count(self) -> None:
        count = len(self.chosen())
        self.go.setText(f"&Ghi đủ {count} văn bản")
        self.go.setEnabled(bool(count))

    def _go_to(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.wanted = _first_mention(item.data(OWN))
            self.reject()


def _place(document: CitedDocument) -> tuple[object, int]:
    return document.first.text.place, document.first.start


def _by_place(findings: Sequence[Finding]) -> dict[tuple[object, int], Finding]:
    """Give what completes a citation by where it stands."""
    found: dict[tuple[object, int], Finding] = {}
    for rule in COMPLETING:
        for finding in findings:
            if finding.rule == rule and finding.suggestion:
                found.setdefault((finding.at, finding.start), finding)
    return found


def _told(document: CitedDocument, finding: Finding | None, tabs: Mapping[str, str]) -> str:
    first = document.first
    wrong = [f"Còn thiếu: {', '.join(document.lacks)}"] if document.lacks else []
    if len(document.days) > 1:
        wrong.append(f"Ghi hai ngày khác nhau: {' và '.join(sorted(map(short_date, document.days)))}")
    lacks = f"! {'; '.join(wrong)}" if wrong else "✓ Đã đủ"
    where = tabs.get(first.text.place.tab, "")
    often = f"nêu {len(document.mentions)} lần" if len(document.mentions) > 1 else "nêu một lần"
    lines = [full_citation(first), "; ".join(filter(None, (lacks, often, where and f"lần đầu ở {where}")))]
    if finding is not None:
        whole = finding.rule == COMPLETING[0]
        lines.append(
            f"→ {finding.suggestion}" if whole else "→ chỉ thêm được chữ “số”; phần còn lại xin tự ghi"
        )
    return "\n".join(lines)


def _first_mention(document: CitedDocument) -> Finding:
    """Give where a document is cited first, as the panel leads to places."""
    first = document.first
    words = first.text.text[first.start : first.end]
    at = first.text.place
    return Finding("info", "", place_of(at), first.short, words, at=at, start=first.start, end=first.end)
