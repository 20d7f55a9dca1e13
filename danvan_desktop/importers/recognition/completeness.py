"""Completeness check of an import: words of the file that are neither in the report nor in a note.

A last net under the rest of the importer. It compares letters and digits only, so that signs which
print adds again ("./.", ";", dashes) do not count; the tests compare every sign.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report

_WORD = re.compile(r"[^\W_]+")
# What every paper bears and the report therefore does not hold.
ON_EVERY_PAPER = _WORD.findall(
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do - Hạnh phúc, ĐỘC LẬP - TỰ DO - HẠNH PHÚC, "
    "Số, SỐ, số, ngày, tháng, năm, Kính gửi, KÍNH GỬI, Nơi nhận, NƠI NHẬN, Như trên, Lưu, LƯU, VT, "
    "DỰ THẢO LẦN, Phụ lục, PHỤ LỤC"
)
_PLENTY = 1_000


def unaccounted(
    typed: Iterable[str],
    report: Report,
    numbers: Iterable[str],
    *,
    plenty: Iterable[str] = ON_EVERY_PAPER,
) -> list[str]:
    """The words of ``typed`` that ``report`` and its notes do not have, in order.

    ``numbers`` are those of the lines themselves: form, not words; ``plenty`` may be there as often as it
    likes.
    """
    return absent(typed, (all_text(report), _draft(report), *numbers), plenty=plenty)


def absent(typed: Iterable[str], kept: Iterable[str], *, plenty: Iterable[str] = ()) -> list[str]:
    """The words of ``typed`` that are not in ``kept``, in order, as :func:`unaccounted` gives them."""
    left = Counter(key for text in kept for key in words_of(text))
    left.update(dict.fromkeys(plenty, _PLENTY))
    missing = []
    for text in stepped(typed, BLOCKS_A_PAGE):
        for word in _WORD.findall(text):
            key = _key(word)
            if left[key] > 0:
                left[key] -= 1
                continue
            parts = next((parts for parts in _in_two(word) if all(left[key] > 0 for key in parts)), ())
            left.subtract(parts)
            if not parts:
                missing.append(word)
    return missing


def words_of(text: str) -> list[str]:
    """The words and numbers of ``text`` as they are compared."""
    return [_key(word) for word in _WORD.findall(text)]


def _in_two(word: str) -> Iterator[tuple[str, ...]]:
    """How ``word`` may stand in the report where a label ("Nơi nhận:") was glued on."""
    for at in range(1, len(word)):
        if not (word[at - 1].isdigit() and word[at].isdigit()):
            yield _key(word[:at]), _key(word[at:])


def _draft(report: Report) -> str:
    return "" if report.marks.draft is None else str(report.marks.draft)


def _key(word: str) -> str:
    """Dates and numbers lose the zero before them: "05" is printed as the rules say."""
    return word.lstrip("0") or "0" if word.isdigit() else word
