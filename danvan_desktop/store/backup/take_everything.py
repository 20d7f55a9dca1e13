"""What another PC has written into one file comes into this one, beside what is here."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from danvan_desktop.atomic_files import write_file
from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report
from danvan_desktop.store import signed_files
from danvan_desktop.store.backup import move_file
from danvan_desktop.store.backup.move_file import Everything
from danvan_desktop.store.backup.moved_history import take_history
from danvan_desktop.store.backup.restore import Restored, restore
from danvan_desktop.store.backup.share import Tell, untold
from danvan_desktop.store.backup.soundness import IsWanted, NotWantedError
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.rescue.old_data import read_old_data


@frozen
class Taken:
    """What came of it."""

    restored: Restored
    settings: Mapping[str, Any]
    """Those of the old PC; the caller takes what it has not set itself."""


def take_everything(
    store: Store,
    path: Path,
    is_wanted: IsWanted = lambda: True,
    tell: Tell = untold,
) -> Taken:
    """Take what is in the file at ``path`` into ``store``; nothing that is here is changed.

    Done twice, or cut off and done again, it brings each report once. ``tell`` hears how many are there.

    Raises:
        UserError: the file cannot be taken, and why.
        NotWantedError: ``is_wanted`` said no meanwhile; what has come so far is whole.
    """
    folder = store.folder
    with move_file.opened(path, folder, is_wanted) as everything:
        found = read_old_data(everything.database, store.file.now(), is_wanted)
        if found is None:
            raise NotWantedError
        for name in everything.files:
            if not name.startswith(f"{signed_files.FOLDER}/"):
                _keep_missing(folder / name, everything.content(name))
        reports = [
            replace(old, report=_with_its_file(old.report, everything, folder)) for old in found.reports
        ]
        # A report that was passed over may have come without its history, where one was cut off.
        restored = restore(store, reports, found.offices, as_there=True, is_wanted=is_wanted, tell=tell)
        take_history(store, everything.database, restored.places)
        return Taken(restored, everything.settings())


def _with_its_file(report: Report, everything: Everything, data_folder: Path) -> Report:
    """Keep the signed file of ``report``; where another one has its name, under a name of its own."""
    name = report.attachments.signed_file
    if not name or f"{signed_files.FOLDER}/{name}" not in everything.files:
        return report
    content = everything.content(f"{signed_files.FOLDER}/{name}")
    target = data_folder / signed_files.FOLDER / name
    number = 1
    while target.exists() and not _holds(target, content):
        number += 1
        target = target.with_name(f"{Path(name).stem}-{number}{Path(name).suffix}")
    _keep_missing(target, content)
    return replace(report, attachments=replace(report.attachments, signed_file=target.name))


def _keep_missing(target: Path, content: bytes) -> None:
    if target.exists():
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_file(target, content)
    except OSError as error:
        raise UserError(
            f"Không ghi được tệp {target.name} vào {target.parent}. "
            "Hãy kiểm tra chỗ trống trên ổ đĩa rồi thử lại."
        ) from error


def _holds(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return path.read_bytes() == content
    return False
