"""The copies as the screen lists them: all that lie beside the data and in the second place, newest first."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from danvan_desktop.gui.rescue.data_files import DataFile, data_file
from danvan_desktop.gui.rescue.data_files import copies_in as files_beside
from danvan_desktop.store.backup import second_place
from danvan_desktop.store.backup.backup import SecondPlace
from danvan_desktop.store.backup.copies import Kind, copies_in, kept
from danvan_desktop.store.backup.second_place import AbsentError
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER

_KINDS: dict[Kind, str] = {
    "day": "bản sao hằng ngày",
    "week": "bản sao hằng tuần",
    "month": "bản sao hằng tháng",
    "asked": "bản sao bấm “Sao lưu ngay”",
    "lacking": "bản sao, có báo cáo đã hỏng",
}


def beside(data_folder: Path, today: date) -> list[DataFile]:
    """List what lies in the data folder.

    Raises:
        OSError: it cannot be read.
    """
    kinds = kept(copies_in(data_folder / COPIES_FOLDER), today)
    files = files_beside(data_folder)
    return [replace(file, kind=_KINDS[kinds[file.path]]) if file.path in kinds else file for file in files]


def elsewhere(second: SecondPlace, today: date) -> list[DataFile] | None:
    """List what lies in the second place, of other PCs too; None: it cannot be reached. For a thread.

    Raises:
        OSError: a folder there cannot be read.
    """
    found: list[DataFile] = []
    try:
        for folder in second_place.folders_in(second.place):
            copies = copies_in(folder)
            kinds = kept(copies, today)
            where = "" if folder.name == second.name else f", máy {second_place.pc_of(folder)}"
            for copy in copies:
                file = data_file(copy.path)
                if file is not None:
                    kind = _KINDS[kinds[copy.path]] if copy.path in kinds else "bản sao"
                    found.append(replace(file, kind=f"{kind} (nơi thứ hai{where})"))
    except AbsentError:
        return None
    return found


def newest_first(files: Iterable[DataFile]) -> list[DataFile]:
    """Give ``files`` in the order of the screen."""
    return sorted(files, key=lambda file: file.modified, reverse=True)
