"""What of a Word file the reader passed by: letters in elements it does not know, or in branches not taken.

A last net under the reading of a file, as ``recognition/completeness.py`` is under the recognition.
"""

from collections.abc import Collection, Iterable, Iterator

from danvan_desktop.reading.docx.elements import Element, first_choice, letters_of, local, selected, value
from danvan_desktop.reading.docx.namespaces import w

LETTERS = ("{*}t", "{*}delText", w("instrText"))
"""Elements that hold letters: of the text, of equations, of drawings; instructions that no field begins."""
_LOOSE = "descendant::*[self::w:t or self::w:delText or self::w:instrText][not(ancestor::w:p)]"
_BETWEEN = {"tab": " ", "br": " ", "cr": " ", "p": " ", "den": "/"}
"""What stands for a part between letters that are quoted: "den" is what a fraction is divided by."""


def text_of(element: Element) -> str:
    """Return all letters in ``element``, deleted ones too; the codes of fields are none."""
    signs: list[str] = []
    in_code = False
    for entry in element.iter("{*}*"):
        name = local(entry)
        if name == "fldChar":
            in_code = value(entry, "fldCharType") == "begin"
        elif name in {"t", "delText"} or (name == "instrText" and not in_code):
            signs.append(letters_of(entry))
        else:
            signs.append(_BETWEEN.get(name, ""))
    return " ".join("".join(signs).split())


class UnreadLetters:
    """Finds what was passed by in one story."""

    def __init__(self, story: Element) -> None:
        self._story = story
        self._known: dict[Element, frozenset[str]] = {}
        """The words of what was read instead of something else."""

    def of_paragraph(self, paragraph: Element, read: Collection[Element]) -> str:
        """Return the letters of ``w:p`` that are not ``read``, without those of paragraphs within it."""
        missed = (
            letters
            for letters in paragraph.iter(*LETTERS)
            if letters not in read and _holder(letters) is paragraph and not _is_code(letters)
        )
        return " ".join(letters_of(letters) for letters in missed if not self._stands_elsewhere(letters))

    def texts(self, read: Collection[Element]) -> Iterator[str]:
        """Yield the text of each paragraph that is not ``read``, and of letters outside of paragraphs."""
        for paragraph in self._story.iter(w("p")):
            if paragraph not in read and not self._stands_elsewhere(paragraph):
                own = (letters for letters in paragraph.iter(*LETTERS) if _holder(letters) is paragraph)
                yield " ".join(letters_of(letters) for letters in own if not _is_code(letters))
        for letters in selected(self._story, _LOOSE):
            if letters not in read and not _is_code(letters) and not self._stands_elsewhere(letters):
                yield letters_of(letters)

    def _stands_elsewhere(self, element: Element) -> bool:
        """Whether the words of ``element`` are in what was read instead: another branch, a new place."""
        below = element
        for ancestor in element.iterancestors():
            name = local(ancestor)
            if name == "moveFrom":
                return self._are_in(element, self._story, self._story.iter(w("moveTo")))
            if name == "AlternateContent":
                chosen = first_choice(ancestor)
                if chosen is not None and chosen is not below:
                    return self._are_in(element, chosen, (chosen,))
            below = ancestor
        return False

    def _are_in(self, element: Element, key: Element, places: Iterable[Element]) -> bool:
        if key not in self._known:
            self._known[key] = frozenset(word for place in places for word in text_of(place).split())
        return self._known[key].issuperset(text_of(element).split())


def _is_code(letters: Element) -> bool:
    """Tell whether ``letters`` are an instruction behind the beginning of a field, deleted or not."""
    if local(letters) != "instrText":
        return False
    before = selected(letters, "preceding::w:fldChar[1]")
    return bool(before) and value(before[0], "fldCharType") == "begin"


def _holder(letters: Element) -> Element | None:
    """Return the paragraph that ``letters`` stand in."""
    return next(letters.iterancestors(w("p")), None)
