"""No word of a page is lost, however it is broken; and nothing is said of pages as programs write them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from danvan_desktop.gui.editor.clipboard.clipboard_content import read_clipboard
from danvan_desktop.gui.editor.clipboard.dropped_lines import completed, lines_of
from danvan_desktop.report.model import Paragraph, plain
from tests.builders.copied_pages import CLIPBOARDS
from tests.builders.samples import paragraph

pytestmark = pytest.mark.usefixtures("qapp")


def of(page: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(page)
    return data


@pytest.mark.parametrize("maker", CLIPBOARDS)
def test_nothing_is_put_back_in_what_programs_copy(maker: str) -> None:
    content = read_clipboard(of(CLIPBOARDS[maker]))
    assert content.remarks == ()
    assert content.page, "laid out as it is"


def test_without_its_numbers_a_line_is_still_itself() -> None:
    blocks = (Paragraph(1, "point", 1, runs=paragraph(1, "Một").runs), paragraph(2, "Hai"))
    found = completed(blocks, "a) Một\nHai")
    assert found is not None
    assert (found.blocks, found.put_back) == (blocks, ())


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Hai\nMột\nHai", ["Một", "Hai", "Hai"]),  # one of two that are alike
        ("Một\n57\nHai", ["Một", "57", "Hai"]),
        ("Hai\nMột", ["Một", "Hai"]),  # laid out in another order
        ("Một Hai", ["Một", "Hai"]),
        ("Một\n…\nHai", ["Một", "Hai"]),  # no letter
    ],
)
def test_lines_are_counted(words: str, made: list[str]) -> None:
    found = completed((paragraph(1, "Một"), paragraph(2, "Hai")), words)
    assert found is not None
    assert sorted(plain(b.runs) for b in found.blocks if isinstance(b, Paragraph)) == sorted(made)


def test_where_nothing_is_where_it_should_be_nothing_is_put_back() -> None:
    words = "\n".join(str(number) for number in range(2_000))
    assert completed((paragraph(1, "Một"),), words) is None


_NAMES = (
    "p",
    "div",
    "b",
    "table",
    "tr",
    "td",
    "caption",
    "ul",
    "li",
    "title",
    "style",
    "script",
    "head",
    "body",
    "pre",
)
_MARKS = st.sampled_from(
    [
        *(f"<{name}>" for name in _NAMES),
        *(f"</{name}>" for name in (*_NAMES, "3", "")),
        *("<select>", "<option>", "<textarea>", "<svg>", "<plaintext>", "<xmp>"),
        *("<template>", "<noscript>", "<frameset>", "<iframe>", "<object>"),
        *("<br>", "<hr/>", "<td colspan=3 rowspan=0>", "<p style='display:none'>", "<p title='>'>"),
        *("<p title=a'b>", '<p title="b="c">'),
        *("<!--x-->", "<![if !a]>", "<!DOCTYPE html>", "<?xml a?>", "&", "&nbsp;", "&bogus;", "&#0;"),
        *("<", ">", "1. ", "a) ", "- "),
    ]
)  # fmt: skip
_WORDS = st.just("zq")
_UNSHOWN = re.compile(r"<(title|style|script)>.*?(?=</\1>)|<!--.*?-->", re.DOTALL)


@given(st.lists(st.one_of(_MARKS, _WORDS), max_size=25))
@settings(max_examples=400, deadline=None)
def test_any_word_that_is_shown_is_pasted_or_told(pieces: list[str]) -> None:
    page = "".join(f" {piece}{place}x " if piece == "zq" else piece for place, piece in enumerate(pieces))
    content = read_clipboard(of(page))
    got = " ".join((*content.remarks, *(plain(line) for block in content.blocks for line in lines_of(block))))
    shown = re.sub(r"<[^>]*>", " ", _UNSHOWN.sub(" ", page))
    assert [word for word in re.findall(r"zq\d+x", shown) if word not in got] == []
