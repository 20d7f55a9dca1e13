"""Which words of a PDF can be seen: those that are large enough and on the paper."""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.builders import libreoffice
from tests.builders.drawn_pdf import plain_pages
from tests.builders.pdf_file import one_page, stream
from tests.fuzz.judging.shown_words import shown

FONT = b"<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Times-Roman>> >> >>"


pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is absent")


def test_words_that_nobody_can_see_are_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    drawing = (
        b"BT /F1 14 Tf 1 0 0 1 80 700 Tm (mot zq001x) Tj ET BT /F1 0.01 Tf 1 0 0 1 80 600 Tm (zq002x) Tj ET "
        b"BT /F1 14 Tf 1 0 0 1 80 4000 Tm (zq003x) Tj ET "
        b"BT /F1 14 Tf 1 0 -99999 1 80 500 Tm (zq004x) Tj ET "
        b"BT /F1 -1 Tf 1 0 0 1 80 400 Tm (zq005x) Tj ET"
    )
    path.write_bytes(one_page(stream(drawing, b""), FONT))
    assert shown("pdf", [path]) == {path: {"zq001x"}}


def test_words_on_pages_that_are_told_to_be_unreadable_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(plain_pages(*([(72, 700, f"mot zq00{number}x")] for number in (1, 2, 3))))
    assert shown("pdf", [path], {path: (0, 2)}) == {path: {"zq002x"}}


def test_where_one_of_the_pages_is_none_numbers_do_not_say_which_was_told(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    whole = plain_pages(*([(72, 700, f"mot zq00{number}x")] for number in (1, 2, 3)))
    kids = re.search(rb"/Kids ?\[ ?(\d+) 0 R", whole)
    assert kids is not None
    content = re.search(rb"/Contents (\d+) 0 R", whole)
    assert content is not None
    path.write_bytes(whole[: kids.start(1)] + content[1] + whole[kids.end(1) :])
    assert shown("pdf", [path]) == {path: {"zq002x", "zq003x"}}
    assert shown("pdf", [path], {path: (0,)}) == {path: set()}


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
@pytest.mark.parametrize("fault", ["exit 77", "sleep 60"])
def test_a_file_that_crashes_or_hangs_the_other_program_costs_no_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """A stand-in converts by copying, in turn, and breaks off at one file."""
    program = tmp_path / "soffice"
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done; folder="$2"; shift 2\n'
        f'for file; do case "$file" in *bad*) {fault};; esac\n'
        'cp "$file" "$folder/$(basename "$file" .txt).pdf"; done\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "program", lambda: str(program))
    monkeypatch.setattr(libreoffice, "_LEAST_SECONDS", 2)
    monkeypatch.setattr(libreoffice, "_SILENT_SECONDS", 2)
    files = [tmp_path / f"{name}.txt" for name in ("one", "bad", "two", "bad-too", "three")]
    for number, file in enumerate(files, start=1):
        file.write_bytes(plain_pages([(72, 700, f"mot zq00{number}x")]))
    seen = shown("txt", files)
    assert [sorted(seen[file]) for file in files] == [["zq001x"], [], ["zq003x"], [], ["zq005x"]]
