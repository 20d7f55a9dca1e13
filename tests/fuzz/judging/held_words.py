"""The canaries that a file holds, however: more than it shows, never fewer."""

import html
import io
import re
import zipfile
from collections.abc import Callable, Mapping

from tests.fuzz.canaries import canaries_in
from tests.fuzz.mutation.package import BROKEN
from tests.fuzz.seeds.seed import Kind

_TAG = re.compile(r"<[^>]*>")
_CLOSING = re.compile(r"</(?:w:)?p>|<w:(?:br|tab|cr)\b[^>]*>")


def held(kind: Kind, data: bytes) -> frozenset[str]:
    """The canaries in ``data``; none of a PDF or a database, which pack them."""
    return _READERS[kind](data)


def _word(data: bytes) -> frozenset[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [_part(archive, entry) for entry in archive.infolist() if entry.file_size < 10_000_000]
    except BROKEN:
        return frozenset()
    return frozenset().union(*found)


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> frozenset[str]:
    try:
        content = archive.read(entry)
    except BROKEN:
        return frozenset()
    coding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = _CLOSING.sub(" ", content.decode(coding, errors="ignore"))
    return canaries_in(html.unescape(_TAG.sub("", text)))


def _page(data: bytes) -> frozenset[str]:
    text = data.decode(errors="replace")
    return canaries_in(html.unescape(_TAG.sub("", text)))


def _text(data: bytes) -> frozenset[str]:
    codings = ["latin-1"]
    codings += ["utf-16-le"] * data.startswith(b"\xff\xfe") + ["utf-16-be"] * data.startswith(b"\xfe\xff")
    return frozenset().union(*(canaries_in(data.decode(coding, errors="ignore")) for coding in codings))


def _json(data: bytes) -> frozenset[str]:
    return canaries_in(data.decode(errors="ignore"))


_READERS: Mapping[Kind, Callable[[bytes], frozenset[str]]] = {
    "docx": _word,
    "pdf": lambda _: frozenset(),
    "txt": _text,
    "danvan": _json,
    "html": _page,
    "database": lambda _: frozenset(),
}
