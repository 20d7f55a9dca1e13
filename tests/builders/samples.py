"""Reports and blocks the tests of the window are fed with: invented, short."""

from dataclasses import replace
from datetime import UTC, datetime

from danvan_desktop.report.model import (
    Annex,
    Block,
    Cell,
    Column,
    Letterhead,
    OpaqueBlock,
    Paragraph,
    PartialDate,
    Report,
    Role,
    Run,
    Section,
    Signature,
    Table,
)
from danvan_desktop.report.numbering import renumber


def paragraph(identity: int, text: str, role: Role = "body", level: int = 1, **more: str) -> Paragraph:
    """Make a paragraph with an automatic number where its role has one."""
    numbered = role in {"heading", "clause", "point"}
    runs = (Run(text),) if text else ()
    made = Paragraph(identity, role, level, None, "auto" if numbered else "none", runs)
    return replace(made, hint=more.get("hint"))


def table(identity: int) -> Table:
    """Make a table with a header row, a merged cell and a name."""
    rows = (
        (Cell(((Run("TT", bold=True),),)), Cell(((Run("Chỉ tiêu", bold=True),),))),
        (Cell(((Run("1"),),)), Cell(((Run("Mô hình"),), (Run("được công nhận"),)))),
        (Cell(((Run("Cộng"),),), cols=2), None),
    )
    columns = (Column(1, "center"), Column(4, "justify", unknown='{"x":1}'))
    return Table(identity, columns, rows, caption=(Run("Bảng 1"),), note="chờ số liệu", unknown='{"y":2}')


def blocks() -> tuple[Block, ...]:
    """Make one block of every kind."""
    return (
        paragraph(11, "Đoạn văn mở đầu."),
        paragraph(12, "Ưu điểm", "heading"),
        paragraph(13, "Công tác tuyên truyền", "heading", 2),
        paragraph(14, "Kết quả đạt được gồm:"),
        paragraph(15, "Điểm thứ nhất;", "point"),
        paragraph(16, "Điểm thứ hai.", "point"),
        table(17),
        paragraph(18, "Gạch đầu dòng;", "item"),
        paragraph(19, "Dấu cộng.", "item", 2),
        OpaqueBlock(20, "image", '{"id":20,"type":"image"}'),
        paragraph(21, "Các tổ chức đoàn thể phối hợp.", "clause"),
        paragraph(22, "", hint="Nêu kết quả cụ thể"),
    )


def report() -> Report:
    """Make a report with four sections and an annex."""
    sections = (
        Section(
            1, "situation", title=(Run("ĐẶC ĐIỂM TÌNH HÌNH"),), blocks=(paragraph(31, "Tình hình chung."),)
        ),
        Section(2, "implementation", title=(Run("TRIỂN KHAI THỰC HIỆN"),), blocks=blocks()),
        Section(3, "assessment", title=(Run("ĐÁNH GIÁ"),)),
        Section(4, "tasks", title=(Run("NHIỆM VỤ"),), blocks=(paragraph(32, "Nhiệm vụ một", "clause"),)),
    )
    made = Report(
        id="r1",
        modified=datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
        year=2026,
        subject="Kết quả thực hiện công tác Dân vận năm 2026",
        next_id=100,
        letterhead=Letterhead("ỦY BAN NHÂN DÂN TỈNH A", "VĂN PHÒNG", None, "BC-VP", "B", PartialDate(2026)),
        opening=(paragraph(33, "Thực hiện công văn, Văn phòng báo cáo như sau:"),),
        sections=sections,
        closing=(paragraph(34, "Trên đây là báo cáo."),),
        recipients=("Sở Nội vụ", "Lãnh đạo Văn phòng"),
        signature=Signature(("CHÁNH VĂN PHÒNG",), None, "Nguyễn Văn A"),
        annexes=(Annex(5, title=(Run("DANH MỤC MÔ HÌNH"),), blocks=(paragraph(35, "Xem bảng."),)),),
    )
    return renumber(made)
