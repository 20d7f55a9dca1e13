"""Lines 25 and 26: "Kính gửi" and its answer "Như trên" (PL I, Mục II, khoản 9)."""

from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph, FlowRun
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, missing, not_applicable, quoted
from danvan_desktop.inspection.measuring.text_width import advance
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.layout.nd30 import AS_ABOVE
from danvan_desktop.report.document_kinds import LETTER
from danvan_desktop.report.model import Report

_ADDRESSED = {LETTER, "TỜ TRÌNH"}
"""Kinds whose forms begin with "Kính gửi" (PL I, II.9.b; Mẫu 1.5)."""
_BELOW = 85  # twips, 1.5 mm: what an eye takes for straight below


def addressees(anatomy: Anatomy) -> Measurement:
    """Whether "Kính gửi" and the list below it are written, aligned and formatted right."""
    found = anatomy.addressees
    if not found and anatomy.document_kind in _ADDRESSED:
        return missing(anatomy, f"“Kính gửi”: {anatomy.document_kind.lower()} phải có")
    if not found:
        return not_applicable("không có “Kính gửi”")
    faults = [*size_faults(found, 13, 14), *format_faults(found, italic=False)]
    first, *others = found
    if not first.text.startswith("Kính gửi:"):
        faults.append("sau “Kính gửi” không có dấu hai chấm")
    for index, paragraph in enumerate(others):
        end = "." if index == len(others) - 1 else ";"
        if not paragraph.text.endswith(end):
            faults.append(f"{quoted(paragraph.text)} không kết thúc bằng “{end}”")
    aligned = all(_is_below_colon(first, paragraph) for paragraph in others)
    if others and not aligned:
        faults.append("gạch đầu dòng không thẳng dưới dấu hai chấm")
    return judge(describe(*found), faults)


def _is_below_colon(label: FlowParagraph, listed: FlowParagraph) -> bool:
    """Whether the dash of ``listed`` stands right below the colon of ``label``."""
    if label.printed and listed.printed:
        line = label.printed[0]
        at = line.text.find(":")
        return at >= 0 and abs(listed.printed[0].left - line.lefts[at]) <= _BELOW
    width = advance(_before_colon(label))
    if width is None or label.format.align == "center" or listed.format.align == "center":
        return False
    colon = label.format.left + label.format.first_line + width
    return abs(listed.format.left + listed.format.first_line - colon) <= _BELOW


def _before_colon(label: FlowParagraph) -> tuple[FlowRun, ...]:
    before = []
    for run in label.runs:
        head, found, _ = run.text.partition(":")
        before.append(replace(run, text=head))
        if found:
            break
    return tuple(before)


def as_above(anatomy: Anatomy) -> Measurement:
    """Whether "Kính gửi" and "- Như trên;" are both there, or neither."""
    addressed = bool(anatomy.addressees)
    answered = any(p.text.startswith(("- Như trên", "-Như trên")) for p in anatomy.recipients)
    if not addressed and not answered:
        return not_applicable("không có “Kính gửi”")
    faults = []
    if addressed and not answered:
        faults.append("có “Kính gửi” nhưng Nơi nhận không có “- Như trên;”")
    if answered and not addressed:
        faults.append("Nơi nhận có “Như trên” nhưng không có “Kính gửi”")
    return judge("" if faults else "có “Kính gửi” và “- Như trên;”", faults)


def drop_as_above(report: Report) -> Report:
    """Drop "Như trên": it answers "Kính gửi" (PL I, II.9.b), print adds it there, else it answers nothing."""
    others = tuple(name for name in report.recipients if name.strip(" -;.") != AS_ABOVE)
    return replace(report, recipients=others)


LINES = (
    LineDefinition(
        Requirement(
            25,
            "“Kính gửi” (nếu có)",
            (
                ": có ở báo cáo gửi cơ quan cấp trên, tờ trình, công văn; cỡ 13-14, đứng, có dấu hai "
                "chấm; từ hai nơi trở lên mỗi nơi một dòng, gạch đầu dòng thẳng dưới dấu hai chấm, “;” và “.”"
            ),
            "điểm b, d khoản 9 Mục II PL I",
        ),
        measure=addressees,
        place="addressees",
    ),
    LineDefinition(
        Requirement(
            26,
            "“Kính gửi” và “Như trên”",
            ": có “Kính gửi” thì Nơi nhận có “- Như trên;” và ngược lại",
            "điểm b khoản 9 Mục II PL I",
        ),
        measure=as_above,
        place="recipients",
        corrections=(Correction("Bỏ “Như trên” ở Nơi nhận vì không có Kính gửi", drop_as_above),),
    ),
)
