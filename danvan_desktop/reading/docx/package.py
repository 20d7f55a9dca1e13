"""Opens a Word file: an Open Packaging Conventions archive that may be damaged.

The archive is read here and not by python-docx, which unpacks every part, pictures too. A part is unpacked
and parsed when it is asked for; how much memory that may take is the process's limit.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property

from lxml import etree

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import Element, children
from danvan_desktop.reading.docx.namespaces import RELATIONSHIPS, transitional, w
from danvan_desktop.reading.limits import MEBIBYTE, WORD_PARAGRAPHS
from danvan_desktop.reading.unreadable import UnreadableFileError

_OLE = b"\xd0\xcf\x11\xe0"
"""Begins a compound file: Word's format of before 2007, and any Office file with a password."""
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ENCRYPTED = 1
"""Flag of an entry that opens with a password only."""
_CUSTOM_PROPERTIES = frozenset({"custom-properties", "customProperties"})
"""The kind of relationship in a transitional and in a strict file."""
_CREATED = "{http://purl.org/dc/terms/}created"
_BLOCKS = "glossaryDocument"
_LARGEST_OTHER = 16 * MEBIBYTE
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""How parts are packed in files of Office (ECMA-376-2, annex C); the installed program unpacks no other."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,  # an entry that begins at the end of the file
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    KeyError,
    ValueError,
    etree.LxmlError,
)


@frozen
class _Relationship:
    """From one part to another: ``kind`` is the last word of its type, ``target`` the part's name.

    The target is "" where it lies outside of the file: it is never opened.
    """

    kind: str
    target: str
    address: str = ""
    """What lies outside, as the file says it."""


def open_package(content: bytes) -> "WordPackage":
    """Open the Word file whose bytes are ``content``.

    Raises:
        UnreadableFileError: it is none, damaged, protected by a password, or too long.
    """
    if not content:
        raise UnreadableFileError("empty")
    if content.startswith(_OLE):
        raise UnreadableFileError("old_format")
    archive = opened(content)
    with _damage_refused():
        return WordPackage(archive)


class WordPackage:
    """The parts of a Word file, parsed when they are asked for: any access may raise UnreadableFileError."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        entries = archive.infolist()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise UnreadableFileError("encrypted")
        # Some programs write back slashes or leave the case to chance.
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self._parsed: dict[str, Element] = {}
        self._main = self._main_part()

    @cached_property
    def content_type(self) -> str | None:
        """The media type of the main part, "" where it has none; None where the file has no list of types."""
        root = self._optional("[Content_Types].xml")
        if root is None:
            return None
        types = {
            (entry.get("PartName") or "").lstrip("/").lower(): entry.get("ContentType") or ""
            for entry in children(root)
        }
        return types.get(self._main.lower(), "")

    @cached_property
    def document(self) -> Element:
        """The root of the main part, ``w:document``."""
        root = self._part(self._main)
        if root.tag != w("document"):
            raise UnreadableFileError("damaged")
        if sum(1 for _ in root.iter(w("p"))) > WORD_PARAGRAPHS:
            raise UnreadableFileError("too_long")
        return root

    @property
    def body(self) -> Element:
        """The body of the document."""
        found = self.document.find(w("body"))
        return self.document if found is None else found

    def part(self, kind: str) -> Element | None:
        """Return the root of the part "styles", "numbering", "theme", "comments" … of the document."""
        targets = [relation.target for relation in self._relations.values() if relation.kind == kind]
        return self._optional(targets[-1]) if targets else None

    @cached_property
    def stories(self) -> dict[str, Element]:
        """Headers and footers by the id of their relationship; two ids may give the same."""
        found = {
            identifier: self._optional(relation.target)
            for identifier, relation in self._relations.items()
            if relation.kind in {"header", "footer"}
        }
        return {identifier: story for identifier, story in found.items() if story is not None}

    def other_parts(self) -> Iterator[Element]:
        """Yield the roots of the parts that the document refers to, whatever they are to be.

        Building blocks (glossary) are left out, which stand nowhere in the document, and so is what is no
        XML, damaged or very large.
        """
        names = {relation.target: None for relation in self._relations.values() if relation.kind != _BLOCKS}
        for name in names:
            entry = self._entries.get(name.lower())
            if entry is None or not name.lower().endswith(".xml") or entry.file_size > _LARGEST_OTHER:
                continue
            with suppress(UnreadableFileError):
                yield self._part(name)

    @cached_property
    def custom_properties(self) -> dict[str, str]:
        """The custom document properties (docProps/custom.xml) as text."""
        for relation in self._relationships("").values():
            root = self._optional(relation.target) if relation.kind in _CUSTOM_PROPERTIES else None
            if root is not None:
                return {
                    entry.get("name") or "": "".join(map(str, entry.itertext())) for entry in children(root)
                }
        return {}

    @cached_property
    def created(self) -> str:
        """When the document was made, by docProps/core.xml; "" where that does not say."""
        for relation in self._relationships("").values():
            root = self._optional(relation.target) if relation.kind == "core-properties" else None
            for entry in children(root):
                if entry.tag == _CREATED:
                    return (entry.text or "").strip()
        return ""

    def address(self, identifier: str) -> str:
        """Where a link of the document leads that lies outside of the file; "" for none. Never opened."""
        relation = self._relations.get(identifier)
        return relation.address if relation is not None else ""

    @cached_property
    def _relations(self) -> dict[str, _Relationship]:
        return self._relationships(self._main)

    def _main_part(self) -> str:
        for relation in self._relationships("").values():
            if relation.kind == "officeDocument":
                return relation.target
        raise UnreadableFileError("damaged")

    def _relationships(self, part: str) -> dict[str, _Relationship]:
        """Return the relationships of ``part`` by their ids."""
        folder, base = posixpath.split(part)
        root = self._optional(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, _Relationship] = {}
        for entry in root.iter(f"{{{RELATIONSHIPS}}}Relationship") if root is not None else ():
            target = entry.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            address = target if entry.get("TargetMode") == "External" else ""
            if address:
                full = ""
            kind = entry.get("Type", "").rsplit("/", 1)[-1]
            found[entry.get("Id", "")] = _Relationship(
                kind, posixpath.normpath(full) if full else "", address
            )
        return found

    def _optional(self, name: str) -> Element | None:
        return self._part(name) if name.lower() in self._entries else None

    def _part(self, name: str) -> Element:
        key = name.lower()
        if key not in self._parsed:
            self._parsed[key] = part_of(self._archive, self._entries.get(key, name))
        return self._parsed[key]

    def with_document(self) -> bytes:
        """Give the bytes of the file with the document as it stands now: what was changed in it, too."""
        made = io.BytesIO()
        with _damage_refused(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, entry in self._entries.items():
                if name == self._main.lower():
                    content = etree.tostring(
                        self.document, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                else:
                    content = self._archive.read(entry)
                archive.writestr(entry.filename, content)
        return made.getvalue()


def opened(content: bytes) -> zipfile.ZipFile:
    """Open the archive whose bytes are ``content``.

    Raises:
        UnreadableFileError: it is none, or damaged.
    """
    with _damage_refused():
        return zipfile.ZipFile(io.BytesIO(content))


def part_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> Element:
    """Unpack and parse one part of ``archive``.

    Raises:
        UnreadableFileError: it is absent, damaged, protected by a password, or packed as Office never does.
    """
    with _damage_refused():
        found = archive.getinfo(entry) if isinstance(entry, str) else entry
        if found.compress_type not in _PACKED:
            raise zipfile.BadZipFile(f"{found.filename} is packed otherwise")
        return _parse(archive.read(found))


@contextmanager
def _damage_refused() -> Iterator[None]:
    """Turn whatever zipfile, zlib and lxml raise on damaged bytes into one error."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise UnreadableFileError("damaged") from error
    except _BROKEN as error:
        raise UnreadableFileError("damaged") from error


def _parse(content: bytes) -> Element:
    """Parse one part of XML; comments and processing instructions are left out, entities never followed."""
    encoding = None
    if content.startswith(_BYTE_ORDER_MARKS):
        content, encoding = content.decode("utf-16").encode(), "utf-8"
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(transitional(content), parser)
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        # Word declares no entities: they can be made to grow without end.
        raise UnreadableFileError("damaged")
    return root
