"""A file is loaded piece by piece, never more of it than is wanted."""

from pathlib import Path

import pytest

from danvan_desktop.reading.file_bytes import file_bytes
from danvan_desktop.reading.progress import heard_by

PIECE = 256 * 1024


class Pieces:
    """Whether each piece that was heard of was the last."""

    def __init__(self) -> None:
        self.heard: list[bool] = []

    def step(self, page: int = 0, pages: int = 0) -> None:
        raise AssertionError

    def loaded(self, seconds: float, *, is_all: bool) -> None:
        assert seconds >= 0
        self.heard.append(is_all)


@pytest.mark.parametrize(("size", "most", "pieces"), [(0, 10, 0), (5, 10, 1), (PIECE * 2, PIECE * 9, 2)])
def test_a_file_is_read_whole_and_its_last_piece_is_told(
    tmp_path: Path, size: int, most: int, pieces: int
) -> None:
    path, told = tmp_path / "a", Pieces()
    path.write_bytes(bytes(size))
    with heard_by(told):
        assert file_bytes(path, most) == bytes(size)
    assert told.heard == [*[False] * pieces, True]


@pytest.mark.parametrize("most", [0, 7, PIECE + 1])
def test_no_more_is_read_than_is_wanted(tmp_path: Path, most: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * (PIECE * 3))
    assert file_bytes(path, most) == b"x" * most


def test_what_cannot_be_read_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="a"):
        file_bytes(tmp_path / "a", 10)
