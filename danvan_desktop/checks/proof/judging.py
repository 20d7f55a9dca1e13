"""The judgement of one place of a report: how likely something else was meant, and what.

A known syllable is judged by the evidence for each that it may be confused with, an unknown one by what fits
its place.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from danvan_desktop.checks.proof.confusions import bare
from danvan_desktop.checks.proof.evidence import Numbers, Surroundings, Weighing
from danvan_desktop.checks.proof.lexis import Lexis, Repetitions, repetitions
from danvan_desktop.checks.proof.syllables import is_syllable, key_of
from danvan_desktop.checks.proof.table import GRAPH
from danvan_desktop.checks.proof.tokens import BREAK, SIGN, TextToken
from danvan_desktop.frozen import frozen

LIKELY, REVIEW = 2.6, 2.0
"""The score from which a find is shown; ``make proof`` prints what each costs in false alarms."""
RARE = 2.0
"""Where the score begins of what the table does not know though it could be a word."""
NAME, NAMES_IN_A_ROW, NAMED = 1.0, 2.0, 99.0
"""How much more is asked of a capital inside a sentence, of one beside another, of what must be a name."""
_WORDS_BEFORE_NAMES = """
    ông bà anh chị em cháu cụ bác cô chú thầy chí tên thôn bản xóm ấp buôn làng xã phường phố đường ngõ hẻm
    chợ bến sông suối hồ núi đèo
"""
_WORDS_THAT_DOUBLE = """
    xa ngày luôn dần từng đều người nhà nơi đời chiều sáng tối đêm nói lâu mãi rất hay ai đâu vừa xanh hằng
    thường lần ào chuyên ba năm hai chín sáu bảy tám bốn mười làng xóm ngành song
"""
_BEFORE_NAMES = frozenset(map(key_of, _WORDS_BEFORE_NAMES.split()))
_DOUBLES = frozenset(map(key_of, _WORDS_THAT_DOUBLE.split()))
"""Syllables that may stand twice in a row."""
_BEGUN_BY_A_DOUBLE = {key_of("bộ"): frozenset(map(key_of, ("phận", "máy", "môn", "đội")))}
"""What a syllable begins a word with, behind a word that ends with it: "cán bộ bộ phận", "chi bộ bộ đội"."""
Verdict = tuple[float, str]
"""The best score of a place and the key that is meant; the key is "" where nothing in particular is."""
NO_VERDICT: Verdict = (0.0, "")


@frozen
class TokenRow:
    """A text of the report: its tokens, and their numbers in the table."""

    tokens: Sequence[TextToken]
    row: Sequence[int]

    def mended(self, place: int, *syllables: int) -> "TokenRow":
        """Give the text with other syllables from a place on."""
        return TokenRow(self.tokens, [*self.row[:place], *syllables, *self.row[place + len(syllables) :]])


class Judge:
    """Judges the places of one report."""

    def __init__(
        self,
        lexis: Lexis,
        weights: Mapping[str, float],
        lines: Sequence[TokenRow],
        learned: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self._lexis = lexis
        self._weights = weights
        pairs = ((lexis.place(first), lexis.place(second)) for first, second in learned)
        self._report: Repetitions = repetitions((line.row for line in lines), pairs)
        self._words = Counter(token.word for line in lines for token in line.tokens if token.word)

    def judge(self, line: TokenRow, place: int) -> Verdict:
        """Judge the word at a place."""
        token, before = line.tokens[place], line.tokens[place - 1]
        if line.row[place] < 0:
            return self._judge_unknown(line, place)
        if token.key == before.key and token.word == before.word.lower():
            begun = line.tokens[place + 1].key in _BEGUN_BY_A_DOUBLE.get(token.key, ())
            is_right = begun or token.key in _DOUBLES
            return NO_VERDICT if is_right else self._judge_double(line.row[place])
        if before.key == line.tokens[place + 1].key == SIGN:
            return NO_VERDICT  # between codes nothing tells what was meant
        asked = asked_of_names(line.tokens, place) if token.capital else 0.0
        if asked == NAMED:
            return NO_VERDICT
        weighing = Weighing(self._lexis, line.row, place, self._report)
        return NO_VERDICT if weighing.is_well_attested() else self._best(weighing, asked)

    def _best(self, weighing: Weighing, asked: float) -> Verdict:
        """Give the candidate with the highest score."""
        best, meant = 0.0, ""
        fixed: float | None = None
        for other, kind in self._lexis.confused_with(weighing.written.syllable):
            if numbers := weighing.of_candidate(other, kind):
                if fixed is None:
                    fixed = self._sum(weighing.of_written) - asked
                if (score := fixed + self._sum(numbers)) > best:
                    best, meant = score, self._lexis.keys[other]
        return best, meant

    def _sum(self, numbers: Numbers) -> float:
        weights = self._weights
        return sum([weights[name] * value for name, value in numbers.items()])

    def _judge_double(self, syllable: int) -> Verdict:
        """Judge a syllable that stands twice ("cán bộ bộ"): a slip unless our own text or a law has it."""
        return (0.0 if self._lexis.pair(syllable, syllable) > GRAPH else LIKELY), ""

    def _judge_unknown(self, line: TokenRow, place: int) -> Verdict:
        """Judge what is no known syllable: a slip if a known one fits its place.

        What could be a syllable may be a rare word ("chấy", "toác"): a candidate must fit it well.
        """
        tokens = line.tokens
        token = tokens[place]
        if len(token.word) < 2 or (token.capital and asked_of_names(tokens, place)):
            return NO_VERDICT
        is_foreign = token.key == bare(token.key) and not is_syllable(token.key)
        around = Surroundings(self._lexis, line.row, place)
        inside = tokens[place - 1].key != BREAK != tokens[place + 1].key
        best, meant = 0.0, ""
        for other, kind in self._lexis.meant_by(token.key):
            left, right = around.fit(other)
            if (left and right and inside) if is_foreign and kind != "telex" else (left or right):
                score = left + right + sum(around.triples(other)) + self._lexis.frequency[other] / 16
                if score > best:
                    best, meant = score, self._lexis.keys[other]
        if meant:
            return (RARE if is_syllable(token.key) else LIKELY) + best / 10, meant
        return (0.0 if is_foreign or self._words[token.word] > 1 else REVIEW), ""


def asked_of_names(tokens: Sequence[TextToken], place: int) -> float:
    """Say how much more is asked of a capital: of a word that may be a name."""
    before = tokens[place - 1]
    if before.key == BREAK and not tokens[place + 1].capital:
        return 0.0
    in_a_row = (before.capital and place > 2) or tokens[place + 1].capital
    named = any(
        tokens[back].key in _BEFORE_NAMES
        for back in range(max(place - 4, 0), place)
        if all(tokens[each].capital or tokens[each].key == SIGN for each in range(back + 1, place + 1))
    )
    return NAMED if named else NAMES_IN_A_ROW if in_a_row else NAME
