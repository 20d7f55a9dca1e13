"""Whatever is wrong with a PDF ends in one line of Vietnamese, soon and in little memory."""

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from danvan_desktop.errors import UserError
from danvan_desktop.importers import pdf as importers_pdf
from danvan_desktop.importers import read
from danvan_desktop.reading.limits import MEBIBYTE, PdfLimits
from danvan_desktop.reading.pdf import read_pdf
from danvan_desktop.report.full_text import all_text
from tests.builders.drawn_pdf import plain_pages
from tests.builders.pdf_file import empty_pages, text_page
from tests.importers.pdf.printed import NOW, imported

FILES = Path(__file__).resolve().parent / "files"
SECONDS = 5


def refusal(path: Path) -> str:
    """The one line with which ``path`` is refused."""
    began = time.process_time()
    with pytest.raises(UserError) as caught:
        read(path, NOW)
    assert time.process_time() - began < SECONDS
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def of(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "a.pdf").write_bytes(data)
    return refusal(tmp_path / "a.pdf")


class _Sink:
    def __init__(self, data: bytearray) -> None:
        self._data = data

    def write(self, data: bytes) -> int:
        self._data += data
        return len(data)


def encrypted(password: str) -> bytes:
    """A page that opens with ``password`` and may be neither copied nor changed."""
    lock = StandardEncryption(password, "chủ", canCopy=0, canModify=0, strength=128)
    return plain_pages([(72, 700, "Bao cao cua Van phong.")], encrypt=lock)


_WHOLE = (FILES / "table_letterhead.pdf").read_bytes()
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a scan": ((FILES / "scan.pdf").read_bytes, "là ảnh quét, không có chữ để lấy"),
    "no text": (partial(text_page, []), "không có chữ nào"),
    "an empty file": (lambda: b"", "rỗng"),
    "only a head": (lambda: b"%PDF-1.7\n", "hỏng"),
    "no page": (lambda: b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF", "hỏng"),
    "a third of the file": (lambda: _WHOLE[: len(_WHOLE) // 3], "hỏng"),
    "noise behind a head": (lambda: b"%PDF-1.4\n" + random.Random(1).randbytes(100_000), "hỏng"),
    "another kind of file": (lambda: b"Trang web, khong phai PDF", "nội dung không phải là tệp PDF"),
    "too many pages": (partial(empty_pages, 501), "501 trang"),
    "too large": (lambda: b"%PDF-1.4\n" + bytes(50 * MEBIBYTE), "lớn hơn 50 MB"),
    "a password": (partial(encrypted, "mở"), "mật khẩu"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    make, words = BAD[name]
    assert words in of(tmp_path, make())


def test_a_file_that_opens_without_a_password_is_taken_though_it_is_locked_against_changes() -> None:
    report = imported(encrypted(""))
    assert "Bao cao cua Van phong." in all_text(report)


def test_a_file_with_too_many_letters_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importers_pdf, "read_pdf", partial(read_pdf, limits=PdfLimits(letters=100)))
    assert "quá nhiều chữ" in of(tmp_path, _WHOLE)


def test_five_hundred_pages_are_taken() -> None:
    document = pypdfium2.PdfDocument(_WHOLE)
    target = pypdfium2.PdfDocument.new()
    for _ in range(40):
        target.import_pages(document, [0, 1])
    sink = bytearray()
    target.save(_Sink(sink))
    target.close()
    document.close()
    began = time.process_time()
    report = imported(bytes(sink))
    assert time.process_time() - began < 8 * SECONDS
    assert len(report.sections) > 3


def test_a_damaged_file_never_ends_in_anything_but_a_refusal() -> None:
    chance = random.Random(20260115)
    sources = [
        (FILES / f"{name}.pdf").read_bytes() for name in ("table_letterhead", "turned", "old_font", "mixed")
    ]
    taken = refused = 0
    for round_ in range(120):
        data = bytearray(sources[round_ % len(sources)])
        for _ in range(chance.choice((1, 4, 30, 300))):
            _spoil(data, chance)
        try:
            imported(bytes(data))
            taken += 1
        except UserError:
            refused += 1
    assert taken > 10
    assert refused > 10


def _spoil(data: bytearray, chance: random.Random) -> None:
    """Change, cut out or double a little of ``data``."""
    place = chance.randrange(len(data))
    kind = chance.randrange(4)
    if kind == 0:
        data[place] = chance.randrange(256)
    elif kind == 1:
        del data[place : place + chance.randrange(1, 40)]
    elif kind == 2:
        data[place:place] = data[place : place + chance.randrange(1, 40)]
    else:
        number = str(chance.choice((-1, 0, 7, 65536, 2**31, 10**12))).encode()
        data[place : place + len(number)] = number


def test_every_truncated_file_is_refused_or_read() -> None:
    for size in range(100, len(_WHOLE), len(_WHOLE) // 40):
        try:
            imported(_WHOLE[:size])
        except UserError:
            continue
