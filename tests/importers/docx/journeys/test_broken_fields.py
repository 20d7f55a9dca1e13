"""Broken fields, in every order of their characters: what LibreOffice shows is read, no word is nowhere."""

import re
from itertools import product
from pathlib import Path

import pytest

from danvan_desktop.report.full_text import all_text, printed_texts
from tests.builders import libreoffice
from tests.builders.word_file import BEGIN, END, SEPARATE, code, p, r, table, word_file
from tests.importers.docx.shape import imported

_SIGNS = (BEGIN, BEGIN + code(" REF a "), SEPARATE, END)
_LONGEST = 3
ROWS = [signs for length in range(1, _LONGEST + 1) for signs in product(_SIGNS, repeat=length)]
"""Every row of up to three field characters."""


def file_of(number: int) -> bytes:
    """A word before, between and behind the characters, in one paragraph, in several, or in cells."""
    pieces = [sign + r(f"chữ{place}x ") for place, sign in enumerate(ROWS[number])]
    forms = (p(*pieces), "".join(map(p, pieces)), table([p(piece) for piece in pieces]))
    return word_file(p("chữ8x") + forms[number % len(forms)] + p("chữ9x"))


def words_in(text: str) -> set[str]:
    return set(re.findall(r"chữ\d+x", text))


@pytest.mark.parametrize("number", range(len(ROWS)))
def test_every_word_is_read_or_named(number: int) -> None:
    expected = {f"chữ{place}x" for place in (*range(len(ROWS[number])), 8, 9)}
    assert words_in(all_text(imported(file_of(number)))) == expected


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is absent")
def test_every_word_that_libreoffice_shows_is_read(tmp_path: Path) -> None:
    files = {tmp_path / f"{number}.docx": file_of(number) for number in range(len(ROWS))}
    for path, content in files.items():
        path.write_bytes(content)
    for path, shown in zip(
        files, libreoffice.convert([*files], tmp_path, "txt:Text (encoded):UTF8"), strict=True
    ):
        words = words_in(shown.read_text(encoding="utf-8-sig"))
        assert words
        assert words <= words_in("\n".join(printed_texts(imported(files[path])))), path
