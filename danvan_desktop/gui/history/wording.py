"""What versions and changes are called in Vietnamese."""

from collections.abc import Mapping
from datetime import datetime

from danvan_desktop.report.diff.model import BlockChange
from danvan_desktop.report.lifecycle.states import STATE_LABELS
from danvan_desktop.report.model import PartialDate, Run
from danvan_desktop.store.history.exported_files import FileState
from danvan_desktop.store.history.history import Version
from danvan_desktop.store.history.version_rows import Reason

NOW = "Bản hiện tại"
REASONS: Mapping[Reason, str] = {
    "opened": "Lúc mở báo cáo",
    "closed": "Lúc đóng báo cáo",
    "work": "Tự giữ trong lúc soạn",
    "large_change": "Trước khi dán, xóa hoặc thay nhiều chữ",
    "insertion": "Trước khi chèn tệp",
    "restore": "Trước khi khôi phục bản cũ",
    "next_year": "Trước khi lập báo cáo năm sau",
    "exported": "Lúc xuất tệp",
    "issued": "Trước khi ghi nhận ban hành",
    "amended": "Trước khi sửa số, ngày ban hành",
    "named": "Giữ theo yêu cầu",
}
FILE_STATES: Mapping[FileState | None, str] = {
    "as exported": "tệp vẫn nguyên như lúc xuất",
    "changed": "TỆP NÀY ĐÃ BỊ SỬA NGOÀI PHẦN MỀM",
    "absent": "không còn thấy tệp ở chỗ này",
    None: "chưa xem được tệp này lúc này",
}
_WORDS: Mapping[object, str] = {
    **{str(state): label for state, label in STATE_LABELS.items()},
    "electronic": "điện tử",
    "paper": "giấy",
    "year": "năm",
    "half": "sáu tháng",
    "quarter": "quý",
    "month": "tháng",
    None: "",
    True: "có",
    False: "không",
}


def moment_text(moment: datetime) -> str:
    """Write when a version was taken."""
    return f"{moment.astimezone():%d/%m/%Y  %H:%M}"


def version_text(version: Version) -> str:
    """Name a version in one line."""
    return f"{moment_text(version.taken)} – {version.name or REASONS[version.reason]}"


def field_text(value: object) -> str:
    """Write what a field says, several entries one a line."""
    if isinstance(value, PartialDate):
        return "/".join("…" if part is None else str(part) for part in (value.day, value.month, value.year))
    if isinstance(value, tuple):
        if value and all(isinstance(run, Run) for run in value):
            return "".join(run.text for run in value)
        return "\n".join(map(field_text, value))
    if isinstance(value, str | bool) or value is None:
        return _WORDS.get(value, str(value))
    if isinstance(value, int | float):
        return f"{value:g}".replace(".", ",")
    return "(đã thay đổi)"


def block_change_text(change: BlockChange, other_tab: str) -> str:
    """Say what became of a block; ``other_tab``: where it went or came from, where that is another tab."""
    match change.kind:
        case "added":
            return "Thêm mới"
        case "removed":
            return "Đã bỏ"
        case "split":
            return f"Tách thành {len(change.new)} đoạn"
        case "merged":
            return f"Gộp từ {len(change.old)} đoạn"
        case "moved":
            return f"Chuyển {other_tab}" if other_tab else "Chuyển chỗ trong mục"
        case _:
            return _aspects_text(change)


def _aspects_text(change: BlockChange) -> str:
    said = [
        text
        for aspect, text in (
            ("words", "Sửa chữ"),
            ("table", "Sửa bảng"),
            ("looks", "Đổi chữ đậm, nghiêng"),
            ("kind", "Đổi loại đoạn, đánh số"),
            ("remark", "Đổi việc còn thiếu"),
            ("other", "Thay đổi khác"),
        )
        if aspect in change.aspects
    ]
    return ", ".join([said[0], *(text[0].lower() + text[1:] for text in said[1:])]) if said else "Thay đổi"
