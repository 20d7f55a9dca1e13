"""OpenDocument texts written by hand, with tracked changes."""

from tests.builders.word_file import zipped

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MEDIA_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def odt_file(body: str, *regions: str) -> bytes:
    """A text of ``body``, the inside of ``office:text``, with the tracked changes ``regions``."""
    names = " ".join(f'xmlns:{name}="{address}"' for name, address in _NAMES.items())
    tracked = f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>" if regions else ""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3">'
        f"<office:body><office:text>{tracked}{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": _MEDIA_TYPE.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": _MANIFEST.encode(),
        }
    )


def region(name: str, *changes: str) -> str:
    """A changed region: its changes, the last one made first."""
    return f'<text:changed-region xml:id="{name}" text:id="{name}">{"".join(changes)}</text:changed-region>'


def change(kind: str, author: str, date: str, deleted: str = "") -> str:
    """A change of a region: "insertion", "deletion", "format-change", "UnknownChange"."""
    who = f"<dc:creator>{author}</dc:creator><dc:date>{date}</dc:date>"
    return f"<text:{kind}><office:change-info>{who}</office:change-info>{deleted}</text:{kind}>"


def spanned(name: str, text: str) -> str:
    """``text`` between the marks of the region ``name``."""
    return f'<text:change-start text:change-id="{name}"/>{text}<text:change-end text:change-id="{name}"/>'


def point(name: str) -> str:
    """Where something was deleted."""
    return f'<text:change text:change-id="{name}"/>'
