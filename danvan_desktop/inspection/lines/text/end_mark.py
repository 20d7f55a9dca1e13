"""Line 39: the end mark "./." (Mẫu 1.4, Phụ lục III)."""

from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import is_mostly_italic
from danvan_desktop.inspection.measuring.judgement import judge, missing
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement, TextSpot
from danvan_desktop.inspection.wording.leftovers import EARLY_END_MARK
from danvan_desktop.layout.nd30 import END_MARK
from danvan_desktop.report.editing.map_texts import with_paragraphs
from danvan_desktop.report.model import Paragraph, Report, plain


def end_mark(anatomy: Anatomy) -> Measurement:
    """Whether "./." stands at the end, and nowhere before it."""
    found = [block.paragraph for block in anatomy.blocks]
    if not found:
        return missing(anatomy, "nội dung")
    last = found[-1]
    faults = [] if last.text.endswith("./.") else ["không kết thúc bằng “./.”"]
    if is_mostly_italic(last):
        faults.append("in nghiêng")
    early = [
        p for p in found if EARLY_END_MARK.search(p.text if p is not last else p.text.removesuffix("./."))
    ]
    places: list[FlowParagraph | TextSpot] = [TextSpot(p.text, "./.") for p in early]
    if early:
        listed = ", ".join(f"“…{p.text[-30:]}”" for p in early[:3])
        return judge(f"“…{last.text[-20:]}”", [*faults, f"“./.” có trước chỗ kết thúc: {listed}"], places)
    return judge(f"“…{last.text[-20:]}”", faults, [last])


def drop_end_marks(report: Report) -> Report:
    """Leave "./." to print, which puts it at the end of the text (Mẫu 1.4)."""
    return with_paragraphs(report, _without_end_marks)


def _without_end_marks(block: Paragraph) -> Paragraph:
    end = "" if plain(block.runs).strip() == END_MARK else "."
    return replace(block, runs=tuple(replace(r, text=EARLY_END_MARK.sub(end, r.text)) for r in block.runs))


LINES = (
    LineDefinition(
        Requirement(
            39,
            "Kết thúc nội dung",
            " bằng dấu “./.”",
            "Mẫu 1.4 Phụ lục III",
        ),
        measure=end_mark,
        place="closing",
        corrections=(Correction("Bỏ “./.” trong nội dung; bản in tự đặt một dấu ở cuối", drop_end_marks),),
    ),
)
