"""The proof-reader: finds syllables that are real words in the wrong place, and what is no word at all.

It knows which syllables stand beside each other in official Vietnamese. Missing words, wrong names, figures
and facts are beyond it.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from danvan_desktop.checks.proof.evidence import NAMES
from danvan_desktop.checks.proof.judging import LIKELY, REVIEW, Judge, TokenRow, Verdict
from danvan_desktop.checks.proof.lexis import Lexis
from danvan_desktop.checks.proof.office_words import NO_OFFICE_WORDS, OfficeWords
from danvan_desktop.checks.proof.syllables import spell
from danvan_desktop.checks.proof.table import read_table
from danvan_desktop.checks.proof.tokens import BREAK, TextToken, tokens_of
from danvan_desktop.frozen import frozen
from danvan_desktop.paths import resource
from danvan_desktop.report.text.letter_case import cased_like

Confidence = Literal["likely", "review"]
"""``likely`` is shown at once ("Nghi sai chính tả"), ``review`` where more is asked for ("Nên xem lại")."""

BESIDE = 1.0
"""How much less is asked of a syllable beside a find, its neighbour set right."""


@frozen
class Slip:
    """A place that looks mistyped: ``start`` and ``end`` in the text number ``text``."""

    text: int
    start: int
    end: int
    found: str
    suggestion: str
    confidence: Confidence
    context: str
    """The place with three words on either side, the suggestion put in."""
    score: float
    doubled: bool = False
    """The syllable stands twice in a row."""


class Proofreader:
    """Reads the texts of one report after the other; made once, for the table takes a moment."""

    def __init__(
        self, lexis: Lexis, weights: Mapping[str, float], office: OfficeWords = NO_OFFICE_WORDS
    ) -> None:
        self._lexis = lexis
        self._weights = weights
        self._office = office
        self._longest = max(map(len, office.phrases), default=0)

    def read(self, texts: Sequence[str], *, every: bool = False) -> tuple[Slip, ...]:
        """List what looks mistyped in the texts of one report, in reading order.

        One slip is told once, or at ``every`` place where it stands.
        """
        lines = [self._line(text) for text in texts]
        judge = Judge(self._lexis, self._weights, lines, self._office.pairs)
        slips: list[Slip] = []
        told = set[tuple[str, str, str]]()
        for number, line in enumerate(lines):
            for place, verdict in sorted(self._finds(judge, line).items()):
                slip = _slip(number, texts[number], line.tokens, place, verdict)
                before = line.tokens[place - 1].key
                if (told_as := (before, slip.found.lower(), slip.suggestion.lower())) not in told or every:
                    told.add(told_as)
                    slips.append(slip)
        return tuple(slips)

    def _line(self, text: str) -> TokenRow:
        tokens = tokens_of(text)
        return TokenRow(tokens, [self._lexis.place(token.key) for token in tokens])

    def _finds(self, judge: Judge, line: TokenRow) -> dict[int, Verdict]:
        """Give the verdict on each find, by its place among the tokens."""
        finds: dict[int, Verdict] = {}
        known = self._known_places(line.tokens)
        for place, token in enumerate(line.tokens):
            if token.word and place not in known:
                verdict = judge.judge(line, place)
                if verdict[0] >= REVIEW:
                    finds[place] = verdict
        looked = set[int]()
        while ahead := finds.keys() - looked:  # a find beside a find is looked beside itself
            looked.add(place := min(ahead))
            self._look_beside(judge, line, place, finds)
        return {place: find for place, find in finds.items() if place not in known}

    def _known_places(self, tokens: Sequence[TextToken]) -> frozenset[int]:
        """List the places of the office's own words and phrases."""
        keys = [token.key for token in tokens]
        known = {place for place, key in enumerate(keys) if key in self._office.words}
        for place in range(len(keys)):
            for length in range(2, self._longest + 1):
                if tuple(keys[place : place + length]) in self._office.phrases:
                    known.update(range(place, place + length))
        return frozenset(known)

    def _look_beside(self, judge: Judge, line: TokenRow, place: int, finds: dict[int, Verdict]) -> None:
        """Judge the neighbours of a find once more, as if it were set right: slips come in pairs."""
        score, meant = finds.get(place, (0.0, ""))  # a stronger find beside it may have explained it
        if not meant:
            return
        mended = line.mended(place, self._lexis.place(meant))
        for beside in (place - 1, place + 1):
            if line.tokens[beside].word:
                again, other = judge.judge(mended, beside)
                was = finds.get(beside, (0.0, ""))[0]
                if beside in finds and again < REVIEW - BESIDE and was < score:
                    del finds[beside]  # it only looked wrong beside what is wrong
                elif again + BESIDE >= REVIEW and again + BESIDE > was:
                    finds[beside] = again + BESIDE, other


def _slip(number: int, text: str, tokens: Sequence[TextToken], place: int, verdict: Verdict) -> Slip:
    score, meant = verdict
    token = tokens[place]
    suggestion = cased_like(spell(meant), token.word) if meant else ""
    near = [
        each for each in range(place - 3, place + 4) if 0 <= each < len(tokens) and tokens[each].key != BREAK
    ]
    first, last = near[0], near[-1]
    start, end = tokens[first].start, tokens[last].end
    context = (text[start : token.start] + (suggestion or token.word) + text[token.end : end]).strip()
    confidence: Confidence = "likely" if score >= LIKELY else "review"
    doubled = not meant and tokens[place - 1].key == token.key
    return Slip(number, token.start, token.end, token.word, suggestion, confidence, context, score, doubled)


@lru_cache(maxsize=1)
def _shipped() -> tuple[Lexis, dict[str, float]]:
    fitted = json.loads(resource("proof", "weights.json").read_text("utf-8"))["weights"]
    return Lexis(read_table(resource("proof", "table.bin"))), {name: float(fitted[name]) for name in NAMES}


def proofreader(office: OfficeWords = NO_OFFICE_WORDS) -> Proofreader:
    """Give a proof-reader with the shipped table, for an office with words and reports of its own."""
    return Proofreader(*_shipped(), office)
