"""One office in all of a report: who issues it, who closes it, who signs, whom it names as its province."""

import re
from collections.abc import Iterator

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.checks.running_texts import SUBJECT
from danvan_desktop.report.agency_names import are_one_name, spoken_name
from danvan_desktop.report.document_kinds import is_report
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.provinces import PROVINCES
from danvan_desktop.report.office.signing_refusals import refusals

_CLOSING = re.compile(
    r"(?:Trên đây là|Trên đây,)\s[^.;]*?\scủa\s"
    r"(?P<name>(?:Văn phòng|Sở|Ban|Ủy ban|Uỷ ban|UBND|Đảng ủy|Trung tâm|Chi cục)"
    r"\s?[^,;.()]{0,80}?)(?=\s*(?:[,;.(]|\./|$)|\s(?:kính|trân trọng|xin)\s)"
)
_NAMING_FIELDS = {"recipients", "signature.lines", SUBJECT, "addressees"}
"""Where a paper names its own province; elsewhere it may tell of another."""
_BODY_BEFORE = re.compile(
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|HĐND|Hội đồng nhân dân|Sở [^,;.]{2,30}) $"
)
"""Before a province in the opening: who asked for the report, or whom it goes to."""
_HEADS = {
    "VĂN PHÒNG": "CHÁNH VĂN PHÒNG",
    "SỞ": "GIÁM ĐỐC",
    "ỦY BAN NHÂN DÂN": "CHỦ TỊCH",
    "UBND": "CHỦ TỊCH",
    "HỘI ĐỒNG NHÂN DÂN": "CHỦ TỊCH",
    "TRƯỜNG": "HIỆU TRƯỞNG",
}
"""How the head of each kind of office is called; of others nothing is asked."""
_OF_ANOTHER_HOUSE = re.compile(
    r"ĐẢNG|TỈNH [ỦU]|THÀNH [ỦU]|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|ĐOÀN|MẶT TRẬN|HỘI(?! ĐỒNG)"
)
"""The Party and the mass organisations sign after rules of their own."""


def _closing(manuscript: Manuscript) -> Iterator[Match]:
    head = manuscript.report.letterhead
    agency = spoken_name(head.agency or "")
    own = [agency, f"{agency} {spoken_name(head.parent_agency or '')}"] if agency else []
    for text in manuscript.texts:
        hit = _CLOSING.search(text.text)
        if not hit or not own or agency.casefold().startswith(hit["name"].casefold()):
            continue
        if not any(are_one_name(hit["name"], name) for name in own):
            message = f"Câu kết ghi “{hit['name']}”, cơ quan ban hành là “{agency}”; hãy xem lại tên cơ quan."
            yield Match(message, text, hit.start("name"), hit.end("name"))


def _is_of_the_state(report: Report) -> bool:
    """Tell whether the decree's rules on signing are asked of the paper."""
    head = report.letterhead
    lines = (head.parent_agency, head.agency, *report.signature.lines)
    return not any(line and _OF_ANOTHER_HOUSE.search(line.upper()) for line in lines)


def _refused_signing(manuscript: Manuscript) -> Iterator[Match]:
    report = manuscript.report
    if _is_of_the_state(report):
        for refusal in refusals(report.signature.lines, report.signature.signer, report.letterhead.agency):
            yield Match(refusal.message, place="signature.lines")


def _other_signer(manuscript: Manuscript) -> Iterator[Match]:
    report = manuscript.report
    agency = (report.letterhead.agency or "").upper().replace("UỶ", "ỦY")
    lines = [line.strip().upper() for line in report.signature.lines]
    wanted = next((head for office, head in _HEADS.items() if agency.startswith(office)), None)
    if not lines or wanted is None or re.match(r"(?:TL|TUQ)\b", lines[0]) or not _is_of_the_state(report):
        return
    strange = (line for line in lines if wanted not in line and any(head in line for head in _HEADS.values()))
    if line := next(strange, ""):
        message = (
            f"Chức vụ “{line}” không phải của cơ quan ban hành “{report.letterhead.agency}”; "
            "hãy xem lại tên cơ quan hoặc người ký."
        )
        yield Match(message, place="signature.lines")


def _own_province(report: Report) -> str | None:
    head = report.letterhead
    named = " ".join(filter(None, (head.parent_agency, head.agency, head.place))).lower()
    found = {name for name in PROVINCES if name.removeprefix("Thành phố ").lower() in named}
    return found.pop() if len(found) == 1 else None


def _other_province(manuscript: Manuscript) -> Iterator[Match]:
    report = manuscript.report
    own = _own_province(report)
    if own is None:
        return
    others = "|".join(name.removeprefix("Thành phố ") for name in PROVINCES if name != own)
    pattern = re.compile(rf"(?:tỉnh|thành phố|Thành phố|TỈNH|THÀNH PHỐ) ({others}|{others.upper()})(?!\w)")
    opening, closing = ({block.id for block in part} for part in (report.opening, report.closing))
    for text in texts(report):
        is_naming = text.place.field in _NAMING_FIELDS or text.place.block in closing
        if not is_naming and text.place.block not in opening:
            continue
        for hit in pattern.finditer(text.text):
            if is_naming or _BODY_BEFORE.search(text.text, 0, hit.start()):
                message = (
                    f"Ở đây ghi “{hit[0]}”, cơ quan ban hành ở {own}; hãy xem có chép từ văn bản khác không."
                )
                yield Match(message, text, hit.start(), hit.end())


_SECOND_HALF = 7
"""The month from which a report of the year before is one whose year was not changed."""


def _other_year(manuscript: Manuscript) -> Iterator[Match]:
    report = manuscript.report
    if not is_report(report.kind) or report.period.type != "year":
        return
    issued = report.letterhead.issued_on
    is_late = issued.year == report.year + 1 and (issued.month or 1) >= _SECOND_HALF
    for text in manuscript.texts:
        if text.place.field == SUBJECT:
            years = {int(year) for year in re.findall(r"năm (20\d\d)(?! ?-)", text.text)}
            if is_late and years == {report.year}:
                message = f"Báo cáo ghi ngày của năm {issued.year}, trích yếu là năm {report.year}"
                yield Match(f"{message}; hãy xem lại năm.", text, 0, len(text.text))
            if years and report.year not in years:
                message = f"Trích yếu không nói đến năm {report.year} của báo cáo; hãy xem lại năm."
                yield Match(message, text, 0, len(text.text))


def _recipient_twice(manuscript: Manuscript) -> Iterator[Match]:
    told: set[str] = set()
    for text in texts(manuscript.report):
        if text.place.field == "recipients":
            name = re.sub(r"\s*\(.*?\)|[.;]\s*$", "", text.text).strip().casefold()
            if name in told:
                message = f"“{text.text.strip()}” có hai lần ở Nơi nhận; hãy bỏ một dòng."
                yield Match(message, text, 0, len(text.text))
            told.add(name)


RULES = (
    Rule(
        "closing-office",
        "warning",
        "Câu kết nêu cơ quan khác cơ quan ban hành",
        CUSTOM,
        _closing,
        bad=("Cơ quan: SỞ TÀI CHÍNH\nKết thúc: Trên đây là báo cáo kết quả năm 2025 của Sở Nội vụ.",),
        good=(
            "Cơ quan: VĂN PHÒNG\nKết thúc: Trên đây là báo cáo kết quả của Văn phòng UBND tỉnh./.",
            "Cơ quan: SỞ TÀI CHÍNH\nKết thúc: Trên đây là báo cáo kết quả của cơ quan.",
            "Cơ quan: SỞ VĂN HÓA, THỂ THAO\nKết thúc: Trên đây là báo cáo của Sở Văn hóa, Thể thao.",
        ),
    ),
    Rule(
        "signing-refused",
        "error",
        "Quyền hạn, chức vụ, họ tên người ký",
        "khoản 7 Mục II PL I, Điều 13",
        _refused_signing,
        bad=(
            "Cơ quan: VĂN PHÒNG\nKý: KT CHÁNH VĂN PHÒNG/PHÓ CHÁNH VĂN PHÒNG",
            "Cơ quan: SỞ NỘI VỤ\nKý: KT. GIÁM ĐỐC/GIÁM ĐỐC",
        ),
        good=("Cơ quan: VĂN PHÒNG\nKý: KT. CHÁNH VĂN PHÒNG/PHÓ CHÁNH VĂN PHÒNG", "Ký: TM ĐẢNG ỦY/BÍ THƯ"),
    ),
    Rule(
        "signing-office",
        "warning",
        "Chức vụ người ký không thuộc cơ quan ban hành",
        CUSTOM,
        _other_signer,
        bad=(
            "Cơ quan: SỞ NỘI VỤ\nKý: CHÁNH VĂN PHÒNG",
            "Cơ quan: VĂN PHÒNG\nKý: KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC",
            "Cơ quan: SỞ NỘI VỤ\nKý: KT. CHÁNH VĂN PHÒNG/PHÓ GIÁM ĐỐC",
        ),
        good=(
            "Cơ quan: SỞ NỘI VỤ\nKý: TL. GIÁM ĐỐC/CHÁNH VĂN PHÒNG",
            "Cơ quan: SỞ NỘI VỤ\nKý: KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC",
            "Cơ quan: UỶ BAN NHÂN DÂN XÃ MAI ĐỘNG\nKý: TM. UỶ BAN NHÂN DÂN/KT. CHỦ TỊCH/PHÓ CHỦ TỊCH",
            "Cơ quan: BẢO TÀNG TỈNH\nKý: GIÁM ĐỐC",
        ),
    ),
    Rule(
        "other-province",
        "warning",
        "Nêu tỉnh, thành phố khác",
        CUSTOM,
        _other_province,
        bad=(
            "Chủ quản: UBND TỈNH PHÚ THỌ\nCơ quan: VĂN PHÒNG\nNơi nhận: Sở Nội vụ tỉnh Sơn La; Lãnh đạo",
            "Chủ quản: UBND TỈNH PHÚ THỌ\nCơ quan: VĂN PHÒNG\nVăn phòng báo cáo UBND tỉnh Sơn La như sau:",
        ),
        good=(
            "Chủ quản: UBND TỈNH PHÚ THỌ\nCơ quan: VĂN PHÒNG\nNơi nhận: Sở Nội vụ tỉnh Phú Thọ; Lãnh đạo",
            "Chủ quản: UBND TỈNH PHÚ THỌ\nHọc tập kinh nghiệm tại tỉnh Sơn La.",
        ),
    ),
    Rule(
        "subject-year",
        "warning",
        "Năm trong trích yếu",
        CUSTOM,
        _other_year,
        bad=(
            "Trích yếu: Kết quả thực hiện công tác dân vận năm 2024",
            "Ngày: 10/12/2026\nTrích yếu: Kết quả thực hiện công tác dân vận năm 2025",
        ),
        good=(
            "Trích yếu: Kết quả năm 2025, nhiệm vụ năm 2026",
            "Trích yếu: Kết quả kiểm tra",
            "Ngày: 05/01/2026\nTrích yếu: Kết quả thực hiện công tác dân vận năm 2025",
        ),
    ),
    Rule(
        "recipient-twice",
        "warning",
        "Nơi nhận ghi hai lần",
        CUSTOM,
        _recipient_twice,
        bad=("Nơi nhận: Sở Nội vụ; Lãnh đạo Văn phòng; Sở Nội vụ",),
        good=("Nơi nhận: Sở Nội vụ; Lãnh đạo Văn phòng",),
    ),
)
