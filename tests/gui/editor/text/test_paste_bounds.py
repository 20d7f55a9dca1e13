"""What is pasted is measured before it is read: what an office copies is within the bounds, bombs are not."""

import time

import pytest
from PySide6.QtCore import QMimeData

from danvan_desktop.gui.editor.text.paste_bounds import (
    MOST_BLOCKS,
    MOST_CELLS,
    MOST_CHARACTERS,
    html_within,
    is_too_long,
)

WORDS = "Đã tổ chức <b>thực hiện</b> công tác dân vận."


def of(page: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(page)
    return data


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{WORDS}</p>" * MOST_BLOCKS,
        f"<p>{WORDS}" * MOST_BLOCKS,
        "<p>" + f"<span lang=VI style='font-size:14pt'>{WORDS}</span>" * 20_000,
        "<table>" + ("<tr>" + "<td>1" * 20) * (MOST_CELLS // 20) + "</table>",
        "<table><tr><td colspan=5>a<td>b</table>",
        "<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>" * 100,
        "<div>" * 50 + "a" + "</div>" * 50,
        "<p>a<br/>b<hr><img src=x>" * 1_000,
    ],
    ids=["pages", "no ends", "spans", "a table", "a wide cell", "lists", "depth", "no depth"],
)
def test_what_an_office_copies_is_within(page: str) -> None:
    assert html_within(of(page)) is not None


BOMBS = {
    "depth": "<div>" * 100_000,
    "lists": "<ul><li>" * 10_000,
    "letters": "<b>" * 50_000 + "a",
    "tables": "<table><tr><td>" * 2_000,
    "a grid": "<table><tr>" + "<td>a" * 300 + "<tr><td>b" * 3_000,
    "wide cells": "<table>" + "<tr><td colspan=20000>a" * 100,
    "lines": "<p>a<br>" * 100_000,
    "tags": "<p>" + "<i>a</i>" * 100_000,
    "length": "<p>" + "a" * 6_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_not_and_are_known_at_once(name: str) -> None:
    source = of(BOMBS[name])
    begun = time.process_time()
    assert html_within(source) is None
    assert time.process_time() - begun < 1


def test_without_formatted_text_there_is_none() -> None:
    assert html_within(QMimeData()) == ""


@pytest.mark.parametrize(
    ("text", "is_beyond"),
    [
        ("a" * MOST_CHARACTERS, False),
        ("a" * (MOST_CHARACTERS + 1), True),
        ("a\n" * MOST_BLOCKS, False),
        ("a\n" * (MOST_BLOCKS + 1), True),
    ],
    ids=["long", "too long", "many lines", "too many lines"],
)
def test_plain_text_has_a_most_too(text: str, *, is_beyond: bool) -> None:
    assert is_too_long(text) == is_beyond
