"""Names of changes as a user reads them."""

from collections.abc import Mapping

from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.model import BaseFound, Change, ChangeKind

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
_REWRITTEN = 12
"""From so many words on, of which most were exchanged, it is written anew."""


def change_name(change: Change) -> str:
    """Name a change: of a paragraph said anew "Viết lại"."""
    if change.kind == "edit" and min(_words(change.old), _words(change.new)) >= _REWRITTEN:
        return "Viết lại"
    return KIND_NAMES[change.kind]


def _words(runs: object) -> int:
    return len(plain(runs).split()) if isinstance(runs, tuple) else 0
