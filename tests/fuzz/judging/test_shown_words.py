"""Which words of a PDF can be seen: those that are large enough and on the paper."""

import shutil
from pathlib import Path

import pytest

from tests.builders.pdf_file import one_page, stream
from tests.fuzz.judging.shown_words import shown

FONT = b"<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Times-Roman>> >> >>"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is absent")
def test_words_that_nobody_can_see_are_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    drawing = (
        b"BT /F1 14 Tf 1 0 0 1 80 700 Tm (mot zq001x) Tj ET BT /F1 0.01 Tf 1 0 0 1 80 600 Tm (zq002x) Tj ET "
        b"BT /F1 14 Tf 1 0 0 1 80 4000 Tm (zq003x) Tj ET"
    )
    path.write_bytes(one_page(stream(drawing, b""), FONT))
    assert shown("pdf", [path]) == {path: {"zq001x"}}
