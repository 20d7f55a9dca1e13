"""The outlines that an office has saved of its own: a file each, in a folder beside the reports."""

import json
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from danvan_desktop.atomic_files import write_all
from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.lifecycle.outlines import Outline, in_order, outlines, read_outline
from danvan_desktop.report.text.file_id import file_id

FOLDER = "outlines"
"""In the data folder."""


@frozen
class Outlines:
    """The outlines that can be used, and what is wrong with the files that cannot."""

    all: tuple[Outline, ...]
    """In the order of the list, the office's own first."""
    own: frozenset[str] = frozenset()
    """The ids of the office's own."""
    problems: tuple[str, ...] = ()
    """A line for each file that cannot be used: which, why, what to do."""


class OwnOutlines:
    """Reads, writes, renames and deletes the outlines in the data folder ``data_dir``."""

    def __init__(self, data_dir: Path) -> None:
        """Touch nothing yet."""
        self._folder = data_dir / FOLDER
        self._paths: dict[str, Path] = {}

    def read(self) -> Outlines:
        """Read the shipped outlines and the office's own; a damaged file takes none of the others along.

        Raises:
            UserError: a shipped one is damaged.
        """
        self._paths, own, problems = {}, [], []
        shipped = outlines()
        taken = {outline.id for outline in shipped}
        for path in sorted(self._folder.glob("*.json")) if self._folder.is_dir() else ():
            try:
                outline = read_outline(path)
            except UserError as error:
                problems.append(error.message)
                continue
            outline = outline if outline.id not in taken else replace(outline, id=f"{outline.id}-{path.stem}")
            taken.add(outline.id)
            own.append(outline)
            self._paths[outline.id] = path
        return Outlines(in_order([*own, *shipped]), frozenset(self._paths), tuple(problems))

    def free_id(self, name: str) -> str:
        """Give an id that no outline has yet: what is there is never replaced."""
        shipped, wanted = {outline.id for outline in outlines()}, file_id(name, "de-cuong")
        names = chain([wanted], (f"{wanted}-{n}" for n in count(2)))
        return next(
            each for each in names if each not in shipped and not (self._folder / f"{each}.json").exists()
        )

    def keep(self, outline: Outline) -> None:
        """Write a new outline.

        Raises:
            UserError: it cannot be written.
        """
        path = self._folder / f"{outline.id}.json"
        write_all({path: _text(outline)}, force=False)
        self._paths[outline.id] = path

    def rename(self, outline: Outline, name: str) -> None:
        """Call ``outline``, one of the office's own, ``name``.

        Raises:
            UserError: it cannot be written.
        """
        write_all({self._paths[outline.id]: _text(replace(outline, name=name))}, force=True)

    def delete(self, outline: Outline) -> None:
        """Delete ``outline``, one of the office's own; :meth:`keep` brings it back.

        Raises:
            UserError: the file cannot be deleted.
        """
        path = self._paths.pop(outline.id)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            self._paths[outline.id] = path
            raise UserError(
                f"Chưa xóa được đề cương {path.name}. Hãy xem tệp này có đang mở ở phần mềm khác không."
            ) from error


def _text(outline: Outline) -> bytes:
    return (json.dumps(encode(outline), ensure_ascii=False, indent=2) + "\n").encode()
