"""Salvage: of the rows carved out of a damaged database, the newest sound state of each report and office."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.codec.decode import Misfit, decode
from danvan_desktop.report.codec.fragments import readable_report
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.history import exported_files, packing, version_rows
from danvan_desktop.store.history.version_rows import StoredVersion
from danvan_desktop.store.rescue.sqlite_pages import CarvedRow, Cell, PageFile
from danvan_desktop.store.rows import contents
from danvan_desktop.store.rows.draft_rows import Entry, utc
from danvan_desktop.store.takeback import contribution_rows, received_rows, sent_rows
from danvan_desktop.store.takeback.contribution_rows import ContributionRow
from danvan_desktop.store.takeback.received_rows import ReceivedRow
from danvan_desktop.store.takeback.sent_rows import StoredSentFile

_LEGACY_CONTENT = 11
"""The column of the report in the list of releases that kept it there."""
_LIST_COLUMNS = 16
"""The list has at least so many since."""
_NEWEST = 18
"""The column of the list that says which save was the newest."""


@frozen
class SalvagedReport:
    """A report that came out whole."""

    draft_id: int
    report: Report
    entry: Entry
    revision: int
    is_earlier: bool = False
    """There was a later state, which is damaged."""


@frozen
class Salvage:
    """What a damaged file still holds."""

    whole: tuple[SalvagedReport, ...]
    parts: tuple[Report, ...]
    """What can be read of reports that are damaged, each a report of its own."""
    lost: tuple[str, ...]
    """The titles of reports that are known to have been there and of which nothing is whole."""
    offices: tuple[Office, ...]
    versions: tuple[StoredVersion, ...] = ()
    """Of the history: those that are sound and can be read."""
    lost_versions: int = 0
    """How many of the history can be seen to have been there, and cannot be read."""
    exported: tuple[tuple[object, ...], ...] = ()
    """Rows of exported files."""
    sent: tuple[StoredSentFile, ...] = ()
    """Word files that went out."""
    received: tuple[tuple[ReceivedRow, bytes], ...] = ()
    """Those that came back."""
    contributions: tuple[ContributionRow, ...] = ()
    """Parts that departments were asked to write."""


def salvage(file: PageFile, now: datetime) -> Salvage:
    """Look through all pages of ``file``."""
    return _Salvage(file, now).result()


class _Salvage:
    def __init__(self, file: PageFile, now: datetime) -> None:
        self._file, self._now = file, now
        self._contents: dict[int, list[CarvedRow]] = defaultdict(list)
        self._changes: dict[int, list[CarvedRow]] = defaultdict(list)
        self._legacy: dict[int, list[CarvedRow]] = defaultdict(list)
        self._listed: dict[int, CarvedRow] = {}
        self._offices: dict[int, str] = {}
        self._versions: dict[int, StoredVersion] = {}
        self._broken_versions: set[int] = set()
        self._free = file.free_pages()
        self._exported: dict[int, tuple[object, ...]] = {}
        self._sent: dict[int, StoredSentFile] = {}
        self._received: dict[int, ReceivedRow] = {}
        self._received_files: dict[int, bytes] = {}
        self._contributions: dict[int, ContributionRow] = {}
        self._claimed: set[int] = set()
        for row in file.rows():
            self._sort(row)

    def _sort(self, row: CarvedRow) -> None:
        values = row.values
        if values[0] is not None:  # in all tables wanted here it is the number of the row
            return
        if len(values) == 6 and isinstance(values[1], int) and isinstance(values[3], str):
            rows = self._changes if isinstance(values[2], int) else self._contents
            rows[row.number].append(row)
            if row.is_whole and contents.is_sound(_sealed(row)):
                self._claimed.update(row.pages)
        elif len(values) in {2, 3} and isinstance(values[1], str):
            self._sort_office(row)
        elif len(values) == version_rows.COLUMNS and isinstance(values[1], int):
            self._sort_version(row)
        elif self._sort_files(row):
            return
        elif len(values) > _LEGACY_CONTENT and isinstance(values[2], str):
            if _begins_json(values[_LEGACY_CONTENT]):
                self._legacy[row.number].append(row)
            elif len(values) >= _LIST_COLUMNS:
                self._listed[row.number] = row

    def _sort_office(self, row: CarvedRow) -> None:
        content = row.values[1]
        if isinstance(content, str) and _office(content) is not None:
            sound = len(row.values) == 2 or contents.is_sound((row.number, *row.values[1:]))
            if sound or row.number not in self._offices:
                self._offices[row.number] = content

    def _sort_files(self, row: CarvedRow) -> bool:
        """Keep a row of a file that was exported, went out or came back; whether it is one."""
        if (exported := exported_files.carved(row.number, row.values)) is not None:
            self._exported[row.number] = exported
            return True
        if not row.is_whole:
            return False
        if (content := received_rows.carved_content(row.number, row.values)) is not None:
            self._received_files[row.number] = content
        elif (sent := sent_rows.carved(row.number, row.values)) is not None:
            self._sent[row.number] = sent
        elif (received := received_rows.carved(row.number, row.values)) is not None:
            self._received[row.number] = received
        elif (asked := contribution_rows.carved(row.number, row.values)) is not None:
            self._contributions[row.number] = asked
        else:
            return False
        self._claimed.update(row.pages)
        return True

    def _sort_version(self, row: CarvedRow) -> None:
        if row.pages[0] in self._free:  # it was let go
            return
        found = version_rows.carved(row.number, row.values) if row.is_whole else None
        if found is None:
            self._broken_versions.add(row.number)
        else:
            self._versions[row.number] = found
            self._claimed.update(row.pages)

    def _readable_versions(self) -> tuple[StoredVersion, ...]:
        """Those that are whole themselves, or changes of one that is there."""
        found = (self._versions[number] for number in sorted(self._versions))
        return tuple(each for each in found if each.row.base is None or each.row.base in self._versions)

    def result(self) -> Salvage:
        whole = {each.draft_id: each for each in self._whole()}
        damaged = [number for number in self._known() if number not in whole or whole[number].is_earlier]
        parts = self._parts(damaged)
        lost = [self._title(number) for number in damaged if number not in whole and number not in parts]
        offices = (self._offices[position] for position in sorted(self._offices))
        versions = self._readable_versions()
        seen = self._broken_versions | self._versions.keys()
        return Salvage(
            tuple(whole[number] for number in sorted(whole)),
            tuple(parts.values()),
            tuple(lost),
            tuple(filter(None, map(_office, offices))),
            versions,
            len(seen - {each.row.number for each in versions}),
            tuple(self._exported.values()),
            tuple(self._sent.values()),
            tuple(
                (row, self._received_files[number])
                for number, row in self._received.items()
                if number in self._received_files
            ),
            tuple(self._contributions.values()),
        )

    def _known(self) -> list[int]:
        return sorted({*self._contents, *self._changes, *self._legacy, *self._listed})

    def _whole(self) -> Iterator[SalvagedReport]:
        for number in self._known():
            found = self._newest(number) or self._newest_legacy(number) or self._newest_version(number)
            if found is not None:
                yield found

    def _newest(self, number: int) -> SalvagedReport | None:
        rows = sorted(self._contents[number], key=_revision, reverse=True)
        changes = sorted(self._changes[number], key=lambda row: _number(row.values[2]), reverse=True)
        for row in rows:
            later = [change for change in changes if change.values[1] == row.values[1]]
            for change in (*later, None):
                stored = _stored(row, change)
                if stored is None:
                    continue
                self._claimed.update(row.pages)
                entry = _entry(row, stored.place)
                is_newest = row is rows[0] and change is (later[0] if later else None)
                is_earlier = not is_newest or stored.revision < self._newest_revision(number)
                return SalvagedReport(number, stored.report, entry, stored.revision, is_earlier)
        return None

    def _newest_revision(self, number: int) -> int:
        row = self._listed.get(number)
        marked = None if row is None or len(row.values) <= _NEWEST else row.values[_NEWEST]
        return contents.marked_revision(number, marked)

    def _newest_legacy(self, number: int) -> SalvagedReport | None:
        for row in sorted(self._legacy[number], key=lambda row: str(row.values[6]), reverse=True):
            values = row.values
            try:
                report = from_json(str(values[_LEGACY_CONTENT]))
            except UserError:
                continue
            self._claimed.update(row.pages)
            created = values[5] if _is_moment(values[5]) else utc(report.modified)
            entry = Entry(str(created), _text(values[1]), _moment(values[8]), _text(values[9]) or "")
            return SalvagedReport(number, report, entry, 1)
        return None

    def _newest_version(self, number: int) -> SalvagedReport | None:
        """Where nothing else of a report is whole, its history has an earlier state of it."""
        for version in reversed(self._readable_versions()):
            if version.row.draft_id != number:
                continue
            base = None if version.row.base is None else self._versions[version.row.base]
            try:
                report = packing.unpack(version.content, None if base is None else base.content)
            except UserError:
                continue
            entry = Entry(self._created(number) or utc(report.modified))
            return SalvagedReport(number, report, entry, self._newest_revision(number) + 1, is_earlier=True)
        return None

    def _created(self, number: int) -> str | None:
        row = self._listed.get(number)
        return None if row is None else _moment(row.values[5])

    def _parts(self, damaged: list[int]) -> dict[int, Report]:
        """What can be read of each; a single one also gets what lies in pages that nobody claims."""
        texts = {number: self._texts(number) for number in damaged}
        loose = [chain.decode("utf-8", "replace") for chain in self._file.chains(frozenset(self._claimed))]
        if len(damaged) == 1:
            texts[damaged[0]] += loose
        found: dict[int, Report] = {}
        for number, each in texts.items():
            part = readable_report(
                each, f"{self._title(number)} (phần đọc được)", self._year(number), self._now
            )
            if part is not None:
                found[number] = part
        if len(damaged) > 1:
            part = readable_report(loose, "Phần đọc được của các báo cáo hỏng", self._now.year, self._now)
            if part is not None:
                found[0] = part
        return found

    def _texts(self, number: int) -> list[str]:
        changes = [str(row.values[4]) for row in self._changes[number] if _is_sound(row)]
        rows = sorted(self._contents[number], key=_revision, reverse=True)
        legacy = [str(row.values[_LEGACY_CONTENT]) for row in self._legacy[number]]
        return [*changes, *(str(row.values[3]) for row in rows), *legacy]

    def _title(self, number: int) -> str:
        row = self._listed.get(number) or next(iter(self._legacy[number]), None)
        if row is not None and (title := _text(row.values[1]) or _text(row.values[2])):
            return title
        return f"Báo cáo số {number} trong danh sách"

    def _year(self, number: int) -> int:
        row = self._listed.get(number)
        year = None if row is None else row.values[3]
        return year if isinstance(year, int) and 1900 < year < 2200 else self._now.year


def _sealed(row: CarvedRow) -> tuple[Any, ...]:
    """The values that the checksum of a row of ``content`` or ``change`` covers, and the checksum."""
    last = 5 if isinstance(row.values[2], str) else 6
    return (row.number, *row.values[1:last])


def _is_sound(row: CarvedRow) -> bool:
    return row.is_whole and contents.is_sound(_sealed(row))


def _stored(row: CarvedRow, change: CarvedRow | None) -> contents.StoredContent | None:
    if not row.is_whole or (change is not None and not change.is_whole):
        return None
    try:
        return contents.content_of(_sealed(row), None if change is None else _sealed(change))
    except (UserError, ValueError, TypeError):
        return None


def _entry(row: CarvedRow, place: str) -> Entry:
    known = json.loads(str(row.values[2]))
    return Entry(known["created"], known.get("name"), known.get("deleted"), place)


def _revision(row: CarvedRow) -> int:
    return _number(row.values[1])


def _number(value: Cell) -> int:
    return value if isinstance(value, int) else 0


def _text(value: Cell) -> str | None:
    return value if isinstance(value, str) and value else None


def _moment(value: Cell) -> str | None:
    return str(value) if _is_moment(value) else None


def _is_moment(value: Cell) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).astimezone(UTC) is not None
    except (ValueError, OverflowError):
        return False


def _begins_json(value: Cell) -> bool:
    return isinstance(value, str) and value.lstrip().startswith("{")


def _office(content: str) -> Office | None:
    if not _begins_json(content):
        return None
    try:
        return decode(Office, json.loads(content))
    except (Misfit, ValueError, RecursionError):
        return None
