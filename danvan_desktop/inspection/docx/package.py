"""Opens a .docx safely: what it holds is somebody else's and may be damaged or meant to do harm."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import field

from lxml import etree

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import RELATIONS, WORD, w
from danvan_desktop.reading.limits import WORD_LIMITS

_OLE = b"\xd0\xcf\x11\xe0"


@frozen
class Package:
    """The XML of a Word file, parsed."""

    document: etree._Element
    styles: etree._Element | None = None
    settings: etree._Element | None = None
    theme: etree._Element | None = None
    numbering: etree._Element | None = None
    stories: dict[str, etree._Element] = field(default_factory=dict)
    """Headers and footers by the id of their relation."""
    has_comments: bool = False


def open_package(content: bytes, name: str) -> Package:
    """Read the Word file whose bytes are ``content``; ``name`` is what messages call it.

    Raises:
        UserError: it is no Word file that can be read.
    """
    if not content:
        raise UserError(f"Tệp “{name}” trống. Hãy chọn tệp Word (.docx) có nội dung.")
    if content.startswith(_OLE):
        raise UserError(
            f"Tệp “{name}” có mật khẩu hoặc là tệp Word đời cũ (.doc). "
            "Hãy mở bằng Word, bỏ mật khẩu và lưu lại dạng .docx."
        )
    try:
        return _Reader(content, name).package()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise UserError(_damaged(name)) from error
    except (etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise UserError(_damaged(name)) from error


def _damaged(name: str) -> str:
    return (
        f"Tệp “{name}” không phải tệp Word (.docx) hoặc đã hỏng, không đọc được. "
        "Hãy mở bằng Word và lưu lại dạng .docx, hoặc xin lại tệp từ nơi gửi."
    )


class _Reader:
    """Reads the parts of one package, each checked for its size before it is parsed."""

    def __init__(self, content: bytes, name: str) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._name = name
        if len(self._zip.infolist()) > WORD_LIMITS.parts:
            raise UserError(self._too_large())
        # Some programs write back slashes or leave the case to chance.
        self._names = {entry.replace("\\", "/").lower(): entry for entry in self._zip.namelist()}

    def package(self) -> Package:
        main = self._main_part()
        document = self._parsed(main)
        if document.tag != w("document"):
            raise UserError(_damaged(self._name))
        relations = self._relations(main)
        stories = {
            identifier: self._parsed(target)
            for identifier, (kind, target) in relations.items()
            if kind in {"header", "footer"}
        }
        by_kind = dict(relations.values())
        return Package(
            document,
            styles=self._optional(by_kind.get("styles")),
            settings=self._optional(by_kind.get("settings")),
            theme=self._optional(by_kind.get("theme")),
            numbering=self._optional(by_kind.get("numbering")),
            stories=stories,
            has_comments=self._holds_comments(by_kind.get("comments")),
        )

    def _main_part(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument":
                return target
        raise UserError(_damaged(self._name))

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of ``part``: id -> (last word of the kind, name of the target)."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path.lower() not in self._names:
            return {}
        found = {}
        for relation in self._parsed(path).iter(f"{{{RELATIONS}}}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            found[relation.get("Id", "")] = (kind, posixpath.normpath(full))
        return found

    def _optional(self, part: str | None) -> etree._Element | None:
        return self._parsed(part) if part and part.lower() in self._names else None

    def _holds_comments(self, part: str | None) -> bool:
        root = self._optional(part)
        return root is not None and root.find(f"{{{WORD}}}comment") is not None

    def _parsed(self, part: str) -> etree._Element:
        with self._zip.open(self._names[part.lower()]) as stream:
            content = stream.read(WORD_LIMITS.part_bytes + 1)
        if len(content) > WORD_LIMITS.part_bytes:
            raise UserError(self._too_large())
        if b"<!DOCTYPE" in content:
            raise UserError(_damaged(self._name))  # Word writes none; one can be made to grow without end
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(content, parser)

    def _too_large(self) -> str:
        return f"Tệp “{self._name}” quá lớn để kiểm tra. Hãy chọn tệp Word của riêng báo cáo."
