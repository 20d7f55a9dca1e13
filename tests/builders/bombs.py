"""Small files that come to gigabytes or get on without end, made when they are asked for."""

import zlib
from collections.abc import Callable, Mapping

from tests.builders.exported_files import parts
from tests.builders.nested_forms_pdf import nested_forms, nested_forms_in_object_stream
from tests.builders.pdf_file import one_page, packed, pdf_of, stream
from tests.builders.word_file import p, table, word_file, zipped

MEGABYTE = 1_000_000
_FONT = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"


def _deflated(piece: bytes, times: int) -> bytes:
    """``piece`` so many times, packed without ever being held whole."""
    packer = zlib.compressobj(1)
    return b"".join([*(packer.compress(piece) for _ in range(times)), packer.flush()])


def flate_bomb() -> bytes:
    """A page whose one stream, packed twice, comes to 700 MB of lines to draw."""
    once = _deflated(b"0 0 m 9 9 l S\n" * 71_429, 700)
    return one_page(stream(zlib.compress(once), b"/Filter [/FlateDecode /FlateDecode]"))


def encrypted_flate_bomb() -> bytes:
    """Its bytes say that it is encrypted, so that nobody can measure it before PDFium has opened it."""
    return flate_bomb().replace(b"/Root", b"/Encrypt 99 0 R/Root")


def object_stream_bomb() -> bytes:
    """The page lies in an object stream that comes to 800 MB."""
    objects = b"<< /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Kids [3 0 R] /Count 1 >> "
    page = objects.index(b"<< /Type /Pages")
    start = b"1 0 2 %d 3 %d " % (page, len(objects))
    head = b"/Type /ObjStm /N 3 /First %d /Filter /FlateDecode" % len(start)
    packer = zlib.compressobj(1)
    body = packer.compress(start + objects + b"<< /Type /Page /Parent 2 0 R /Contents (")
    body += b"".join(packer.compress(b"a" * MEGABYTE) for _ in range(800))
    body += packer.compress(b") >>") + packer.flush()
    content = b"%PDF-1.7\n"
    holder = len(content)
    content += b"4 0 obj\n%b\nendobj\n" % stream(body, head)
    table_at = len(content)
    rows = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + bytes([index])
        for kind, place, index in (
            (0, 0, 255),
            (2, 4, 0),
            (2, 4, 1),
            (2, 4, 2),
            (1, holder, 0),
            (1, table_at, 0),
        )
    )
    listed = stream(rows, b"/Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R")
    return content + b"5 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (listed, table_at)


def words_in_forms() -> bytes:
    """Two kilobytes whose forms draw one another, with words at the end instead of lines."""
    forms = []
    for number in range(9):
        inner = b"/F Do\n" * 10 if number < 8 else b"BT /T 9 Tf (a) Tj ET"
        next_form = b"/Resources << /XObject << /F %d 0 R >> >>" % (6 + number)
        forms.append(packed(inner, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + next_form))
    return one_page(packed(b"/F Do"), b"<< /XObject << /F 5 0 R >> >>", *forms)


def creeping_pages() -> bytes:
    """500 pages that share one heavy drawing: each by itself is within the limits, and they get on slowly."""
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 504))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << >> >>"
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count 500 >>" % kids,
        packed(b"0 0 m 9 9 l S\n" * 400_000),
        *[page] * 500,
    )


def _with_document(words: bytes, head: bytes = b"") -> bytes:
    """A Word file with these words, ``head`` before the root of its main part."""
    file = parts(word_file(p("xyz")))
    before, _, behind = file["word/document.xml"].partition(b"xyz")
    return zipped({**file, "word/document.xml": b"".join((head, before, words, behind))})


def large_part() -> bytes:
    """A Word file with a part of 300 MB."""
    return _with_document(b"a" * (300 * MEGABYTE))


def many_tags() -> bytes:
    """Six million elements in one paragraph."""
    return word_file(p("a", "<w:r/>" * 6_000_000))


def many_attributes() -> bytes:
    """Five million attributes, which take more memory than elements."""
    return word_file(p("a", '<w:r w:rsidR="00AB12CD" w:rsidRPr="00AB12CD"/>' * 2_500_000))


def deep_elements() -> bytes:
    """A paragraph a million wrappers deep."""
    return word_file("<w:sdt>" * 1_000_000 + p("a") + "</w:sdt>" * 1_000_000)


def laughs() -> bytes:
    """A thousand million "ha" by ten entities."""
    entities = b"".join(
        b'<!ENTITY %c "%b">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
    )
    return _with_document(b"&j;", b'<!DOCTYPE w [<!ENTITY a "ha">' + entities + b"]>")


def wide_table() -> bytes:
    """A table of 480,000 cells."""
    return word_file(table(*([p("a")] * 60 for _ in range(8_000))))


BOMBS: Mapping[str, Callable[[], bytes]] = {
    "nested-forms.pdf": nested_forms,
    "nested-forms-in-object-stream.pdf": nested_forms_in_object_stream,
    "words-in-forms.pdf": words_in_forms,
    "flate.pdf": flate_bomb,
    "encrypted.pdf": encrypted_flate_bomb,
    "object-stream.pdf": object_stream_bomb,
    "creeping.pdf": creeping_pages,
    "large-part.docx": large_part,
    "tags.docx": many_tags,
    "attributes.docx": many_attributes,
    "deep.docx": deep_elements,
    "laughs.docx": laughs,
    "wide-table.docx": wide_table,
}
"""Every bomb by the name of its file."""
