"""Lines 15-17: the parent agency, the issuing agency and the line under it (PL I, Mục II, khoản 2)."""

from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, missing, not_applicable, quoted, review
from danvan_desktop.inspection.measuring.line_spacing import single_spacing_faults
from danvan_desktop.inspection.measuring.middle import is_below_middle
from danvan_desktop.inspection.measuring.number_and_date import UNFILLED
from danvan_desktop.inspection.measuring.rule_lines import judge_rule_line
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.agency_names import has_no_parent
from danvan_desktop.report.office.letterhead_refusals import is_local, names_a_place

_NO_TABLE = "phần đầu không nằm trong bảng hai cột, cần xem bằng mắt"


def parent_agency(anatomy: Anatomy) -> Measurement:
    """Whether the parent agency is formatted right and names its province (thành phố)."""
    found = anatomy.parents
    if not found and anatomy.agencies and has_no_parent(anatomy.agencies[0].text):
        return not_applicable(f"{quoted(anatomy.agencies[0].text)} không ghi cơ quan chủ quản")
    if not found:
        return review("không thấy dòng tên cơ quan chủ quản bên trái Quốc hiệu")
    if any(UNFILLED in p.text for p in found):
        return review(f"chưa điền tên cơ quan chủ quản ({quoted(found[0].text)})")
    faults = [*size_faults(found, 12, 13), *format_faults(found, bold=False, italic=False, capitals=True)]
    name = " ".join(p.text for p in found)
    if not names_a_place(name):
        if not is_local(name) and not faults:
            return review(f"{describe(*found)}; cơ quan chủ quản ở địa phương phải có tên tỉnh (thành phố)")
        faults.append("không có tên tỉnh (thành phố)")
    return judge(describe(*found), faults)


def agency(anatomy: Anatomy) -> Measurement:
    """Whether the issuing agency is formatted right, single spaced below its parent."""
    found = anatomy.agencies
    if not found:
        return _no_left_column(anatomy, "tên cơ quan ban hành")
    if any(UNFILLED in p.text for p in found):
        return review(f"chưa điền tên cơ quan ban hành ({quoted(found[0].text)})")
    faults = [
        *size_faults(found, 12, 13),
        *format_faults(found, bold=True, italic=False, capitals=True),
    ]
    if not all(is_below_middle(line, anatomy.parents) for line in found):
        faults.append("không canh giữa")
    if anatomy.parents:
        faults += single_spacing_faults(anatomy.parents[-1], found[0])
    return judge(describe(*found), faults)


def _no_left_column(anatomy: Anatomy, what: str) -> Measurement:
    if anatomy.national_name is not None and anatomy.national_name.place.table is None:
        return review(_NO_TABLE)
    return missing(anatomy, what)


def line_under_agency(anatomy: Anatomy) -> Measurement:
    """Whether the line under the agency is a third to a half as long as its name."""
    if not anatomy.agencies:
        return _no_left_column(anatomy, "tên cơ quan ban hành")
    if any(UNFILLED in p.text for p in anatomy.agencies):
        return review("chưa điền tên cơ quan ban hành nên chưa đo được đường kẻ")
    return judge_rule_line(
        anatomy.under_agency, anatomy.agencies, 1 / 3, 1 / 2, axis=[*anatomy.parents, anatomy.number]
    )


LINES = (
    LineDefinition(
        Requirement(
            15,
            "Tên cơ quan chủ quản trực tiếp",
            ": in hoa, cỡ 12-13, đứng, không đậm, có tên tỉnh (thành phố)",
            "điểm a, b khoản 2 Mục II PL I",
        ),
        measure=parent_agency,
        place="letterhead.parent_agency",
    ),
    LineDefinition(
        Requirement(
            16,
            "Tên cơ quan ban hành",
            (
                ": tên chính thức, in hoa, cỡ 12-13, đứng, đậm, canh giữa dưới tên cơ quan chủ quản, cách "
                "nhau dòng đơn"
            ),
            "điểm a, b khoản 2 Mục II PL I",
        ),
        measure=agency,
        place="letterhead.agency",
    ),
    LineDefinition(
        Requirement(
            17,
            "Đường kẻ dưới tên cơ quan ban hành",
            ": nét liền, bằng 1/3-1/2 dòng chữ, cân đối",
            "điểm b khoản 2 Mục II PL I",
        ),
        measure=line_under_agency,
        place="letterhead.agency",
    ),
)
