"""The tokens of a text: syllables with their places, and what stands between them."""

import re
from collections.abc import Sequence

from danvan_desktop.checks.proof.syllables import is_syllable, key_of
from danvan_desktop.frozen import frozen

BREAK, FIGURE, SIGN = "#", "0", "@"
"""Keys of what is no syllable: the end of a phrase, a number, an abbreviation or a word that is foreign."""

_TOKEN = re.compile(
    r"(?P<sign>[^\W_]+(?:\.[^\W_]+)*@[\w.-]+"
    r"|(?=[^\W_/-]*[/-]?[^\W_]*\d)(?=[\d/-]*[^\W\d_])[^\W_]+(?:[-/][^\W_]+)*)"
    r"|(?P<figure>\d+(?:[.,/:]\d+)*%?)"
    r"|(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*)"
    r"|(?P<between>[^\w\s]+|[\n_]+)"
)


@frozen
class TextToken:
    """A syllable, a number, a sign or a break; ``start`` and ``end`` are its place in the text."""

    key: str
    start: int
    end: int
    word: str = ""
    """As it is written; "" unless it is a syllable or a word that may be one."""
    capital: bool = False


def tokens_of(text: str) -> list[TextToken]:
    """Part a text into tokens; a break stands at both ends and never beside another."""
    tokens = [TextToken(BREAK, 0, 0)]
    for found in _TOKEN.finditer(text):
        kind, start, end = found.lastgroup, found.start(), found.end()
        if kind == "word":
            word = found.group()
            tokens.append(TextToken(key_of(word), start, end, word, capital=word[0].isupper()))
        elif kind == "figure":
            tokens.append(TextToken(FIGURE, start, end))
        elif kind == "sign":
            tokens.append(TextToken(SIGN, start, end))
        elif tokens[-1].key != BREAK:
            tokens.append(TextToken(BREAK, start, end))
    if tokens[-1].key != BREAK:
        tokens.append(TextToken(BREAK, len(text), len(text)))
    return [_without_abbreviation(tokens, place) for place in range(len(tokens))]


def _without_abbreviation(tokens: Sequence[TextToken], place: int) -> TextToken:
    """Take a word in capitals for an abbreviation, unless it stands in a heading that is all capitals."""
    token = tokens[place]
    if token.word[1:] == token.word[1:].lower() and not token.word.isupper():
        return token
    beside = [tokens[place - 1], *tokens[place + 1 : place + 2]]
    in_heading = any(len(each.word) > 1 and each.word.isupper() for each in beside)
    if len(token.word) > 1 and in_heading and (is_syllable(token.key) or is_syllable(f"{token.key}1")):
        return token
    return TextToken(SIGN, token.start, token.end)
