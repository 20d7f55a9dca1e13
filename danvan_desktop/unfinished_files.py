"""Temporary files beside the user's own: noted while they are written, deleted after a kill.

A note names each of them, so that no folder of the user's has to be searched.
"""

import json
import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

FOLDER = "dang-ghi"
"""Where the notes are, in the data folder."""
_OURS = re.compile(r"\.danvan-[0-9a-f]{12}\.tmp")
_OLD_SECONDS = 60.0
"""No file of the program's own takes so long to be written."""

_of_this_program: set[Path] = set()
"""The notes of what is being written at this moment."""


def temporary_name(target: Path) -> Path:
    """Name a temporary file beside ``target``: on the same drive, so that it can take its place."""
    return target.with_name(f".danvan-{os.urandom(6).hex()}.tmp")


@contextmanager
def noted(paths: Sequence[Path], data_folder: Path | None) -> Iterator[None]:
    """Keep a note of ``paths`` in ``data_folder`` for as long as they may be there.

    A data folder that takes no note keeps nothing from being written.
    """
    note = None
    if data_folder is not None:
        with suppress(OSError):
            folder = data_folder / FOLDER
            folder.mkdir(exist_ok=True)
            note = folder / f"{os.urandom(6).hex()}.json"
            _of_this_program.add(note)
            note.write_text(json.dumps([str(path) for path in paths]), "utf-8")
    try:
        yield
    finally:
        if note is not None:
            with suppress(OSError):
                note.unlink()
            _of_this_program.discard(note)


def clear(data_folder: Path) -> None:
    """Delete what a program that was killed has left, beside the user's files and in ``data_folder``.

    For a thread, and under the lock of the folder: a drive that is out of reach takes its time. A note of a
    folder that is not there, as on a drive that is pulled out, is kept.
    """
    for left in data_folder.glob(".danvan-*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _OLD_SECONDS:
                _delete(left)
    for note in {*data_folder.glob(f"{FOLDER}/*.json")} - _of_this_program:
        with suppress(OSError):
            paths = _named_in(note)
            for path in paths:
                _delete(path)
            if not any(path.exists() or not path.parent.is_dir() for path in paths):
                note.unlink()


def _named_in(note: Path) -> list[Path]:
    try:
        named = json.loads(note.read_text("utf-8"))
    except ValueError:  # cut short: then nothing was written yet either
        return []
    return [Path(each) for each in named if isinstance(each, str)] if isinstance(named, list) else []


def _delete(path: Path) -> None:
    """Delete a temporary file of ours, whatever a note says of others."""
    if _OURS.fullmatch(path.name):
        with suppress(OSError):
            path.unlink(missing_ok=True)
