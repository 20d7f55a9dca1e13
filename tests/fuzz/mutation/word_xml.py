"""Changes of the XML of a Word file: elements moved, nested, renamed; attributes, namespaces."""
# ruff: noqa: E501 - samples read best in lines as long as they are

import copy
import re
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.builders.word_file import NAMESPACES, W
from tests.fuzz.mutation.mutator import NUMBERS, Mutator
from tests.fuzz.mutation.package import in_package

_NAMES = (
    "p", "r", "t", "tab", "br", "tbl", "tr", "tc", "tcPr", "trPr", "pPr", "rPr", "sdt", "sdtContent",
    "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "body",
    "document", "txbxContent", "footnote", "comment", "bookmarkStart", "proofErr", "sectPr", "delText",
    "instrText", "ruby", "rubyBase", "rt", "object", "pict", "drawing", "dir", "bdo", "subDoc",
    "altChunk", "permStart", "noBreakHyphen", "softHyphen", "sym", "ptab", "cr", "hdr", "ftr",
    "gridCol", "numPr", "tblGrid",
)  # fmt: skip
_WRAPPERS = (
    "ins", "del", "moveFrom", "moveTo", "smartTag", "customXml", "hyperlink", "sdt/sdtContent", "sdt", "fldSimple", "bdo",
    "dir", "p", "r", "tbl/tr/tc", "tbl/tr", "tbl", "r/t", "r/pict/txbxContent", "body", "unknown", "pPr", "rPr", "tc",
    "AlternateContent/Choice", "AlternateContent/Fallback", "ruby/rubyBase", "ruby/rt", "object", "r/footnoteReference",
)  # fmt: skip
_VALUES = (
    *NUMBERS, "true", "false", "on", "off", "none", "auto", "continue", "restart", "begin", "end", "separate", "page", "both",
    "center", "upperRoman", "bullet", "decimal", "%1.", "%9", "Normal", "Heading1", "preserve", "symbol", "VNI-Times", ".VnTime",
    "evenPage", "nextPage", "exact", "dxa", "pct", "nil", "superscript", "rId1", "\u00a0", "ffffff",
)  # fmt: skip
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_DEEPEST = 240
"""The parser's own limit is 256."""

_MOST = 20_000
"""Elements that a change may bring in: larger files are tried by the tests of limits."""

Element = etree._Element
OnTree = Callable[[Element, list[Element]], None]


def drop_element(data: bytes, dice: Random) -> bytes:
    """Leave out an element and what is in it."""
    return _several(data, dice, _drop)


def unwrap_element(data: bytes, dice: Random) -> bytes:
    """Leave out an element, not what is in it."""

    def change(element: Element) -> None:
        holder = element.getparent()
        if holder is not None:
            for child in list(element):
                element.addprevious(child)
            holder.remove(element)

    return _several(data, dice, change)


def repeat_element(data: bytes, dice: Random) -> bytes:
    """Write an element several times, beside or inside itself."""
    times = dice.choice((1, 1, 3, 60))

    def change(element: Element) -> None:
        whole = copy.deepcopy(element)
        weight = sum(1 for _ in whole.iter())
        if element.getparent() is None or weight * times > _MOST:
            return
        for _ in range(times):
            if dice.random() < 0.7:
                element.addnext(copy.deepcopy(whole))
            else:
                element.insert(dice.randint(0, len(element)), copy.deepcopy(whole))

    return _several(data, dice, change, most=1)


def move_element(data: bytes, dice: Random) -> bytes:
    """Put an element elsewhere."""

    def change(_: Element, elements: list[Element]) -> None:
        for _each in range(dice.choice((1, 1, 2, 6))):
            moved, target = dice.choice(elements), dice.choice(elements)
            if target is not moved and moved not in target.iterancestors() and moved.getparent() is not None:
                target.insert(dice.randint(0, len(target)), moved)

    return _in_tree(data, dice, change)


def swap_elements(data: bytes, dice: Random) -> bytes:
    """Change the order of two neighbours."""

    def change(element: Element) -> None:
        other = element.getnext()
        if other is not None:
            other.addnext(element)

    return _several(data, dice, change)


def wrap_element(data: bytes, dice: Random) -> bytes:
    """Put an element into another one, once or very often; its neighbours may come along."""
    way = dice.choice(_WRAPPERS).split("/")
    depth = dice.choice((1, 1, 1, 2, 12, 100))
    along = dice.choice((0, 0, 1, 9))

    def change(element: Element) -> None:
        holder = element.getparent()
        if holder is None or _depth(element) + depth * len(way) > _DEEPEST:
            return
        place = holder.index(element)
        wrapped = list(holder)[place : place + 1 + along]
        outer = inner = etree.Element(_named(way[0]))
        for name in (way * depth)[1:]:
            inner = etree.SubElement(inner, _named(name))
        holder.insert(place, outer)
        inner.extend(wrapped)

    return _several(data, dice, change)


def rename_element(data: bytes, dice: Random) -> bytes:
    """Make another element of one, known or not."""

    def change(element: Element) -> None:
        element.tag = dice.choice((_named(dice.choice(_NAMES)), "{urn:x}x", "x", f"{{{_STRICT}}}p"))

    return _several(data, dice, change)


def other_attribute(data: bytes, dice: Random) -> bytes:
    """Give an attribute another value, take it away, or bring a new one."""

    def change(element: Element) -> None:
        keys = list(element.attrib)
        act = dice.random()
        if keys and act < 0.6:
            element.set(dice.choice(keys), dice.choice(_VALUES))
        elif keys and act < 0.8:
            element.attrib.pop(dice.choice(keys))
        else:
            name = dice.choice(
                ("val", "id", "type", "w", "fill", "fldCharType", "hanging", "gridSpan", "val")
            )
            element.set(f"{{{W}}}{name}", dice.choice(_VALUES))

    return _several(
        data, dice, change, most=8, chosen=lambda each: len(each.attrib) > 0 or dice.random() < 0.1
    )


def odd_table(data: bytes, dice: Random) -> bytes:
    """Give cells and rows spans, widths and merges that do not fit."""
    kinds = (
        "gridSpan",
        "vMerge",
        "hMerge",
        "tcW",
        "gridBefore",
        "gridAfter",
        "tblHeader",
        "cantSplit",
        "trHeight",
        "tblW",
    )

    def change(element: Element) -> None:
        kind = dice.choice(kinds)
        wanted = (
            "trPr" if kind in {"gridBefore", "gridAfter", "tblHeader", "cantSplit", "trHeight"} else "tcPr"
        )
        properties = element.find(_named(wanted))
        if properties is None:
            properties = etree.Element(_named(wanted))
            element.insert(0, properties)
        made = etree.SubElement(properties, _named(kind))
        made.set(f"{{{W}}}val", dice.choice((*NUMBERS, "restart", "continue")))

    rows = {_named("tc"), _named("tr")}
    return _several(data, dice, change, most=6, chosen=lambda each: each.tag in rows)


def ragged_table(data: bytes, dice: Random) -> bytes:
    """Take cells, rows or the grid from a table, or put what is none between them."""

    def change(element: Element) -> None:
        if dice.random() < 0.6:
            _drop(element)
        else:
            stray = etree.Element(_named("p"))
            etree.SubElement(etree.SubElement(stray, _named("r")), _named("t")).text = "giữa bảng zq950x"
            element.addprevious(stray)

    kinds = {_named(name) for name in ("tc", "tr", "gridCol", "tblGrid", "tblPr")}
    return _several(
        data, dice, change, most=5, chosen=lambda each: each.tag in kinds and each.getparent() is not None
    )


def other_namespace(data: bytes, dice: Random) -> bytes:
    """Give the part another namespace, or another prefix."""
    old, new = dice.choice(
        (
            (W, _STRICT),
            (W, "urn:unknown"),
            ("xmlns:w=", "xmlns:q="),
            ("<w:p>", "<p>"),
            (_MC, "urn:mc"),
            ('xmlns:w="', 'mc:Ignorable="w r wps" xmlns:w="'),
            ('xmlns:w="', 'mc:MustUnderstand="wps" xmlns:w="'),
        )
    )
    return in_package(data, lambda files: _text_changed(files, dice, lambda text: text.replace(old, new)))


def broken_tags(data: bytes, dice: Random) -> bytes:
    """Break the XML itself: a tag that ends not, an entity, a doctype, an instruction."""

    def change(text: str) -> str:
        tags = [found.start() for found in re.finditer("<", text)] or [0]
        place = dice.choice(tags)
        return (
            text[:place]
            + dice.choice(("<", "</w:p>", "<w:p>", "&x;", "&#0;", "]]>", "<!--", "<?a b?>"))
            + text[place:]
        )

    return in_package(data, lambda files: _text_changed(files, dice, change))


MUTATORS: tuple[Mutator, ...] = (
    drop_element,
    unwrap_element,
    repeat_element,
    move_element,
    swap_elements,
    wrap_element,
    wrap_element,
    rename_element,
    other_attribute,
    odd_table,
    ragged_table,
    other_namespace,
    broken_tags,
)


def _named(name: str) -> str:
    return f"{{{_MC}}}{name}" if name in {"AlternateContent", "Choice", "Fallback"} else f"{{{W}}}{name}"


def _drop(element: Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _depth(element: Element) -> int:
    return sum(1 for _ in element.iterancestors())


def part_of(files: dict[str, bytes], dice: Random) -> str:
    """A part of XML: the document's more often than others."""
    others = [name for name in files if name.endswith(".xml") and name.startswith("word/")]
    main = "word/document.xml" in files
    return "word/document.xml" if main and dice.random() < 0.8 else dice.choice(others or list(files))


def in_tree(files: dict[str, bytes], dice: Random, change: OnTree) -> None:
    """Change the tree of a part: the root, and all elements in it."""
    name = part_of(files, dice)
    try:
        root = etree.fromstring(files[name])
    except (etree.XMLSyntaxError, ValueError):
        return
    elements = list(root.iter(etree.Element))[1:]
    if elements:
        change(root, elements)
        files[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _in_tree(data: bytes, dice: Random, change: OnTree) -> bytes:
    return in_package(data, lambda files: in_tree(files, dice, change))


def _several(
    data: bytes,
    dice: Random,
    change: Callable[[Element], None],
    most: int = 4,
    chosen: Callable[[Element], bool] = lambda _: True,
) -> bytes:
    """Change one element or a few of those that are ``chosen``."""

    def changes(_: Element, elements: list[Element]) -> None:
        found = [each for each in elements if chosen(each)]
        for each in dice.sample(found, min(len(found), dice.randint(1, most))):
            change(each)

    return _in_tree(data, dice, changes)


def _text_changed(files: dict[str, bytes], dice: Random, change: Callable[[str], str]) -> None:
    name = part_of(files, dice)
    files[name] = change(files[name].decode(errors="replace")).encode()


def elements_of(xml: str) -> list[Element]:
    """The elements of a piece of XML in the prefixes of Word."""
    return list(etree.fromstring(f"<x {NAMESPACES}>{xml}</x>"))
