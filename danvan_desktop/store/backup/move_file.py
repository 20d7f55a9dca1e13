"""One file with everything, for another PC.

A zip of a checked copy of the database, the files that go with the reports, the settings, and a list of all
with their checksums. It is read as what anybody may have sent: names, sizes and checksums are looked at
before anything is taken.
"""

import hashlib
import json
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any

from danvan_desktop import __version__
from danvan_desktop.errors import UserError
from danvan_desktop.file_names import name_problem
from danvan_desktop.store.backup.copies import KEPT_FOLDERS, PART_SUFFIX, with_reports
from danvan_desktop.store.backup.share import WHOLE, Tell, portion, told_by_asking, untold
from danvan_desktop.store.backup.soundness import IsWanted
from danvan_desktop.store.backup.take_copy import (
    LEFT_FREE,
    chunks,
    flush,
    make_private,
    pieces_of,
    remove,
    write_copy,
)
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER
from danvan_desktop.store.database_file import DatabaseFile
from danvan_desktop.unfinished_files import noted, temporary_name

SUFFIX = ".danvan-toan-bo"
FORMAT = 1
MANIFEST, DATABASE, SETTINGS = "manifest.json", "drafts.sqlite3", "settings.json"
_KIND = "danvan-desktop everything"
_MOST_SETTINGS = 1 << 20
_MOST_FILES = 100_000
_PART = f"may-khac.sqlite3{PART_SUFFIX}"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    KeyError,
    ValueError,
)
"""What is raised of a file that is no zip, is damaged or locked by a password, and of a list that is none."""


def proposed_name(moment: datetime) -> str:
    """Give the name that is proposed for the file."""
    return f"Bao-cao-dan-van-{moment:%Y%m%d}{SUFFIX}"


# ---------------------------------------------------------------------------------------------- writing


def write_everything(
    file: DatabaseFile,
    target: Path,
    settings: Mapping[str, object],
    is_wanted: IsWanted = lambda: True,
    tell: Tell = untold,
) -> int:
    """Write everything that belongs to the open database ``file`` to ``target``; how many reports.

    It stands beside ``target`` under another name until all of it was read back; a file that is there is
    replaced only then. ``tell`` hears how far it has come.

    Raises:
        NotWantedError: ``is_wanted`` said no meanwhile.
        OSError, UnsoundCopyError: it could not be written. Nothing is left of it.
    """
    data_folder = file.path.parent
    part = temporary_name(target)
    copy = data_folder / COPIES_FOLDER / _PART
    with noted([part], data_folder):
        try:
            state = write_copy(file, copy, is_wanted, portion(tell, 0, WHOLE // 2))
            members = {DATABASE: copy, **{_member(path): path for path in with_reports(data_folder)}}
            pieces = 2 * sum(map(pieces_of, members.values()))  # each is written and read back
            asked = told_by_asking(is_wanted, portion(tell, WHOLE // 2, WHOLE), pieces)
            _write(part, members, settings, file.now(), state.reports, asked)
            flush(part)
            _confirm(part, asked)
            part.replace(target)
        except BaseException:
            remove(part)
            raise
        finally:
            remove(copy)
    return state.reports


def _member(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _write(
    part: Path,
    members: Mapping[str, Path],
    settings: Mapping[str, object],
    moment: datetime,
    reports: int,
    is_wanted: IsWanted,
) -> None:
    listed: dict[str, str] = {}
    with zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED, compresslevel=3) as package:
        for name, path in members.items():
            listed[name] = _add(package, name, path, is_wanted)
        said = json.dumps(dict(settings), ensure_ascii=False).encode()
        package.writestr(SETTINGS, said)
        listed[SETTINGS] = hashlib.sha256(said).hexdigest()
        manifest = {
            "kind": _KIND,
            "format": FORMAT,
            "program": __version__,
            "made": moment.isoformat(timespec="seconds"),
            "reports": reports,
            "sha256": listed,
        }
        package.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))


def _add(package: zipfile.ZipFile, name: str, path: Path, is_wanted: IsWanted) -> str:
    found = hashlib.sha256()
    with path.open("rb") as source, package.open(name, "w", force_zip64=True) as written:
        for chunk in chunks(source, is_wanted):
            found.update(chunk)
            written.write(chunk)
    return found.hexdigest()


def _confirm(part: Path, is_wanted: IsWanted) -> None:
    """Read back all that was written.

    Raises:
        OSError: it is not what was written.
    """
    try:
        with zipfile.ZipFile(part) as package:
            for name, sealed in _listed(package).items():
                _stream(package, name, None, sealed, is_wanted)
    except (*_BROKEN, UserError) as error:
        raise OSError(f"{part} does not hold what was written") from error


# ---------------------------------------------------------------------------------------------- reading


class Everything:
    """What was brought: the database taken out of the file, all else still in it."""

    def __init__(self, package: zipfile.ZipFile, listed: Mapping[str, str], database: Path) -> None:
        """Take the rest out of ``package`` when it is asked for; ``listed`` has the checksums."""
        self._package, self._listed = package, listed
        self.database = database
        self.files = [name for name in listed if name not in {DATABASE, SETTINGS}]
        """The names of the files that go with the reports ("ban-hanh/…")."""

    def settings(self) -> Mapping[str, Any]:
        """Give the settings of the old PC.

        Raises:
            UserError: they are damaged.
        """
        settings = json.loads(self.content(SETTINGS, _MOST_SETTINGS))
        return settings if isinstance(settings, dict) else {}

    def content(self, name: str, most: int = 1 << 30) -> bytes:
        """Give one of the files; ``most``: longer than so many bytes it cannot be.

        Raises:
            UserError: it is damaged.
        """
        with _as_user_errors(Path(str(self._package.filename))):
            if self._package.getinfo(name).file_size > most:
                raise ValueError(f"{name} is too long")
            content = b"".join(_chunks(self._package, name, lambda: True))
            if hashlib.sha256(content).hexdigest() != self._listed[name]:
                raise ValueError(f"{name} is damaged")
            return content


@contextmanager
def opened(path: Path, data_folder: Path, is_wanted: IsWanted = lambda: True) -> Iterator[Everything]:
    """Check the file at ``path`` and give what is in it; its database lies in ``data_folder`` meanwhile.

    Raises:
        UserError: it is not such a file, is damaged, was written by a newer release, or needs more room.
        NotWantedError: ``is_wanted`` said no meanwhile.
    """
    copy = data_folder / COPIES_FOLDER / _PART
    with ExitStack() as ending:
        ending.callback(remove, copy)
        with _as_user_errors(path):
            package = ending.enter_context(zipfile.ZipFile(path))
            listed = _listed(package)
            _see_room(package, data_folder)
            make_private(copy)
            _stream(package, DATABASE, copy, listed[DATABASE], is_wanted)
        yield Everything(package, listed, copy)


@contextmanager
def _as_user_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(f"Không đọc được tệp {path}: hãy kiểm tra tệp và ổ đĩa rồi thử lại.") from error
    except _BROKEN as error:
        raise UserError(
            f"Tệp {path.name} không phải tệp chuyển máy của phần mềm này, hoặc đã bị hỏng. "
            "Hãy chép lại tệp từ máy cũ rồi thử lại."
        ) from error


def _listed(package: zipfile.ZipFile) -> dict[str, str]:
    """Give what the file says is in it, with checksums.

    Raises:
        UserError: a newer release wrote it.
        ValueError: it is no such file.
    """
    packed = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the installed program unpacks no other
    if any(entry.compress_type not in packed for entry in package.infolist()):
        raise ValueError("it is packed otherwise")
    if package.getinfo(MANIFEST).file_size > _MOST_FILES * 300:
        raise ValueError("the list is too long")
    manifest = json.loads(package.read(MANIFEST))
    if not isinstance(manifest, dict) or manifest.get("kind") != _KIND:
        raise ValueError("it is something else")
    if not isinstance(manifest.get("format"), int) or manifest["format"] > FORMAT:
        raise UserError(
            "Tệp này do một phiên bản mới hơn của phần mềm ghi: hãy cài phiên bản mới nhất rồi mở lại."
        )
    listed = manifest.get("sha256")
    if not isinstance(listed, dict) or not {DATABASE, SETTINGS} <= set(listed) or len(listed) > _MOST_FILES:
        raise ValueError("something is missing")
    if not all(_is_allowed(name) and isinstance(sealed, str) for name, sealed in listed.items()):
        raise ValueError("something is in it that is none of ours")
    return listed


def _is_allowed(name: object) -> bool:
    if not isinstance(name, str):
        return False
    folder, slash, file = name.partition("/")
    if not slash:
        return name in {DATABASE, SETTINGS}
    return folder in KEPT_FOLDERS and file not in {"", ".", ".."} and name_problem(file) is None


def _see_room(package: zipfile.ZipFile, folder: Path) -> None:
    needed = sum(each.file_size for each in package.infolist())
    if shutil.disk_usage(folder).free < needed + LEFT_FREE:
        raise UserError(f"Ổ đĩa chứa {folder} không đủ chỗ trống: hãy dọn bớt tệp không cần rồi thử lại.")


def _stream(
    package: zipfile.ZipFile, name: str, target: Path | None, sealed: str, is_wanted: IsWanted
) -> None:
    """Write a member to ``target``, or only read it.

    Raises:
        ValueError: it is not what its checksum says.
    """
    found = hashlib.sha256()
    with target.open("wb") if target is not None else nullcontext() as file:
        for chunk in _chunks(package, name, is_wanted):
            found.update(chunk)
            if file is not None:
                file.write(chunk)
    if found.hexdigest() != sealed:
        raise ValueError(f"{name} is damaged")


def _chunks(package: zipfile.ZipFile, name: str, is_wanted: IsWanted) -> Iterator[bytes]:
    """Give a member in pieces, and never more of it than it says it holds."""
    left = package.getinfo(name).file_size
    with package.open(name) as member:
        for chunk in chunks(member, is_wanted):
            left -= len(chunk)
            if left < 0:
                raise ValueError(f"{name} is longer than it says")
            yield chunk
