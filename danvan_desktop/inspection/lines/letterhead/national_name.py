"""Lines 11-14: Quốc hiệu, Tiêu ngữ and the line under them (PL I, Mục II, khoản 1)."""

import re
from collections.abc import Iterator

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, missing
from danvan_desktop.inspection.measuring.line_spacing import single_spacing_faults
from danvan_desktop.inspection.measuring.middle import is_below_middle
from danvan_desktop.inspection.measuring.rule_lines import judge_rule_line
from danvan_desktop.inspection.measuring.text_width import text_width
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.layout import nd30

_NATIONAL_NAMES = {nd30.NATIONAL_NAME, nd30.NATIONAL_NAME.replace("HÒA", "HOÀ")}


def national_name(anatomy: Anatomy) -> Measurement:
    """Whether the Quốc hiệu has the right words and format, on one line at the right."""
    found = anatomy.national_name
    if found is None:
        return missing(anatomy, "Quốc hiệu")
    return judge(describe(found), [*_national_faults(found)])


def _national_faults(found: FlowParagraph) -> Iterator[str]:
    words = " ".join(found.text.upper().split())
    if words not in _NATIONAL_NAMES:
        cut = any(name.startswith(words) for name in _NATIONAL_NAMES)
        yield "không nằm trọn trên một dòng" if cut else "sai chữ"
    yield from size_faults([found], 12, 13)
    yield from format_faults([found], bold=True, italic=False, capitals=True)
    width = text_width(found)
    if width is not None and width > found.room + 2:
        yield "không vừa một dòng"
    if found.place.table is not None and found.place.column == 0:
        yield "không ở phía trên bên phải"


def motto(anatomy: Anatomy) -> Measurement:
    """Whether the Tiêu ngữ has the right words and format, below the Quốc hiệu."""
    found, above = anatomy.motto, anatomy.national_name
    if found is None:
        return missing(anatomy, "Tiêu ngữ")
    faults = [*size_faults([found], 13, 14), *format_faults([found], bold=True, italic=False)]
    if not is_below_middle(found, [p for p in (above,) if p]):
        faults.append("không canh giữa")
    if found.text != nd30.MOTTO:
        dashed = re.sub(r"[–—]", "-", found.text) == nd30.MOTTO
        words = "sai chữ hoặc thiếu cách chữ hai bên gạch nối"
        faults.insert(0, "gạch ngang “–” thay cho gạch nối “-”" if dashed else words)
    if above is not None and _column(found) != _column(above):
        faults.append("không ở dưới Quốc hiệu")
    return judge(describe(found), faults)


def _column(paragraph: FlowParagraph) -> tuple[int | None, int]:
    return paragraph.place.table, paragraph.place.column


def line_under_motto(anatomy: Anatomy) -> Measurement:
    """Whether the line under the Tiêu ngữ is as long as the Tiêu ngữ."""
    if anatomy.motto is None:
        return missing(anatomy, "Tiêu ngữ")
    return judge_rule_line(anatomy.under_motto, [anatomy.motto], 1, 1, axis=[anatomy.national_name])


def national_spacing(anatomy: Anatomy) -> Measurement:
    """Whether Quốc hiệu and Tiêu ngữ are single spaced."""
    if anatomy.national_name is None or anatomy.motto is None:
        return missing(anatomy, "Quốc hiệu, Tiêu ngữ")
    faults = [*single_spacing_faults(anatomy.national_name, anatomy.motto)]
    return judge("" if faults else "dòng đơn, 0 pt giữa hai dòng", faults)


LINES = (
    LineDefinition(
        Requirement(
            11,
            "Quốc hiệu",
            " đúng chữ, in hoa, cỡ 12-13, đứng, đậm, một dòng, phía trên bên phải",
            "điểm a khoản 1 Mục II PL I",
        ),
        measure=national_name,
    ),
    LineDefinition(
        Requirement(
            12,
            "Tiêu ngữ",
            " đúng chữ, cỡ 13-14, đứng, đậm, canh giữa dưới Quốc hiệu; có cách chữ hai bên gạch nối",
            "điểm b khoản 1 Mục II PL I",
        ),
        measure=motto,
    ),
    LineDefinition(
        Requirement(
            13,
            "Đường kẻ dưới Tiêu ngữ",
            ": nét liền, dài bằng dòng chữ (không dùng dấu gạch dưới)",
            "điểm b khoản 1 Mục II PL I",
        ),
        measure=line_under_motto,
    ),
    LineDefinition(
        Requirement(
            14,
            "Quốc hiệu và Tiêu ngữ",
            " cách nhau dòng đơn",
            "điểm c khoản 1 Mục II PL I",
        ),
        measure=national_spacing,
    ),
)
