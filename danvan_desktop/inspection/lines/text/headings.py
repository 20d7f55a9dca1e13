"""Lines 30-32: phần, mục and their titles (PL I, Mục II, điểm d, đ khoản 6)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.text.faulty_blocks import TIGHT, block_faults, faulty_paragraphs, of_kind
from danvan_desktop.inspection.measuring.formatting import format_faults, size_faults, size_words
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, quoted, review
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.recognition.blocks import TextBlock
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.document_kinds import REPORT
from danvan_desktop.report.model import Report
from danvan_desktop.report.numbering import renumber


def parts(anatomy: Anatomy) -> Measurement:
    """Whether the labels of phần and the titles below them are formatted right."""
    labels, titles = of_kind(anatomy, "part"), of_kind(anatomy, "part_title")
    if not labels:
        return not_applicable("không chia phần")
    faults_of = {}
    for index, block in enumerate(labels):
        faults = [*size_faults([block.paragraph], 13, 14)]
        faults += format_faults([block.paragraph], bold=True, italic=False, capitals=False, centred=True)
        if not re.fullmatch(r"[IVXLC]+", block.number):
            faults.append("không phải số La Mã")
        if block.rest:
            faults.append("tiêu đề không ở dòng riêng")
        faults_of[index] = faults
    faults = block_faults(labels, faults_of)
    below = [block.paragraph for block in titles]
    wrong = [*size_faults(below, 13, 14), *format_faults(below, bold=True, capitals=True, centred=True)]
    faults += (f"tiêu đề phần {fault}" for fault in wrong) if below else ()
    return judge(f"{len(labels)} phần", faults, faulty_paragraphs(labels, faults_of))


def sections(anatomy: Anatomy) -> Measurement:
    """Whether mục are numbered in Roman numerals and formatted right."""
    found = of_kind(anatomy, "section")
    if not found and of_kind(anatomy, "part"):
        return not_applicable("chia phần, không có mục")
    if not found and anatomy.document_kind != REPORT:
        return not_applicable(f"{anatomy.document_kind.lower()} không chia mục")
    if not found:
        return review("không nhận ra mục nào đánh số La Mã (I., II., …)")
    faults_of = {index: [*_section_faults(block)] for index, block in enumerate(found)}
    measured = f"{len(found)} mục, {size_words([block.paragraph for block in found])}"
    return judge(measured, block_faults(found, faults_of), faulty_paragraphs(found, faults_of))


def _section_faults(block: TextBlock) -> Iterator[str]:
    yield from size_faults([block.paragraph], 13, 14)
    yield from format_faults([block.paragraph], bold=True, italic=False, capitals=True)
    if block.sign != ".":
        yield f"sau số là “{block.sign}”, không phải dấu chấm" if block.sign else "sau số không có dấu chấm"
    if block.is_tight and block.sign:
        yield TIGHT


def titles(anatomy: Anatomy) -> Measurement:
    """Whether every phần and mục has a title."""
    found = of_kind(anatomy, "part", "section")
    if not found:
        return not_applicable("không nhận ra phần, mục")
    bare: list[FlowParagraph] = []
    for block, following in zip(anatomy.blocks, (*anatomy.blocks[1:], None), strict=True):
        titled = block.rest or (block.kind == "part" and following and following.kind == "part_title")
        if block.kind in {"part", "section"} and not titled:
            bare.append(block.paragraph)
    return judge(f"{len(found)} phần, mục", (f"{quoted(p.text)} không có tiêu đề" for p in bare), bare)


def number_sections(report: Report) -> Report:
    """Number the mục automatically."""
    sections = tuple(replace(section, numbering="auto") for section in report.sections)
    return renumber(replace(report, sections=sections))


LINES = (
    LineDefinition(
        Requirement(
            30,
            "Phần (nếu có)",
            ": “Phần I” dòng riêng, canh giữa, chữ thường, đậm, số La Mã; tiêu đề in hoa, đậm ngay dưới",
            "điểm đ khoản 6 Mục II PL I",
        ),
        measure=parts,
    ),
    LineDefinition(
        Requirement(
            31,
            "Mục",
            ": số La Mã, sau có dấu chấm, số và tiêu đề in hoa, cỡ 13-14, đứng, đậm",
            "điểm đ khoản 6 Mục II và hàng 6b Mục V PL I",
        ),
        measure=sections,
        corrections=(Correction("Đánh số La Mã tự động cho các mục", number_sections),),
    ),
    LineDefinition(
        Requirement(
            32,
            "Tiêu đề phần, mục",
            ": phần, mục đều có tiêu đề",
            "điểm d khoản 6 Mục II PL I",
        ),
        measure=titles,
    ),
)
