"""What is told of a PDF of which not every page could be read."""

import zlib
from pathlib import Path

from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.importers.pdf import read
from danvan_desktop.report.model import ImportNote
from tests.builders.drawn_pdf import plain_pages
from tests.builders.pdf_file import one_page, stream
from tests.builders.reports import NOW

LINE = (85, 700, "Van phong da phoi hop voi cac don vi.")


def notes_of(*pages: list[tuple[int, int, str]]) -> tuple[ImportNote, ...]:
    return notes_on(plain_pages(*pages))


def notes_on(content: bytes) -> tuple[ImportNote, ...]:
    return read(InputFile(Path("a.pdf"), content), NOW).import_notes


def drawn(lines: list[tuple[int, int, str]]) -> bytes:
    shown = " ".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, text in lines)
    return f"BT /F1 14 Tf {shown} ET".encode()


def page(drawing: bytes, entries: bytes, widths: bytes = b"") -> bytes:
    face = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Times-Roman /Encoding /WinAnsiEncoding %b >>" % widths
    )
    return one_page(stream(drawing, entries), b"<< /Font << /F1 5 0 R >> >>", face)


def test_pages_on_which_nothing_can_be_read_are_named() -> None:
    (note,) = (note for note in notes_of([LINE], [], [LINE], []) if note.kind == "unreadable")
    assert "Trang 2, 4 không đọc được chữ nào" in note.text
    assert "xin mở tệp gốc" in note.text


def test_pages_with_text_are_not_named() -> None:
    assert [note for note in notes_of([LINE], [LINE]) if note.kind == "unreadable"] == []


def test_a_page_that_is_damaged_inside_is_named() -> None:
    text = [(85, 780 - 20 * row, f"Van phong da phoi hop voi {row * 7} don vi.") for row in range(30)]
    data = zlib.compress(drawn(text))
    middle = len(data) // 2
    bad = data[:middle] + b"\xff\x00\xff\x00" + data[middle + 4 :]
    (note,) = (each for each in notes_on(page(bad, b"/Filter /FlateDecode")) if each.kind == "unreadable")
    assert "Trang 1 bị hỏng một phần" in note.text
    assert "xin mở tệp gốc" in note.text


def test_a_page_whose_letters_stand_on_one_another_is_named() -> None:
    widths = b"/FirstChar 32 /LastChar 126 /Widths [%b]" % (b"0 " * 95)
    content = page(drawn([(85, 700, "Van phong da tiep 22 luot.")]), b"", widths)
    (note,) = (each for each in notes_on(content) if each.kind == "unreadable")
    assert "Chữ ở trang 1 nằm chồng lên nhau" in note.text


def test_letters_without_a_code_are_counted_and_their_page_is_named() -> None:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    face = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo %b /FontDescriptor 7 0 R >>"
    system = b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    descriptor = b"<< /Type /FontDescriptor /FontName /F /Flags 4 >>"
    latin = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
    drawing = b"BT /L 14 Tf 85 700 Td (Van phong) Tj /F 14 Tf 0 -20 Td <00030004> Tj ET"
    resources = b"<< /Font << /F 5 0 R /L 8 0 R >> >>"
    content = one_page(stream(drawing, b""), resources, font, face % system, descriptor, latin)
    (note,) = (each for each in notes_on(content) if each.kind == "unreadable")
    assert "Có 2 chữ ở trang 1 không đọc được mã" in note.text
