"""Rules that look for a pattern of letters: what most rules on wording and signs are."""

import re
from collections.abc import Callable, Iterator

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import Match
from danvan_desktop.report.find.texts import PlacedText

Suggest = Callable[["re.Match[str]"], str | None]
"""What would be right in the place of a hit; "" where a person has to know, None: nothing is wrong there."""
Find = Callable[[Manuscript], Iterator[Match]]

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
"""Small and capital letters of Vietnamese (composed), for the classes of a pattern."""


def by_pattern(
    pattern: str,
    message: str,
    suggest: str | Suggest = "",
    where: Callable[[PlacedText], bool] | None = None,
    flags: int = 0,
) -> Find:
    """Find ``pattern`` in the running texts.

    Args:
        pattern: of ``re``; the whole hit is what is found and what the suggestion stands for.
        message: may hold {found} and {better}.
        suggest: a template of ``re.Match.expand``, or a function.
        where: of which texts; None: of all.
        flags: of ``re``.
    """
    compiled = re.compile(pattern, flags)
    suggestion: Suggest = suggest if callable(suggest) else lambda hit: hit.expand(suggest)

    def find(manuscript: Manuscript) -> Iterator[Match]:
        for text in manuscript.texts:
            if where is not None and not where(text):
                continue
            for hit in compiled.finditer(text.text):
                better = suggestion(hit)
                if better is not None and better != hit[0]:
                    told = message.format(found=hit[0], better=better)
                    yield Match(told, text, hit.start(), hit.end(), better)

    return find
