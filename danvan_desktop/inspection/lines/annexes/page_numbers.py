"""Line 48: page numbers of the annexes (PL I, Mục III, điểm đ khoản 1)."""

from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.annexes.enclosing_line import NO_ANNEX
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, quoted
from danvan_desktop.inspection.measuring.printed_file import print_of
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement


def annex_page_numbers(anatomy: Anatomy) -> Measurement:
    """Whether each annex is a section of the Word file that begins at page 1."""
    if not anatomy.annexes:
        return not_applicable(NO_ANNEX)
    faults = []
    sections = anatomy.file.sections
    used = {paragraph.place.section for block in anatomy.blocks for paragraph in [block.paragraph]}
    for annex in anatomy.annexes:
        at = annex.label.place.section
        if at in used or sections[min(at, len(sections) - 1)].number_start != 1:
            faults.append(f"{quoted(annex.label.text)} không đánh số trang lại từ 1")
        used.add(at)
    return judge("số trang từng phụ lục bắt đầu từ 1" if not faults else "", faults)


def printed_annex_page_numbers(anatomy: Anatomy) -> Measurement:
    """Whether the printed numbers of each annex begin at 1."""
    if not anatomy.annexes:
        return not_applicable(NO_ANNEX)
    pages = print_of(anatomy.file).pages
    faults = []
    for annex in anatomy.annexes:
        at = annex.label.printed[0].page
        own = [page for page in pages[at:] if page.section == pages[at].section]
        if at and pages[at - 1].section == pages[at].section:
            faults.append(f"{quoted(annex.label.text)} không sang trang mới")
        shown = [number.text for page in own for number in page.numbers]
        right = [str(n) for n in range(1, len(own) + 1)]
        if shown not in (right, right[1:]):
            faults.append(f"{quoted(annex.label.text)} mang số trang {', '.join(shown) or '(không có)'}")
    return judge("" if faults else "số trang từng phụ lục bắt đầu từ 1", faults)


LINES = (
    LineDefinition(
        Requirement(
            48,
            "Số trang phụ lục",
            ": đánh riêng theo từng phụ lục",
            "điểm đ khoản 1 Mục III PL I",
        ),
        measure=annex_page_numbers,
        measure_printed=printed_annex_page_numbers,
        place="annexes",
    ),
)
