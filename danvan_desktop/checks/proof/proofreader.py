"""The proof-reader: finds syllables that are real words in the wrong place, and what is no word at all.

It knows which syllables stand beside each other in official Vietnamese. Missing words, wrong names, figures
and facts are beyond it.
"""

import json
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from danvan_desktop.checks.proof.confusions import bare
from danvan_desktop.checks.proof.evidence import NAMES, Lexis, Weighing
from danvan_desktop.checks.proof.office_words import NO_OFFICE_WORDS, OfficeWords
from danvan_desktop.checks.proof.syllables import is_syllable, key_of, spell
from danvan_desktop.checks.proof.table import read_table
from danvan_desktop.checks.proof.tokens import BREAK, TextToken, tokens_of
from danvan_desktop.frozen import frozen
from danvan_desktop.paths import resource

Confidence = Literal["likely", "review"]
"""``likely`` is shown at once ("Nghi sai chính tả"), ``review`` where more is asked for ("Nên xem lại")."""

LIKELY, REVIEW = 3.2, 2.0
"""The score from which a find is shown; ``make proof`` prints what each costs in false alarms."""
BESIDE = 1.0
"""How much less is asked of a syllable beside a find, its neighbour set right."""
NAME, NAMES_IN_A_ROW = 1.0, 2.0
"""How much more is asked of a capital inside a sentence, and of one beside another."""
_WORDS_BEFORE_NAMES = "ông bà anh chị em cháu cụ bác cô chú thầy chí thôn bản xóm ấp buôn xã phường tên"
_WORDS_THAT_DOUBLE = """
    xa ngày luôn dần từng đều người nhà nơi đời chiều sáng tối đêm nói lâu mãi rất hay ai đâu vừa xanh hằng
    thường lần ào chuyên ba năm hai chín sáu bảy tám bốn mười làng xóm ngành song
"""
_BEFORE_NAMES = frozenset(map(key_of, _WORDS_BEFORE_NAMES.split()))
_DOUBLES = frozenset(map(key_of, _WORDS_THAT_DOUBLE.split()))
"""Syllables that may stand twice in a row."""


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

    def __init__(self, lexis: Lexis, weights: Sequence[float], office: OfficeWords = NO_OFFICE_WORDS) -> None:
        self._lexis = lexis
        self._weights = list(weights)
        self._office = office
        self._longest = max(map(len, office.phrases), default=0)

    def read(self, texts: Sequence[str], *, every: bool = False) -> tuple[Slip, ...]:
        """List what looks mistyped in the texts of one report, in reading order.

        One slip is told once, or at ``every`` place where it stands.
        """
        parted = [tokens_of(text) for text in texts]
        numbered = [[self._lexis.place(token.key) for token in tokens] for tokens in parted]
        self._lexis.note_repeated(numbered, self._office.pairs)
        words = Counter(token.word for tokens in parted for token in tokens if token.word)
        slips: list[Slip] = []
        told = set[tuple[str, str, str]]()
        for number, (tokens, row) in enumerate(zip(parted, numbered, strict=True)):
            for place, (score, suggestion) in sorted(self._finds(tokens, row, words).items()):
                slip = _slip(number, texts[number], tokens, place, score, suggestion)
                before = tokens[place - 1].key
                if (told_as := (before, slip.found.lower(), slip.suggestion.lower())) not in told or every:
                    told.add(told_as)
                    slips.append(slip)
        return tuple(slips)

    def _finds(
        self, tokens: Sequence[TextToken], row: list[int], words: Counter[str]
    ) -> dict[int, tuple[float, str]]:
        """Give the score and the suggested key of each find, by its place among the tokens."""
        finds: dict[int, tuple[float, str]] = {}
        known = self._known_places(tokens)
        for place, token in enumerate(tokens):
            if token.word and place not in known:
                score, meant = self._judge(tokens, row, place, words)
                if score >= REVIEW:
                    finds[place] = score, meant
        for place in list(finds):
            self._look_beside(tokens, row, place, finds, words)
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

    def _look_beside(
        self,
        tokens: Sequence[TextToken],
        row: list[int],
        place: int,
        finds: dict[int, tuple[float, str]],
        words: Counter[str],
    ) -> None:
        """Judge the neighbours of a find once more, as if it were set right: slips come in pairs."""
        score, meant = finds.get(place, (0.0, ""))  # a stronger find beside it may have explained it
        if not meant:
            return
        mended = [*row[:place], self._lexis.place(meant), *row[place + 1 :]]
        for beside in (place - 1, place + 1):
            token = tokens[beside]
            if token.word:
                again, other = self._judge(tokens, mended, beside, words)
                was = finds.get(beside, (0.0, ""))[0]
                if beside in finds and again < REVIEW - BESIDE and was < score:
                    del finds[beside]  # it only looked wrong beside what is wrong
                elif again + BESIDE >= REVIEW and again + BESIDE > was:
                    finds[beside] = again + BESIDE, other

    def _judge(
        self, tokens: Sequence[TextToken], row: Sequence[int], place: int, words: Counter[str]
    ) -> tuple[float, str]:
        """Give the best score of a place, and the key that is meant."""
        token = tokens[place]
        if row[place] < 0:
            return self._judge_unknown(tokens, row, place, words)
        if token.key == tokens[place - 1].key and token.word == tokens[place - 1].word.lower():
            return (0.0, "") if token.key in _DOUBLES else self._judge_double(row, place)
        inside = token.capital and place > 1 and tokens[place - 1].key != BREAK
        asked = self._asked_of_names(tokens, place) if token.capital else 0.0
        weighing = Weighing(self._lexis, row, place, capital=inside)
        if weighing.is_well_attested():
            return 0.0, ""
        best, meant = 0.0, ""
        for other, kind in self._lexis.confused_with(row[place]):
            if vector := weighing.vector(other, kind):
                score = sum(map(float.__mul__, self._weights, vector)) - asked
                if score > best:
                    best, meant = score, self._lexis.keys[other]
        return best, meant

    def _judge_double(self, row: Sequence[int], place: int) -> tuple[float, str]:
        """Judge a syllable that stands twice ("cán bộ bộ"): a slip unless the pair is well known."""
        strength = self._lexis.strength(row[place], row[place])
        return (LIKELY if strength == 0 else REVIEW if strength < 1.0 else 0.0), ""

    @staticmethod
    def _asked_of_names(tokens: Sequence[TextToken], place: int) -> float:
        """Say how much more is asked of a word that may be a name."""
        before = tokens[place - 1]
        if before.key == BREAK and not tokens[place + 1].capital:
            return 0.0
        in_a_row = (before.capital and place > 2) or tokens[place + 1].capital
        named = any(
            tokens[back].key in _BEFORE_NAMES
            for back in range(max(place - 4, 0), place)
            if all(tokens[each].capital for each in range(back + 1, place + 1))
        )
        return 99.0 if named else NAMES_IN_A_ROW if in_a_row else NAME

    def _judge_unknown(
        self, tokens: Sequence[TextToken], row: Sequence[int], place: int, words: Counter[str]
    ) -> tuple[float, str]:
        """Judge what is no known syllable: a slip if a known one fits its place."""
        token = tokens[place]
        if len(token.word) < 2 or (token.capital and self._asked_of_names(tokens, place)):
            return 0.0, ""
        is_foreign = token.key == bare(token.key) and not is_syllable(token.key)
        around = Weighing(self._lexis, row, place, capital=False).around
        inside = tokens[place - 1].key != BREAK != tokens[place + 1].key
        best, meant = 0.0, ""
        for other, kind in self._lexis.meant_by(token.key):
            left, right = around.fit(other)
            if (left and right and inside) if is_foreign and kind != "telex" else (left or right):
                triples = sum(around.triples(other))
                score = left + right + triples + self._lexis.table.frequency[other] / 64
                if score > best:
                    best, meant = score, self._lexis.keys[other]
        if meant:
            return LIKELY + best / 10, meant
        return (0.0 if is_foreign or words[token.word] > 1 else REVIEW), ""


def _slip(number: int, text: str, tokens: Sequence[TextToken], place: int, score: float, meant: str) -> Slip:
    token = tokens[place]
    suggestion = _cased(spell(meant), token.word) if meant else ""
    near = [
        each for each in range(place - 3, place + 4) if 0 <= each < len(tokens) and tokens[each].key != BREAK
    ]
    first, last = near[0], near[-1]
    start, end = tokens[first].start, tokens[last].end
    context = (text[start : token.start] + (suggestion or token.word) + text[token.end : end]).strip()
    confidence: Confidence = "likely" if score >= LIKELY else "review"
    doubled = not meant and tokens[place - 1].key == token.key
    return Slip(number, token.start, token.end, token.word, suggestion, confidence, context, score, doubled)


def _cased(word: str, like: str) -> str:
    """Write ``word`` with the capitals of ``like``."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


@lru_cache(maxsize=1)
def _shipped() -> tuple[Lexis, tuple[float, ...]]:
    fitted = json.loads(resource("proof", "weights.json").read_text("utf-8"))["weights"]
    weights = tuple(float(fitted[name]) for name in NAMES)
    return Lexis(read_table(resource("proof", "table.bin"))), weights


def proofreader(office: OfficeWords = NO_OFFICE_WORDS) -> Proofreader:
    """Give a proof-reader with the shipped table, for an office with words and reports of its own."""
    return Proofreader(*_shipped(), office)
