"""Pages that do not unpack to their end are found, and no others."""

import base64
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from danvan_desktop.reading.pdf import damage, read_pdf
from tests.builders.drawn_pdf import plain_pages
from tests.builders.pdf_file import packed, pdf_of, stream

FILES = Path(__file__).resolve().parents[2] / "importers" / "pdf" / "files"
FONT = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"


def drawing(word: str) -> bytes:
    """Sixty lines, none as the other."""
    chance = random.Random(word)
    lines = (f"1 0 0 1 72 {780 - 12 * row} Tm ({word} {chance.random()}) Tj" for row in range(60))
    return b"BT /F 10 Tf " + " ".join(lines).encode() + b" ET"


def pages(*streams: bytes, resources: bytes = FONT, form: bytes = b"null") -> bytes:
    """A PDF of pages drawn by ``streams``, one each; ``form`` is the object 3."""
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + number) for number in range(len(streams)))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources %b >>"
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(streams)),
        form,
        *(page % (first + len(streams) + number, resources) for number in range(len(streams))),
        *streams,
    )


def spoilt(packed_bytes: bytes) -> bytes:
    """The same with a few bytes in the middle turned over."""
    middle = len(packed_bytes) // 2
    return packed_bytes[:middle] + b"\xff\x00\xff\x00" + packed_bytes[middle + 4 :]


def with_entry(data: bytes, entries: bytes = b"") -> bytes:
    return stream(data, entries + b" /Filter /FlateDecode")


WHOLE = packed(drawing("mot"))
SPOILS: dict[str, Callable[[bytes], bytes]] = {
    "spoilt in the middle": spoilt,
    "cut off": lambda data: data[: len(data) // 2],
    "without its beginning": lambda data: b"\0\0" + data[2:],
    "of another check sum": lambda data: data[:-4] + b"\0\0\0\0",
}


@pytest.mark.parametrize("name", SPOILS)
def test_a_page_that_does_not_unpack_to_its_end_is_named(name: str) -> None:
    bad = with_entry(SPOILS[name](zlib.compress(drawing("hai"))))
    assert read_pdf(pages(WHOLE, bad, WHOLE)).damaged == {1}


@pytest.mark.parametrize(
    "data",
    [
        zlib.compress(drawing("hai"))[:-4],
        zlib.compress(drawing("hai")) + b"\0\0noise",
        zlib.compress(drawing("hai"), 0),
    ],
    ids=["no check sum", "noise behind", "not squeezed"],
)
def test_a_page_that_unpacks_to_its_end_is_not_named(data: bytes) -> None:
    assert read_pdf(pages(WHOLE, with_entry(data))).damaged == frozenset()


def test_a_page_of_which_the_picture_of_a_form_is_damaged_is_named() -> None:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources %b" % FONT
    form = with_entry(spoilt(zlib.compress(drawing("ba"))), entries)
    calls = packed(b"q /X Do Q")
    resources = FONT[:-2] + b"/XObject << /X 3 0 R >> >>"
    assert read_pdf(pages(WHOLE, calls, resources=resources, form=form)).damaged == {1}


def test_what_no_page_uses_may_be_damaged() -> None:
    unused = with_entry(spoilt(zlib.compress(drawing("ba"))))
    assert read_pdf(pages(WHOLE, form=unused)).damaged == frozenset()


def test_a_page_written_in_ascii85_is_looked_into() -> None:
    data = zlib.compress(drawing("hai"))
    entries = b"/Filter [/ASCII85Decode /FlateDecode]"
    good, bad = (stream(base64.a85encode(each) + b"~>", entries) for each in (data, spoilt(data)))
    assert read_pdf(pages(good, bad)).damaged == {1}


def test_an_encrypted_file_is_not_looked_into() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    lock = StandardEncryption("", "chủ", strength=128)
    assert read_pdf(plain_pages([(72, 700, "Bao cao")], encrypt=lock)).damaged == frozenset()


def test_no_more_is_unpacked_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = with_entry(spoilt(zlib.compress(drawing("hai"))))
    monkeypatch.setattr(damage, "_MOST", 1)
    assert read_pdf(pages(WHOLE, bad)).damaged == frozenset()


@pytest.mark.parametrize("path", sorted(FILES.glob("*.pdf")), ids=lambda path: path.stem)
def test_files_of_offices_are_whole(path: Path) -> None:
    assert read_pdf(path.read_bytes()).damaged == frozenset()
