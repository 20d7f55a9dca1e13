"""Line 49: room for signature and seal."""

from collections.abc import Sequence
from itertools import pairwise

from danvan_desktop.inspection.flow import FlowParagraph, PrintedLine
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import sizes
from danvan_desktop.inspection.measuring.judgement import judge_custom, review
from danvan_desktop.inspection.measuring.printed_file import SLACK_MM
from danvan_desktop.inspection.measuring.signing_block import split_signing
from danvan_desktop.inspection.measuring.units import millimetres, to_mm
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

SIGNATURE_MM = 25.0
_ALMOST = 0.05
_ASCENT, _DESCENT = 0.891, 0.216
"""Of Times New Roman, in ems."""
_MM = 1440 / 25.4
_SEAL_MM = 42.5
"""What the seal takes left of the signature's middle."""


def signature_room(anatomy: Anatomy) -> Measurement:
    """The widest room among the lines of signing, for another post may stand below it."""
    titles, name = split_signing(anatomy)
    if not titles or name is None:
        return review("không nhận ra chức vụ và họ tên để đo chỗ ký")
    room = max(_room(anatomy.signing, above, below) for above, below in pairwise([*titles, name]))
    if titles[-1].place.row != name.place.row:
        return review("chức vụ và họ tên ở hai hàng của bảng, cần đo trên trang in")
    faults = ["dưới 25 mm"] if to_mm(room) < SIGNATURE_MM - _ALMOST else []
    return judge_custom(f"chỗ ký {millimetres(room)}", faults)


def _room(flow: Sequence[FlowParagraph], above: FlowParagraph, below: FlowParagraph) -> float:
    first = max(index for index, p in enumerate(flow) if p is above)
    last = next(index for index, p in enumerate(flow) if p is below)
    blank = sum(p.pitch + p.format.before + p.format.after for p in flow[first + 1 : last])
    return above.format.after + blank + below.format.before


def printed_signature_room(anatomy: Anatomy) -> Measurement:
    """Line 49: the widest room among the lines of signing; and room for the seal.

    Another post, which stands below the signature, is no line above it.
    """
    titles, name = split_signing(anatomy)
    if not titles or name is None:
        return review("không nhận ra chức vụ và họ tên để đo chỗ ký")
    if titles[-1].printed[-1].page != name.printed[0].page:
        return review("chức vụ và họ tên ở hai trang (xem mục 50)")
    above, below = max(pairwise([*titles, name]), key=lambda pair: _head(pair[1]) - _foot(pair[0]))
    last, first, head, foot = above.printed[-1], below.printed[0], _head(below), _foot(above)
    faults = ["dưới 25 mm"] if to_mm(head - foot) < SIGNATURE_MM - SLACK_MM else []
    if _fills_seal(anatomy, last, first, foot):
        faults.append("bên trái có chữ, không đủ chỗ đóng dấu")
    return judge_custom(f"chỗ ký {millimetres(head - foot)}", faults)


def _foot(paragraph: FlowParagraph) -> float:
    return paragraph.printed[-1].baseline + max(sizes([paragraph]), default=14) * 20 * _DESCENT


def _head(paragraph: FlowParagraph) -> float:
    return paragraph.printed[0].baseline - max(sizes([paragraph]), default=14) * 20 * _ASCENT


def _fills_seal(anatomy: Anatomy, above: PrintedLine, below: PrintedLine, foot: float) -> bool:
    edge = below.centre - _SEAL_MM * _MM
    lines = [line for paragraph in anatomy.recipients for line in paragraph.printed]
    return any(
        line.page == above.page
        and foot < line.baseline < below.baseline
        and line.right > edge + SLACK_MM * _MM
        for line in lines
    )


LINES = (
    LineDefinition(
        Requirement(
            49,
            "Chỗ ký",
            (
                " giữa chức vụ và họ tên từ 25 mm, bên trái trống để đóng dấu (dấu trùm khoảng 1/3 chữ ký "
                "về bên trái: điểm b khoản 1 Điều 33)"
            ),
            None,
        ),
        measure=signature_room,
        measure_printed=printed_signature_room,
        place="signature.signer",
    ),
)
