"""Lines 35, 36, 38: running text: format, first-line indent, line spacing (PL I, Mục II, điểm e khoản 6)."""

from collections import Counter

from danvan_desktop.inspection.corrections import UPRIGHT, WITHIN_RANGE
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import PRESENTATION, LineDefinition
from danvan_desktop.inspection.measuring.formatting import is_mostly_italic, size_faults, size_words, sizes
from danvan_desktop.inspection.measuring.judgement import judge, missing, review
from danvan_desktop.inspection.measuring.paragraphs import first_and_count, running_text
from danvan_desktop.inspection.measuring.units import points, to_mm
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

_INDENTS_MM = (10.0, 12.7)
_INDENT_SLACK = 0.15  # mm: 0.39 inch and 1 cm are the same to anybody
_ALMOST = 0.2  # mm: from 1,25 to 1,27 cm
_WORDS_OWN_MM = 12.5
"""1,25 cm: what Word writes where 1,27 cm are meant; nobody sees it, and nobody is accused of it."""
_SINGLE = 1.15
"""Single spacing in Times New Roman is 1.15 times the size; some programs write the size itself."""
_PITCH_SLACK = 4  # twips, 0.2 pt: a printer's dots, or 16 pt for 16.1


def text_format(anatomy: Anatomy) -> Measurement:
    """Whether running text is of one size, upright and justified."""
    found = running_text(anatomy)
    if not found:
        return missing(anatomy, "lời văn")
    faults = [*size_faults(found, 13, 14)]
    if len(sizes(found)) > 1:
        faults.append("cỡ chữ không thống nhất")
    own = [b.paragraph for b in anatomy.blocks if b.kind in {"body", "item"}]  # the others: lines 33, 34
    slanted = [paragraph for paragraph in own if is_mostly_italic(paragraph)]
    if slanted:
        faults.append(f"chữ nghiêng: {first_and_count(slanted)}")
    ragged = [p for p in found if p.format.align not in {"both", "line"}]
    if ragged:
        faults.append(f"không canh đều hai lề: {first_and_count(ragged)}")
    return judge(f"{len(found)} đoạn, {size_words(found)}", faults, [*slanted, *ragged])


def first_line_indent(anatomy: Anatomy) -> Measurement:
    """Where the first letter stands, from the left edge of the text."""
    found = running_text(anatomy)
    if not found:
        return missing(anatomy, "lời văn")
    starts = Counter(round(to_mm(_start(p)), 1) for p in found)
    measured = "lùi " + ", ".join(f"{points(mm)} mm ({n} đoạn)" for mm, n in starts.most_common())
    wrong = [p for p in found if not any(_is_at(p, mm) for mm in _INDENTS_MM)]
    if wrong and anatomy.file.printed and not anatomy.file.printed.sides[0].left:
        return review("không đủ dòng chữ chạm lề trái để đo")
    almost = [p for p in wrong if _is_at(p, _WORDS_OWN_MM)]
    wrong = [p for p in wrong if not _is_at(p, _WORDS_OWN_MM)]
    faults = [f"không phải 10 mm hay 12,7 mm: {first_and_count(wrong)}"] if wrong else []
    if not wrong and max(starts) - min(starts) > 2 * (_ALMOST if almost else _INDENT_SLACK):
        faults.append("không thống nhất")
    if almost and not faults:
        return review(f"{measured}; 12,5 mm (1,25 cm) gần bằng 12,7 mm (1,27 cm) của Nghị định", almost)
    return judge(measured, faults, wrong)


def _is_at(paragraph: FlowParagraph, mm: float) -> bool:
    return abs(to_mm(_start(paragraph)) - mm) <= _INDENT_SLACK


def _start(paragraph: FlowParagraph) -> int:
    return paragraph.format.left + paragraph.format.first_line


def line_spacing(anatomy: Anatomy) -> Measurement:
    """Whether the line spacing lies between single and 1.5 lines."""
    found = running_text(anatomy)
    if not found:
        return missing(anatomy, "lời văn")
    found = [p for p in found if p.pitch]
    if not found:
        return review("không có đoạn nào từ hai dòng trở lên để đo")
    pitches = Counter(round(p.pitch / 20, 1) for p in found)
    measured = ", ".join(f"{points(pitch)} pt" for pitch in sorted(pitches))
    wrong = [p for p in found if not _is_spaced(p)]
    faults = [f"ngoài khoảng dòng đơn đến 1,5: {first_and_count(wrong)}"] if wrong else []
    return judge(measured, faults, wrong)


def _is_spaced(paragraph: FlowParagraph) -> bool:
    size = max((run.format.size for run in paragraph.visible_runs), default=14) * 20
    single = round(size * _SINGLE)
    return single - _PITCH_SLACK <= paragraph.pitch <= size * _SINGLE * 1.5 + _PITCH_SLACK


LINES = (
    LineDefinition(
        Requirement(
            35,
            "Lời văn",
            ": cỡ 13-14 thống nhất, đứng, canh đều hai lề",
            "điểm e khoản 6 Mục II PL I",
        ),
        measure=text_format,
        corrections=(WITHIN_RANGE, UPRIGHT),
    ),
    LineDefinition(
        Requirement(
            36,
            "Chữ đầu đoạn",
            " lùi 1 cm hoặc 1,27 cm, thống nhất",
            "điểm e khoản 6 Mục II PL I",
        ),
        measure=first_line_indent,
        place=PRESENTATION,
        corrections=(WITHIN_RANGE,),
    ),
    LineDefinition(
        Requirement(
            38,
            "Giãn dòng",
            " từ dòng đơn đến 1,5 dòng",
            "điểm e khoản 6 Mục II PL I",
        ),
        measure=line_spacing,
        place=PRESENTATION,
        corrections=(WITHIN_RANGE,),
    ),
)
