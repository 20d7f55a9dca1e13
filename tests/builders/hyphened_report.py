"""Prose with numbers, ranges, signs and dots to be filled in: where engines of layout part ways."""

from random import Random

from danvan_desktop.report.model import Paragraph, Report, Run, Section
from tests.builders.reports import report

_PROSE = (
    "công tác dân vận chính quyền tuyên truyền phổ biến vận động nhân dân tham gia thực hiện nhiệm vụ phát "
    "triển kinh tế xã hội quốc phòng an ninh cán bộ công chức viên chức đơn vị"
)
_WORDS = _PROSE.split()
_SIGNS = (
    "số 249-KH/UBKTTW; 11-HD/VPTW; 40.000-45.000 đồng; (-2.143 người); 2021-2026,; (giai đoạn 2021-2025); "
    "01/BC-HHDN-K5; UBTVQH15-CP; 30-50%; -3,5%; (-12%); Covid-19; 05-07 ngày; 1-2 lần; (+2.143); e-mail; "
    "“Xanh-Sạch-Đẹp”; Hà Nội-Hải Phòng; 12/15; 98,5%/năm; …; (…); km2-km3; QĐ-UBND-NC; từ 18-35 tuổi; "
    "số 25-NQ/TW; T9-T12/2025; 24/7; 18.300đ/kg; nhà A-B1; II-III; khu 2-3; -NQ/TW; số:12/KH-UBND,; "
    "[1]-[3]; 5-7/12; K2-3; 07h30-11h30; 0912-345-678; (0203)3835123; i-ốt; Ra-đi-ô; 3/4-2/9; 1945-2025)"
)
_HYPHENED = _SIGNS.split("; ")
_FILL_IN = (
    "…………………………; ..............................; Họ và tên:……………………… Chức vụ:………………; Số:……/BC-…; ………; "
    "ngày……tháng……năm 20……; (1)…………;; - Đơn vị:................................................; ......; "
    "……/……; …………, ngày … tháng … năm ………; ________________; Tổng số: ....../...... đạt ......%; (đồng)"
)
_DOTTED = _FILL_IN.split("; ")


def hyphened_report(seed: int, paragraphs: int = 60) -> Report:
    """About eleven pages; the same for the same seed."""
    return _report(seed, paragraphs, _HYPHENED, 0.11)


def dotted_report(seed: int, paragraphs: int = 60) -> Report:
    """About fourteen pages with dots to be filled in."""
    return _report(seed, paragraphs, _DOTTED, 0.25)


def _report(seed: int, paragraphs: int, signs: list[str], share: float) -> Report:
    dice = Random(seed)
    blocks = tuple(_paragraph(dice, number, signs, share) for number in range(2, paragraphs + 2))
    return report(sections=(Section(1, title=(Run("KẾT QUẢ"),), blocks=blocks),))


def _paragraph(dice: Random, number: int, signs: list[str], share: float) -> Paragraph:
    words = (dice.choice(signs if dice.random() < share else _WORDS) for _ in range(dice.randint(60, 110)))
    return Paragraph(number, "body", 1, None, "none", (Run(f"Văn phòng {' '.join(words)}."),))
