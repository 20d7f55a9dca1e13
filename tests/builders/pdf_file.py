"""PDF files written object by object, as no library would: small ones and broken ones."""

import re
import zlib
from collections.abc import Sequence


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects; the first is the catalog."""
    body = b"%PDF-1.4\n" + b"".join(
        b"%d 0 obj\n%b\nendobj\n" % (number, item) for number, item in enumerate(objects, start=1)
    )
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n" % (len(objects) + 1)
    return with_offsets(body + b"\nxref\n" + end)


def with_offsets(content: bytes) -> bytes:
    """``content`` with its cross-reference table put right after a change of length."""
    body, trailer = content[: content.rfind(b"\nxref\n") + 1], content[content.rfind(b"trailer") :]
    places = {int(m[1]): m.start() for m in re.finditer(rb"(?<=\n)(\d+) 0 obj\b", body)}
    rows = [b"%010d 00000 n \n" % places[n] for n in range(1, max(places) + 1)]
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(rows) + 1) + b"".join(rows)
    return body + table + re.sub(rb"startxref\n\d+", b"startxref\n%d" % len(body), trailer)


def stream(content: bytes, entries: bytes = b"/Filter /FlateDecode") -> bytes:
    """A stream that holds ``content`` as it is."""
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(content), content)


def packed(content: bytes, entries: bytes = b"") -> bytes:
    """A stream that holds ``content`` packed."""
    return stream(zlib.compress(content), entries + b" /Filter /FlateDecode")


def one_page(contents: bytes, resources: bytes = b"<< >>", *more: bytes) -> bytes:
    """A PDF of one page drawn by the stream ``contents``; ``more`` are the objects from 5 on."""
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %b >>" % resources,
        contents,
        *more,
    )


def empty_pages(count: int) -> bytes:
    """A PDF of so many pages with nothing on them."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        *[page] * count,
    )


def text_page(lines: Sequence[tuple[float, float, str]], font: str = "TimesNewRomanPSMT") -> bytes:
    """A PDF of one page: each line at its place, its letters in Windows-1252, its font not embedded."""
    drawing = b"BT /F1 14 Tf " + b" ".join(
        b"1 0 0 1 %d %d Tm (%b) Tj"
        % (x, y, text.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)"))
        for x, y, text in lines
    )
    face = b"<</Type/Font/Subtype/TrueType/BaseFont/%b/Encoding/WinAnsiEncoding>>" % font.encode()
    return one_page(stream(drawing + b" ET", b""), b"<</Font<</F1 5 0 R>>>>", face)


def scanned_page() -> bytes:
    """A PDF whose one page is a picture."""
    grey = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
    image = packed(bytes(64), grey)
    return one_page(packed(b"q 595 0 0 842 0 0 cm /I Do Q"), b"<< /XObject << /I 5 0 R >> >>", image)


def crowded_page() -> bytes:
    """A page with 60,000 letters."""
    text = b"BT /F 9 Tf 50 700 Td (" + b"a" * 60_000 + b") Tj ET"
    font = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"
    return one_page(packed(text), font)
