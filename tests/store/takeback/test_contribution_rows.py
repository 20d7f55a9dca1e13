"""Parts that departments were asked to write: who has answered, and what the list of drafts says of it."""

from datetime import date

import pytest

from danvan_desktop.report.takeback.contribution import PartRequest
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.takeback.contribution_rows import portions_of
from tests.store.stored_reports import make_report

DOCX = b"docx" * 100
LATE, EARLY = date(2025, 12, 9), date(2025, 12, 5)


@pytest.fixture
def draft_id(store: Store) -> int:
    return store.create(make_report()).id


def ask(store: Store, draft_id: int, department: str, due: date | None) -> int:
    """Ask a department; the number of the file that went out."""
    store.correspondence.keep_contribution(
        draft_id,
        make_report(text=department),
        DOCX,
        PartRequest(department, due),
        portions_of(frozenset({3, 1}), "III. Đánh giá"),
    )
    return store.correspondence.sent(draft_id)[0].number


def waiting(store: Store, draft_id: int) -> tuple[int | None, str | None]:
    draft = store.draft(draft_id)
    return draft.waiting, draft.waiting_due


def test_the_list_of_drafts_says_how_many_are_awaited_and_since_when(store: Store, draft_id: int) -> None:
    assert waiting(store, draft_id) == (None, None)
    ask(store, draft_id, "Phòng Nội chính", None)
    assert waiting(store, draft_id) == (1, "")
    ask(store, draft_id, "Phòng Tổng hợp", LATE)
    ask(store, draft_id, "Phòng Kinh tế", EARLY)
    assert waiting(store, draft_id) == (3, "2025-12-05")


def test_who_sends_a_file_back_is_awaited_no_longer(store: Store, draft_id: int) -> None:
    first = ask(store, draft_id, "Phòng Tổng hợp", LATE)
    second = ask(store, draft_id, "Phòng Kinh tế", EARLY)
    store.correspondence.keep_received(draft_id, "kinh-te.docx", b"back", second)
    assert waiting(store, draft_id) == (1, "2025-12-09")
    listed = {
        row.department: back and back.name for row, back in store.correspondence.contributions(draft_id)
    }
    assert listed == {"Phòng Tổng hợp": None, "Phòng Kinh tế": "kinh-te.docx"}
    (back,) = store.correspondence.received(draft_id)
    store.correspondence.forget(back.number)
    assert waiting(store, draft_id) == (2, "2025-12-05")
    found = store.correspondence.contribution_of(first)
    assert found is not None
    assert (found.department, found.due_on, found.ids, found.name) == (
        "Phòng Tổng hợp",
        LATE,
        frozenset({1, 3}),
        "III. Đánh giá",
    )
    assert store.correspondence.contribution_of(first + second) is None
    assert store.correspondence.contribution_of(None) is None


def test_what_is_settled_is_awaited_no_longer_until_it_is_again(store: Store, draft_id: int) -> None:
    ask(store, draft_id, "Phòng Tổng hợp", LATE)
    ((row, _),) = store.correspondence.contributions(draft_id)
    store.correspondence.settle_contribution(row.number, settled=True)
    assert waiting(store, draft_id) == (0, "")
    store.correspondence.settle_contribution(row.number, settled=False)
    assert waiting(store, draft_id) == (1, "2025-12-09")


def test_the_same_part_asked_for_again_is_listed_once(store: Store, draft_id: int) -> None:
    sent = ask(store, draft_id, "Phòng Tổng hợp", LATE)
    assert ask(store, draft_id, "Phòng Tổng hợp", EARLY) == sent
    ((row, _),) = store.correspondence.contributions(draft_id)
    assert row.due_on == EARLY
