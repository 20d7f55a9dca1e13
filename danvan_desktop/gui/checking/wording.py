"""The words of the panel "Soát lỗi"."""

from danvan_desktop.checks import LEVEL_LABELS, RULES, Level
from danvan_desktop.checks.proof.read_report import RULE as PROOF
from danvan_desktop.gui.widgets.pill import Tone

TITLE = "Soát lỗi"
LEVELS: tuple[Level, ...] = ("misspelt", "error", "warning", "info", "doubtful")
"""In the order of the filter."""
OFF_AT_FIRST: frozenset[Level] = frozenset({"doubtful"})
WAITING = "Đang soát báo cáo…"
NOTHING = (
    "Không thấy lỗi nào. Phần mềm tìm được phần lớn lỗi gõ, không phải tất cả; thiếu chữ, sai tên người, sai "
    "số liệu thì không biết được: vẫn nên đọc lại một lượt."
)
NOTHING_SHOWN = "Các chỗ tìm thấy đều thuộc loại đang ẩn. Bấm “Hiện” để xem."
READ_ONLY = "Báo cáo này chỉ để đọc nên không soát lỗi nữa."
MISSPELT_RULE = "Chính tả"
_TONES: dict[Level, Tone] = {
    "error": "red",
    "misspelt": "red",
    "warning": "amber",
    "doubtful": "amber",
    "info": "quiet",
}


def tone_of(level: Level) -> Tone:
    """Give the tone of a level; its name says the same."""
    return _TONES[level]


def rule_titles() -> dict[str, str]:
    """Name every rule, the proof-reader first."""
    return {PROOF: MISSPELT_RULE} | {rule.id: rule.title for rule in RULES}


def count_text(count: int) -> str:
    """Say how much is listed; "" for nothing."""
    return f"{count} chỗ" if count else ""


def level_text(level: Level, count: int) -> str:
    """Name a level in the filter, with how much of it there is."""
    return f"{LEVEL_LABELS[level]} ({count})"
