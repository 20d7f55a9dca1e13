"""The parts of a report as found in a finished file (document structure)."""

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.recognition.blocks import TextBlock
from danvan_desktop.inspection.recognition.rule_places import RulePlace
from danvan_desktop.report.document_kinds import LETTER


@frozen
class FoundAnnex:
    """A Phụ lục: its label and what follows it."""

    label: FlowParagraph
    content: tuple[FlowParagraph, ...]


@frozen
class Anatomy:
    """The parts of a report as found in a file; None or empty where one was not found."""

    file: FinishedFile
    national_name: FlowParagraph | None
    motto: FlowParagraph | None
    under_motto: RulePlace
    """What may hold the line under it."""
    parents: tuple[FlowParagraph, ...]
    agencies: tuple[FlowParagraph, ...]
    under_agency: RulePlace
    number: FlowParagraph | None
    date: FlowParagraph | None
    document_kind: str
    """Tên loại as the decree's list has it; a công văn bears none. "BÁO CÁO" where it cannot be told."""
    kind: FlowParagraph | None
    subject: tuple[FlowParagraph, ...]
    under_subject: RulePlace
    addressees: tuple[FlowParagraph, ...]
    urgency: FlowParagraph | None
    blocks: tuple[TextBlock, ...]
    """The text from the first căn cứ to "./."."""
    recipients_label: FlowParagraph | None
    recipients: tuple[FlowParagraph, ...]
    signing: tuple[FlowParagraph, ...]
    """Everything of the signing column, empty paragraphs included."""
    annexes: tuple[FoundAnnex, ...]
    has_tabbed_columns: bool = False
    """Whether letterhead or closing block of a Word file is no table: what stands where only print shows."""

    @property
    def title(self) -> str:
        """Tên loại and trích yếu on one line."""
        if self.document_kind == LETTER:
            return f"Công văn {' '.join(paragraph.text for paragraph in self.subject)}".strip()
        parts = [*([self.kind] if self.kind else []), *self.subject]
        return " ".join(paragraph.text for paragraph in parts)
