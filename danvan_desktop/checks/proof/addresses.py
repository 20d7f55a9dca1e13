"""Addresses in a text: of pages, of mail, of files. What stands in one is no word of the language."""

import re
from collections.abc import Iterator

_FILE_KINDS = re.compile(
    r"docx?|xlsx?|pptx?|pdf|txt|csv|od[tsp]|rtf|html?|xml|json|zip|rar|7z|jpe?g|png|gif|bmp|tiff?|mp[34]|avi"
    r"|mov|exe|msi|bat|dll|db|sqlite|danvan|edxml|p7s",
    re.IGNORECASE,
)
_DOMAINS = frozenset({"vn", "com", "org", "net", "info", "edu", "gov", "io"})
_PAGE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|www\.")
_MAIL = re.compile(r"[^\s@]+@[A-Za-z0-9-]+\.[A-Za-z]")
_FOLDER = re.compile(r"[A-Za-z]:\\|\\\\")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")
"""The last part of an address: "bao-cao-ket-qua"."""
_UNMARKED = re.compile(r"[A-Za-z0-9/\\._()-]+")
_AROUND = " \"'“”‘’()[]<>,;:.!?"
_PIECE = re.compile(r"\S+")


def addresses_in(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each address in ``text``, with the blanks that were typed into it."""
    pieces = list(_PIECE.finditer(text))
    done = 0
    for number, piece in enumerate(pieces):
        if number < done:
            continue
        word = piece[0].strip(_AROUND)
        first = last = number
        if _MAIL.match(word):
            first = max(_onwards(pieces, number, done - 1), number - 1)
        elif _PAGE.match(word) or _is_domain(word):
            if "/" in word and piece[0][-1] not in _AROUND:
                last = _onwards(pieces, number, len(pieces))
        elif _FOLDER.match(word):
            last = _onwards(pieces, number, len(pieces))
        elif _is_file(word):
            first = _onwards(pieces, number, done - 1)
        elif not (word[:1] in {"#", "@"} or _SLUG.fullmatch(word)):
            continue
        done = last + 1
        yield pieces[first].start(), pieces[last].end()


def _onwards(pieces: list["re.Match[str]"], number: int, end: int) -> int:
    """Go on towards ``end`` to the last piece in a row without a mark: it may belong to the same name."""
    step = 1 if end > number else -1
    ahead = number + step
    while ahead != end and _UNMARKED.fullmatch(pieces[ahead][0]):
        number, ahead = ahead, ahead + step
    return number


def _is_domain(word: str) -> bool:
    """Whether a word is a domain ("tinh.gov.vn"), a path behind it or not."""
    names = word.split("/", 1)[0].split(".")
    return len(names) > 1 and names[-1] in _DOMAINS and all(name.isascii() and name for name in names)


def _is_file(word: str) -> bool:
    name, dot, kind = word.rpartition(".")
    return bool(name and dot and _FILE_KINDS.fullmatch(kind))
