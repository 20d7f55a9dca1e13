"""The reader process: it reads the one file, tells each step, and makes an answer of whatever goes wrong."""

import io
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from danvan_desktop import importers
from danvan_desktop.errors import UserError
from danvan_desktop.file_reader import answers, main
from danvan_desktop.file_reader.messages import Answer, Progress, ReadRequest, read_message
from danvan_desktop.reading import progress

NOW = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def this_process_lives_on() -> Iterator[None]:
    """Take back the time that a reader process gives itself to live."""
    yield
    if hasattr(signal, "alarm"):
        signal.alarm(0)


def served(*requests: ReadRequest) -> list[Progress | Answer]:
    said = io.BytesIO()
    main.serve(io.BytesIO(b"".join(request.to_line() for request in requests)), said)
    said.seek(0)
    messages: list[Progress | Answer] = []
    while (message := read_message(said)) is not None:
        messages.append(message)
    return messages


def test_a_file_becomes_a_report(text_report: Path) -> None:
    *steps, answer = served(ReadRequest("warm_up"), ReadRequest("report", text_report, now=NOW))
    assert steps[0] == Progress(1)
    assert isinstance(steps[-1], Progress)
    assert steps[-1].is_loaded
    assert isinstance(answer, Answer)
    report = answers.report_from_bytes(answer.content)
    assert report.modified == NOW
    assert [section.number for section in report.sections] == ["I."]


@pytest.fixture
def text_report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("BÁO CÁO\nKết quả năm 2025\n\nI. TÌNH HÌNH\nĐoạn một.\n", encoding="utf-8")
    return path


def test_pasted_text_becomes_a_report() -> None:
    *_, answer = served(ReadRequest("pasted", text="BÁO CÁO\n\nI. TÌNH HÌNH\nĐoạn một.", now=NOW))
    assert isinstance(answer, Answer)
    assert answers.report_from_bytes(answer.content).sections


def test_blocks_have_ids_of_their_own(text_report: Path) -> None:
    *_, answer = served(ReadRequest("blocks", text_report))
    assert isinstance(answer, Answer)
    blocks, _ = answers.blocks_from_bytes(answer.content)
    assert sorted({block.id for block in blocks}) == list(range(1, len(blocks) + 1))


def test_without_a_file_it_ends_quietly() -> None:
    assert served() == []
    assert served(ReadRequest("warm_up")) == []


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (
            UserError("Tệp “a.txt” rỗng. Hãy chọn tệp khác."),
            "refused",
            "Tệp “a.txt” rỗng. Hãy chọn tệp khác.",
        ),
        (MemoryError(), "no_memory", ""),
        (RecursionError("too deep"), "defect", "RecursionError: too deep"),
    ],
    ids=["refused", "no memory", "defect"],
)
def test_what_goes_wrong_is_an_answer(
    monkeypatch: pytest.MonkeyPatch, text_report: Path, error: Exception, kind: str, said: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(importers, "read", fail)
    *_, answer = served(ReadRequest("report", text_report, now=NOW))
    assert isinstance(answer, Answer)
    assert answer.kind == kind
    message = answers.message_from_bytes(answer.content)
    assert message == said if kind == "refused" else said in message


def test_steps_are_counted_and_said_now_and_then(monkeypatch: pytest.MonkeyPatch, text_report: Path) -> None:
    clock = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])

    def read_pages(*_: object) -> None:
        progress.loaded(1.5, is_all=False)
        for _page in progress.pages(range(10)):
            clock[0] += 0.02
        list(progress.stepped(range(4), every=2))
        raise UserError("Thế thôi.")

    monkeypatch.setattr(importers, "read", read_pages)
    *steps, _ = served(ReadRequest("report", text_report, now=NOW))
    pages = [Progress(1 + page, page, 10, 1500) for page in (3, 6, 9)]
    assert steps == [Progress(1), *pages]


@pytest.mark.skipif(not hasattr(signal, "alarm"), reason="on Windows the job ends it")
def test_a_step_gives_it_time_to_live_and_no_more(text_report: Path) -> None:
    served(ReadRequest("report", text_report, now=NOW))
    assert 0 < signal.alarm(0) <= 30
