"""Last year's promises: each task of last year's report has a result in this one, or is moved on."""

from collections.abc import Iterator

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.report.lifecycle.promises import ANSWERING, unanswered

_LONGEST = 120
"""Letters of a task that a message shows."""


def _unanswered(manuscript: Manuscript) -> Iterator[Match]:
    report = manuscript.report
    answering = next((section for section in report.sections if section.key in ANSWERING), None)
    for kept in unanswered(report):
        task = kept.promise.text
        yield Match(
            f"Năm trước đề ra “{_shortened(task)}”, báo cáo chưa nêu kết quả; "
            "hãy nêu kết quả hoặc chuyển sang năm sau.",
            place="" if answering is None else f"section:{answering.id}",
            missing=task,
        )


def _shortened(task: str) -> str:
    """End a long task at a word; its own full stop would stand inside the sentence."""
    if len(task) <= _LONGEST:
        return task.rstrip(" .;")
    return task[:_LONGEST].rpartition(" ")[0].rstrip(" ,;") + " …"


_TASK = "Năm trước: Tổ chức 12 hội nghị đối thoại trực tiếp với người dân."

RULES = (
    Rule(
        "task-unanswered",
        "warning",
        "Nhiệm vụ năm trước chưa có kết quả",
        CUSTOM,
        _unanswered,
        bad=(
            f"{_TASK}\n# KẾT QUẢ THỰC HIỆN\nVăn phòng đã ban hành kế hoạch cải cách hành chính.",
            _TASK,
            f"Năm trước: {'Rà soát, cắt giảm thủ tục hành chính của từng lĩnh vực; ' * 5}\n# KẾT QUẢ\nA.",
        ),
        good=(
            f"{_TASK}\n# KẾT QUẢ THỰC HIỆN\nĐã tổ chức 12 hội nghị đối thoại trực tiếp với người dân.",
            "# KẾT QUẢ THỰC HIỆN\nVăn phòng đã ban hành kế hoạch cải cách hành chính.",
        ),
    ),
)
