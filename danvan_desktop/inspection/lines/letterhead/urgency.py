"""Line 27: the stamp of urgency (PL I, Mục III, khoản 2)."""

from danvan_desktop.inspection.finished_file import PrintedFile
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import PRESENTATION, LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, review
from danvan_desktop.inspection.measuring.text_width import text_width
from danvan_desktop.inspection.measuring.units import to_mm
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.layout import nd30

_STAMP_SLACK = 1.0  # mm


def urgency(anatomy: Anatomy) -> Measurement:
    """Whether the stamp has the right size; of a Word file as Word draws the borders of a paragraph."""
    found = anatomy.urgency
    if found is None:
        return not_applicable("không có dấu chỉ mức độ khẩn")
    faults = [*size_faults([found], 13, 14), *format_faults([found], bold=True, capitals=True)]
    asked = nd30.STAMPS_MM.get(found.text.replace("HOẢ", "HỎA"))
    printed = anatomy.file.printed
    box = _box_set(found) if printed is None else _box_around(found, printed)
    if box is None and printed is not None:
        faults.append("không có khung")
    if asked is None or box is None or faults:
        measured = f"{describe(found)}; khung và kích thước dấu cần đo trên giấy"
        return judge(describe(found), faults) if faults else review(measured)
    width, height = map(to_mm, box)
    if abs(width - asked[0]) > _STAMP_SLACK or abs(height - asked[1]) > _STAMP_SLACK:
        faults.append(f"quy định {asked[0]} x {asked[1]} mm")
    return judge(f"{describe(found)}, khung {width:.0f} x {height:.0f} mm", faults)


def _box_set(stamp: FlowParagraph) -> tuple[float, float] | None:
    """Return width and height of the box that the borders of one line of text make, None for no box."""
    width, frame = text_width(stamp), stamp.format.frame
    if frame is None or (width is not None and width > stamp.room):
        return None
    return stamp.room + frame[0], stamp.pitch + frame[1]


def _box_around(stamp: FlowParagraph, paper: PrintedFile) -> tuple[float, float] | None:
    line = stamp.printed[0]
    return next(
        (
            (box.right - box.left, box.bottom - box.top)
            for box in paper.pages[line.page].boxes
            if box.left <= line.centre <= box.right and box.top <= line.baseline <= box.bottom
        ),
        None,
    )


LINES = (
    LineDefinition(
        Requirement(
            27,
            "Dấu chỉ mức độ khẩn (nếu có)",
            ": đúng chữ, khung đơn, đúng kích thước, cỡ 13-14, đậm; văn bản giấy để trống chỗ đóng dấu",
            "điểm b khoản 2 Mục III PL I",
        ),
        measure=urgency,
        place=PRESENTATION,
    ),
)
