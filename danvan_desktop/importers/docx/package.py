"""Opens a Word file safely: what it holds is somebody else's and may be damaged or meant to do harm.

The file is read here and not by python-docx, which unpacks every part, pictures too, before anything can
be measured.
"""

import io
import posixpath
import zipfile
import zlib
from dataclasses import field

from lxml import etree

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.importers.input_file import InputFile, locked
from danvan_desktop.reading.docx.elements import (
    CONTENT_TYPES,
    RELATIONS,
    STRICT_WORD,
    WORD,
    Element,
    children,
    local,
    w,
)
from danvan_desktop.reading.limits import WORD_LIMITS as LIMITS

_READ_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    KeyError,
    ValueError,
    etree.LxmlError,
)


@frozen
class Package:
    """The XML of a Word file, parsed."""

    document: Element
    parts: dict[str, Element] = field(default_factory=dict)
    """"styles", "numbering", "footnotes", "endnotes", "comments", where the file has them."""
    stories: tuple[Element, ...] = ()
    """Headers and footers."""
    properties: dict[str, str] = field(default_factory=dict)
    """Custom properties."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Relations of the document: the id and the last word of the kind."""

    @property
    def body(self) -> Element:
        """The body of the document."""
        found = self.document.find(w("body"))
        return self.document if found is None else found


def open_package(source: InputFile) -> Package:
    """Read the Word file ``source``.

    Raises:
        UserError: it is none, it is damaged or locked, or there is more in it than a report can hold.
    """
    name = source.path.name
    try:
        return _Reader(source.data, name).package()
    except _BROKEN as error:
        raise damaged(name) from error


def damaged(name: str) -> UserError:
    """Return what to say of a file that cannot be read."""
    return UserError(
        f"Tệp “{name}” không phải tệp Word (.docx) hoặc đã hỏng, không đọc được. "
        "Hãy mở tệp bằng Word, lưu lại dạng .docx, hoặc xin lại tệp từ nơi gửi."
    )


def too_large(name: str) -> UserError:
    """Return what to say of a file that holds more than can be read."""
    return UserError(
        f"Tệp “{name}” quá lớn để nhập (trên 200 MB khi giải nén hoặc trên 20.000 đoạn). "
        "Hãy chọn đúng tệp báo cáo, hoặc tách thành các tệp nhỏ hơn."
    )


class _Reader:
    """Reads the parts of one package, each measured before it is parsed."""

    def __init__(self, data: bytes, name: str) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._name = name
        entries = self._zip.infolist()
        if len(entries) > LIMITS.parts or sum(entry.file_size for entry in entries) > LIMITS.unpacked_bytes:
            raise too_large(name)
        if any(entry.flag_bits & 1 for entry in entries):
            raise locked(name)
        # Some programs write back slashes or leave the case to chance.
        self._names = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}

    def package(self) -> Package:
        main = self._main_part()
        self._refuse_macros(main)
        document = self._parsed(main)
        if (
            local(document) != "document"
            or sum(1 for _ in children(document.find(w("body")))) > LIMITS.blocks
        ):
            raise damaged(self._name) if local(document) != "document" else too_large(self._name)
        relations = self._relations(main)
        targets = {kind: target for kind, target in relations.values() if kind in _READ_PARTS}
        stories = [target for kind, target in relations.values() if kind in {"header", "footer"}]
        return Package(
            document,
            parts={kind: self._parsed(target) for kind, target in targets.items() if self._has(target)},
            stories=tuple(self._parsed(target) for target in dict.fromkeys(stories) if self._has(target)),
            properties=self._custom_properties(),
            kinds={identifier: kind for identifier, (kind, _) in relations.items()},
        )

    def _main_part(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument":
                return target
        raise damaged(self._name)

    def _refuse_macros(self, main: str) -> None:
        """Refuse a .docm under the name of a .docx, and a workbook or slides."""
        kinds = {}
        for entry in children(self._parsed("[Content_Types].xml")):
            kinds[(entry.get("PartName") or "").lstrip("/").lower()] = entry.get("ContentType") or ""
        kind = kinds.get(main.lower(), "")
        if "macroEnabled" in kind:
            raise UserError(
                f"Tệp “{self._name}” là tệp Word có macro. Hãy mở tệp bằng Word, "
                "lưu lại dạng Tài liệu Word (*.docx) rồi nhập lại."
            )
        if kind and "wordprocessingml" not in kind:
            raise UserError(
                f"Tệp “{self._name}” không phải tệp Word (có thể là Excel hoặc PowerPoint đổi đuôi). "
                "Hãy chọn tệp báo cáo dạng .docx."
            )

    def _custom_properties(self) -> dict[str, str]:
        for kind, target in self._relations("").values():
            if kind == "custom-properties" and self._has(target):
                root = self._parsed(target)
                return {
                    entry.get("name") or "": "".join(map(str, entry.itertext())) for entry in children(root)
                }
        return {}

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of ``part``: id -> (last word of the kind, name of the target)."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self._has(path):
            return {}
        found = {}
        for relation in self._parsed(path).iter(f"{{{RELATIONS}}}Relationship"):
            target = relation.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            if relation.get("TargetMode") == "External":
                full = ""  # never opened
            found[relation.get("Id", "")] = (kind, posixpath.normpath(full) if full else "")
        return found

    def _has(self, part: str) -> bool:
        return part.lower() in self._names

    def _parsed(self, part: str) -> Element:
        content = self._content(part)
        if content.count(b"<") > LIMITS.tags or content.count(b"=") > LIMITS.attributes:
            raise too_large(self._name)
        if STRICT_WORD.encode() in content:
            content = content.replace(STRICT_WORD.encode(), WORD.encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        root = etree.fromstring(content, parser)
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            raise damaged(self._name)  # Word declares no entities: they can be made to grow without end
        return root

    def _content(self, part: str) -> bytes:
        """Unpack ``part``, and no more of it than is allowed, whatever the file says of its size."""
        with self._zip.open(self._names[part.lower()]) as stream:
            content = stream.read(LIMITS.part_bytes + 1)
        if len(content) > LIMITS.part_bytes:
            raise too_large(self._name)
        return content


__all__ = ["CONTENT_TYPES", "Package", "damaged", "open_package", "too_large"]
