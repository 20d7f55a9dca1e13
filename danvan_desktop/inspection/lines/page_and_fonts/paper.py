"""Lines 1 and 2: size and orientation of the paper (PL I, Mục I, khoản 1 and 2)."""

from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge, review
from danvan_desktop.inspection.measuring.units import to_mm
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

_A4_MM = (210.0, 297.0)
_PAPER_SLACK = 1.0  # mm: some programs round A4 to whole points


def paper(anatomy: Anatomy) -> Measurement:
    """Whether every page is A4."""
    found = [(to_mm(s.width), to_mm(s.height)) for s in anatomy.file.sections]
    measured = "; ".join(dict.fromkeys(f"{w:.0f} x {h:.0f} mm" for w, h in found))
    other = [size for size in found if not _is_a4(sorted(size))]
    return judge(measured, ["không phải A4"] if other or not found else [])


def _is_a4(sides: list[float]) -> bool:
    return all(abs(side - asked) <= _PAPER_SLACK for side, asked in zip(sides, _A4_MM, strict=True))


def orientation(anatomy: Anatomy) -> Measurement:
    """Whether landscape pages hold a table or an annex."""
    wide = [index for index, section in enumerate(anatomy.file.sections) if section.is_landscape]
    if not wide:
        return judge("trang dọc", [])
    annex = min((a.label.place.section for a in anatomy.annexes), default=len(anatomy.file.sections))
    if min(wide) >= annex:
        return review("phụ lục có trang ngang")
    with_table = {block.paragraph.place.section for block in anatomy.blocks if block.kind == "table"}
    faults = ["trang ngang nhưng không có bảng, biểu"] if not set(wide) <= with_table else []
    return judge("có trang ngang", faults)


LINES = (
    LineDefinition(
        Requirement(
            1,
            "Khổ giấy",
            " A4 (210 x 297 mm) ở tất cả các trang",
            "khoản 1 Mục I PL I",
        ),
        measure=paper,
    ),
    LineDefinition(
        Requirement(
            2,
            "Hướng giấy",
            ": trình bày theo chiều dài; trang ngang chỉ khi có bảng, biểu không tách thành phụ lục",
            "khoản 2 Mục I PL I",
        ),
        measure=orientation,
    ),
)
