"""A PDF file as numbered objects: reportlab's own, with what PDF/A asks for added."""

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFText,
)

Reference = PDFObjectReference
Value = str | int | float | PDFArray | PDFDictionary | PDFObjectReference | PDFString | PDFText


def name(text: str) -> str:
    """The PDF name ``/text``."""
    return PDFName(text)


def string(text: str) -> PDFString:
    """A text string: as it is when ASCII suffices, else UTF-16."""
    return PDFString(text)


def array(*values: Value) -> PDFArray:
    """An array of ``values``."""
    return PDFArray(values)


def dictionary(**entries: Value) -> PDFDictionary:
    """A dictionary with these entries; more can be set as long as the file is not written."""
    return PDFDictionary(entries)


class Stream(PDFStream):
    """A stream whose data ends with a line end before ``endstream`` (ISO 19005-2, 6.1.7.1)."""

    def __init__(self, data: bytes, *, compress: bool = True, **entries: Value) -> None:
        # Compressed at once: a long report's pages would otherwise all wait in full for the end.
        if compress:
            data, entries["Filter"] = zlib.compress(data), array(name("FlateDecode"))
        super().__init__(PDFDictionary(entries), data, None)

    def format(self, document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        return super().format(document).removesuffix(b"endstream\n") + b"\nendstream\n"


def _new_document() -> Any:  # noqa: ANN401  reportlab's stubs know neither Catalog nor _ID
    # dummyoutline: ours is made in bookmarks; invariant: no clock.
    return PDFDocument(dummyoutline=1, compression=1, invariant=1, pdfVersion=(1, 7))


class PdfFile:
    """The objects of one file, numbered as they are added."""

    def __init__(self) -> None:
        self._document = _new_document()
        # reportlab gives every file this dictionary as its first object; ours holds the fonts.
        self.fonts: PDFDictionary = self._document.idToObject["BasicFonts"]
        self.fonts_reference = self.add(self.fonts)

    def add(self, item: PDFObject) -> Reference:
        """Number ``item``; it may still be filled afterwards."""
        reference: Reference = self._document.Reference(item)
        return reference

    def write(self, catalog: PDFDictionary, info: PDFDictionary, identity: bytes) -> bytes:
        """The whole file. ``identity`` (16 bytes) is its ID."""
        digest = identity.hex().encode("ascii")
        self._document.Catalog = catalog
        self._document.info = info
        self._document._ID = b"[<" + digest + b"><" + digest + b">]"  # noqa: SLF001  no other way to set it
        data: bytes = self._document.format()
        return data
