"""Names of changes as a user reads them, who made them and when, and where they stand."""

import re
from collections.abc import Mapping

from danvan_desktop.report.find.tab_titles import TABS
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.takeback.model import BaseFound, Change, ChangeKind, Revision
from danvan_desktop.report.takeback.place_names import field_name

KIND_NAMES: Mapping[ChangeKind, str] = {
    "edit": "Sửa chữ",
    "insert": "Đoạn mới",
    "copy": "Đoạn chép lại",
    "delete": "Bỏ đoạn",
    "move": "Chuyển chỗ",
    "split": "Tách đoạn",
    "merge": "Gộp đoạn",
    "kind": "Đổi loại đoạn",
    "number": "Đánh số",
    "look": "Chữ đậm, nghiêng",
    "cell": "Sửa ô",
    "row+": "Thêm hàng",
    "row-": "Bỏ hàng",
    "col+": "Thêm cột",
    "col-": "Bỏ cột",
    "table+": "Bảng mới",
    "table-": "Bỏ bảng",
    "section+": "Mục mới",
    "section-": "Bỏ mục",
    "annex+": "Phụ lục mới",
    "annex-": "Bỏ phụ lục",
    "field": "Thông tin chung",
    "strike": "Gạch ngang (đề nghị bỏ)",
    "comment": "Ý kiến góp ý",
}
BASE_NAMES: Mapping[BaseFound, str] = {
    "code": "So với đúng bản đã gửi đi.",
    "created": "So với bản đã gửi đi (nhận ra theo thời điểm lập).",
    "report": "So với bản đã gửi đi gần nhất của báo cáo này.",
    "marks": "Tệp không ghi mã báo cáo; nhận ra theo dấu của từng đoạn.",
    "words": "Tệp không mang dấu vết của báo cáo này: chỉ so theo chữ, xin xem kỹ từng chỗ.",
    "other": "Tệp này ghi mã của một báo cáo khác.",
}
_TWIPS_A_POINT = 20
_QUOTED = 80
"""Letters of words that are quoted in a sentence."""
_MOVED = {"row": "Chuyển hàng", "col": "Chuyển cột"}
PARTED_TABLE = "Tách bảng"
_REWRITTEN = 12
"""From so many words on, of which most were exchanged, it is written anew."""


def change_name(change: Change) -> str:
    """Name a change: of a paragraph said anew "Viết lại"."""
    if change.kind == "edit" and min(_words(change.old), _words(change.new)) >= _REWRITTEN:
        return "Viết lại"
    if change.is_of_moved_line:
        return f"{moved_name(change)} ({'chỗ mới' if change.kind.endswith('+') else 'chỗ cũ'})"
    return PARTED_TABLE if change.is_of_parted_table else KIND_NAMES[change.kind]


def moved_name(change: Change) -> str:
    """Name what both halves of a moved row or column are together."""
    return _MOVED[change.kind[:3]]


def _words(runs: object) -> int:
    return len(plain(runs).split()) if isinstance(runs, tuple) else 0


def shortened(text: str, longest: int) -> str:
    """Give the first words of a text of more than ``longest`` letters."""
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + " …"


def quoted(text: str) -> str:
    """Give the words of a file as a sentence quotes them."""
    return f"“{shortened(' '.join(text.split()), _QUOTED)}”"


def points_text(twips: int) -> str:
    """Give a length on paper in points, "1,5 pt"."""
    return f"{twips / _TWIPS_A_POINT:.3g} pt".replace(".", ",")


_MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?")


def when_text(date: str) -> str:
    """Say when, "26/11/2025 09:15": Word writes the local time, though with a Z."""
    found = _MOMENT.match(date)
    if found is None:
        return date
    year, month, day, hour, minute = found.groups()
    return f"{day}/{month}/{year} {hour}:{minute}" if hour else f"{day}/{month}/{year}"


def who_text(change: Change) -> str:
    """Say who made it and when, as the file says it; nobody where it was not tracked."""
    if change.kind == "comment":
        return ", ".join(filter(None, (change.author, when_text(change.date))))
    said = [revision_text(Revision(change.author, change.date) if change.tracked else None)]
    return "; ".join([*said, *map(revision_text, change.also)])


def revision_text(revision: Revision | None) -> str:
    """Say who made a tracked change and when; nobody where there is none."""
    if revision is None:
        return "không theo dõi"
    who = revision.author or "có theo dõi, không ghi tên"
    return ", ".join(filter(None, (who, when_text(revision.date))))


def place_text(change: Change, *reports: Report) -> str:
    """Say where a change stands: "Mục II", "Phụ lục I", of a field its name."""
    if change.place and ":" not in change.place:
        return field_name(change.place)
    kind, _, number = change.tab.partition(":")
    behind = "Sau " if change.kind in {"section+", "annex+"} else ""
    for report in reports:
        for section in report.sections if kind == "section" else ():
            if str(section.id) == number:
                return f"{behind}Mục {(section.number or '').rstrip('.')}".strip()
        for annex in report.annexes if kind == "annex" else ():
            if str(annex.id) == number:
                return f"{behind}Phụ lục {annex.number or ''}".strip()
    return {"section": "Mục mới", "annex": "Phụ lục mới"}.get(kind) or TABS.get(kind) or "Toàn văn bản"
