"""A stored report as the list shows it, made from its row."""

from datetime import UTC, datetime
from typing import Any

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import PartialDate
from danvan_desktop.report.tab_count import TabCount
from danvan_desktop.store.rows import draft_list_columns

Row = tuple[Any, ...]
"""What is stored under :data:`COLUMNS`, which may be damaged."""

COLUMNS = (
    *("id", "name", "subject", "year", "state", "modified", "opened", "deleted", "place"),
    *draft_list_columns.COLUMNS,
    "damaged",
    *("undecided", "waiting", "waiting_due"),
    *("suspected", "unanswered"),
)
_KINDS = {
    "id": int,
    "name": str | None,
    "subject": str,
    "year": int,
    "state": str,
    "place": str,
    "round": int | None,
    "agency": str | None,
    "settled": int | None,
    "issued_as": str | None,
    "signed_file": str | None,
    "undecided": int | None,
    "waiting": int | None,
    "waiting_due": str | None,
    "suspected": int | None,
    "unanswered": int | None,
}
"""What a sound row holds, of the columns that an entry takes as they are."""
NO_ENTRY = (ValueError, TypeError, AttributeError, OverflowError)
"""What making the entry of a damaged row raises."""
_NOT_KNOWN = PartialDate()


@frozen
class Draft:
    """A stored report as the list shows it; its content is fetched by ``Store.load``."""

    id: int
    name: str | None
    """The user's own name for it in the list; None: the subject serves."""
    subject: str
    year: int
    state: str
    """A ``State`` of the report, or a word that only a later release knows."""
    modified: datetime
    opened: datetime | None
    deleted: datetime | None
    place: str
    """Where the cursor stood, in the editor's own words; "" at the beginning."""
    due: PartialDate = _NOT_KNOWN
    """Hạn gửi, as far as it is known."""
    round: int | None = None
    """Lấy ý kiến lần thứ mấy."""
    counts: TabCount | None = None
    """What is open in it; None: not counted yet, see ``Store.settle``."""
    agency: str | None = None
    """Whose report it is; "" where it does not say, None: not looked up yet, as with ``counts``."""
    settled: int | None = None
    """How many places of last year were reviewed; None: not counted yet, as with ``counts``."""
    issued_as: str | None = None
    """"số 45/BC-VP ngày 15/12/2026"; "" of what is not issued, None: not looked up yet."""
    signed_file: str | None = None
    """The name of its signed file, see ``signed_files``; "" where none is kept, None: not looked up yet."""
    undecided: int | None = None
    """How many changes of Word files that came back are open; None: none ever came."""
    waiting: int | None = None
    """How many parts that departments were asked to write are awaited; None: nobody was ever asked."""
    waiting_due: str | None = None
    """The first day on which one of them is due: "2025-12-05"; "" where none has a day."""
    suspected: int | None = None
    """How many places the check took for wrong when it was last open; None: it was not checked yet."""
    unanswered: int | None = None
    """How many of last year's tasks had no result then."""
    is_damaged: bool = False
    """What is stored of it is not what was written: it cannot be opened, see ``Store.readable``."""

    @property
    def title(self) -> str:
        """What to call it."""
        return title_of(self.name, self.subject)


def title_of(name: str | None, subject: str) -> str:
    """Give what a report is called in the list."""
    return name or subject or "(chưa có trích yếu)"


def draft_of(row: Row) -> Draft:
    """Make the entry of a row.

    Raises:
        :data:`NO_ENTRY`: the row is damaged.
    """
    stored = dict(zip(COLUMNS, row, strict=True))
    if not all(isinstance(stored[name], kinds) for name, kinds in _KINDS.items()):
        raise TypeError(row)
    return Draft(
        **{name: stored[name] for name in _KINDS},
        modified=datetime.fromisoformat(stored["modified"]).astimezone(),
        opened=_local(stored["opened"]),
        deleted=_local(stored["deleted"]),
        due=draft_list_columns.read_due(stored["due"]),
        counts=draft_list_columns.read_counts(stored),
        is_damaged=bool(stored["damaged"]),
    )


def as_damaged(row: Row) -> Draft:
    """Show a row of which not all can be read, and whose report is damaged too."""
    stored = dict(zip(COLUMNS, row, strict=True))
    never = datetime.fromtimestamp(0, UTC).astimezone()
    return Draft(
        int(stored["id"]),
        stored["name"] if isinstance(stored["name"], str) else None,
        stored["subject"] if isinstance(stored["subject"], str) else "",
        stored["year"] if isinstance(stored["year"], int) else 0,
        "drafting",
        never,
        None,
        None if stored["deleted"] is None else never,
        "",
        is_damaged=True,
    )


def _local(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone() if text else None
