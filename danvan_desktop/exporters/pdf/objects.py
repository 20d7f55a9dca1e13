"""PDF objects: dictionaries, streams and numbered objects, reportlab's with what PDF/A asks for."""

import zlib
from functools import cache
from typing import Any

from danvan_desktop.lazy_import import import_lazily

# reportlab loads Pillow with its first line; no report has a picture.
import_lazily("PIL", "Image")

from reportlab.pdfbase.pdfdoc import (  # noqa: E402 - after Pillow is made lazy
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFText,
)
from reportlab.pdfbase.pdfdoc import format as shown  # noqa: E402 - the same

# reportlab encodes text letter by letter; what is bytes already it takes as it is.


class Reference(PDFObject):
    """Another object by its number."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._shown = b"%d 0 R" % number

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - every object is asked alike
        """The reference as it stands in the file."""
        return self._shown


class Dictionary(PDFDictionary):
    """A dictionary, in the order of its keys."""

    def format(self, document: PDFDocument, IND: bytes = b" ") -> bytes:  # noqa: N803 - reportlab's word
        """The dictionary as it stands in the file."""
        entries = [
            b"/%b %b" % (key.encode("ascii"), shown(self.dict[key], document)) for key in sorted(self.dict)
        ]
        return b"<< %b >>" % IND.join(entries)


Value = bytes | str | int | float | PDFArray | PDFDictionary | Reference | PDFString | PDFText


@cache
def name(text: str) -> bytes:
    """The PDF name ``/text``."""
    return PDFName(text).encode("ascii")


def numbers(*values: float) -> bytes:
    """An array of numbers, exact to 1/100."""
    return b"[%b]" % " ".join(f"{value:.2f}".rstrip("0").rstrip(".") for value in values).encode("ascii")


def string(text: str) -> PDFString:
    """A text string: as it is when ASCII suffices, else UTF-16."""
    return PDFString(text)


def array(*values: Value) -> PDFArray:
    """An array of ``values``."""
    return PDFArray(values)


def dictionary(**entries: Value) -> Dictionary:
    """A dictionary with these entries; more can be set as long as the file is not written."""
    return Dictionary(entries)


class Stream(PDFStream):
    """A stream whose data ends with a line end before ``endstream`` (ISO 19005-2, 6.1.7.1).

    The line end is a pair: after data that happen to end with a carriage return, a line feed alone would be
    read as one line end together with it, and the length would be wrong.
    """

    def __init__(self, data: bytes, *, compress: bool = True, **entries: Value) -> None:
        # Compressed at once: a long report's pages would otherwise all wait in full for the end.
        if compress:
            data, entries["Filter"] = zlib.compress(data), array(name("FlateDecode"))
        super().__init__(Dictionary(entries), data, None)

    def format(self, document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        return super().format(document).removesuffix(b"endstream\n") + b"\r\nendstream\n"


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
        made = self._document.Reference(item)
        number, _ = self._document.idToObjectNumberAndVersion[made.name]
        return Reference(number)

    def write(self, catalog: PDFDictionary, info: PDFDictionary, identity: bytes) -> bytes:
        """The whole file. ``identity`` (16 bytes) is its ID."""
        digest = identity.hex().encode("ascii")
        self._document.Catalog = catalog
        self._document.info = info
        self._document._ID = b"[<" + digest + b"><" + digest + b">]"  # noqa: SLF001  no other way to set it
        data: bytes = self._document.format()
        return data
