"""Whatever is on the clipboard ends in blocks or in a sentence, soon, and no word is lost untold."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.clipboard.clipboard_content import (
    WORDS_ONLY,
    ClipboardContent,
    read_clipboard,
)
from danvan_desktop.gui.editor.clipboard.copy import BLOCKS
from danvan_desktop.gui.editor.clipboard.paste_legacy_text import converted
from danvan_desktop.gui.editor.text.paste_bounds import (
    LONGEST_WORD,
    MOST_CHARACTERS,
    MOST_LINES,
    MOST_TABS,
    TOO_LONG,
)
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.model import Block, Paragraph, Run, Section, Table, plain
from tests.builders import samples
from tests.builders.process_figures import processor_seconds
from tests.builders.samples import paragraph

WORD = "chữlạ"


def html(page: str, text: str = "") -> QMimeData:
    data = QMimeData()
    data.setHtml(page)
    if text:
        data.setText(text)
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def own(raw: bytes, words: str = "") -> QMimeData:
    data = text(words) if words else QMimeData()
    data.setData(BLOCKS, QByteArray(raw))
    return data


def own_blocks(*blocks: Block) -> QMimeData:
    return own(json.dumps(encode(Section(1, blocks=blocks))).encode())


def texts(content: ClipboardContent) -> list[str]:
    return [plain(block.runs) for block in content.blocks if isinstance(block, Paragraph)]


HOSTILE: dict[str, Callable[[], QMimeData]] = {
    "fifty million characters": lambda: html(f"<p>{WORD}</p>" * 4_000_000),
    "fifty million plain characters": lambda: text(f"{WORD}\n" * 8_000_000),
    "nested without end": lambda: html("<div>" * 100_000 + WORD),
    "lists in lists": lambda: html("<ul><li>" * 100_000 + WORD),
    "tables in tables": lambda: html("<table><tr><td>" * 100_000 + WORD),
    "a million cells": lambda: html("<table>" + f"<tr>{'<td>a' * 1_000}" * 1_000 + WORD + "</table>"),
    "a thousand million columns": lambda: html(f"<table><tr><td colspan=1000000000>{WORD}</table>"),
    "a thousand million rows": lambda: html(f"<table><tr><td rowspan=1000000000>{WORD}</table>"),
    "a long list": lambda: html(f"<ol>{f'<li>{WORD}' * 20_000}</ol>"),
    "lines as typed": lambda: html("<pre>" + f"{WORD}\n" * 100_000),
    "a rule for each line": lambda: html(
        f"<style>{'p{}' * 10_000}</style>{'<p>a' * 10_000}<p>{WORD}", f"a {WORD}"
    ),
    "a picture of twenty megabytes": lambda: html(
        f'<img src="data:image/png;base64,{"A" * 20_000_000}">{WORD}'
    ),
    "our own blocks, nested": lambda: own(b"[" * 100_000, WORD),
    "our own blocks, damaged": lambda: own(b'{"id": 1, "blocks": [{"type": "paragraph"', WORD),
    "our own blocks, too many": lambda: own(b" " * 20_000_000 + b"{}"),
    "our own table, merged beyond itself": lambda: own(
        json.dumps(
            {
                "id": 1,
                "blocks": [
                    {
                        "type": "table",
                        "id": 1,
                        "columns": [{}],
                        "rows": [[{"paragraphs": [[{"text": WORD}]], "rows": 10**12, "cols": 60}]],
                    }
                ],
            }
        ).encode()
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_hostile_ends_soon_in_words_or_in_a_sentence(editor: BlockEditor, kind: str) -> None:
    source, told = HOSTILE[kind](), list[str]()
    editor.notice.connect(told.append)
    assert processor_seconds(lambda: editor.insertFromMimeData(source)) < 2
    blocks = editor.blocks()
    pasted = " ".join(str(block) for block in blocks)
    assert WORD in pasted or told == [TOO_LONG]
    report = replace(samples.report(), opening=tuple(replace(b, id=1_000 + i) for i, b in enumerate(blocks)))
    report = replace(report, next_id=1_000_000)
    assert from_json(to_json(report)) == report


@pytest.mark.parametrize(
    "words",
    ["a " * MOST_CHARACTERS, "a\n" * (MOST_LINES + 1), "a\t" * (MOST_TABS + 1), "a" * (LONGEST_WORD + 1)],
    ids=["characters", "lines", "tabs", "a word"],
)
def test_too_much_plain_text_is_refused_whole_in_every_text(
    editor: BlockEditor, qtbot: QtBot, words: str
) -> None:
    assert read_clipboard(text(words)) == ClipboardContent(remarks=(TOO_LONG,))
    title, told = TitleEdit(UndoStack(), "Tên", ""), list[str]()
    qtbot.addWidget(title)
    title.notice.connect(told.append)
    title.insertFromMimeData(text(words))
    assert (title.toPlainText(), told) == ("", [TOO_LONG])


def test_of_too_much_formatting_the_words_are_pasted_and_it_is_said() -> None:
    content = read_clipboard(html("<div>" * 1_000 + "Một</div><div>hai <b>ba</b>"))
    assert texts(content) == ["Một", "hai ba"]
    assert content.remarks == (WORDS_ONLY,)
    assert texts(read_clipboard(html("<div>" * 1_000 + "a", "Chữ kèm theo"))) == ["Chữ kèm theo"]


@pytest.mark.parametrize(
    "source",
    [
        html("<table>" + "<tr>" + "<td>a" * 79 + f"<td>{WORD}" + "<tr><td>b</table>"),
        html(f"<table><tr><td colspan=100>a<td>{WORD}<tr><td>b</table>"),
        text("\n".join("\t".join(["a"] * 79 + [WORD]) for _ in range(2))),
    ],
    ids=["columns", "a merged cell", "tabs"],
)
def test_a_table_that_no_report_can_hold_becomes_lines(source: QMimeData) -> None:
    content = read_clipboard(source)
    assert not [block for block in content.blocks if isinstance(block, Table)]
    assert WORD in texts(content)[0]
    assert "63 cột" in content.remarks[0]


def test_a_table_as_wide_as_a_report_can_hold_stays_one() -> None:
    (table,) = read_clipboard(html(f"<table><tr>{'<td>a' * 63}<tr><td>b</table>")).blocks
    assert isinstance(table, Table)
    assert len(table.columns) == 63


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>a</p><title>{}", ["a", WORD]),
        ("<p>a</p><style>{}<p>b", ["a", WORD, "b"]),
        ("<head>{}</head><p>b</p>", [WORD, "b"]),
        ("<p>a</p><table>{}<tr><td>b</table>", ["a", WORD, "b"]),
    ],
)
def test_words_that_a_layout_drops_come_in_where_they_stood_and_are_named(
    page: str, lines: list[str]
) -> None:
    content = read_clipboard(html(page.format(WORD)))
    assert texts(content) == lines
    assert f"“{WORD}”" in content.remarks[0]


def test_of_many_that_a_layout_drops_the_first_are_named_and_how_many_follow() -> None:
    words = [f"{WORD}{number}" for number in range(9)]
    (remark,) = read_clipboard(html("b<title>" + "<p>".join([*words, WORD * 40]))).remarks
    assert "“chữlạ0”, “chữlạ1”, “chữlạ2” và 7 dòng nữa" in remark


def test_a_page_of_which_a_layout_drops_too_much_comes_in_its_words() -> None:
    words = [f"{WORD}{number}" for number in range(300)]
    content = read_clipboard(html(f"<p><b>a</b></p><title>{'<p>'.join(words)}"))
    assert (texts(content), content.remarks) == (["a", *words], (WORDS_ONLY,))


def test_words_in_an_old_encoding_that_come_in_bare_are_offered_in_unicode() -> None:
    tcvn3 = "H\xadíng dÉn c\xb8n bé, c«ng chøc thùc hiÖn c«ng t¸c d©n vËn."
    for page in (f"<p>{tcvn3}</p><title>{WORD}", "<div>" * 1_000 + tcvn3):
        found = converted(read_clipboard(html(page)))
        assert found is not None
        assert "Hướng dẫn cán bộ" in str(found)


def test_nothing_that_a_page_names_is_fetched(tmp_path: Path) -> None:
    style = tmp_path / "a.css"
    style.write_text("p { font-weight: bold }", encoding="utf-8")
    address = QUrl.fromLocalFile(str(style)).toString()
    page = (
        f'<html><head><link rel="stylesheet" type="text/css" href="{address}">'
        f'<style>@import url("{address}");</style></head><body onload="x()"><p>Chữ</p>'
        f'<script src="{address}">x()</script><iframe src="{address}"></iframe></body></html>'
    )
    (block,) = read_clipboard(html(page)).blocks
    assert block == Paragraph(1, runs=(Run("Chữ"),))


def test_our_own_blocks_are_pasted_in_greater_number() -> None:
    blocks = [paragraph(number, "Chữ") for number in range(1, 12_001)]
    assert len(read_clipboard(own_blocks(*blocks)).blocks) == 12_000
    assert read_clipboard(html("<p>a" * 12_000)).remarks == (TOO_LONG,)
    many = [paragraph(number, "Chữ") for number in range(1, 16_001)]
    assert read_clipboard(own_blocks(*many)) == ClipboardContent(remarks=(TOO_LONG,))


def test_a_tone_in_a_look_of_its_own_stands_with_its_letter() -> None:
    page = "<p>vi<b>e</b><i>\u0301</i><u>\u0302</u>t nam</p>"
    [pasted] = read_clipboard(html(page)).blocks
    assert isinstance(pasted, Paragraph)
    assert plain(pasted.runs) == "viết nam"
