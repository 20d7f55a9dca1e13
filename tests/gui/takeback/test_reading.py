"""What a returned file is compared with: what went out, found by its code; else the report itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.file_reader.process import FileReader
from danvan_desktop.gui.importing.file_reading import Readers
from danvan_desktop.gui.takeback.reading import Arrived, TakenBack, Target, reopen, take_in
from danvan_desktop.gui.takeback.wording import base_text, is_sure
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders.edited_word_file import replaced, sent_back
from tests.gui.takeback_scenes import exported, with_words

EDIT = replaced("Tính đến ngày", "168 người", "172 người")


@pytest.fixture
def draft_id(store: Store, sample: Report) -> int:
    return store.create(sample).id


def taken(store: Store, draft_id: int, ours: Report, path: Path) -> Arrived | TakenBack:
    target = Target(draft_id, ours, store.correspondence, exported)
    return take_in(path, target, Readers((FileReader(),)))


def test_the_round_is_found_by_its_code(store: Store, draft_id: int, sample: Report, tmp_path: Path) -> None:
    rounds = [with_words(sample, 16, "Kế hoạch số 18", f"Kế hoạch số {number}") for number in (21, 22, 23)]
    files = [exported(report) for report in rounds]
    for report, docx in zip(rounds, files, strict=True):
        store.correspondence.keep_sent(draft_id, report, docx)
    path = tmp_path / "sua.docx"
    path.write_bytes(sent_back(files[1], [EDIT]))
    found = taken(store, draft_id, rounds[2], path)
    assert isinstance(found, TakenBack)
    assert (found.comparison.base_how, found.was_kept) == ("code", True)
    assert found.base == rounds[1]
    assert [change.kind for change in found.comparison.changes] == ["edit"]
    (row,) = store.correspondence.received(draft_id)
    assert store.correspondence.received_content(row.number) == path.read_bytes()
    again = reopen(row, rounds[2], store.correspondence, Readers())
    assert again.comparison == found.comparison


def test_where_nothing_was_kept_the_report_as_it_stands_is_compared_and_kept(
    store: Store, draft_id: int, sample: Report, tmp_path: Path
) -> None:
    path = tmp_path / "sua.docx"
    path.write_bytes(sent_back(exported(sample), [EDIT]))
    found = taken(store, draft_id, sample, path)
    assert isinstance(found, TakenBack)
    assert not found.was_kept
    assert not is_sure(found.comparison.base_how, was_kept=found.was_kept)
    assert "Không còn giữ bản đã gửi đi" in base_text(
        found.comparison.base_how, found.sent, found.round, was_kept=found.was_kept
    )
    (row,) = store.correspondence.received(draft_id)
    later = with_words(sample, 5, "168 người", "172 người")
    again = reopen(row, later, store.correspondence, Readers())
    assert [change.is_done for change in again.comparison.changes] == [True]
    assert again.base == sample


def test_a_file_of_another_report_is_only_read(
    store: Store, draft_id: int, sample: Report, tmp_path: Path
) -> None:
    path = tmp_path / "khac.docx"
    path.write_bytes(exported(replace(sample, id="another")))
    found = taken(store, draft_id, sample, path)
    assert isinstance(found, Arrived)
    assert found.read.report_id == "another"
    assert store.correspondence.received(draft_id) == ()
