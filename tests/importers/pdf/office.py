"""An invented report as an office writes it: what every file made for the tests says, and how some say it."""
# ruff: noqa: E501 - sentences in lines as long as they are

from typing import NamedTuple


class Said(NamedTuple):
    """One paragraph: its role, its number as it stands on paper, its text."""

    role: str
    number: str | None
    text: str


PARENT, AGENCY = "UBND TỈNH HƯƠNG GIANG", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, PLACE_AND_DATE = "Số: 145/BC-SNNMT", "Hương Giang, ngày 05 tháng 12 năm 2025"
KIND, SUBJECT = "BÁO CÁO", "Kết quả thực hiện công tác dân vận năm 2025"
ADDRESSEE = "Sở Nội vụ tỉnh Hương Giang"

OPENING = (
    "Thực hiện Công văn số 1256/SNV-XDCQ ngày 14/11/2025 của Sở Nội vụ tỉnh về việc báo cáo kết quả thực hiện "
    "công tác dân vận năm 2025, Sở Nông nghiệp và Môi trường báo cáo kết quả như sau:"
)
_LONG = (
    "Đảng ủy, lãnh đạo Sở đã quán triệt đến toàn thể đảng viên, công chức, viên chức và người lao động Nghị quyết "
    "số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương; ban hành Kế hoạch số 18/KH-SNNMT ngày 20/01/2025, "
    "giao 21 nhiệm vụ cho 09 phòng, đơn vị, mỗi nhiệm vụ có người chịu trách nhiệm chính và thời hạn hoàn thành."
)
_BLOCK = (
    "Công tác tuyên truyền được đổi mới cả về nội dung và hình thức, gắn với việc thực hiện nhiệm vụ chuyên môn tại "
    "các xã, phường; đã tổ chức 12 hội nghị với 1.386 lượt người tham dự."
)
_ITEM = (
    "Phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam các xã, phường vận động Nhân dân hiến 4.520 m đất làm đường giao "
    "thông nông thôn;"
)

SECTIONS: tuple[tuple[str, str, tuple[Said, ...]], ...] = (
    (
        "I.",
        "ĐẶC ĐIỂM TÌNH HÌNH",
        (
            Said("body", None, _LONG),
            Said("body", None, _BLOCK),
        ),
    ),
    (
        "II.",
        "KẾT QUẢ THỰC HIỆN",
        (
            Said("heading", "1.", "Công tác lãnh đạo, chỉ đạo"),
            Said("body", None, _BLOCK),
            Said("heading", "2.", "Vận động Nhân dân xây dựng nông thôn mới"),
            Said("body", None, "Trong năm, toàn ngành đã đạt một số kết quả:"),
            Said("item", None, _ITEM),
            Said("item", None, "Hỗ trợ 57 hộ gia đình sửa chữa nhà ở sau lũ."),
            Said("point", "a)", f"Về mô hình “Dân vận khéo”: {_BLOCK}"),
            Said("point", "b)", "Về tiếp công dân: đã tiếp 386 lượt, không có vụ việc kéo dài."),
        ),
    ),
    (
        "III.",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026",
        (
            Said("clause", "1.", _LONG),
            Said("clause", "2.", _BLOCK),
        ),
    ),
)
TABLE_CAPTION = "Kết quả một số chỉ tiêu năm 2025"
TABLE = (
    ("STT", "Nội dung", "Năm 2024", "Năm 2025"),
    ("1", "Hội nghị tuyên truyền", "09", "12"),
    ("2", "Mô hình “Dân vận khéo” được công nhận ở cấp tỉnh", "03", "05"),
    ("3", "Lượt công dân được tiếp", "412", "386"),
)
"""Stands below the first section."""
CLOSING = (
    "Trên đây là báo cáo kết quả thực hiện công tác dân vận năm 2025 và phương hướng, nhiệm vụ năm 2026 của Sở Nông "
    "nghiệp và Môi trường./."
)
RECIPIENTS = ("Như trên", "Ban Giám đốc Sở", "Các phòng, đơn vị thuộc Sở")
FILING = "VT, VP"
SIGN_LINES = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
SIGNER = "Nguyễn Văn A"
ANNEX_LABEL, ANNEX_TITLE = "Phụ lục", "DANH MỤC MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2025"
ANNEX = (
    ("STT", "Tên mô hình", "Đơn vị thực hiện"),
    ("1", "“Nụ cười công sở”", "Văn phòng Sở"),
    ("2", "“Ngày thứ Bảy vì dân”", "Thanh tra Sở"),
)
