"""Fields (17.16): which field characters make whole fields, what is code and what Word shows.

A field begins, has its code, then perhaps a separator and its result, and ends. It may lie within another one
and go over paragraphs and cells. One that is not closed in its story is none: its letters are text like any
other (17.16.18), and so is an instruction outside of all codes (17.16.23).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import Element, children, first_choice, local, value, whole
from danvan_desktop.reading.docx.namespaces import NAMESPACES, w

_STORIES = frozenset({"txbxContent", "footnote", "endnote", "comment"})
"""What is a story of its own inside a part: no field goes beyond it."""
_UNREAD = frozenset({"del", "moveFrom"})
_LETTERS = tuple(map(w, ("t", "sym", "tab", "br", "cr", "noBreakHyphen")))
_SHOW_THEIR_CODE = frozenset({"MACROBUTTON", "GOTOBUTTON"})
"""Fields without a result that show what stands in the code behind the name of a macro or a place."""


@dataclass(slots=True)
class Field:
    """A field that is being read."""

    code: list[str] = field(default_factory=list)
    """Its instruction, in the pieces that the file has."""
    has_result: bool = False
    """Whether its result has begun."""
    is_shown: bool = False
    """Whether the result has any text."""
    hidden: list[str] = field(default_factory=list)
    """Letters that are no instruction but stand within the code: Word does not show them."""
    chosen: str = ""
    """The entry of a drop-down list that is chosen, where it is one."""

    @property
    def instruction(self) -> str:
        """The whole code in one line."""
        return " ".join("".join(self.code).split())

    @property
    def name(self) -> str:
        """The first word of the code in capitals: "PAGE"; "" where there is none."""
        return self.instruction.partition(" ")[0].upper()

    @property
    def shown_without_result(self) -> str:
        """What Word shows of a field that has no result: the chosen entry, the words of a button."""
        words = self.instruction.split(" ", 2)
        return self.chosen or (words[2] if self.name in _SHOW_THEIR_CODE and len(words) > 2 else "")


class FieldStack:
    """The fields that are open at a place of a part, whose field characters are given in order."""

    def __init__(self, part: Element) -> None:
        self.open: list[Field] = []
        """Outermost first."""
        self.is_broken = False
        """Whether a field that never ends was begun last: the next instruction was meant as its code."""
        self._whole = whole_fields(part)

    @property
    def code(self) -> Field | None:
        """The innermost field in whose code this place is."""
        return next((each for each in reversed(self.open) if not each.has_result), None)

    def step(self, character: Element) -> Field | None:
        """Process a ``w:fldChar``; return the field that it ends."""
        kind = value(character, "fldCharType")
        if character not in self._whole:
            self.is_broken = kind == "begin"
            return None
        if kind == "begin":
            self.open.append(Field(chosen=_chosen(character)))
        elif self.open and kind == "separate":
            self.open[-1].has_result = True
        elif self.open and kind == "end":
            return self.open.pop()
        return None

    def is_instruction(self, text: str) -> bool:
        """Take ``text`` of ``w:instrText`` into the code it stands in; False where there is none."""
        if not self.open or self.open[-1].has_result:
            return False
        self.open[-1].code.append(text)
        return True


@frozen
class FieldCodes:
    """What inside of fields is read otherwise than it stands in the file."""

    hidden: frozenset[Element]
    """Parts of runs within a code, ``w:t`` and the like: they are not shown."""
    loose: frozenset[Element]
    """``w:instrText`` that is the code of no field: it is shown."""


def field_codes(parts: Iterable[Element]) -> FieldCodes:
    """Find the codes of the fields in ``parts`` of a file."""
    hidden: set[Element] = set()
    loose: set[Element] = set()
    for part in parts:
        stack = FieldStack(part)
        for element in part.iter(w("fldChar"), w("instrText"), *_LETTERS) if _has_fields(part) else ():
            name = local(element)
            if name == "fldChar":
                stack.step(element)
            elif name == "instrText":
                if not stack.is_instruction(element.text or "") and not stack.is_broken:
                    loose.add(element)
            elif stack.code is not None:
                hidden.add(element)
    return FieldCodes(frozenset(hidden), frozenset(loose))


def _has_fields(part: Element) -> bool:
    return next(part.iter(w("fldChar"), w("instrText")), None) is not None


def whole_fields(part: Element) -> frozenset[Element]:
    """Return the ``w:fldChar`` in ``part`` that make whole fields; what was deleted makes none."""
    found: set[Element] = set()
    open_fields: dict[Element, list[list[Element]]] = {}
    for character in part.iter(w("fldChar")):
        story = _story(character, part)
        if story is None:
            continue
        around, kind = open_fields.setdefault(story, []), value(character, "fldCharType")
        if kind == "begin":
            around.append([character])
        elif kind == "separate" and around and len(around[-1]) == 1:
            around[-1].append(character)
        elif kind == "end" and around:
            found.update(around.pop(), [character])
    return frozenset(found)


def _story(element: Element, part: Element) -> Element | None:
    """Return the story of ``part`` that ``element`` stands in; None where it is no text any more."""
    below = element
    for ancestor in _ancestors(element, part):
        name = local(ancestor)
        if name in _STORIES:
            return ancestor if _story(ancestor, part) is not None else None
        if name in _UNREAD or _is_deleted(ancestor, name):
            return None
        if name == "AlternateContent" and first_choice(ancestor) is not below:
            return None
        below = ancestor
    return part


def _ancestors(element: Element, part: Element) -> Iterator[Element]:
    for ancestor in element.iterancestors() if element is not part else ():
        yield ancestor
        if ancestor is part:
            return


def _is_deleted(element: Element, name: str) -> bool:
    """Tell whether a row or a cell was deleted under track changes."""
    inside = {"tr": "w:trPr/w:del", "tc": "w:tcPr/w:cellDel"}.get(name)
    return inside is not None and element.find(inside, NAMESPACES) is not None


def _chosen(begin: Element) -> str:
    """Return the chosen entry of a drop-down list (``w:ddList``); "" where the field is none."""
    entries = begin.find(f"{w('ffData')}/{w('ddList')}")
    if entries is None:
        return ""
    texts = [value(entry) or "" for entry in children(entries) if local(entry) == "listEntry"]
    places = {local(each): whole(value(each)) for each in children(entries)}
    place = places.get("result", places.get("default", 0))
    return texts[place] if 0 <= place < len(texts) else ""
