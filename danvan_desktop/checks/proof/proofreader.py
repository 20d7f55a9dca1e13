"""The proof-reader: finds syllables that are real words in the wrong place, and what is no word at all.

It knows which syllables stand beside each other in official Vietnamese. Missing words, wrong names, figures
and facts are beyond it.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from danvan_desktop.checks.proof.addresses import addresses_in
from danvan_desktop.checks.proof.evidence import NAMES
from danvan_desktop.checks.proof.judging import LIKELY, REVIEW, Judge, TokenRow, Verdict
from danvan_desktop.checks.proof.lexis import Lexis
from danvan_desktop.checks.proof.office_words import NO_OFFICE_WORDS, OfficeWords
from danvan_desktop.checks.proof.syllables import key_of, spell
from danvan_desktop.checks.proof.table import read_table
from danvan_desktop.checks.proof.tokens import BREAK, TextToken, tokens_of
from danvan_desktop.checks.proof.unmarked import UnmarkedReader, UnmarkedRun
from danvan_desktop.frozen import frozen
from danvan_desktop.paths import resource
from danvan_desktop.report.text.letter_case import cased_like

Confidence = Literal["likely", "review"]
"""``likely`` is shown at once ("Nghi sai chính tả"), ``review`` where more is asked for ("Nên xem lại")."""

BESIDE = 1.0
"""How much less is asked of a syllable beside a find, its neighbour set right, if something is meant.

It becomes no surer than that find: what is in doubt vouches for nothing."""

_MEN, _WOMEN = key_of("nam"), key_of("nữ")


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
        self._unmarked = UnmarkedReader(lexis)

    def read(self, texts: Sequence[str], *, every: bool = False) -> tuple[Slip, ...]:
        """List what looks mistyped in the texts of one report, in reading order.

        One slip is told once, or at ``every`` place where it stands.
        """
        lines = [self._line(text) for text in texts]
        judge = Judge(self._lexis, self._weights, lines, self._office.pairs)
        slips: list[Slip] = []
        told = set[tuple[str, str, str]]()
        for number, line in enumerate(lines):
            for place, slip in sorted(self._slips_in(judge, line, number, texts[number]).items()):
                before = line.tokens[place - 1].key
                if (told_as := (before, slip.found.lower(), slip.suggestion.lower())) not in told or every:
                    told.add(told_as)
                    slips.append(slip)
        return tuple(slips)

    def _slips_in(self, judge: Judge, line: TokenRow, number: int, text: str) -> dict[int, Slip]:
        """Give the slips of one text by the place of their first token; runs without marks are read first."""
        known = self._known_places(text, line.tokens)
        runs = [run for run in self._unmarked.read(line) if known.isdisjoint(run.places)]
        for run in runs:
            line, known = line.mended(run.first, *run.meant), known.union(run.places)
        slips = {run.first: _slip_of_run(number, text, line.tokens, run, self._lexis) for run in runs}
        for place, verdict in self._finds(judge, line, known).items():
            slips[place] = _slip(number, text, line.tokens, place, verdict)
        return slips

    def _line(self, text: str) -> TokenRow:
        tokens = tokens_of(text)
        return TokenRow(tokens, [self._lexis.place(token.key) for token in tokens])

    def _finds(self, judge: Judge, line: TokenRow, known: frozenset[int]) -> dict[int, Verdict]:
        """Give the verdict on each find, by its place among the tokens; none on those that are ``known``."""
        finds: dict[int, Verdict] = {}
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

    def _known_places(self, text: str, tokens: Sequence[TextToken]) -> frozenset[int]:
        """List the places of addresses, of foreign phrases, and of the office's own words and phrases."""
        keys = [token.key for token in tokens]
        known = {place for place, key in enumerate(keys) if key in self._office.words}
        known |= self._unmarked.foreign_places(tokens)
        starts = [token.start for token in tokens]
        for start, end in addresses_in(text):
            known.update(range(bisect_left(starts, start), bisect_left(starts, end)))
        if _WOMEN in keys:  # "18 nam" is no year where women are counted too
            known.update(place for place, key in enumerate(keys) if key == _MEN)
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
                surer = max(again, min(again + BESIDE, score)) if other else again
                if beside in finds and again < REVIEW - BESIDE and was < score:
                    del finds[beside]  # it only looked wrong beside what is wrong
                elif surer >= REVIEW and surer > was:
                    finds[beside] = surer, other


def _slip(number: int, text: str, tokens: Sequence[TextToken], place: int, verdict: Verdict) -> Slip:
    score, meant = verdict
    token = tokens[place]
    suggestion = cased_like(spell(meant), token.word) if meant else ""
    confidence: Confidence = "likely" if score >= LIKELY else "review"
    doubled = not meant and tokens[place - 1].key == token.key
    context = _context(text, tokens, place, place, suggestion or token.word)
    return Slip(number, token.start, token.end, token.word, suggestion, confidence, context, score, doubled)


def _slip_of_run(number: int, text: str, tokens: Sequence[TextToken], run: UnmarkedRun, lexis: Lexis) -> Slip:
    """Tell a run as one slip: what stands between its words stays."""
    start, end = tokens[run.first].start, tokens[run.last].end
    suggestion, last = "", start
    for token, meant in zip(tokens[run.first : run.last + 1], run.meant, strict=True):
        suggestion += text[last : token.start] + cased_like(spell(lexis.keys[meant]), token.word)
        last = token.end
    context = _context(text, tokens, run.first, run.last, suggestion)
    return Slip(number, start, end, text[start:end], suggestion, "likely", context, LIKELY)


def _context(text: str, tokens: Sequence[TextToken], first: int, last: int, suggestion: str) -> str:
    """Give what is suggested for two tokens and all between with three words on either side."""
    near = [
        each
        for each in range(max(first - 3, 0), last + 4)
        if each < len(tokens) and tokens[each].key != BREAK
    ]
    before = text[tokens[near[0]].start : tokens[first].start]
    return (before + suggestion + text[tokens[last].end : tokens[near[-1]].end]).strip()


@lru_cache(maxsize=1)
def _shipped() -> tuple[Lexis, dict[str, float]]:
    fitted = json.loads(resource("proof", "weights.json").read_text("utf-8"))["weights"]
    return Lexis(read_table(resource("proof", "table.bin"))), {name: float(fitted[name]) for name in NAMES}


def proofreader(office: OfficeWords = NO_OFFICE_WORDS) -> Proofreader:
    """Give a proof-reader with the shipped table, for an office with words and reports of its own."""
    return Proofreader(*_shipped(), office)
