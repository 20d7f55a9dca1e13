"""What window and reader process say to each other: lines of JSON, an answer with so many bytes behind it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import IO, Literal, get_args

from danvan_desktop.file_reader.limits import LONGEST_ANSWER
from danvan_desktop.frozen import frozen

Task = Literal["warm_up", "report", "pasted", "blocks", "sheet", "returned", "completed"]
Kind = Literal["report", "blocks", "sheet", "returned", "completed", "refused", "no_memory", "defect"]
_KINDS: Mapping[str, Kind] = {kind: kind for kind in get_args(Kind)}
_LONGEST_LINE = 1024
_MOST_PAGES = 100_000


@frozen
class ReadRequest:
    """What is to be done with a file: "warm_up" only gets ready for one."""

    task: Task
    path: Path = Path()
    text: str = ""
    """What was pasted, for "pasted"; for "returned" the file that went out, if it is to be read too; for
    "completed" the file of which the Word file was made."""
    now: datetime | None = None

    def to_line(self) -> bytes:
        """Return it as one line; letters outside of ASCII are escaped, halves of surrogate pairs too."""
        now = self.now.isoformat() if self.now else ""
        words = {"task": self.task, "path": str(self.path), "text": self.text, "now": now}
        return json.dumps(words).encode("ascii") + b"\n"


def request_of(line: bytes) -> ReadRequest:
    """Return what :meth:`ReadRequest.to_line` made of it; only our own program asks."""
    words = json.loads(line)
    now = datetime.fromisoformat(words["now"]) if words["now"] else None
    return ReadRequest(words["task"], Path(words["path"]), words["text"], now)


@frozen
class Progress:
    """How far the reading has come."""

    steps: int = 0
    page: int = 0
    """Pages read so far, 0 where none are counted."""
    pages: int = 0
    waited: int = 0
    """Milliseconds that the disk or the network took to give the file."""
    is_loaded: bool = False
    """Whether it has given all of it."""


@frozen
class Answer:
    """What became of a file, still as it came: ``content`` is what :mod:`answers` decodes."""

    kind: Kind
    content: bytes


def write_progress(stream: IO[bytes], progress: Progress) -> None:
    """Say how far it has come."""
    _write(stream, asdict(progress))


def write_answer(stream: IO[bytes], answer: Answer) -> None:
    """Give the answer."""
    _write(stream, {"answer": answer.kind, "size": len(answer.content)}, answer.content)


def read_message(stream: IO[bytes]) -> Progress | Answer | None:
    """Return the next thing that was said; None where nothing more comes.

    Raises:
        ValueError: it is none of these, or larger than any answer: the other side is not to be trusted.
    """
    line = stream.readline(_LONGEST_LINE)
    if not line.endswith(b"\n"):
        return None
    match json.loads(line):
        case {
            "steps": int(steps),
            "page": int(page),
            "pages": int(pages),
            "waited": int(waited),
            "is_loaded": bool(is_loaded),
        } if 0 <= page <= pages <= _MOST_PAGES:
            return Progress(steps, page, pages, waited, is_loaded)
        case {"answer": str(kind), "size": int(size)} if kind in _KINDS and 0 <= size <= LONGEST_ANSWER:
            content = stream.read(size)
            return Answer(_KINDS[kind], content) if len(content) == size else None
        case _:
            raise ValueError("no message")


def _write(stream: IO[bytes], words: dict[str, object], content: bytes = b"") -> None:
    stream.write(json.dumps(words).encode("ascii") + b"\n" + content)
    stream.flush()
