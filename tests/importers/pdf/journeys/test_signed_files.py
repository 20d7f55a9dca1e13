"""Number and day that signing software prints over a finished PDF are read; who signed is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.importers import read
from danvan_desktop.report.model import PartialDate, Report
from tests.builders.drawn_pdf import DrawnPdf
from tests.builders.signed_pdf import Stamp, signed
from tests.importers.pdf import office
from tests.importers.pdf.printed import NOW, imported

FREE_TEXT = b"/Subtype /FreeText /DA (/Helv 12 Tf 0 g)"
FIELD = b"/Subtype /Widget /FT /Tx /T (so) /V (145)"
SIGNER = Stamp("Ký bởi: Văn phòng\nThời gian ký: 05.12.2025 10:11:12", 400, 800, 8, layered=True)
WHOLE_DATE = PartialDate(year=2025, month=12, day=5)
LEFT, RIGHT = 165.0, 400.0
NUMBER_LINE = 741.9
"""The baseline of number and date from below."""


def paper(path: Path, number: str, date: str, *, words: bool = False) -> bytes:
    """A report whose number and date are still open."""
    sheet = DrawnPdf(path, words=words)
    for left, right, font in (
        (office.PARENT, office.NATION, ("F00", "F10")),
        ("SỞ NN VÀ MT", office.MOTTO, ("F10", "F10")),
        (number, date, ("F00", "F01")),
    ):
        sheet.line(left, LEFT, font[0], 13, centred=True)
        sheet.line(right, RIGHT, font[1], 13, centred=True)
        sheet.y += 20
    sheet.y += 20
    for text in (office.KIND, office.SUBJECT):
        sheet.line(text, 311.8, "F10", centred=True)
        sheet.y += 18
    for text in (office.OPENING, "I. KẾT QUẢ THỰC HIỆN", office.OPENING):
        sheet.paragraph(text)
    sheet.canvas.save()
    return path.read_bytes()


def place_of(sheet: Path, text: str, before: str, middle: float, font: str = "F00") -> float:
    """Where what follows ``before`` begins on the line ``text``, which is centred on ``middle``."""
    canvas = DrawnPdf(sheet).canvas
    return float(middle - canvas.stringWidth(text, font, 13) / 2 + canvas.stringWidth(before, font, 13))


def head(report: Report) -> tuple[object, ...]:
    letterhead = report.letterhead
    return letterhead.number, letterhead.symbol, letterhead.place, letterhead.issued_on


def notes(report: Report, kind: str) -> list[str]:
    return [note.text for note in report.import_notes if note.kind == kind]


@pytest.mark.parametrize("entries", [Stamp("", 0, 0).entries, FREE_TEXT, FIELD, b"/Subtype /Stamp"])
@pytest.mark.parametrize("layered", [False, True])
@pytest.mark.parametrize(
    ("number", "date"),
    [
        ("Số:          /BC-SNNMT", "Hương Giang, ngày        tháng        năm 2025"),
        ("Số: ........../BC-SNNMT", "Hương Giang, ngày ...... tháng ...... năm 2025"),
    ],
)
def test_number_and_day_printed_into_blanks_are_read(
    tmp_path: Path, number: str, date: str, entries: bytes, *, layered: bool
) -> None:
    content = paper(tmp_path / "a.pdf", number, date)
    at = tmp_path / "b.pdf"
    stamps = (
        Stamp("145", place_of(at, number, "Số: ..", LEFT), NUMBER_LINE + 3),
        Stamp("05", place_of(at, date, "Hương Giang, ngày .", RIGHT, "F01"), NUMBER_LINE - 2, 12),
        Stamp("12", place_of(at, date, "Hương Giang, ngày ...... tháng .", RIGHT, "F01"), NUMBER_LINE, 14),
    )
    made = (replace(stamp, entries=entries, layered=layered) for stamp in stamps)
    report = imported(signed(content, *made))
    assert head(report) == ("145", "BC-SNNMT", "Hương Giang", WHOLE_DATE)
    assert notes(report, "comment") == []
    assert notes(report, "picture") == []
    assert notes(report, "unplaced") == []
    assert report.subject == office.SUBJECT


def test_number_and_date_printed_whole_where_nothing_stood_are_read(tmp_path: Path) -> None:
    content = paper(tmp_path / "a.pdf", "", "")
    stamps = (
        Stamp("Số: 145/BC-SNNMT", 110, NUMBER_LINE),
        Stamp("Hương Giang, ngày 05 tháng 12 năm 2025", 280, NUMBER_LINE + 1),
    )
    report = imported(signed(content, *stamps))
    assert head(report) == ("145", "BC-SNNMT", "Hương Giang", WHOLE_DATE)
    assert notes(report, "unplaced") == []


def test_a_number_with_its_symbol_is_read_behind_its_label(tmp_path: Path) -> None:
    content = paper(tmp_path / "a.pdf", "Số:", "Hương Giang, ngày 05 tháng 12 năm 2025")
    report = imported(signed(content, Stamp("145/BC-SNNMT", 178, NUMBER_LINE + 2)))
    assert head(report) == ("145", "BC-SNNMT", "Hương Giang", WHOLE_DATE)


def test_who_signed_is_no_text_of_the_report_and_is_told(tmp_path: Path) -> None:
    content = paper(tmp_path / "a.pdf", office.NUMBER, office.PLACE_AND_DATE)
    report = imported(signed(content, SIGNER))
    assert [note for note in report.import_notes if note.kind != "comment"] == [
        *imported(content).import_notes
    ]
    (note,) = notes(report, "comment")
    assert note.endswith("chữ ký số trên trang PDF: “Ký bởi: Văn phòng Thời gian ký: 05.12.2025 10:11:12”.")


def test_a_number_over_letters_is_not_mixed_into_them(tmp_path: Path) -> None:
    content = paper(tmp_path / "a.pdf", "Số: 12/BC-SNNMT", office.PLACE_AND_DATE)
    report = imported(signed(content, Stamp("145", 150, NUMBER_LINE)))
    assert head(report)[0] == "12"
    assert notes(report, "comment") == ["Không nhập phần hiển thị của chữ ký số trên trang PDF: “145”."]


def test_a_hidden_field_is_not_read(tmp_path: Path) -> None:
    number = "Số:          /BC-SNNMT"
    content = paper(tmp_path / "a.pdf", number, office.PLACE_AND_DATE)
    place = place_of(tmp_path / "b.pdf", number, "Số: ..", LEFT)
    assert head(imported(signed(content, Stamp("145", place, NUMBER_LINE, flags=2))))[0] is None


@pytest.mark.parametrize("name", ["table_letterhead", "table_letterhead_untagged", "tabs"])
def test_a_signed_file_of_an_office_program_reads_as_before(name: str) -> None:
    path = Path(__file__).resolve().parents[1] / "files" / f"{name}.pdf"
    before = read(path, NOW)
    after = imported(signed(path.read_bytes(), SIGNER, replace(SIGNER, text="Nguyễn Văn A")))
    kept = tuple(note for note in after.import_notes if "chữ ký số" not in note.text)
    assert kept == before.import_notes
    assert replace(after, import_notes=(), id="") == replace(before, import_notes=(), id="")
