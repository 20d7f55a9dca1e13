"""An invented report that has everything the compliance sheet measures."""

from dataclasses import replace

from danvan_desktop.report.model import Annex, Column, Run, Section
from tests.builders.reports import block, office_report, table

LONG = (
    "Văn phòng đã tổ chức thực hiện công tác dân vận tại các xã, phường trong tỉnh, có sự phối hợp chặt chẽ. "
)


_TABLE = table(
    20,
    (Column(1, "center"), Column(4), Column(2, "right")),
    (("TT", "Nội dung", "Số lượng"), ("1", "Mô hình", "12"), ("2", "Buổi đối thoại", "3")),
    "Kết quả thực hiện",
)

_OFFICE = office_report("Hương Giang")
REPORT = replace(
    _OFFICE,
    letterhead=replace(_OFFICE.letterhead, parent_agency="UBND TỈNH HƯƠNG GIANG", agency="VĂN PHÒNG"),
    addressees=("Sở Nội vụ",),
    legal_bases=((Run("Căn cứ Quy chế công tác dân vận;"),), (Run("Căn cứ Chương trình công tác năm."),)),
    opening=(block(1, "Văn phòng báo cáo kết quả thực hiện như sau:"),),
    sections=(
        Section(2, "situation", "I.", title=(Run("ĐẶC ĐIỂM TÌNH HÌNH"),), blocks=(block(3, LONG * 3),)),
        Section(
            4,
            "implementation",
            "II.",
            title=(Run("CÔNG TÁC TRIỂN KHAI THỰC HIỆN"),),
            blocks=(
                block(5, "Ban hành văn bản", "heading", "1."),
                block(6, LONG * 2),
                block(7, "Công tác tuyên truyền", "heading", "2."),
                block(8, "Xây dựng mô hình", "heading", "2.1.", 2),
                block(9, LONG, "point", "a)"),
                block(10, LONG, "point", "b)"),
                block(11, LONG, "point", "c)"),
                block(12, "Lồng ghép công tác", "heading", "2.2.", 2),
                block(13, LONG, "item"),
                _TABLE,
                block(14, "Chi tiết tại Phụ lục kèm theo."),
            ),
        ),
        Section(
            15,
            "tasks",
            "III.",
            title=(Run("NHIỆM VỤ TRỌNG TÂM NĂM 2026"),),
            blocks=(block(16, LONG, "clause", "1."), block(17, LONG * 2, "clause", "2.")),
        ),
    ),
    closing=(block(18, "Trên đây là báo cáo kết quả thực hiện công tác dân vận năm 2025."),),
    recipients=("Lưu trữ tỉnh",),
    annexes=(Annex(30, title=(Run("DANH MỤC MÔ HÌNH"),), blocks=(block(31, LONG),)),),
)

_MORE = tuple(block(40 + index, LONG * 5) for index in range(8))
LONG_REPORT = replace(
    REPORT,
    sections=(replace(REPORT.sections[0], blocks=(*REPORT.sections[0].blocks, *_MORE)), *REPORT.sections[1:]),
)
"""Pages that are full and break within paragraphs."""

WITHOUT_EXTRAS = replace(REPORT, addressees=(), legal_bases=(), annexes=())
