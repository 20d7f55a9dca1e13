"""How many slips the proof-reader finds in a text, and how often it cries without cause."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from danvan_desktop.checks.proof.judging import REVIEW
from danvan_desktop.checks.proof.proofreader import Proofreader
from danvan_desktop.checks.proof.syllables import is_syllable, key_of, spell
from danvan_desktop.checks.proof.table import read_table
from danvan_desktop.checks.proof.tokens import tokens_of
from tests.proof.typist import SLIPS, slip
from tests.repository import ROOT

TEXTS = Path(__file__).parent / "texts"
EVERY = 60
"""One syllable in so many is mistyped: slips stand apart and hardly ever come twice, as they do."""
REPORT = 2600
"""Syllables that are read as one report: as many as the real one has, five pages."""


def paragraphs(name: str) -> list[str]:
    """List the paragraphs of a text in ``texts/``."""
    return paragraphs_of(TEXTS / name)


def paragraphs_of(path: Path) -> list[str]:
    """List the paragraphs of a text with a paragraph a line, its remarks left out."""
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def syllables(texts: Sequence[str]) -> int:
    """Count the syllables of ``texts``."""
    return sum(bool(token.word) for text in texts for token in tokens_of(text))


def real_words() -> frozenset[str]:
    """Give all real syllables, as they are written."""
    table = read_table(ROOT / "resources" / "proof" / "table.bin")
    return frozenset(spell(key) for key in table.places if is_syllable(key))


@dataclass
class Measured:
    """Scores of slips and of false alarms; a curve is drawn by raising the bar."""

    syllables: int
    slips: dict[str, list[tuple[float, bool]]] = field(default_factory=dict)
    """For each kind: the score of each slip (0: not found), and whether the right word is suggested."""
    alarms: list[tuple[float, str]] = field(default_factory=list)
    """Finds in the text as it is: the score, and what is told."""

    def recall(self, bar: float, kind: str | None = None) -> float:
        """Give the part of the slips found from ``bar`` on."""
        scores = [score for each, found in self.slips.items() if kind in {None, each} for score, _ in found]
        return sum(score >= bar for score in scores) / max(len(scores), 1)

    def alarms_per_thousand(self, bar: float) -> float:
        """Give the false alarms in a thousand syllables from ``bar`` on."""
        return 1000 * sum(score >= bar for score, _ in self.alarms) / self.syllables

    def right_suggestions(self, bar: float) -> float:
        """Give the part of the found slips for which the right word is suggested."""
        told = [right for found in self.slips.values() for score, right in found if score >= bar]
        return sum(told) / max(len(told), 1)

    def bar_at(self, alarms: float) -> float:
        """Give the lowest bar, from REVIEW on, with at most so many alarms in a thousand syllables."""
        bars = sorted({REVIEW, *(score + 1e-9 for score, _ in self.alarms)})
        return next(bar for bar in bars if self.alarms_per_thousand(bar) <= alarms)


def reports(texts: Sequence[str]) -> list[list[str]]:
    """Part texts into what is read as one report each."""
    parted: list[list[str]] = [[]]
    for text in texts:
        if syllables(parted[-1]) >= REPORT:
            parted.append([])
        parted[-1].append(text)
    return parted


def measure(reader: Proofreader, texts: Sequence[str], rounds: int = 30, seed: int = 1) -> Measured:
    """Read ``texts`` as they are, then ``rounds`` times with other slips in them."""
    result = Measured(syllables(texts), {kind: [] for kind in SLIPS})
    known, chance = real_words(), random.Random(seed)
    for report in reports(texts):
        result.alarms += [
            (each.score, f"{each.found} -> {each.suggestion}: {each.context}") for each in reader.read(report)
        ]
        for turn in range(rounds):
            spoilt, made = _spoil(report, known, chance, list(SLIPS), turn)
            found = {(each.text, each.start): each for each in reader.read(spoilt, every=True)}
            for (text, start), (kind, meant) in made.items():
                each = found.get((text, start))
                right = each is not None and key_of(each.suggestion) == key_of(meant)
                result.slips[kind].append((each.score if each else 0.0, right))
    return result


def _spoil(
    texts: Sequence[str], known: frozenset[str], chance: random.Random, kinds: list[str], turn: int
) -> tuple[list[str], dict[tuple[int, int], tuple[str, str]]]:
    """Mistype some syllables; say where they then stand, how they were mistyped and what was meant."""
    spoilt, made = [], {}
    next_at = turn * 2 % EVERY
    for number, text in enumerate(texts):
        parts, last, shift = [], 0, 0
        for token in tokens_of(text):
            if not token.word or token.capital:
                continue
            next_at -= 1
            if next_at > 0:
                continue
            kind = chance.choice(kinds)
            if wrong := slip(token.word, kind, known, chance):
                parts += [text[last : token.start], wrong]
                made[number, token.start + shift] = kind, token.word
                shift += len(wrong) - len(token.word)
                last = token.end
                next_at = EVERY
        spoilt.append("".join([*parts, text[last:]]))
    return spoilt, made
