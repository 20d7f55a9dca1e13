"""Files that LibreOffice wrote (make_files.py), each with what must come out."""

from danvan_desktop.report.model import Filing, PartialDate, Report
from tests.importers.docx.shape import imported, notes, shape
from tests.repository import ROOT

FILES = ROOT / "tests" / "importers" / "docx" / "files"


def framed(report: Report) -> None:
    head = report.letterhead
    assert (head.parent_agency, head.agency) == ("UBND TỈNH HƯƠNG GIANG", "VĂN PHÒNG")
    assert (head.number, head.symbol, head.place) == ("12", "BC-VP", "Hương Giang")
    assert head.issued_on == PartialDate(2025, 12, 5)
    assert report.subject == "Kết quả thực hiện công tác dân vận năm 2025"
    assert report.recipients == ("Sở Nội vụ",)
    assert report.filing == Filing("VP1")
    assert report.signature.signer == "Nguyễn Văn A"


def test_a_page_of_the_web_with_its_lists_and_tables() -> None:
    report = imported((FILES / "bao-cao-html.docx").read_bytes())
    framed(report)
    assert report.signature.lines == ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    assert shape(report) == [
        "B Thực hiện kế hoạch, Văn phòng báo cáo *như sau*:",
        "MỤC I. ĐẶC ĐIỂM TÌNH HÌNH",
        "B Văn phòng có 168 người, diện tích 120 m^2^.",
        "MỤC II. KẾT QUẢ",
        "H1 1. Tuyên truyền",
        "Đ a) Hội nghị;",
        "Đ b) Tờ tin.",
        "H1 2. Phong trào",
        "G1 Dân vận khéo:",
        "G2 Cấp tỉnh;",
        "G2 Cấp xã.",
        "G1 Đền ơn đáp nghĩa.",
        "TÊN BẢNG Bảng 1. Số liệu",
        "| TT | Nội dung | Kết quả |",
        "| 1 | Hội nghị | 12 |",
        "| 2 | Lớp | ↑ |",
        "| Cộng | ↑ | 24 |",
        "KẾT",
        "B Trên đây là báo cáo, xem _trang của tỉnh_",
    ]


def test_an_open_document_with_numbered_headings_and_tracked_changes() -> None:
    report = imported((FILES / "bao-cao-fodt.docx").read_bytes())
    framed(report)
    assert report.signature.lines == ("CHÁNH VĂN PHÒNG",)
    assert shape(report) == [
        "B Văn phòng báo cáo [Số liệu đến 15/11] như sau:",
        "MỤC I. ĐẶC ĐIỂM TÌNH HÌNH",
        "B Văn phòng luôn đoàn kết.",
        "MỤC II. KẾT QUẢ",
        "H1 1. Tuyên truyền",
        "Đ a) Hội nghị:",
        "Đ i) cấp tỉnh;",
        "Đ ii) cấp xã;",
        "Đ b) Tờ tin.",
        "H1 2. Phong trào",
        "G1 Dân vận khéo:",
        "G2 12 mô hình.",
        "| Nội dung | Kết quả |",
        "| Hội nghị | 12 |",
        "| Lớp | ↑ |",
        "KẾT",
        "B Trên đây là báo cáo của Văn phòng",
    ]
    assert report.sections[0].blocks[0].note == "Chánh VP: Thêm ví dụ."  # type: ignore[union-attr]
    assert "“chưa”" in notes(report, "tracked")[-1]
    assert len(notes(report, "footnote")) == 1
