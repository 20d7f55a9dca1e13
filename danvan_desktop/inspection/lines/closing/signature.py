"""Lines 40 and 41: authority and position, and the name of who signs (PL I, Mục II, khoản 7)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, is_centred, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, missing, quoted, review
from danvan_desktop.inspection.measuring.middle import has_one_middle
from danvan_desktop.inspection.measuring.number_and_date import UNFILLED
from danvan_desktop.inspection.measuring.signing_block import split_signing
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.signing_refusals import bare_name, spelt, titled

_AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s\S")


def authority(anatomy: Anatomy) -> Measurement:
    """Whether authority and position are spelt and formatted right."""
    found, _ = split_signing(anatomy)
    if not found:
        return missing(anatomy, "quyền hạn, chức vụ của người ký")
    if any(UNFILLED in p.text for p in found):
        return review("chưa điền quyền hạn, chức vụ của người ký")
    faults = [
        *size_faults(found, 13, 14),
        *format_faults(found, bold=True, italic=False, capitals=True),
        *(fault for paragraph in found for fault in _authority_faults(paragraph, anatomy)),
    ]
    return judge(describe(*found), faults)


def _authority_faults(paragraph: FlowParagraph, anatomy: Anatomy) -> Iterator[str]:
    text = paragraph.text
    if spelt(text) != text and not _AUTHORITY.match(text):
        yield f"{quoted(text)} không đúng “TM.”, “KT.”, “TL.”, “TUQ.”, “Q.”"
    office = any("VĂN PHÒNG" in agency.text.upper() for agency in anatomy.agencies)
    if office and text.upper().startswith("TM."):
        yield "Văn phòng không dùng “TM.”"


def signer(anatomy: Anatomy) -> Measurement:
    """Whether the name is formatted right and bears no titles."""
    titles, name = split_signing(anatomy)
    if name is None:
        return missing(anatomy, "họ và tên người ký")
    if UNFILLED in name.text:
        return review("chưa điền họ và tên người ký")
    faults = [*size_faults([name], 13, 14), *format_faults([name], bold=True, italic=False, capitals=False)]
    lines = [*titles, name]
    if not has_one_middle(lines) and not all(map(is_centred, lines)):
        faults.append("không canh giữa dưới quyền hạn, chức vụ")
    faults += [
        f"có học hàm, học vị, danh hiệu “{title.strip(' ,()')}”" for title in titled(name.text) if title
    ]
    return judge(describe(name), faults)


def write_authority(report: Report) -> Report:
    """Spell "KT.", "TL.", "TUQ.", "Q." as the decree has them; capitals throughout."""
    lines = tuple(spelt(line).upper() for line in report.signature.lines)
    return replace(report, signature=replace(report.signature, lines=lines))


def write_signer(report: Report) -> Report:
    """Drop titles before the name; no capitals throughout."""
    name = bare_name(report.signature.signer or "")
    if name.isupper():
        name = " ".join(word.capitalize() for word in name.split())
    return replace(report, signature=replace(report.signature, signer=name or report.signature.signer))


LINES = (
    LineDefinition(
        Requirement(
            40,
            "Quyền hạn, chức vụ",
            (
                ": đúng “TM.”, “KT.”, “TL.”, “TUQ.”, “Q.”; in hoa, cỡ 13-14, đứng, đậm; Văn phòng không "
                "dùng “TM.”"
            ),
            "điểm b, đ khoản 7 Mục II PL I; Điều 13",
        ),
        measure=authority,
        place="signature.lines",
        corrections=(
            Correction("Viết “KT.”, “TL.”, “TUQ.”, “Q.” đúng cách, chức vụ in hoa", write_authority),
        ),
    ),
    LineDefinition(
        Requirement(
            41,
            "Họ và tên",
            (
                ": chữ thường, cỡ 13-14, đứng, đậm, canh giữa dưới quyền hạn, chức vụ; không ghi học hàm, "
                "học vị, danh hiệu"
            ),
            "điểm c, đ khoản 7 Mục II PL I",
        ),
        measure=signer,
        place="signature.signer",
        corrections=(Correction("Bỏ học hàm, học vị trước họ tên; họ tên viết chữ thường", write_signer),),
    ),
)
