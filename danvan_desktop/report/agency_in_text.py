"""The office in the words of its report: who reports, in the last sentence of Mở đầu, and in Kết thúc."""

import re
from dataclasses import replace

from danvan_desktop.report.agency_names import are_one_name, spoken_name
from danvan_desktop.report.model import Block, Paragraph, Report, plain

UNKNOWN = "…"
"""What stands for an office that is not known yet."""
NAME_WANTED = "Điền tên cơ quan báo cáo."
"""The remark (việc còn thiếu) on a paragraph that names no office yet."""

_LISTED = r"(?:Sở|Bộ|Ban|Phòng)\s[^,;:]{1,40}(?:,\s[^,;:]{1,40}){1,2}\svà\s[^,;:]{1,40}?"
"""A name with a comma of its own: "Sở Văn hóa, Thể thao và Du lịch"."""
_NAME = rf"(?P<name>{_LISTED}|…|[^\W\d_][^,;]*?)"
_WHO = re.compile(rf"[,;]\s+{_NAME}\s+(?:xin\s+)?(?:được\s+)?(?:trân trọng\s+)?báo cáo\b[^,;]*:\s*$")
_CLOSES = re.compile(
    rf"(?:^|[,;.:]\s)\s*(?!(?:Xin|Rất|Kính|Trân trọng)\b)(?P<name>{_LISTED}|…|[^\W\d_][^,;.]*?)\s+"
    r"(?:xin\s+)?(?:kính|trân trọng)\s+(?:báo cáo|trình)\b"
)


def agency_in_text(report: Report) -> str:
    """Name the office as in running text: as the opening has it, else after the letterhead."""
    for block in report.opening:
        match = _WHO.search(plain(block.runs)) if isinstance(block, Paragraph) else None
        if match and match["name"] != UNKNOWN:
            return re.sub(r"\s*\([^)]*\)", "", match["name"])
    return spoken_name(report.letterhead.agency or "")


def with_agency_named(report: Report, name: str, instead_of: str | None = None) -> Report:
    """Let ``name`` report in the sentences that say who does.

    ``instead_of``: only where this office does so far, however it is spelt, or none is named ("…").
    """
    if not name:
        return report

    def put(block: Block, sentence: re.Pattern[str]) -> Block:
        if not isinstance(block, Paragraph) or len(block.runs) != 1:
            return block
        match = sentence.search(plain(block.runs))
        before = match["name"] if match else name
        if before == name:
            return block
        is_meant = instead_of is None or before == UNKNOWN or are_one_name(before, instead_of)
        return _named(block, name, match.span("name")) if match and is_meant else block

    opening = tuple(put(block, _WHO) for block in report.opening)
    closing = tuple(put(block, _CLOSES) for block in report.closing)
    is_same = (opening, closing) == (report.opening, report.closing)
    return report if is_same else replace(report, opening=opening, closing=closing)


def _named(block: Paragraph, name: str, place: tuple[int, int]) -> Paragraph:
    (run,) = block.runs
    return replace(
        block,
        runs=(replace(run, text=run.text[: place[0]] + name + run.text[place[1] :]),),
        note=None if block.note == NAME_WANTED else block.note,
    )
