"""One way of writing in one report: the tone mark of ủy and uỷ, capitals, words with two spellings."""

import re
from collections.abc import Iterator

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.checks.sentences import is_inside, is_quoted
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.text.letter_case import cased_like
from danvan_desktop.report.text.tone_pairs import moved_tone

_OLD_STYLE = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY])(?![^\W\d_])")
_NEW_STYLE = re.compile(r"(?:[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")
_CAPITAL = re.compile(r"(?<!\w)công tác Dân vận(?!\w)")
_SMALL = re.compile(r"(?<!\w)công tác dân vận(?!\w)")

_PAIRS = (("hằng năm", "hàng năm"), ("bảo đảm", "đảm bảo"), ("tỷ lệ", "tỉ lệ"), ("kỷ luật", "kỉ luật"))
"""Two ways to write one word, the one that laws prefer first."""

Place = tuple[PlacedText, int, int]


def _places(manuscript: Manuscript, pattern: "re.Pattern[str]") -> list[Place]:
    return [(text, *hit.span()) for text in manuscript.texts for hit in pattern.finditer(text.text)]


def _mixed_tones(manuscript: Manuscript) -> Iterator[Match]:
    """Tell where a word is of the style that the report uses less; the office's choice decides a tie."""
    old, new = _places(manuscript, _OLD_STYLE), _places(manuscript, _NEW_STYLE)
    settings = manuscript.report.settings
    prefers_new = settings is not None and settings.tone == "new"
    rarer = old if len(new) > len(old) or (len(new) == len(old) and prefers_new) else new
    for text, start, end in rarer if old and new else []:
        begin = re.search(r"[^\W\d_]*$", text.text[:start])
        first = begin.start() if begin else start
        better = text.text[first:start] + moved_tone(text.text[start:end])
        message = f"Trong văn bản có hai kiểu đặt dấu thanh; kiểu dùng nhiều hơn là “{better}”."
        yield Match(message, text, first, end, better)


def _mixed_capitals(manuscript: Manuscript) -> Iterator[Match]:
    """Tell where a sentence writes "dân vận" as the report does less."""
    capital, small = (
        [
            (text, start, end)
            for text, start, end in _places(manuscript, pattern)
            if is_inside(text.text, start) and not is_quoted(text.text, start, end)
        ]
        for pattern in (_CAPITAL, _SMALL)
    )
    better = "công tác Dân vận" if len(capital) > len(small) else "công tác dân vận"
    for text, start, end in (small if len(capital) > len(small) else capital) if capital and small else []:
        message = f"Trong văn bản có chỗ viết “Dân vận”, có chỗ viết “dân vận”; nên thống nhất “{better}”."
        yield Match(message, text, start, end, better)


def _mixed_words(manuscript: Manuscript) -> Iterator[Match]:
    """Tell where a word is written as the report does less; of as many the first of the pair is kept."""
    for pair in _PAIRS:
        first, second = (
            _places(manuscript, re.compile(rf"(?<!\w){word}(?!\w)", re.IGNORECASE)) for word in pair
        )
        rarer, better = (first, pair[1]) if len(second) > len(first) else (second, pair[0])
        for text, start, end in rarer if first and second else []:
            right = cased_like(better, text.text[start:end])
            message = (
                f"Trong văn bản có chỗ viết “{pair[0]}”, có chỗ viết “{pair[1]}”; nên thống nhất “{better}”."
            )
            yield Match(message, text, start, end, right)


RULES = (
    Rule(
        "tone-style",
        "info",
        "Hai kiểu đặt dấu thanh",
        CUSTOM,
        _mixed_tones,
        bad=("Ủy ban nhân dân, cấp ủy và Uỷ ban Mặt trận", "hoà giải, hòa bình, hóa đơn"),
        good=("Ủy ban, cấp ủy, hóa đơn, quý, quỹ, quyết", "Uỷ ban, hoà giải"),
        safe=True,
    ),
    Rule(
        "civil-mobilisation-capital",
        "info",
        "“Dân vận” viết hoa, viết thường lẫn lộn",
        CUSTOM,
        _mixed_capitals,
        bad=("Về công tác Dân vận, nhiệm vụ công tác dân vận và kết quả công tác dân vận",),
        good=("Về công tác dân vận, mô hình “Dân vận khéo”, Ban Dân vận",),
    ),
    Rule(
        "two-spellings",
        "info",
        "Một từ viết hai cách",
        CUSTOM,
        _mixed_words,
        bad=(
            "Hằng năm tổ chức hội nghị.\nHàng năm có khen thưởng.",
            "bảo đảm, bảo đảm và đảm bảo",
            "bảo đảm, ĐẢM BẢO",
        ),
        good=("Hằng năm, hằng năm, bảo đảm.", "Hàng năm, đảm bảo."),
    ),
)
