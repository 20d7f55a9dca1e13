"""What the changes of a file that came back are called in Vietnamese."""

from collections.abc import Mapping
from datetime import datetime

from danvan_desktop.gui.takeback.decisions import Answer, ChangeRow
from danvan_desktop.report.takeback.contribution import OUTSIDE
from danvan_desktop.report.takeback.model import BaseFound
from danvan_desktop.report.takeback.place_names import field_name
from danvan_desktop.report.takeback.wording import change_name, moved_name

TITLE = "Nhận lại bản Word đã sửa"
ANSWERS: Mapping[Answer, str] = {
    "taken": "✓ Đã nhận",
    "refused": "✕ Không nhận",
    "both": "✓ Lấy cả hai",
    "by_hand": "✎ Sửa tay",
}
DONE = "= Đã có sẵn"
BY_EDITOR = "Do phần mềm soạn thảo tự đổi"
LEFT = "Không nhận được"
_NOISE = {
    "renumbered": "{n} số thứ tự tự đổi theo",
    "size": "{n} chỗ đổi cỡ chữ",
    "font": "{n} chỗ đổi phông chữ",
    "spacing": "{n} chỗ đổi giãn cách",
    OUTSIDE: "{n} chỗ bỏ chữ ngoài phần đã gửi",
}
_SURE: frozenset[BaseFound] = frozenset({"code", "created"})


def kind_text(row: ChangeRow) -> str:
    """Name the change, and how many the same there are."""
    if row.first.is_by_editor:
        return f"{len(row.changes)} chỗ, như dấu gạch nối"
    if row.first.is_of_moved_line:
        return moved_name(row.first)
    said = field_name(row.first.place) if row.first.kind == "field" else change_name(row.first)
    return f"{said}, {len(row.changes)} chỗ giống nhau" if len(row.changes) > 1 else said


def answer_text(answer: Answer, file: str = "") -> str:
    """Say what was decided; ``file``: the name of the other file that proposed the same."""
    return f"{ANSWERS[answer]} (tệp {file})" if file else ANSWERS[answer]


def base_text(
    how: BaseFound, sent: datetime | None, round_: int | None, *, was_kept: bool, department: str = ""
) -> str:
    """Say with what the file was compared; ``department``: who was asked to write this part."""
    if not was_kept or sent is None:
        return (
            "Không còn giữ bản đã gửi đi: so với báo cáo lúc nhận lại. Chỗ nào chỉ là do báo cáo đã được sửa "
            "thêm, hãy bấm Không nhận; chỗ bị bỏ phải nhận từng chỗ."
        )
    draft = f", dự thảo lần {round_}" if round_ else ""
    when = sent.astimezone()
    what = f"phần gửi {department}" if department else "bản xuất"
    went_out = f"{what} lúc {when:%H:%M} ngày {when:%d/%m/%Y}{draft}"
    if is_sure(how, was_kept=was_kept):
        return f"So với {went_out}."
    if how == "other":
        return f"Tệp này là của báo cáo khác; vẫn so với {went_out}. Chỗ bị bỏ phải nhận từng chỗ."
    return f"Tệp không ghi là lần xuất nào: so với {went_out}, gần giống nhất. Chỗ bị bỏ phải nhận từng chỗ."


def is_sure(how: BaseFound, *, was_kept: bool) -> bool:
    """Whether the file is known to be made of what it was compared with."""
    return was_kept and how in _SURE


def undecided_text(count: int) -> str:
    """Say how much is left to decide."""
    return f"còn {count} chỗ chưa quyết" if count else ""


def noise_text(noise: tuple[tuple[str, int], ...]) -> str:
    """Say what is no change and was passed over; "" for nothing."""
    said = [_NOISE[name].format(n=count) for name, count in noise if name in _NOISE]
    return f"Không tính là chỗ sửa: {'; '.join(said)}." if said else ""
