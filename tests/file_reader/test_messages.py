"""What window and reader process say to each other arrives; what is no message of theirs is refused."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from danvan_desktop.file_reader.limits import LONGEST_ANSWER
from danvan_desktop.file_reader.messages import (
    Answer,
    Progress,
    ReadRequest,
    read_message,
    request_of,
    write_answer,
    write_progress,
)


@pytest.mark.parametrize(
    "request_",
    [
        ReadRequest("warm_up"),
        ReadRequest("report", Path("Báo cáo \udcff.docx"), now=datetime(2026, 1, 2, tzinfo=UTC)),
        ReadRequest("pasted", text="Dòng một\nDòng “hai”\u2028", now=datetime(2026, 1, 2, tzinfo=UTC)),
    ],
    ids=["warm up", "a name that is no text", "pasted"],
)
def test_a_request_is_one_line_and_arrives(request_: ReadRequest) -> None:
    line = request_.to_line()
    assert line.count(b"\n") == 1
    assert request_of(line) == request_


def test_progress_and_answer_arrive_one_after_the_other() -> None:
    stream = io.BytesIO()
    write_progress(stream, Progress(3, 2, 500, 250, is_loaded=True))
    write_answer(stream, Answer("refused", b'"a\\nb"'))
    stream.seek(0)
    assert read_message(stream) == Progress(3, 2, 500, 250, is_loaded=True)
    assert read_message(stream) == Answer("refused", b'"a\\nb"')
    assert read_message(stream) is None


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b'{"steps": 1, "page": 0, "pages": 0}',
        b'{"answer": "report", "size": 10}\nfive',
        b"x" * 5_000,
    ],
    ids=["nothing", "half a line", "half an answer", "no end of line"],
)
def test_what_was_cut_off_is_the_end(said: bytes) -> None:
    assert read_message(io.BytesIO(said)) is None


@pytest.mark.parametrize(
    "words",
    [
        [],
        {"steps": "1", "page": 0, "pages": 0, "waited": 0, "is_loaded": True},
        {"steps": 1, "page": 3, "pages": 2, "waited": 0, "is_loaded": True},
        {"steps": 1, "page": 2**40, "pages": 2**40, "waited": 0, "is_loaded": True},
        {"answer": "pickle", "size": 0},
        {"answer": "report", "size": -1},
        {"answer": "report", "size": LONGEST_ANSWER + 1},
    ],
    ids=str,
)
def test_what_is_no_message_is_refused(words: object) -> None:
    with pytest.raises(ValueError, match="no message"):
        read_message(io.BytesIO(json.dumps(words).encode() + b"\n"))


def test_bytes_that_are_no_json_are_refused_too() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        read_message(io.BytesIO(b"\x80\x04K\x01.\n".replace(b"\x80", b"?")))
