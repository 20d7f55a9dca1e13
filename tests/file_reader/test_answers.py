"""Answers come over as the values they were; what a taken-over reader might send is refused, never run."""

import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given

from danvan_desktop.file_reader import answers
from danvan_desktop.file_reader.answers import UnusableAnswerError
from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection import inspect
from danvan_desktop.report.model import Block, ImportNote, Paragraph, Report, Run
from danvan_desktop.report.walk import every_block
from tests.builders import samples
from tests.builders.exported_files import as_docx
from tests.builders.inspected_report import REPORT
from tests.builders.strategies import reports

NOTES = (ImportNote("font", "Chữ “á” lạ.", "block:31"),)


@given(reports())
def test_a_report_comes_over_as_it_was(report: Report) -> None:
    assert answers.report_from_bytes(answers.report_as_bytes(report)) == report


@given(reports())
def test_blocks_come_over_as_they_were(report: Report) -> None:
    blocks: tuple[Block, ...] = tuple(each for _, each in every_block(report))
    assert answers.blocks_from_bytes(answers.blocks_as_bytes((blocks, NOTES))) == (blocks, NOTES)


def test_a_sheet_comes_over_as_it_was(tmp_path: Path, fonts: FontSet) -> None:
    path = tmp_path / "Báo cáo.docx"
    blank = replace(REPORT, opening=(Paragraph(900, runs=(Run("Văn phòng … báo cáo như sau:"),)),))
    path.write_bytes(as_docx(blank, fonts))
    sheet = inspect(path, datetime(2026, 1, 2, tzinfo=UTC))
    assert any(line.spots for line in sheet.lines)
    assert answers.sheet_from_bytes(answers.sheet_as_bytes(sheet)) == sheet


def test_a_message_comes_over_word_for_word() -> None:
    assert answers.message_from_bytes(answers.message_as_bytes("Tệp “a\udcff”.")) == "Tệp “a\udcff”."


class _Harm:
    """Pickled, it leaves a mark where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return Path.touch, (self.mark,)


DECODERS = [
    answers.report_from_bytes,
    answers.blocks_from_bytes,
    answers.sheet_from_bytes,
    answers.message_from_bytes,
]


@pytest.mark.parametrize("decode", DECODERS)
def test_a_pickle_is_refused_and_does_not_run(decode: Callable[[bytes], object], tmp_path: Path) -> None:
    with pytest.raises(UnusableAnswerError):
        decode(pickle.dumps(_Harm(tmp_path / "mark")))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("decode", DECODERS)
@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"[]", b"{}", b"1", b"[" * 100_000, b"\xff\xfe"],
    ids=["nothing", "null", "a list", "an object", "a number", "too deep", "no text"],
)
def test_what_is_no_answer_is_refused(decode: Callable[[bytes], object], content: bytes) -> None:
    with pytest.raises(UnusableAnswerError):
        decode(content)


def test_a_table_that_is_no_grid_is_refused() -> None:
    grid = samples.table(5)
    torn = replace(grid, rows=(grid.rows[0], grid.rows[1][:1], *grid.rows[2:]))
    assert answers.blocks_from_bytes(answers.blocks_as_bytes(((grid,), ()))) == ((grid,), ())
    with pytest.raises(UnusableAnswerError):
        answers.blocks_from_bytes(answers.blocks_as_bytes(((torn,), ())))


def _sheet(fonts: FontSet, folder: Path) -> dict[str, object]:
    path = folder / "a.docx"
    path.write_bytes(as_docx(samples.report(), fonts))
    words: dict[str, object] = json.loads(answers.sheet_as_bytes(inspect(path)))
    return words


@pytest.mark.parametrize(
    "change",
    [
        {"lines": []},
        {"lines": [{"number": [], "measured": "", "outcome": "RIGHT", "spots": []}]},
        {"lines": [{"number": 1, "measured": "", "outcome": "PERFECT", "spots": []}]},
        {"lines": [{"number": 1, "measured": "", "outcome": "RIGHT", "spots": [["a"]]}]},
        {"file": []},
        {"file": {"name": "a", "sha256": "b", "title": "c", "pages": "5"}},
        {"checked_at": "yesterday"},
    ],
    ids=str,
)
def test_a_sheet_that_is_none_is_refused(change: dict[str, object], fonts: FontSet, tmp_path: Path) -> None:
    words = _sheet(fonts, tmp_path)
    answers.sheet_from_bytes(json.dumps(words).encode())
    with pytest.raises(UnusableAnswerError):
        answers.sheet_from_bytes(json.dumps({**words, **change}).encode())
