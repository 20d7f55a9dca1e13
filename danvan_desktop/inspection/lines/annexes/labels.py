"""Lines 45 and 46: references to annexes, their labels and names (PL I, Mục III, điểm a, b khoản 1)."""

import re
from collections.abc import Iterator

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.annexes.enclosing_line import ENCLOSED, NO_ANNEX
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, quoted
from danvan_desktop.inspection.recognition.anatomy import Anatomy, FoundAnnex
from danvan_desktop.inspection.sheet import Measurement, Requirement


def annex_references(anatomy: Anatomy) -> Measurement:
    """Whether the text refers to every annex, and several bear Roman numerals."""
    if not anatomy.annexes:
        return not_applicable(NO_ANNEX)
    text = " ".join(block.paragraph.text for block in anatomy.blocks).lower()
    faults = []
    for annex in anatomy.annexes:
        label = " ".join(annex.label.text.split()).rstrip(".:")
        if not re.search(rf"\b{re.escape(label.lower())}\b", text):
            faults.append(f"nội dung không nhắc đến {quoted(label)}")
        if len(anatomy.annexes) > 1 and not re.search(r"\s[IVXLC]+$", label):
            faults.append(f"{quoted(label)} không đánh số La Mã")
    return judge(f"{len(anatomy.annexes)} phụ lục", faults)


def annex_labels(anatomy: Anatomy) -> Measurement:
    """Whether labels and names of annexes are formatted right."""
    if not anatomy.annexes:
        return not_applicable(NO_ANNEX)
    measured = describe(*(annex.label for annex in anatomy.annexes))
    return judge(measured, [fault for annex in anatomy.annexes for fault in _label_faults(annex)])


def _label_faults(annex: FoundAnnex) -> Iterator[str]:
    yield from size_faults([annex.label], 14, 14)
    yield from format_faults([annex.label], bold=True, italic=False, capitals=False, centred=True)
    title = _title(annex)
    if title is None:
        yield f"{quoted(annex.label.text)} không có tên"
        return
    yield from (f"tên phụ lục {fault}" for fault in size_faults([title], 13, 14))
    yield from (
        f"tên phụ lục {fault}" for fault in format_faults([title], bold=True, capitals=True, centred=True)
    )


def _title(annex: FoundAnnex) -> FlowParagraph | None:
    first = annex.content[0] if annex.content else None
    return None if first is None or ENCLOSED.match(first.text) else first


LINES = (
    LineDefinition(
        Requirement(
            45,
            "Chỉ dẫn đến phụ lục",
            ": trong văn bản có chỉ dẫn đến từng phụ lục; từ hai phụ lục trở lên đánh số La Mã",
            "điểm a khoản 1 Mục III PL I",
        ),
        measure=annex_references,
        place="annexes",
    ),
    LineDefinition(
        Requirement(
            46,
            "“Phụ lục …”",
            " dòng riêng, canh giữa, cỡ 14, đứng, đậm; tên phụ lục in hoa, cỡ 13-14, đậm",
            "điểm b khoản 1 Mục III PL I",
        ),
        measure=annex_labels,
        place="annexes",
    ),
)
