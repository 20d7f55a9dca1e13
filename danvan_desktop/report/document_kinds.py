"""Kinds of administrative documents (loại văn bản): their names and the abbreviations in a ký hiệu.

Source: NĐ 30/2020, Điều 7 (the list) and PL III, Mục I (the abbreviations).
"""

import re

from danvan_desktop.report.text.fold_diacritics import fold_words

REPORT = "BÁO CÁO"
LETTER = "CÔNG VĂN"
"""The one kind that bears no name: it says "V/v …" below its number (Mẫu 1.5)."""

ABBREVIATIONS = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    REPORT: "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}
"""The kinds with a name of their own, each with its abbreviation."""

_UNABBREVIATED = ("THƯ CÔNG",)
# Not in the decree's list, and met in offices all the same: acts of law, papers of the Party, office habits.
_OTHERS = (
    *("HIẾN PHÁP", "BỘ LUẬT", "LUẬT", "PHÁP LỆNH", "LỆNH", "NGHỊ ĐỊNH", "THÔNG TƯ LIÊN TỊCH", "THÔNG TƯ"),
    *("NGHỊ QUYẾT LIÊN TỊCH", "KẾT LUẬN", "THÔNG TRI", "PHIẾU TRÌNH", "ĐỀ CƯƠNG", "LỊCH CÔNG TÁC"),
    *("THƯ MỜI", "GIẤY CHỨNG NHẬN", "GIẤY XÁC NHẬN", "BẢN CAM KẾT"),
)
NAMES = (*ABBREVIATIONS, *_UNABBREVIATED, *_OTHERS)
"""Every name of a kind that may stand as the title of a document."""

_BY_ABBREVIATION = {short: kind for kind, short in ABBREVIATIONS.items()} | {"CV": LETTER}
"""A công văn has no abbreviation in the decree; offices of the Party write "CV"."""
_BY_FOLD = {fold_words(name): name for name in NAMES}
_GROUP = re.compile(r"[-–/]")


WITHOUT_SUBJECT = frozenset(
    {
        *("GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "GIẤY ỦY QUYỀN", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO"),
        *("HỢP ĐỒNG", "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "THƯ CÔNG"),
    }
)
"""Kinds whose forms have no trích yếu (PL III, Mẫu 1.10 to 1.12 and their like)."""


def kind_of_symbol(symbol: str | None) -> str | None:
    """The kind that a ký hiệu names: "TỜ TRÌNH" of "TTr-SNV"; None where it names none, as a công văn's.

    A year before it ("2025/QĐ-UBND") is passed over.
    """
    groups = [group.strip() for group in _GROUP.split(symbol or "") if group.strip()]
    named = next((group for group in groups if not group.isdigit()), "")
    return _BY_ABBREVIATION.get(named)


def named_kind(title: str) -> str | None:
    """The kind whose name ``title`` is, however its tone marks are set; None for anything else."""
    return _BY_FOLD.get(fold_words(title).strip(" :.")) if title.isupper() else None


def is_report(kind: str) -> bool:
    """Tell whether ``kind``, as a user may have typed it, is that of a report ("Báo cáo tóm tắt" is one)."""
    return " ".join(kind.upper().split()).startswith(REPORT)
