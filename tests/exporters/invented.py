"""An invented report that holds one of everything that is printed."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from danvan_desktop.report.model import (
    Annex,
    Cell,
    Column,
    Filing,
    Letterhead,
    Marks,
    Paragraph,
    Part,
    PartialDate,
    Report,
    Run,
    Section,
    Signature,
    Table,
)

NOW = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))
_SENTENCE = (
    "Văn phòng đã chủ động tham mưu ban hành kế hoạch, phân công nhiệm vụ cho từng đơn vị, phối hợp với các "
    "tổ chức đoàn thể tuyên truyền, vận động Nhân dân thực hiện chủ trương của Đảng, pháp luật của Nhà nước. "
)


def report(length: int = 2) -> Report:
    """A report whose paragraphs hold ``length`` long sentences each."""
    return Report(
        id="5b6d7e8f",
        modified=NOW,
        year=2025,
        subject="Kết quả thực hiện công tác Dân vận năm 2025",
        next_id=100,
        letterhead=Letterhead(
            parent_agency="UBND tỉnh An Bình",
            agency="Văn phòng",
            symbol="BC-VP",
            place="An Bình",
            issued_on=PartialDate(year=2025),
        ),
        opening=(_body(1, "Thực hiện Công văn số 12/SNV-XDCQ, Văn phòng báo cáo như sau:"),),
        sections=_sections(length),
        closing=(_body(60, "Trên đây là báo cáo kết quả thực hiện công tác dân vận năm 2025."),),
        recipients=("Sở Nội vụ", "Lãnh đạo Văn phòng"),
        filing=Filing(unit="VP1"),
        signature=Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), None, "Nguyễn Văn A"),
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
            2, "situation", "I.", title=(Run("Đặc điểm tình hình"),), blocks=(_body(3, text), _body(4, text))
        ),
        Section(
            10,
            "implementation",
            "II.",
            title=(Run("Công tác triển khai thực hiện"),),
            blocks=(
                Paragraph(11, "heading", 1, "1.", "auto", (Run("Ban hành văn bản"),)),
                _body(12, text),
                Paragraph(13, "heading", 2, "1.1.", "auto", (Run("Tuyên truyền"),)),
                Paragraph(14, "body", runs=looks),
                Paragraph(15, "point", 1, "a)", "auto", (Run("Ở cơ quan:"),)),
                Paragraph(16, "item", 1, runs=(Run(text),)),
                Paragraph(17, "item", 2, runs=(Run("Ở cấp xã;"),)),
                Paragraph(18, "point", 1, "b)", "auto", (Run("Ở cơ sở."),)),
                Paragraph(19, "clause", 1, "2.", "auto", (Run(text),)),
                _table(20),
            ),
        ),
    )


def _body(block_id: int, text: str) -> Paragraph:
    return Paragraph(block_id, runs=(Run(text),))


def _table(block_id: int) -> Table:
    rows = [("TT", "Tên mô hình", "Số người")]
    rows += [(str(n), f"Mô hình số {n} tại thôn {n}", str(n * 7)) for n in range(1, 13)]
    cells = tuple(tuple(Cell(((Run(text),),)) for text in row) for row in rows)
    columns = (Column(1, "center"), Column(6), Column(2, "right"))
    return Table(block_id, columns, cells, caption=(Run("Bảng mô hình"),))
