"""B. Phần đầu văn bản: lines 11-21 (PL I, Mục II, khoản 1-4)."""

import re
from collections.abc import Iterator

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.rules.judging import (
    LEVEL,
    Rule,
    are_level,
    describe,
    is_centred,
    judge,
    look_faults,
    missing,
    not_applicable,
    review,
    said,
    single_spacing_faults,
    size_faults,
    text_width,
)
from danvan_desktop.inspection.rules.marks import judge_mark
from danvan_desktop.inspection.sheet import Measurement
from danvan_desktop.layout import nd30
from danvan_desktop.report.agencies import has_no_parent

_NATIONAL_NAMES = {nd30.NATIONAL_NAME, nd30.NATIONAL_NAME.replace("HÒA", "HOÀ")}
_WHERE = re.compile(
    r"\b(TỈNH|THÀNH PHỐ|TP\.?|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ|HUYỆN|QUẬN)\s+\S+"
)  # a parent agency in a commune bears the commune's name
_COUNCILS = "UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN"
_LOCAL = re.compile(rf"({_COUNCILS}|SỞ|VĂN PHÒNG|CHI CỤC)\b")
BLANK = r"[\s.…_]*"
"""Room that is left to fill in, with or without dots."""
_NUMBER = re.compile(rf"Số:(?P<number>\s*\d*\s*|{BLANK})/(?P<symbol>\S.*)")
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày(?P<day>[\s\d…._]*)tháng(?P<month>[\s\d…._]*)năm(?P<year>[\s\d…._]*)"
)
UNKNOWN = "…"
_NO_TABLE = "phần đầu không nằm trong bảng hai cột, cần xem bằng mắt"


def national_name(anatomy: Anatomy) -> Measurement:
    """Line 11."""
    found = anatomy.national_name
    if found is None:
        return missing(anatomy, "Quốc hiệu")
    return judge(describe(found), [*_national_faults(found)])


def _national_faults(found: FlowParagraph) -> Iterator[str]:
    words = " ".join(found.text.upper().split())
    if words not in _NATIONAL_NAMES:
        cut = any(name.startswith(words) for name in _NATIONAL_NAMES)
        yield "không nằm trọn trên một dòng" if cut else "sai chữ"
    yield from size_faults([found], 12, 13)
    yield from look_faults([found], bold=True, italic=False, capitals=True)
    width = text_width(found)
    if width is not None and width > found.room + 2:
        yield "không vừa một dòng"
    if found.place.table is not None and found.place.column == 0:
        yield "không ở phía trên bên phải"


def motto(anatomy: Anatomy) -> Measurement:
    """Line 12."""
    found, above = anatomy.motto, anatomy.national_name
    if found is None:
        return missing(anatomy, "Tiêu ngữ")
    faults = [*size_faults([found], 13, 14), *look_faults([found], bold=True, italic=False, centred=True)]
    if found.text != nd30.MOTTO:
        dashed = re.sub(r"[–—]", "-", found.text) == nd30.MOTTO
        words = "sai chữ hoặc thiếu cách chữ hai bên gạch nối"
        faults.insert(0, "gạch ngang “–” thay cho gạch nối “-”" if dashed else words)
    if above is not None and _column(found) != _column(above):
        faults.append("không ở dưới Quốc hiệu")
    return judge(describe(found), faults)


def _column(paragraph: FlowParagraph) -> tuple[int | None, int]:
    return paragraph.place.table, paragraph.place.column


def motto_rule(anatomy: Anatomy) -> Measurement:
    """Line 13."""
    if anatomy.motto is None:
        return missing(anatomy, "Tiêu ngữ")
    return judge_mark(anatomy.under_motto, [anatomy.motto], 1, 1)


def nation_spacing(anatomy: Anatomy) -> Measurement:
    """Line 14."""
    if anatomy.national_name is None or anatomy.motto is None:
        return missing(anatomy, "Quốc hiệu, Tiêu ngữ")
    faults = [*single_spacing_faults(anatomy.national_name, anatomy.motto)]
    return judge("" if faults else "dòng đơn, 0 pt giữa hai dòng", faults)


def parent_agency(anatomy: Anatomy) -> Measurement:
    """Line 15."""
    found = anatomy.parents
    if not found and anatomy.agencies and has_no_parent(anatomy.agencies[0].text):
        return not_applicable(f"{said(anatomy.agencies[0].text)} không ghi cơ quan chủ quản")
    if not found:
        return review("không thấy dòng tên cơ quan chủ quản bên trái Quốc hiệu")
    if any(UNKNOWN in p.text for p in found):
        return review(f"chưa điền tên cơ quan chủ quản ({said(found[0].text)})")
    faults = [*size_faults(found, 12, 13), *look_faults(found, bold=False, italic=False, capitals=True)]
    name = " ".join(p.text for p in found).upper()
    if not _WHERE.search(name):
        if not _LOCAL.match(name) and not faults:
            return review(f"{describe(*found)}; cơ quan chủ quản ở địa phương phải có tên tỉnh (thành phố)")
        faults.append("không có tên tỉnh (thành phố)")
    return judge(describe(*found), faults)


def agency(anatomy: Anatomy) -> Measurement:
    """Line 16."""
    found = anatomy.agencies
    if not found:
        return _no_left_column(anatomy, "tên cơ quan ban hành")
    if any(UNKNOWN in p.text for p in found):
        return review(f"chưa điền tên cơ quan ban hành ({said(found[0].text)})")
    faults = [
        *size_faults(found, 12, 13),
        *look_faults(found, bold=True, italic=False, capitals=True, centred=True),
    ]
    if anatomy.parents:
        faults += single_spacing_faults(anatomy.parents[-1], found[0])
    return judge(describe(*found), faults)


def _no_left_column(anatomy: Anatomy, what: str) -> Measurement:
    if anatomy.national_name is not None and anatomy.national_name.place.table is None:
        return review(_NO_TABLE)
    return missing(anatomy, what)


def agency_rule(anatomy: Anatomy) -> Measurement:
    """Line 17."""
    if not anatomy.agencies:
        return _no_left_column(anatomy, "tên cơ quan ban hành")
    if any(UNKNOWN in p.text for p in anatomy.agencies):
        return review("chưa điền tên cơ quan ban hành nên chưa đo được đường kẻ")
    return judge_mark(anatomy.under_agency, anatomy.agencies, 1 / 3, 1 / 2)


def number(anatomy: Anatomy) -> Measurement:
    """Line 18."""
    found = anatomy.number
    if found is None:
        return missing(anatomy, "số, ký hiệu")
    match = number_match(anatomy)
    if UNKNOWN in (match["symbol"] if match else found.text):
        return review(f"chưa điền ký hiệu ({said(found.text)})")
    return judge(describe(found), [*_number_faults(found)])


def _number_faults(found: FlowParagraph) -> Iterator[str]:
    yield from size_faults([found], 13, 13)
    yield from look_faults([found], bold=False, italic=False)
    if not is_centred(found):
        yield "không canh giữa"
    match = _NUMBER.fullmatch(found.text)
    if match is None:
        yield "không đúng dạng “Số: …/BC-…”"
        return
    digits, symbol = match["number"].strip(" \t.…_\xa0"), match["symbol"]
    if digits and len(digits) < 2:
        yield f"số dưới 10 phải viết 0{digits}"
    if digits and match["number"].rstrip() != match["number"]:
        yield "dấu “/” cách chữ"
    if re.search(r"\s", symbol):
        yield "ký hiệu có khoảng trắng"
    if not symbol.isupper():
        yield "ký hiệu không in hoa"
    if not symbol.startswith("BC-"):
        yield "ký hiệu không bắt đầu bằng “BC-”"


def number_match(anatomy: Anatomy) -> re.Match[str] | None:
    """Return number and symbol of the line that has them."""
    return None if anatomy.number is None else _NUMBER.fullmatch(anatomy.number.text)


def date_match(anatomy: Anatomy) -> re.Match[str] | None:
    """Return place, comma, day, month and year of the line that has them."""
    return None if anatomy.date is None else _DATE.fullmatch(" ".join(anatomy.date.text.split("\n")))


def date(anatomy: Anatomy) -> Measurement:
    """Line 20."""
    match = date_match(anatomy)
    if match is None or anatomy.date is None:
        return missing(anatomy, "ngày, tháng, năm")
    measured = said(anatomy.date.text[match.end("comma") :].strip())
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


def date_look(anatomy: Anatomy) -> Measurement:
    """Line 21."""
    found = anatomy.date
    if found is None:
        return missing(anatomy, "địa danh và ngày, tháng, năm")
    faults = [*size_faults([found], 13, 14), *look_faults([found], italic=True, bold=False, centred=True)]
    level = _level(anatomy)
    if level is False:
        faults.append("không cùng dòng với số, ký hiệu")
    measured = describe(found)
    if level is None and not faults:
        return review(f"{measured}; có cùng dòng với số, ký hiệu hay không cần xem bằng mắt")
    return judge(measured, faults)


def _level(anatomy: Anatomy) -> bool | None:
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
    for paragraph in anatomy.paper.paragraphs:
        here, place = paragraph.place, wanted.place
        if (here.table, here.row, here.column) != (place.table, place.row, place.column):
            continue
        for line in paragraph.lines():
            if line == wanted:
                return top + line.look.before
            top += line.pitch
        top += paragraph.look.before + paragraph.look.after
    return top


RULES: dict[int, Rule] = {
    11: national_name,
    12: motto,
    13: motto_rule,
    14: nation_spacing,
    15: parent_agency,
    16: agency,
    17: agency_rule,
    18: number,
    20: date,
    21: date_look,
}
