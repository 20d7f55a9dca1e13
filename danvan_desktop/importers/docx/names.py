"""Names of WordprocessingML and small readers of its attributes."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_OFF = frozenset({"0", "false", "off", "none"})
_W = f"{{{WORD}}}"


def w(name: str) -> str:
    """Return the qualified name of ``name`` in the main namespace."""
    return _W + name


def local(element: Element) -> str:
    """Return the name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str | None:
    """Return attribute ``w:<name>`` of ``element``, None where either is absent."""
    return None if element is None else element.get(_W + name)


def child_value(element: Element | None, tag: str, name: str = "val") -> str | None:
    """Return attribute ``w:<name>`` of the child ``tag`` of ``element``."""
    return None if element is None else value(element.find(tag), name)


def is_on(element: Element | None) -> bool | None:
    """Tell whether a switch is on; None where it is absent."""
    return None if element is None else (value(element) or "1") not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """Return ``text`` as a whole number within reason, ``default`` where it is none."""
    try:
        number = int(float(text)) if text is not None else default
    except (ValueError, OverflowError):
        return default
    return number if abs(number) < 1_000_000 else default


def children(element: Element | None) -> Iterator[Element]:
    """Yield the child elements of ``element``, comments and instructions left out."""
    if element is not None:
        yield from element.iterchildren(tag=etree.Element)
