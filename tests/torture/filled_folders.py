"""Data folders with reports and offices in them, and what is found in one afterwards."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Paragraph, Report, Run, Section, Signature
from danvan_desktop.report.office.office import Office
from danvan_desktop.report.walk import every_block
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.opening import Attendant, open_store
from danvan_desktop.store.rows.contents import PAGE_BYTES

MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)
_TEXT = (
    "công tác dân vận chính quyền tuyên truyền vận động nhân dân tham gia thực hiện nhiệm vụ phát triển kinh "
    "tế xã hội quốc phòng an ninh cán bộ viên chức và người lao động nghiêm túc kịp thời đồng bộ hiệu quả"
)
_SYLLABLES = _TEXT.split()


def make_report(number: int, paragraphs: int = 60, syllables: int = 40) -> Report:
    """A report of its own for each number; no paragraph is like another."""
    dice = Random(number)
    blocks = tuple(
        Paragraph(
            id=2 + index,
            runs=(Run(f"Đoạn {number}.{index}: {' '.join(dice.choices(_SYLLABLES, k=syllables))}."),),
        )
        for index in range(paragraphs)
    )
    section = Section(1, key="situation", number="I.", title=(Run("ĐẶC ĐIỂM TÌNH HÌNH"),), blocks=blocks)
    return Report(
        id=f"0b7b2d0e-7a58-4b44-9d0a-{number:012d}",
        modified=MOMENT,
        year=2025,
        subject=f"Kết quả công tác Dân vận số {number}",
        next_id=2 + paragraphs,
        sections=(section,),
    )


def make_reports(count: int, paragraphs: int = 60) -> list[Report]:
    return [make_report(number, paragraphs) for number in range(1, count + 1)]


OFFICES = tuple(
    Office(
        parent_agency="ỦY BAN NHÂN DÂN TỈNH",
        agency=f"VĂN PHÒNG SỐ {number}",
        symbol=f"VP{number}",
        place="Lâm Đồng",
        signers=(Signature(lines=("CHÁNH VĂN PHÒNG",), signer=f"Nguyễn Văn {number}"),),
        recipients=("Như trên", "Ban Dân vận Tỉnh ủy"),
    )
    for number in (1, 2)
)


def clock() -> datetime:
    """What the clock says in these folders."""
    return MOMENT


def fill(folder: Path, reports: Sequence[Report], offices: Sequence[Office] = OFFICES) -> list[Report]:
    """Keep ``reports`` in ``folder`` as the program does, the last one while it is typed into; as stored."""
    store = open_store(folder, clock)
    for report in reports:
        store.create(report)
    store.keep_offices(offices)
    kept = list(reports)
    if reports:
        draft = newest(store)
        store.save(draft.id, reports[-1], "")
        kept[-1] = with_paragraph(reports[-1], "Đoạn vừa gõ thêm.")
        store.save(draft.id, kept[-1], "", whole=False)
    store.close()
    return kept


def with_paragraph(report: Report, text: str) -> Report:
    """Give ``report`` with one more paragraph at the end of its first section."""
    section, *others = report.sections
    added = Paragraph(id=report.next_id, runs=(Run(text),))
    section = replace(section, blocks=(*section.blocks, added))
    return replace(report, sections=(section, *others), next_id=report.next_id + 1)


def newest(store: Store) -> Draft:
    """The report created last."""
    return max(store.drafts(), key=lambda draft: draft.id)


@dataclass(frozen=True)
class Found:
    """What a start finds in a data folder."""

    told: tuple[str, ...]
    """Notices of the start and of what was looked at, one message each."""
    reports: tuple[Report, ...]
    """Those that opened."""
    parts: tuple[Report, ...]
    """What is offered of those that do not."""
    titles: tuple[str, ...]
    """As the list shows them after they were opened, those under "Đã xóa" too."""
    offices: tuple[Office, ...]

    @property
    def texts(self) -> frozenset[str]:
        """All paragraphs that can be read, of whichever report."""
        return frozenset(text for report in (*self.reports, *self.parts) for text in paragraphs(report))


def look_into(folder: Path, attendant: Attendant | None = None) -> Found:
    """Start on ``folder``, open every report and close again."""
    store = open_store(folder, clock, attendant=attendant)
    try:
        return what_is_in(store)
    finally:
        store.close()


def what_is_in(store: Store) -> Found:
    """Open every report of ``store``."""
    told = [*store.notices, *filter(None, [store.rescue_notice])]
    reports: list[Report] = []
    parts: list[Report] = []
    drafts = (*store.drafts(), *store.drafts(deleted=True))
    for draft in drafts:
        try:
            reports.append(store.load(draft.id))
        except UserError as error:
            told.append(error.message)
            part = store.readable(draft.id)
            parts += [] if part is None else [part]
    told += store.news()
    titles = tuple(draft.title for draft in (*store.drafts(), *store.drafts(deleted=True)))
    return Found(tuple(told), tuple(reports), tuple(parts), titles, store.offices())


def paragraphs(report: Report) -> list[str]:
    """The text of each paragraph."""
    return [
        "".join(run.text for run in block.runs)
        for _, block in every_block(report)
        if isinstance(block, Paragraph)
    ]


def is_sound(database: Path) -> bool:
    """Whether SQLite finds no fault in the file."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def broken_copies(folder: Path) -> list[str]:
    """Copies made before a migration that are not sound, or empty."""
    return [path.name for path in sorted(folder.glob("drafts-v*.sqlite3")) if not _is_whole(path)]


def _is_whole(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database)) as connection:
            return bool(connection.execute("PRAGMA user_version").fetchone()[0]) and is_sound(database)
    except sqlite3.DatabaseError:
        return False


def zero_page(database: Path, page: int) -> None:
    """Make a page, counted from 0, a page of zeros."""
    with database.open("r+b") as file:
        file.seek(page * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))
