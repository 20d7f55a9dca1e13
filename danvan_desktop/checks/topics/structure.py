"""The parts of a report: none empty, none of a yearly report missing."""

from collections.abc import Iterator

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.report.document_kinds import is_report
from danvan_desktop.report.lifecycle.empty_fields import blank_headings
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Paragraph, SectionKey, plain
from danvan_desktop.report.section_titles import section_key

_EXPECTED: dict[SectionKey, str] = {
    "implementation": "kết quả triển khai thực hiện",
    "assessment": "đánh giá chung (ưu điểm, hạn chế, nguyên nhân)",
    "tasks": "phương hướng, nhiệm vụ",
}


def _blank(manuscript: Manuscript) -> Iterator[Match]:
    report = manuscript.report
    last = report.sections[-1] if report.sections else None
    for blank in blank_headings(report):
        place = parse(blank.place)
        if last is not None and last.key == "other" and report.closing and place.tab == f"section:{last.id}":
            continue  # "KIẾN NGHỊ": what is asked for stands in the closing
        where = f"block:{place.block}" if place.block else place.tab
        yield Match(f"“{blank.text}” chưa có nội dung; hãy viết thêm hoặc bỏ đề mục này.", place=where)


def _missing_parts(manuscript: Manuscript) -> Iterator[Match]:
    report = manuscript.report
    if not is_report(report.kind) or "dân vận" not in report.subject.lower() or report.period.type != "year":
        return
    there = {section.key for section in report.sections}
    if len(report.sections) < 2 or not there & set(_EXPECTED):
        return
    there |= {
        section_key(plain(block.runs))
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.role == "heading"
    }
    for key, name in _EXPECTED.items():
        if key not in there:
            yield Match(f"Báo cáo năm thường có phần {name}; chưa thấy phần này, hãy xem lại đề cương.")


RULES = (
    Rule(
        "heading-blank",
        "warning",
        "Đề mục không có nội dung",
        CUSTOM,
        _blank,
        bad=("# ĐÁNH GIÁ CHUNG\n## Ưu điểm\n## Hạn chế\nCòn chậm.", "# ĐÁNH GIÁ CHUNG"),
        good=("# ĐÁNH GIÁ CHUNG\n## Ưu điểm\nLàm tốt.",),
    ),
    Rule(
        "part-missing",
        "info",
        "Thiếu phần của báo cáo năm",
        CUSTOM,
        _missing_parts,
        bad=("# ĐẶC ĐIỂM TÌNH HÌNH\nA.\n# KẾT QUẢ THỰC HIỆN\nB.\n# PHƯƠNG HƯỚNG, NHIỆM VỤ\nC.",),
        good=(
            "# KẾT QUẢ THỰC HIỆN\nA.\n# ĐÁNH GIÁ CHUNG\nB.\n# PHƯƠNG HƯỚNG, NHIỆM VỤ\nC.",
            "Trích yếu: Kết quả kiểm tra đê điều\n# KẾT QUẢ THỰC HIỆN\nA.\n# KIẾN NGHỊ\nB.",
        ),
    ),
)
