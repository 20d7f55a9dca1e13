"""Each way in which a file cannot be written has a message that says what to do."""

import errno
import os
from pathlib import Path

import pytest

from danvan_desktop.atomic_files import write_all
from danvan_desktop.errors import UserError
from danvan_desktop.file_errors import explain
from tests.builders.windows_errors import on_windows


def raising(error: OSError) -> object:
    def refuse(*_: object, **__: object) -> None:
        raise error

    return refuse


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (on_windows(206, errno.ENOENT), "Hãy đặt tên ngắn hơn"),
        (on_windows(123, errno.EINVAL), "Hãy đặt tên ngắn hơn"),
        (on_windows(21), "Hãy cắm lại ổ đĩa"),
        (on_windows(53, errno.ENOENT), "kiểm tra mạng"),
        (on_windows(1167, errno.EINVAL), "Hãy cắm lại ổ đĩa"),
        (OSError(errno.ENODEV, "no such device"), "Hãy cắm lại ổ đĩa"),
    ],
)
def test_what_windows_says_is_told_in_words_that_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    monkeypatch.setattr(os, "fsync", raising(error))
    with pytest.raises(UserError, match=words):
        write_all({tmp_path / "a.docx": b"1"}, force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_windows_does_not_find_because_it_is_too_long_is_named_as_such(tmp_path: Path) -> None:
    not_found = FileNotFoundError(errno.ENOENT, "not found")
    folder = tmp_path / ("thu-muc-" * 15) / ("thu-muc-" * 15)
    assert "quá dài. Hãy đặt tên tệp ngắn hơn" in explain(folder / "a.docx", not_found)
    assert "Hãy kiểm tra ổ đĩa" in explain(tmp_path / "a.docx", not_found)


def test_the_temporary_file_counts_where_its_name_is_the_longer_one() -> None:
    not_found = FileNotFoundError(errno.ENOENT, "not found")
    folder = Path("/" + "x" * 240)
    assert "quá dài" in explain(folder / "a.docx", not_found)
