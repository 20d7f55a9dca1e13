"""A paper that is no report: its kind, letterhead, Kính gửi and trích yếu are read, and told."""

import io
from collections.abc import Sequence

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from danvan_desktop.importers.plain_text import report_from_text
from danvan_desktop.report.document_kinds import ABBREVIATIONS, LETTER
from danvan_desktop.report.model import Report
from tests.builders.word_file import bold, p, r, table, word_file
from tests.importers.docx.moments import NOW
from tests.importers.docx.shape import imported, shape

CENTRED = '<w:jc w:val="center"/>'
OPENING = "Thực hiện chương trình công tác năm 2025, Sở Nội vụ đề nghị các cơ quan, đơn vị thực hiện như sau:"
SENTENCE = "Các phòng chuẩn bị tài liệu, gửi về Văn phòng để tổng hợp theo quy định."
KINDS = [(kind, short) for kind, short in ABBREVIATIONS.items() if kind != "BÁO CÁO"]


def raw(symbol: str, *body: str, about: str = "") -> bytes:
    """A Word file whose letterhead and closing stand in tables."""
    head = table(
        [
            p("UBND TỈNH HƯƠNG GIANG") + p(bold("SỞ NỘI VỤ")) + p(f"Số: 12/{symbol}") + p(about),
            p(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
            + p(bold("Độc lập - Tự do - Hạnh phúc"))
            + p(r("Hương Giang, ngày 05 tháng 12 năm 2025", "<w:i/>")),
        ],
        borders=False,
    )
    tail = table(
        [
            p(r("Nơi nhận:", "<w:b/><w:i/>")) + p("- Như trên;") + p("- Lưu: VT, VP1."),
            p(bold("GIÁM ĐỐC")) + p("") + p(bold("Nguyễn Văn A")),
        ],
        borders=False,
    )
    return word_file(head + "".join(body) + tail)


def centred(text: str) -> str:
    return p(bold(text), properties=CENTRED)


def by_library(kind: str, symbol: str, subject: Sequence[str]) -> bytes:
    """The same without tables, made by python-docx: letterhead and closing set with tabs."""
    file = docx.Document()
    for text in (
        "UBND TỈNH HƯƠNG GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc",
        f"Số: 12/{symbol}\tHương Giang, ngày 05 tháng 12 năm 2025",
    ):
        file.add_paragraph(text)
    for text in (kind, *subject):
        paragraph = file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True
    for text in ("Kính gửi: Ủy ban nhân dân tỉnh", OPENING, SENTENCE):
        file.add_paragraph(text)
    for text in ("Nơi nhận:\tGIÁM ĐỐC", "- Như trên;", "- Lưu: VT, VP1.", "\tNguyễn Văn A"):
        file.add_paragraph(text)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def framed(report: Report, kind: str, symbol: str) -> None:
    """Letterhead and closing came in, and the first thing it says is what it is."""
    head = report.letterhead
    assert report.kind == kind
    assert (head.parent_agency, head.agency) == ("UBND TỈNH HƯƠNG GIANG", "SỞ NỘI VỤ")
    assert (head.number, head.symbol, head.place) == ("12", symbol, "Hương Giang")
    assert report.signature.lines == ("GIÁM ĐỐC",)
    assert report.signature.signer == "Nguyễn Văn A"
    first = report.import_notes[0]
    assert (first.kind, first.place) == ("other_kind", "kind")
    assert first.text.startswith(f"Tệp này là {kind}, không phải báo cáo.")
    assert not any("Không thấy tên loại" in note.text for note in report.import_notes)


@pytest.mark.parametrize(("kind", "short"), KINDS)
def test_a_word_file_of_every_kind(kind: str, short: str) -> None:
    body = (p("Kính gửi: Ủy ban nhân dân tỉnh"), p(OPENING), p(SENTENCE))
    title = centred(kind) + centred("Về việc quản lý hồ sơ") + centred("trên địa bàn tỉnh")
    report = imported(raw(f"{short}-SNV", title, *body))
    framed(report, kind, f"{short}-SNV")
    assert report.subject == "Về việc quản lý hồ sơ trên địa bàn tỉnh"
    assert report.addressees == ("Ủy ban nhân dân tỉnh",)
    assert shape(report) == [f"B {OPENING}", f"B {SENTENCE}"]


@pytest.mark.parametrize(("kind", "short"), KINDS)
def test_the_same_set_with_tabs_by_another_program(kind: str, short: str) -> None:
    report = imported(by_library(kind, f"{short}-SNV", ["Triển khai công tác năm 2025"]))
    framed(report, kind, f"{short}-SNV")
    assert report.subject == "Triển khai công tác năm 2025"
    assert shape(report) == [f"B {OPENING}", f"B {SENTENCE}"]


@pytest.mark.parametrize(("kind", "short"), KINDS)
def test_the_same_as_text(kind: str, short: str) -> None:
    report = report_from_text(
        "UBND TỈNH HƯƠNG GIANG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ NỘI VỤ                        Độc lập - Tự do - Hạnh phúc\n"
        f"Số: 12/{short}-SNV               Hương Giang, ngày 05 tháng 12 năm 2025\n\n"
        f"{kind}\nVề việc quản lý hồ sơ\n\nKính gửi: Ủy ban nhân dân tỉnh\n\n{OPENING}\n{SENTENCE}\n\n"
        "Nơi nhận:                                   GIÁM ĐỐC\n- Như trên;\n- Lưu: VT, VP1.\n"
        "                                          Nguyễn Văn A\n",
        NOW,
    )
    framed(report, kind, f"{short}-SNV")
    assert report.subject == "Về việc quản lý hồ sơ"
    assert shape(report) == [f"B {OPENING}", f"B {SENTENCE}"]


def test_a_letter_bears_its_subject_below_the_number() -> None:
    list_of_places = p("Kính gửi:") + p("- Các sở, ban, ngành;") + p("- Ủy ban nhân dân các xã.")
    points = p("1. Kết quả thực hiện nhiệm vụ trong năm;") + p("2. Khó khăn, vướng mắc.")
    about = "V/v báo cáo kết quả công tác dân vận"
    report = imported(raw("SNV-CCHC", list_of_places, p(OPENING), points, about=about))
    framed(report, LETTER, "SNV-CCHC")
    assert report.subject == about
    assert report.addressees == ("Các sở, ban, ngành", "Ủy ban nhân dân các xã")
    assert shape(report) == [
        f"B {OPENING}",
        "K1 1. Kết quả thực hiện nhiệm vụ trong năm;",
        "K1 2. Khó khăn, vướng mắc.",
    ]


@pytest.mark.parametrize(
    "about", ["V/v báo cáo kết quả\ncông tác dân vận", "V/v báo cáo\nkết quả công tác\ndân vận"]
)
def test_a_letter_as_text(about: str) -> None:
    report = report_from_text(
        "UBND TỈNH HƯƠNG GIANG\nSỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\n\nHương Giang, ngày 05 tháng 12 năm 2025\nSố: 12/SNV-CCHC\n{about}\n\n"
        f"Kính gửi: Ủy ban nhân dân tỉnh\n\n{OPENING}\n{SENTENCE}\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, VP1.\n\nGIÁM ĐỐC\n\nNguyễn Văn A\n",
        NOW,
    )
    framed(report, LETTER, "SNV-CCHC")
    assert report.subject == "V/v báo cáo kết quả công tác dân vận"
    assert report.addressees == ("Ủy ban nhân dân tỉnh",)
    assert shape(report) == [f"B {OPENING}", f"B {SENTENCE}"]


def test_a_decision_keeps_who_decides_above_its_legal_bases() -> None:
    basis = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
    report = imported(
        raw(
            "QĐ-SNV",
            centred("QUYẾT ĐỊNH") + centred("Về việc phê duyệt danh mục hồ sơ"),
            centred("GIÁM ĐỐC SỞ NỘI VỤ TỈNH HƯƠNG GIANG"),
            p(r(basis, "<w:i/>")),
            centred("QUYẾT ĐỊNH:"),
            p(bold("Điều 1. ") + r("Phê duyệt danh mục kèm theo.")),
            p(bold("Điều 2. ") + r("Quyết định có hiệu lực từ ngày ký.")),
        )
    )
    framed(report, "QUYẾT ĐỊNH", "QĐ-SNV")
    assert report.subject == "Về việc phê duyệt danh mục hồ sơ"
    assert shape(report) == [
        f"CĂN CỨ {basis}",
        "B **GIÁM ĐỐC SỞ NỘI VỤ TỈNH HƯƠNG GIANG**",
        "B **QUYẾT ĐỊNH:**",
        "B **Điều 1. **Phê duyệt danh mục kèm theo.",
        "B **Điều 2. **Quyết định có hiệu lực từ ngày ký.",
    ]


def test_a_table_headed_by_a_kind_makes_no_title_of_it() -> None:
    cells = [["STT", "KẾ HOẠCH", "KẾT QUẢ", "TỶ LỆ", "GHI CHÚ"], ["1", "10", "9", "90%", ""]]
    rows = "".join("<w:tr>" + "".join(f"<w:tc>{p(text)}</w:tc>" for text in row) + "</w:tr>" for row in cells)
    borders = '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1800"/>' * 5 + "</w:tblGrid>"
    data = f"<w:tbl>{borders}{grid}{rows}</w:tbl>"
    report = imported(
        raw("SNV-CCHC", p("Kính gửi: Ủy ban nhân dân tỉnh"), p("Số liệu như sau:"), data, about="V/v số liệu")
    )
    assert report.kind == LETTER
    assert "| STT | KẾ HOẠCH | KẾT QUẢ | TỶ LỆ | GHI CHÚ |" in shape(report)


def test_a_report_without_its_kind_is_still_a_report() -> None:
    report = imported(raw("BC-SNV", p(OPENING), p(SENTENCE)))
    assert report.kind == "BÁO CÁO"
    assert any("Không thấy tên loại" in note.text for note in report.import_notes)
    assert not any(note.kind == "other_kind" for note in report.import_notes)


def test_what_no_longer_stands_in_the_middle_is_told() -> None:
    body = (centred("GIÁM ĐỐC SỞ NỘI VỤ"), p("Căn cứ Luật A;"), centred("QUYẾT ĐỊNH:"), p(SENTENCE))
    title = centred("QUYẾT ĐỊNH") + centred("Về việc quản lý hồ sơ")
    report = imported(raw("QĐ-SNV", title, *body))
    told = [note.text for note in report.import_notes if "ở giữa trang trong tệp" in note.text]
    assert told == [
        "2 dòng ở giữa trang trong tệp được in như đoạn văn: “GIÁM ĐỐC SỞ NỘI VỤ”, “QUYẾT ĐỊNH:”."
    ]
    assert "như trong tệp" not in report.import_notes[0].text
