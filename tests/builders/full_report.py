"""An invented report that holds one of everything that is printed."""

from dataclasses import replace

from danvan_desktop.report.model import (
    Annex,
    Column,
    Filing,
    Letterhead,
    Marks,
    Part,
    Report,
    Run,
    Section,
    Signature,
    Table,
)
from tests.builders.reports import block, office_report, table

_SENTENCE = (
    "Văn phòng đã chủ động tham mưu ban hành kế hoạch, phân công nhiệm vụ cho từng đơn vị, phối hợp với các "
    "tổ chức đoàn thể tuyên truyền, vận động Nhân dân thực hiện chủ trương của Đảng, pháp luật của Nhà nước. "
)


def report(length: int = 2) -> Report:
    """A report whose paragraphs hold ``length`` long sentences each."""
    return office_report(
        "An Bình",
        next_id=100,
        opening=(block(1, "Thực hiện Công văn số 12/SNV-XDCQ, Văn phòng báo cáo như sau:"),),
        sections=_sections(length),
        closing=(block(60, "Trên đây là báo cáo kết quả thực hiện công tác dân vận năm 2025."),),
        recipients=("Sở Nội vụ", "Lãnh đạo Văn phòng"),
        annexes=(Annex(70, title=(Run("Danh mục mô hình"),), blocks=(_table(71),)),),
    )


def unknown_letterhead() -> Report:
    """The same with a letterhead that is not known."""
    return replace(report(), letterhead=Letterhead())


def everything() -> Report:
    """What :func:`report` has and all else the decree knows: marks, Kính gửi, căn cứ, Phần, wide annexes."""
    plain = report()
    first, second = plain.sections
    return replace(
        plain,
        marks=Marks("Hỏa tốc", 2, "Lưu hành nội bộ"),
        letterhead=replace(plain.letterhead, agency="Ban Quản lý các khu công nghiệp tỉnh An Bình"),
        addressees=("UBND tỉnh An Bình", "Ban Dân vận Tỉnh ủy"),
        legal_bases=((Run("Căn cứ Luật Thực hiện dân chủ ở cơ sở năm 2022"),), (Run("Căn cứ Kế hoạch A"),)),
        sections=(
            replace(first, part=Part("I", (Run("Kết quả"),))),
            replace(second, part=Part("II", (Run("Phương hướng"),))),
        ),
        signature=Signature(
            ("TL. TRƯỞNG BAN", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), "Ủy viên Ban", "Nguyễn Văn A"
        ),
        filing=Filing("VP1", 5, "NVA"),
        annexes=(
            replace(plain.annexes[0], number="I"),
            Annex(80, "II", title=(Run("Biểu rộng"),), orientation="landscape", blocks=(_table(81),)),
        ),
    )


def _sections(length: int) -> tuple[Section, ...]:
    text = (_SENTENCE * length).strip()
    looks = (
        Run("Diện tích 120 m"),
        Run("2", vertical="super"),
        Run(", mô hình "),
        Run("“Dân vận khéo”", bold=True),
        Run(" được "),
        Run("nhân rộng", italic=True),
        Run(" tại "),
        Run("xã Bình Yên", underline=True),
        Run("."),
    )
    return (
        Section(
            2, "situation", "I.", title=(Run("Đặc điểm tình hình"),), blocks=(block(3, text), block(4, text))
        ),
        Section(
            10,
            "implementation",
            "II.",
            title=(Run("Công tác triển khai thực hiện"),),
            blocks=(
                block(11, "Ban hành văn bản", "heading", "1."),
                block(12, text),
                block(13, "Tuyên truyền", "heading", "1.1.", 2),
                replace(block(14, ""), runs=looks),
                block(15, "Ở cơ quan:", "point", "a)"),
                block(16, text, "item"),
                block(17, "Ở cấp xã;", "item", level=2),
                block(18, "Ở cơ sở.", "point", "b)"),
                block(19, text, "clause", "2."),
                _table(20),
            ),
        ),
    )


def _table(identifier: int) -> Table:
    rows = [("TT", "Tên mô hình", "Số người")]
    rows += [(str(n), f"Mô hình số {n} tại thôn {n}", str(n * 7)) for n in range(1, 13)]
    return table(identifier, (Column(1, "center"), Column(6), Column(2, "right")), rows, "Bảng mô hình")
