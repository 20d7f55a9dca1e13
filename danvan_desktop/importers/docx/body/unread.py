"""What of a Word file the reader passed by: letters in elements it does not know, or in branches not taken.

A last net under the reading of a file, as ``recognition/completeness.py`` is under the recognition.
"""

from collections.abc import Collection, Iterable, Iterator

from danvan_desktop.reading.docx.elements import Element, first_choice, letters_of, local
from danvan_desktop.reading.docx.namespaces import w

LETTERS = ("{*}t", "{*}delText")
"""Elements that hold letters: of the text, of equations, of drawings."""
_BETWEEN = {"tab": " ", "br": " ", "cr": " ", "p": " ", "den": "/"}
"""What stands for a part between letters that are quoted: "den" is what a fraction is divided by."""


def text_of(element: Element) -> str:
    """Return all letters in ``element``, deleted ones too."""
    signs = (
        letters_of(entry) if local(entry) in {"t", "delText"} else _BETWEEN.get(local(entry), "")
        for entry in element.iter("{*}*")
    )
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
            if letters not in read and _holder(letters) is paragraph
        )
        return " ".join(letters_of(letters) for letters in missed if not self._stands_elsewhere(letters))

    def paragraphs(self, read: Collection[Element]) -> Iterator[str]:
        """Yield the text of each paragraph that is not ``read``."""
        for paragraph in self._story.iter(w("p")):
            if paragraph not in read and not self._stands_elsewhere(paragraph):
                own = (letters for letters in paragraph.iter(*LETTERS) if _holder(letters) is paragraph)
                yield " ".join(letters_of(letters) for letters in own)

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


def _holder(letters: Element) -> Element | None:
    """Return the paragraph that ``letters`` stand in."""
    return next(letters.iterancestors(w("p")), None)
