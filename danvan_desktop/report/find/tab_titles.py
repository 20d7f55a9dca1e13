"""What the tabs of a report are called in Vietnamese where they stand as headings."""

from collections.abc import Mapping

from danvan_desktop.report.diff.by_tab import OTHER
from danvan_desktop.report.location import ANNEXES, CLOSING, GENERAL, OPENING, SIGNATURE
from danvan_desktop.report.model import Annex, Report, Section, plain

TABS: Mapping[str, str] = {
    GENERAL: "Thông tin chung",
    OPENING: "Mở đầu",
    CLOSING: "Kết thúc",
    SIGNATURE: "Nơi nhận và ký",
    ANNEXES: "Phụ lục",
    OTHER: "Yêu cầu và trình bày",
}
_BEFORE = (GENERAL, OPENING)
"""The tabs before those of the sections."""


def part_title(part: Section | Annex) -> str:
    """Name a section or an annex: "II. KẾT QUẢ", "Phụ lục I: Số liệu"."""
    title = plain(part.title)
    if isinstance(part, Section):
        return f"{part.number or ''} {title}".strip() or "Mục chưa có tên"
    label = f"Phụ lục {part.number or ''}".strip()
    return f"{label}: {title}" if title else label


def tab_titles(*reports: Report) -> dict[str, str]:
    """Name the tabs in the order of the window, each annex too; the first report that has one says how."""
    sections: dict[str, str] = {}
    annexes: dict[str, str] = {}
    for report in reports:
        for section in report.sections:
            sections.setdefault(f"section:{section.id}", part_title(section))
        for annex in report.annexes:
            annexes.setdefault(f"annex:{annex.id}", part_title(annex))
    before = {name: TABS[name] for name in _BEFORE}
    return before | sections | {name: title for name, title in TABS.items() if name not in before} | annexes
