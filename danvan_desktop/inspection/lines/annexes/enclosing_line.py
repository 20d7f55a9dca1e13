"""Line 47: the line "(Kèm theo Báo cáo số …)" (PL I, Mục III, điểm c khoản 1)."""

import re
from collections.abc import Iterator

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.letterhead.number import SYMBOL_IN_CAPITALS
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, quoted, review
from danvan_desktop.inspection.measuring.number_and_date import UNFILLED, date_match, number_match
from danvan_desktop.inspection.recognition.anatomy import Anatomy, FoundAnnex
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.document_kinds import ABBREVIATIONS
from danvan_desktop.report.text.fold_diacritics import fold_words

_SOURCE = re.compile(
    r"\((?:Ban hành k|K)èm theo (?P<kind>\S+(?: \S+){0,2}?) số:?(?P<number>[\s\d…._]*)/(?P<symbol>\S+)\s+"
    r"ngày(?P<day>[\s\d…._]*)tháng(?P<month>[\s\d…._]*)năm(?P<year>[\s\d…._]*)của\s+\S.*\)"
)
ENCLOSED = re.compile(r"\(\s*(?:Ban hành )?kèm theo", re.IGNORECASE)
NO_ANNEX = "không có phụ lục"


def enclosing_line(anatomy: Anatomy) -> Measurement:
    """Whether the line stands below every annex's name and agrees with the letterhead."""
    if not anatomy.annexes:
        return not_applicable(NO_ANNEX)
    written = [lines for annex in anatomy.annexes if (lines := _enclosing(annex))]
    found = [line for lines in written for line in lines]
    faults = [*size_faults(found, 13, 14), *format_faults(found, italic=True, centred=True)]
    if len(written) < len(anatomy.annexes):
        faults.append("phụ lục chưa có dòng “(Kèm theo Báo cáo số …)”")
    for lines in written:
        faults += _source_faults(" ".join(line.text for line in lines), anatomy)
    if not faults and any(_is_unfilled(line.text) for line in found):
        return review(f"chưa điền ký hiệu hoặc tên cơ quan ({quoted(found[0].text)})")
    return judge(describe(*found) if found else "", faults)


def _is_unfilled(text: str) -> bool:
    """Whether symbol or agency are yet to come; number and day may be blank."""
    match = _SOURCE.fullmatch(text)
    return match is not None and UNFILLED in match["symbol"] + text[match.end("year") :]


def _enclosing(annex: FoundAnnex) -> list[FlowParagraph]:
    """Return the lines of "(Kèm theo …)": one, or those that a break of the line makes of it."""
    near = annex.content[:6]
    start = next((index for index, line in enumerate(near[:4]) if ENCLOSED.match(line.text)), None)
    if start is None:
        return []
    end = next((i for i, line in enumerate(near) if i >= start and line.text.endswith(")")), start)
    return [*near[start : end + 1]]


def _source_faults(text: str, anatomy: Anatomy) -> Iterator[str]:
    """Say where the line says otherwise than the head: blanks are an electronic document's own."""
    match = _SOURCE.fullmatch(text)
    if match is None:
        yield _form(anatomy)
        return
    if not _is_kind(match["kind"], anatomy.document_kind):
        yield _form(anatomy)
    filled = [any(c.isdigit() for c in match[part]) for part in ("number", "day", "month")]
    if any(filled) and not all(filled):
        yield "số, ngày, tháng chỗ điền chỗ để trống"
    head = number_match(anatomy)
    if not _is_upper(match["symbol"], anatomy) and UNFILLED not in match["symbol"]:
        yield f"ký hiệu {match['symbol']} không in hoa"
    if head and _bare(match["symbol"]) != _bare(head["symbol"]):
        yield f"ký hiệu {match['symbol']} khác với ký hiệu của báo cáo"
    if head and filled[0] and match["number"].strip() != head["number"].strip():
        yield "số khác với số của báo cáo"
    date = date_match(anatomy)
    parts = ("day", "month", "year")
    if date and all(filled) and [match[p].strip() for p in parts] != [date[p].strip() for p in parts]:
        yield "ngày, tháng, năm khác với ngày, tháng, năm của báo cáo"


def _form(anatomy: Anatomy) -> str:
    kind = anatomy.document_kind
    symbol = f"{short}-…" if (short := ABBREVIATIONS.get(kind)) else "…"
    return f"không đúng dạng “(Kèm theo {kind.capitalize()} số …/{symbol} ngày … tháng … năm … của …)”"


def _is_upper(symbol: str, anatomy: Anatomy) -> bool:
    short = ABBREVIATIONS.get(anatomy.document_kind, "")
    return symbol.removeprefix(short).isupper()


def _is_kind(written: str, kind: str) -> bool:
    return fold_words(written) == fold_words(kind)


def _bare(symbol: str) -> str:
    """``symbol`` without its form: capitals and spaces in the head's own are line 18's matter."""
    return "".join(symbol.split()).upper()


LINES = (
    LineDefinition(
        Requirement(
            47,
            "Dòng “(Kèm theo … số …)”",
            (
                " canh giữa, cỡ 13-14, nghiêng; văn bản giấy ghi đủ, văn bản điện tử để trống số và ngày, "
                "tháng, năm"
            ),
            "điểm c khoản 1 Mục III PL I; Mẫu 2.1, 2.2 Phụ lục III",
        ),
        measure=enclosing_line,
        place="annexes",
        corrections=(SYMBOL_IN_CAPITALS,),
    ),
)
