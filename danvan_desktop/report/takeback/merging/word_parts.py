"""The words that came of a patch, parted into paragraphs: which of them are ours, which came with a hunk."""

from collections.abc import Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.words import cut, joined
from danvan_desktop.report.model import Runs, plain
from danvan_desktop.report.takeback.patching.text_patch import BREAK, Piece


@frozen
class WordPart:
    """What one paragraph of the result says."""

    runs: Runs
    ours: range
    """Which of our paragraphs have become this one; empty where a line feed of theirs begins it."""
    new: int = -1
    """Which of their paragraphs it is, where a line feed of theirs begins it; -1: of ours."""
    has_theirs: bool = False
    """Whether words of theirs stand in it."""


def word_parts(pieces: Sequence[Piece], ours: Sequence[Runs], news: Sequence[Runs]) -> list[WordPart]:
    """Part ``pieces`` at line feeds: those of ours begin one of ``ours``, those of hunks one of ``news``."""
    our_breaks, their_breaks = _breaks(ours), _breaks(news)
    begun: list[tuple[int, int]] = [(0, -1)]
    said: list[list[Piece]] = [[]]
    for piece in pieces:
        at = 0
        for number, line in enumerate(plain(piece.runs).split(BREAK)):
            if number and piece.hunk is None:
                begun.append((min(our_breaks.get(piece.our_start + at - 1, 0) + 1, len(ours) - 1), -1))
                said.append([])
            elif number:
                after = their_breaks.get(piece.new_start + at - 1, len(begun) - 1)
                begun.append((-1, min(after + 1, len(news) - 1)))
                said.append([])
            said[-1].append(Piece(cut(piece.runs, at, at + len(line)), piece.hunk))
            at += len(line) + 1
    return [
        WordPart(
            _trimmed(joined(run for piece in found for run in piece.runs)),
            range(our, max(our + 1, _next_of_ours(begun[number + 1 :], len(ours)))) if new < 0 else range(0),
            new,
            any(piece.hunk is not None and _has_word(piece.runs) for piece in found),
        )
        for number, ((our, new), found) in enumerate(zip(begun, said, strict=True))
    ]


def _next_of_ours(begun: Sequence[tuple[int, int]], size: int) -> int:
    return next((our for our, new in begun if new < 0), size)


def _has_word(runs: Runs) -> bool:
    return any(letter.isalnum() for letter in plain(runs))


def _trimmed(runs: Runs) -> Runs:
    text = plain(runs)
    start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    return cut(runs, start, max(end, start))


def _breaks(texts: Sequence[Runs]) -> dict[int, int]:
    """Where in a row of texts the line feeds are: of each the number of the text before it."""
    found: dict[int, int] = {}
    at = 0
    for number, runs in enumerate(texts[:-1]):
        at += len(plain(runs))
        found[at] = number
        at += 1
    return found
