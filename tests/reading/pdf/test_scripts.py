"""JavaScript is found wherever it stands in the bytes of a PDF."""

import zlib

import pytest

from danvan_desktop.reading.pdf.scripts import has_script
from tests.builders.pdf_file import one_page, packed, stream

ACTION = b"<< /S /JavaScript /JS (app.alert(1)) >>"


def object_stream(content: bytes) -> bytes:
    return one_page(packed(b""), b"<< >>", packed(content, b"/Type /ObjStm /N 1 /First 4"))


@pytest.mark.parametrize(
    "content",
    [
        one_page(packed(b""), b"<< >>", ACTION),
        one_page(
            packed(b""), b"<< >>", ACTION.replace(b"JavaScript", b"Java#53cript").replace(b"/JS", b"/#4AS")
        ),
        object_stream(b"9 0 " + ACTION),
        object_stream(b"9 0 ") + object_stream(b"9 0 " + ACTION),
    ],
    ids=["in the file", "escaped", "in an object stream", "in the second of two"],
)
def test_a_script_is_found(content: bytes) -> None:
    assert has_script(content)


@pytest.mark.parametrize(
    "content",
    [
        one_page(packed(b"(JavaScript) Tj")),
        object_stream(b"9 0 << /Type /Catalog >>"),
        one_page(packed(b""), b"<< >>", stream(zlib.compress(ACTION)[5:], b"/Type /ObjStm")),
        b"%PDF-1.7\n/ObjStm",
    ],
    ids=["a word", "another object", "a damaged stream", "no stream"],
)
def test_where_there_is_none_nothing_is_found(content: bytes) -> None:
    assert not has_script(content)
