"""The parts of a report: none empty, none of a yearly report missing, annexes that hold what is said."""

import re
from collections.abc import Iterator
from decimal import Decimal

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.report.document_kinds import is_report
from danvan_desktop.report.lifecycle.empty_fields import blank_headings
from danvan_desktop.report.location import ANNEXES, parse
from danvan_desktop.report.model import Annex, Paragraph, SectionKey, Table, plain
from danvan_desktop.report.section_titles import section_key
from danvan_desktop.report.text.figures import parse_figure

_EXPECTED: dict[SectionKey, str] = {
    "implementation": "kết quả triển khai thực hiện",
    "assessment": "đánh giá chung (ưu điểm, hạn chế, nguyên nhân)",
    "tasks": "phương hướng, nhiệm vụ",
}
_LISTED = re.compile(
    r"(?<![\d/.,-])(?P<said>\d{1,3}(?:\.\d{3})+|\d+)(?: [^\W\d_]+){1,5}(?: “[^”]*”)? "
    r"\((?:[^()]{0,40}\s)?[Pp]hụ lục(?:\s+(?P<number>[IVX]+)(?!\w))?[^()]{0,30}\)"
)
"""A count of what is listed in an annex: "07 mô hình (danh mục tại Phụ lục I kèm theo)"."""
_TABLE = "Phụ lục: DANH MỤC\n| STT | Tên\n| 1 | A\n| 2 | B\n| 3 | C"


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


def _annex_disagrees(manuscript: Manuscript) -> Iterator[Match]:
    annexes = manuscript.report.annexes
    for text in manuscript.texts:
        if text.place.tab == ANNEXES or text.place.cell is not None:
            continue
        for hit in _LISTED.finditer(text.text):
            annex = _annex_meant(annexes, hit["number"])
            held = _figures_of(annex) if annex is not None else set()
            if held and _value(hit["said"]) not in held:
                message = f"Số {hit['said']} không có trong phụ lục được dẫn; hãy đối chiếu hai nơi."
                yield Match(message, text, hit.start(), hit.end())


def _annex_meant(annexes: tuple[Annex, ...], number: str | None) -> Annex | None:
    """Give the annex of that number; the only one where none is named."""
    if number is None:
        return annexes[0] if len(annexes) == 1 else None
    return next((annex for annex in annexes if (annex.number or "").strip(". ") == number), None)


def _figures_of(annex: Annex) -> set[Decimal]:
    """Give the figures in the tables of an annex, and how many rows each has."""
    found: set[Decimal] = set()
    for block in annex.blocks:
        if isinstance(block, Table):
            rows = len(block.rows) - block.header_rows
            found |= {Decimal(rows), Decimal(rows - 1)}
            for row in block.rows:
                for cell in row:
                    figure = parse_figure(plain(cell.paragraphs[0])) if cell is not None else None
                    found |= {figure.value} if figure else set()
    return found


def _value(text: str) -> Decimal:
    figure = parse_figure(text)
    return figure.value if figure else Decimal(-1)


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
    Rule(
        "annex-disagrees",
        "warning",
        "Số liệu trong câu không có ở phụ lục được dẫn",
        CUSTOM,
        _annex_disagrees,
        bad=(f"Công nhận 07 mô hình (danh mục tại Phụ lục kèm theo).\n{_TABLE}",),
        good=(
            f"Công nhận 03 mô hình (Phụ lục kèm theo).\n{_TABLE}",
            f"Có 27 thôn chưa có sóng, danh sách trạm tại Phụ lục.\n{_TABLE}",
        ),
    ),
)
