"""Line 28: the legal bases (căn cứ) (PL I, Mục II, điểm a khoản 6)."""

from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.text.faulty_blocks import of_kind
from danvan_desktop.inspection.measuring.formatting import format_faults, size_faults, size_words
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, quoted
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.model import Report


def legal_bases(anatomy: Anatomy) -> Measurement:
    """Whether legal bases are italic and end in ";", the last one in "."."""
    found = of_kind(anatomy, "basis")
    if not found:
        return not_applicable("không có căn cứ")
    paragraphs = [block.paragraph for block in found]
    faults = [*size_faults(paragraphs, 13, 14), *format_faults(paragraphs, italic=True)]
    ends = [";"] * (len(found) - 1) + ["."]
    open_ended = [(p, end) for p, end in zip(paragraphs, ends, strict=True) if not p.text.endswith(end)]
    faults += (f"{quoted(p.text)} không kết thúc bằng “{end}”" for p, end in open_ended)
    return judge(f"{len(found)} căn cứ, {size_words(paragraphs)}", faults, [p for p, _ in open_ended])


def drop_end_signs(report: Report) -> Report:
    """Drop the end signs: print puts ";" and at last "." (PL I, II.6.a)."""
    legal_bases = (
        (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip(" ;.,:")))
        for runs in report.legal_bases
        if runs
    )
    return replace(report, legal_bases=tuple(legal_bases))


LINES = (
    LineDefinition(
        Requirement(
            28,
            "Căn cứ (nếu có)",
            ": nghiêng, cỡ 13-14, mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”",
            "điểm a khoản 6 Mục II PL I",
        ),
        measure=legal_bases,
        place="legal_bases",
        corrections=(Correction("Đặt dấu “;” cuối mỗi căn cứ, dấu “.” ở căn cứ cuối", drop_end_signs),),
    ),
)
