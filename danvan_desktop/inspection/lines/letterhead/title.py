"""Lines 22-24: tên loại, trích yếu and the line under it (PL I, Mục II, khoản 5)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults, sizes
from danvan_desktop.inspection.measuring.judgement import judge, missing, not_applicable
from danvan_desktop.inspection.measuring.line_spacing import printed_pitch
from danvan_desktop.inspection.measuring.middle import is_below_middle
from danvan_desktop.inspection.measuring.rule_lines import judge_rule_line
from danvan_desktop.inspection.measuring.units import points
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.document_kinds import LETTER, WITHOUT_SUBJECT, named_kind
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.letterhead_refusals import kind_faults, subject_faults

_NEAR = 6  # pt: more is not right below any more


def kind(anatomy: Anatomy) -> Measurement:
    """Whether the tên loại is one of the decree's, formatted right."""
    found = anatomy.kind
    if found is None and anatomy.document_kind == LETTER:
        return not_applicable("công văn không ghi tên loại")
    if found is None:
        return missing(anatomy, f"tên loại “{anatomy.document_kind}”")
    faults = [
        *size_faults([found], 13, 14),
        *format_faults([found], bold=True, italic=False, capitals=True, centred=True),
    ]
    if named_kind(found.text) is None:
        faults += [fault.found for fault in kind_faults(found.text)]
    return judge(describe(found), faults)


def subject(anatomy: Anatomy) -> Measurement:
    """Whether the trích yếu is one sentence, formatted right, right below the tên loại."""
    found = anatomy.subject
    if not found and anatomy.document_kind in WITHOUT_SUBJECT:
        return not_applicable(f"{anatomy.document_kind.lower()} không ghi trích yếu")
    if not found:
        return missing(anatomy, "trích yếu")
    if anatomy.document_kind == LETTER:
        return judge(describe(*found), [*_letter_subject_faults(anatomy)])
    return judge(describe(*found), [*_subject_faults(found, anatomy.kind)])


def _letter_subject_faults(anatomy: Anatomy) -> Iterator[str]:
    """Of a công văn: below its number, 12 to 13 pt, upright, not bold (PL I, II.5.b)."""
    found = anatomy.subject
    yield from size_faults(found, 12, 13)
    yield from format_faults(found, bold=False, italic=False, capitals=False)
    above = [p for p in (anatomy.number,) if p is not None]
    if not all(is_below_middle(line, above) for line in found):
        yield "không canh giữa dưới số, ký hiệu"
    if found[-1].text.endswith((".", ";", ",", ":")):
        yield f"kết thúc bằng “{found[-1].text[-1]}”"


def _subject_faults(found: Sequence[FlowParagraph], above: FlowParagraph | None) -> Iterator[str]:
    yield from size_faults(found, 13, 14)
    yield from format_faults(found, bold=True, italic=False, capitals=False, centred=True)
    gap = 0.0 if above is None else _gap(above, found[0])
    if gap > _NEAR:
        yield f"cách tên loại {points(gap)} pt, không ở ngay dưới"
    text = " ".join(p.text for p in found)
    yield from (fault.found for fault in subject_faults(text))


def _gap(above: FlowParagraph, below: FlowParagraph) -> float:
    """Return the clear room in points between two lines."""
    if above.printed and below.printed:
        apart = printed_pitch(above, below)
        return 0.0 if apart is None else apart - 1.15 * max(sizes([below]), default=14)
    return (above.format.after + below.format.before) / 20


def line_under_subject(anatomy: Anatomy) -> Measurement:
    """Whether the line under the trích yếu is a third to a half as long as it."""
    if anatomy.document_kind == LETTER:
        return not_applicable("công văn không có đường kẻ dưới trích yếu")
    if not anatomy.subject and anatomy.document_kind in WITHOUT_SUBJECT:
        return not_applicable(f"{anatomy.document_kind.lower()} không ghi trích yếu")
    if not anatomy.subject:
        return missing(anatomy, "trích yếu")
    return judge_rule_line(anatomy.under_subject, anatomy.subject, 1 / 3, 1 / 2, axis=[anatomy.kind])


def write_subject(report: Report) -> Report:
    """Drop "V/v" and the sign at the end, begin with a capital letter."""
    subject = re.sub(r"^\s*V/v\s*:?\s*", "", report.subject, flags=re.IGNORECASE).strip().rstrip(".;,: ")
    return replace(report, subject=subject[:1].upper() + subject[1:] if subject else report.subject)


LINES = (
    LineDefinition(
        Requirement(
            22,
            "Tên loại (“BÁO CÁO”…)",
            ": in hoa, cỡ 13-14, đứng, đậm, canh giữa",
            "điểm b khoản 5 Mục II PL I",
        ),
        measure=kind,
        place="kind",
    ),
    LineDefinition(
        Requirement(
            23,
            "Trích yếu",
            (
                ": ngay dưới tên loại, chữ thường, cỡ 13-14, đứng, đậm, canh giữa, là một câu hoặc cụm từ "
                "ngắn gọn"
            ),
            "điểm a, b khoản 5 Mục II PL I",
        ),
        measure=subject,
        place="subject",
        corrections=(Correction("Bỏ “V/v” và dấu câu ở cuối trích yếu", write_subject),),
    ),
    LineDefinition(
        Requirement(
            24,
            "Đường kẻ dưới trích yếu",
            ": nét liền, bằng 1/3-1/2 dòng chữ, cân đối",
            "điểm b khoản 5 Mục II PL I",
        ),
        measure=line_under_subject,
        place="subject",
    ),
)
