"""Capitals of one word given to another: what is put in a word's place looks as the word did."""


def cased_like(word: str, like: str) -> str:
    """Write ``word`` as ``like`` is written: all in capitals, with a capital in front, or as it is given.

    A single capital letter is one in front.
    """
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
