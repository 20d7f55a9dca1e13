"""Lines 19-21: place and date (PL I, Mục II, khoản 4)."""

import datetime as dt
import re
from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, missing, quoted, review
from danvan_desktop.inspection.measuring.line_spacing import LEVEL, are_level
from danvan_desktop.inspection.measuring.middle import is_below_middle
from danvan_desktop.inspection.measuring.number_and_date import UNFILLED, date_match
from danvan_desktop.inspection.measuring.text_width import line_widths
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.letterhead_refusals import place_faults
from danvan_desktop.report.office.provinces import MERGED, NEEDS_KIND, RENAMED, official_name, was_official
from danvan_desktop.report.text.fold_diacritics import fold_words

_UNITS = (
    *("tinh", "thanh pho", "tp", "tp.", "xa", "phuong", "dac khu", "thi tran", "thi xa", "huyen", "quan"),
)
"""Kinds of administrative units, as ``fold_words`` has them; the last four are of papers before 01/7/2025."""
_UNIT = re.compile(r"^(?:tinh|thanh pho|xa|phuong|dac khu|thi tran|thi xa|huyen|quan)\s+(?!\d)")
_OPEN = " \t\xa0.…_"


def place(anatomy: Anatomy) -> Measurement:
    """Whether the place is an official name: one of the provinces, or that of the agency's province."""
    match = date_match(anatomy)
    if match is None:
        return missing(anatomy, "địa danh và ngày, tháng, năm")
    name = match["place"].strip()
    if UNFILLED in name:
        return review("chưa điền địa danh")
    faults = [fault.found for fault in place_faults(name)]
    if not match["comma"]:
        faults.append("sau địa danh không có dấu phẩy")
    measured = quoted(name + match["comma"])
    if faults:
        return judge(measured, faults)
    return _known_place(anatomy, name, measured)


def _known_place(anatomy: Anatomy, name: str, measured: str) -> Measurement:
    if official_name(name):
        return judge(f"{measured}, có trong danh sách tỉnh, thành phố", [])
    day = _day(anatomy)
    if day is not None and was_official(name, day):
        return judge(f"{measured}, đúng tên tỉnh (thành phố) vào ngày của văn bản", [])
    if name in MERGED or name in RENAMED:
        return review(f"{measured}; {_since(name)}")
    if _is_agency_place(anatomy, name):
        return judge(f"{measured}, đúng tên đơn vị hành chính ở tên cơ quan", [])
    return review(f"{measured}; không có trong danh sách tỉnh, thành phố: cần đối chiếu tên gọi chính thức")


def _since(name: str) -> str:
    if name in RENAMED:
        new, since = RENAMED[name]
        return f"từ {since:%d/%m/%Y} là {new}"
    return f"từ 01/7/2025 thuộc {MERGED[name]}"


def _day(anatomy: Anatomy) -> dt.date | None:
    """Return the day of the paper; the last one it can be where day and month are yet to be filled in."""
    match = date_match(anatomy)
    if match is None:
        return None
    try:
        day, month, year = (match[part].strip(_OPEN) for part in ("day", "month", "year"))
        return dt.date(int(year), int(month or 12), int(day or (28 if month else 31)))
    except ValueError:
        return None


def _is_agency_place(anatomy: Anatomy, name: str) -> bool:
    """Whether the paper's own agency, or the one above it, is of the unit called ``name``."""
    names = f" {fold_words(' '.join(p.text for p in (*anatomy.parents, *anatomy.agencies)))} "
    bare = _UNIT.sub("", fold_words(name))
    return any(f" {kind} {bare} " in names for kind in _UNITS)


def date(anatomy: Anatomy) -> Measurement:
    """Whether day, month and year are written in full, with a zero where one is due."""
    match = date_match(anatomy)
    if match is None or anatomy.date is None:
        return missing(anatomy, "ngày, tháng, năm")
    measured = quoted(anatomy.date.text[match.end("comma") :].strip())
    day, month, year = (match[part].strip() for part in ("day", "month", "year"))
    faults = []
    if day.isdigit() and len(day) < 2:
        faults.append(f"ngày dưới 10 phải viết 0{day}")
    if month in {"1", "2"}:
        faults.append(f"tháng 1, 2 phải viết 0{month}")
    if not re.fullmatch(r"\d{4}", year):
        faults.append("năm không đủ bốn chữ số")
    if not faults and re.fullmatch(r"0[3-9]", month):
        return review(f"{measured}; tháng từ 3 đến 9 trong Nghị định viết không có số 0")
    return judge(measured, faults)


def date_format(anatomy: Anatomy) -> Measurement:
    """Whether place and date are formatted right, on the number's line."""
    found = anatomy.date
    if found is None:
        return missing(anatomy, "địa danh và ngày, tháng, năm")
    faults = [*size_faults([found], 13, 14), *format_faults([found], italic=True, bold=False)]
    if not is_below_middle(found, [p for p in (anatomy.motto,) if p]):
        faults.append("không canh giữa")
    level = _is_level(anatomy)
    if level is False:
        faults.append("không cùng dòng với số, ký hiệu")
    measured = describe(found)
    if level is None and not faults:
        return review(f"{measured}; có cùng dòng với số, ký hiệu hay không cần xem bằng mắt")
    return judge(measured, faults)


def _is_level(anatomy: Anatomy) -> bool | None:
    """Whether the date's baseline is the number's; None when the file's structure does not tell."""
    number, date = anatomy.number, anatomy.date
    if number is not None and date is not None and number.printed and date.printed:
        return are_level(number, date)
    if number is None or date is None or number.place.table is None or date.place.table is None:
        return None
    if (number.place.table, number.place.row) != (date.place.table, date.place.row):
        return False
    tops = [_top_in_cell(anatomy, paragraph) for paragraph in (number, date)]
    return abs(tops[0] - tops[1]) <= LEVEL


def _top_in_cell(anatomy: Anatomy, wanted: FlowParagraph) -> float:
    """Return how far below the top of its cell the paragraph's line begins, in twips."""
    top = 0.0
    for paragraph in anatomy.file.paragraphs:
        here, place = paragraph.place, wanted.place
        if (here.table, here.row, here.column) != (place.table, place.row, place.column):
            continue
        for line in paragraph.lines():
            if line == wanted:
                return top + line.format.before
            top += line.pitch * len(line_widths(line) or "1")
        top += paragraph.format.before + paragraph.format.after
    return top


def write_place(report: Report) -> Report:
    """The name of the province as the National Assembly gave it (PL I, II.4.a)."""
    head = report.letterhead
    name = " ".join((head.place or "").split()).rstrip(",. ")
    whole = f"Thành phố {NEEDS_KIND}" if name.casefold() == NEEDS_KIND.casefold() else official_name(name)
    name = whole or name[:1].upper() + name[1:]
    return replace(report, letterhead=replace(head, place=name or head.place))


LINES = (
    LineDefinition(
        Requirement(
            19,
            "Địa danh",
            " đúng tên gọi chính thức, viết hoa chữ cái đầu, sau có dấu phẩy",
            "điểm a, c khoản 4 Mục II PL I",
        ),
        measure=place,
        place="letterhead.place",
        corrections=(Correction("Ghi địa danh đúng tên gọi chính thức, viết hoa chữ cái đầu", write_place),),
    ),
    LineDefinition(
        Requirement(
            20,
            "Ngày, tháng, năm",
            " viết đầy đủ; ngày dưới 10 và tháng 1, 2 có số 0 (để trống ngày, tháng: đạt)",
            "điểm b khoản 4 Mục II PL I",
        ),
        measure=date,
        place="letterhead.issued_on",
    ),
    LineDefinition(
        Requirement(
            21,
            "Địa danh, ngày tháng",
            ": cỡ 13-14, nghiêng, cùng dòng với số, ký hiệu, canh giữa dưới Quốc hiệu, Tiêu ngữ",
            "điểm c khoản 4 Mục II PL I",
        ),
        measure=date_format,
        place="letterhead.issued_on",
    ),
)
