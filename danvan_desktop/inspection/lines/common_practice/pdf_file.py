"""Line 56: the PDF file: embedded fonts, no password, no JavaScript, its name."""

import re

from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge_custom, not_applicable
from danvan_desktop.inspection.measuring.printed_file import print_of
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

_NAME_LENGTH = 50
_FILE_NAME = re.compile(r"[A-Za-z0-9._-]+")


def word_file(_: Anatomy) -> Measurement:
    """Nothing: a Word file is not concerned."""
    return not_applicable("tệp kiểm tra là tệp Word")


def pdf_file(anatomy: Anatomy) -> Measurement:
    """Whether the PDF is fit to be sent, and its name too."""
    found, name = print_of(anatomy.file), anatomy.file.name
    faults = []
    if found.loose_fonts:
        faults.append(f"chưa nhúng phông {', '.join(found.loose_fonts)}")
    if found.is_encrypted:
        faults.append("có mã hóa (mật khẩu)")
    if found.has_javascript:
        faults.append("có JavaScript")
    if found.has_form:
        faults.append("có ô điền (form)")
    if not _FILE_NAME.fullmatch(name):
        faults.append("tên tệp có dấu, khoảng trắng hoặc ký tự khác chữ và số")
    if len(name) > _NAME_LENGTH:
        faults.append(f"tên tệp dài {len(name)} ký tự")
    return judge_custom("" if faults else "đã nhúng phông, không mật khẩu, không JavaScript", faults)


LINES = (
    LineDefinition(
        Requirement(
            56,
            "Tệp PDF",
            ": nhúng phông, không mật khẩu, không JavaScript, tên tệp không dấu, không quá 50 ký tự",
            None,
        ),
        measure=word_file,
        measure_printed=pdf_file,
    ),
)
