"""D. Ký, nơi nhận: lines 40-44 (PL I, Mục II, khoản 7 and 9)."""

import re
from collections.abc import Iterator, Sequence

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.rules.judging import (
    Rule,
    are_level,
    describe,
    is_centred,
    judge,
    look_faults,
    missing,
    review,
    said,
    size_faults,
    size_words,
)
from danvan_desktop.inspection.sheet import Measurement
from danvan_desktop.report.office.signing import spelt, titled

UNKNOWN = "…"
_AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s\S")
_SIGNED = re.compile(r"\(?đã ký\)?\.?", re.IGNORECASE)
"""What a copy has in place of the signature."""
_FROM_LEFT = {"left", "both", "line"}
_FLUSH = 42  # twips: a hyphen's own room at its left is nothing to speak of
_STEP = 20  # twips: the label and the first line of signing are level within 1 pt


def split_signing(anatomy: Anatomy) -> tuple[list[FlowParagraph], FlowParagraph | None]:
    """Return the lines of quyền hạn, chức vụ and the name, which is the last line not in capitals."""
    lines = [p for p in anatomy.signing if p.text and not _SIGNED.fullmatch(p.text)]
    names = [paragraph for paragraph in lines if not paragraph.text.isupper() or paragraph.text == UNKNOWN]
    name = names[-1] if names and names[-1] is lines[-1] else None
    return [paragraph for paragraph in lines if paragraph is not name], name


def authority(anatomy: Anatomy) -> Measurement:
    """Line 40."""
    found, _ = split_signing(anatomy)
    if not found:
        return missing(anatomy, "quyền hạn, chức vụ của người ký")
    if any(UNKNOWN in p.text for p in found):
        return review("chưa điền quyền hạn, chức vụ của người ký")
    faults = [
        *size_faults(found, 13, 14),
        *look_faults(found, bold=True, italic=False, capitals=True),
        *(fault for paragraph in found for fault in _authority_faults(paragraph, anatomy)),
    ]
    return judge(describe(*found), faults)


def _authority_faults(paragraph: FlowParagraph, anatomy: Anatomy) -> Iterator[str]:
    text = paragraph.text
    if spelt(text) != text and not _AUTHORITY.match(text):
        yield f"{said(text)} không đúng “TM.”, “KT.”, “TL.”, “TUQ.”, “Q.”"
    office = any("VĂN PHÒNG" in agency.text.upper() for agency in anatomy.agencies)
    if office and text.upper().startswith("TM."):
        yield "Văn phòng không dùng “TM.”"


def signer(anatomy: Anatomy) -> Measurement:
    """Line 41."""
    titles, name = split_signing(anatomy)
    if name is None:
        return missing(anatomy, "họ và tên người ký")
    if UNKNOWN in name.text:
        return review("chưa điền họ và tên người ký")
    faults = [*size_faults([name], 13, 14), *look_faults([name], bold=True, italic=False, capitals=False)]
    if not is_centred(name) or any(not is_centred(title) for title in titles):
        faults.append("không canh giữa dưới quyền hạn, chức vụ")
    faults += [
        f"có học hàm, học vị, danh hiệu “{title.strip(' ,()')}”" for title in titled(name.text) if title
    ]
    return judge(describe(name), faults)


def recipients_label(anatomy: Anatomy) -> Measurement:
    """Line 42."""
    found = anatomy.recipients_label
    if found is None:
        return missing(anatomy, "“Nơi nhận:”")
    faults = [*size_faults([found], 12, 12), *look_faults([found], bold=True, italic=True)]
    if found.text != "Nơi nhận:":
        faults.append("không đúng “Nơi nhận:” trên dòng riêng")
    faults += _left_faults([found])
    level = _is_level(anatomy, found)
    if level is False:
        faults.append("không ngang hàng dòng quyền hạn, chức vụ")
    if level is None and not faults:
        return review(f"{describe(found)}; có ngang hàng dòng quyền hạn, chức vụ hay không cần xem bằng mắt")
    return judge(describe(found), faults)


def _left_faults(paragraphs: Sequence[FlowParagraph]) -> Iterator[str]:
    if any(p.look.align not in _FROM_LEFT or p.look.left + p.look.first_line > _FLUSH for p in paragraphs):
        yield "không sát lề trái"


def _is_level(anatomy: Anatomy, label: FlowParagraph) -> bool | None:
    """Whether the label's line begins where the first line of signing does; None when it cannot be told."""
    titles, _ = split_signing(anatomy)
    if titles and label.printed:
        return are_level(titles[0], label)
    if not titles or label.place.table is None or titles[0].place.table != label.place.table:
        return None
    tops = []
    for paragraph in (label, titles[0]):
        cell = (paragraph.place.row, paragraph.place.column)
        above = [
            p
            for p in anatomy.paper.paragraphs
            if p.place.table == paragraph.place.table and (p.place.row, p.place.column) == cell
        ]
        first = next((p for p in above if p.text), None)
        if first is None or first.lines()[0] != paragraph:
            return None
        blank = above[: above.index(first)]
        tops.append(sum(p.pitch + p.look.before + p.look.after for p in blank) + paragraph.look.before)
    same_row = titles[0].place.row == label.place.row
    return same_row and abs(tops[0] - tops[1]) <= _STEP


def recipients(anatomy: Anatomy) -> Measurement:
    """Line 43."""
    found = anatomy.recipients
    if not found:
        return missing(anatomy, "danh sách nơi nhận")
    faults = [
        *size_faults(found, 11, 11),
        *look_faults(found, bold=False, italic=False),
        *_left_faults(found),
    ]
    for paragraph in found[:-1]:
        if not paragraph.text.startswith("-"):
            faults.append(f"{said(paragraph.text)} không có gạch đầu dòng")
        if not paragraph.text.endswith(";"):
            faults.append(f"{said(paragraph.text)} không kết thúc bằng “;”")
    return judge(f"{len(found)} dòng, {size_words(found)}", faults)


def filing(anatomy: Anatomy) -> Measurement:
    """Line 44."""
    if not anatomy.recipients:
        return missing(anatomy, "dòng “- Lưu: VT, …”")
    last = anatomy.recipients[-1].text
    faults = []
    if not re.match(r"-\s*Lưu:\s*VT\b", last):
        faults.append("dòng cuối không phải “- Lưu: VT, …”")
    if not last.endswith("."):
        faults.append("không kết thúc bằng dấu chấm")
    if not faults and not re.match(r"-\s*Lưu:\s*VT,\s*\S", last):
        return review(f"{said(last)}; chưa ghi đơn vị soạn thảo")
    return judge(said(last), faults)


RULES: dict[int, Rule] = {40: authority, 41: signer, 42: recipients_label, 43: recipients, 44: filing}
