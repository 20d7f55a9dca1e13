"""What a returned file is compared with: what went out, found by its code; else the report itself."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from danvan_desktop.exporters import word_file
from danvan_desktop.file_reader.process import FileReader
from danvan_desktop.gui.importing.file_reading import Readers
from danvan_desktop.gui.takeback.reading import Arrived, TakenBack, Target, reopen, take_in
from danvan_desktop.gui.takeback.wording import base_text, is_sure
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.takeback.compare import merged
from danvan_desktop.report.takeback.contribution import PartRequest, ids_of, part_of
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.takeback.contribution_rows import portions_of
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
    for report, content in zip(rounds, files, strict=True):
        store.correspondence.keep_sent(draft_id, report, content)
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


def ask_for(store: Store, draft_id: int, sample: Report, department: str, section: int) -> bytes:
    """Send a Mục out to a department; the Word file."""
    ids = ids_of(sample, {section})
    request = PartRequest(department)
    part = part_of(sample, ids, request)
    content = word_file(part, is_part=True)
    store.correspondence.keep_contribution(draft_id, part, content, request, portions_of(ids, "Mục"))
    return content


def test_parts_of_two_departments_come_into_the_report_one_after_the_other(
    store: Store, draft_id: int, sample: Report, tmp_path: Path
) -> None:
    store.correspondence.keep_sent(draft_id, sample, exported(sample))
    situation = ask_for(store, draft_id, sample, "Phòng Tổng hợp", 2)
    assessment = ask_for(store, draft_id, sample, "Phòng Nội chính", 35)
    now = sample
    for content, edit, department in (
        (situation, EDIT, "Phòng Tổng hợp"),
        (assessment, replaced("Công tác dân vận của Văn phòng", "đồng bộ", "kịp thời"), "Phòng Nội chính"),
    ):
        path = tmp_path / f"{department}.docx"
        path.write_bytes(sent_back(content, [edit]))
        found = taken(store, draft_id, now, path)
        assert isinstance(found, TakenBack)
        assert found.asked is not None
        assert found.asked.department == department
        assert [change.kind for change in found.comparison.changes] == ["edit"]
        now = merged(found.base, now, found.comparison, frozenset({1}))
    assert "172 người" in all_text(now)
    assert "kịp thời" in all_text(now)
    unchanged = (sample.opening, sample.sections[1], sample.closing, sample.annexes)
    assert (now.opening, now.sections[1], now.closing, now.annexes) == unchanged
    assert [back is not None for _, back in store.correspondence.contributions(draft_id)] == [True, True]


def test_a_part_that_was_pasted_into_a_new_file_is_found_by_its_words(
    store: Store, draft_id: int, sample: Report, tmp_path: Path
) -> None:
    store.correspondence.keep_sent(draft_id, sample, exported(sample))
    content = ask_for(store, draft_id, sample, "Phòng Nội chính", 35)
    new = docx.Document()
    for each in docx.Document(io.BytesIO(content)).paragraphs:
        new.add_paragraph(each.text.replace("đồng bộ", "kịp thời"))
    path = tmp_path / "chep-lai.docx"
    new.save(str(path))
    found = taken(store, draft_id, sample, path)
    assert isinstance(found, TakenBack)
    assert found.asked is not None
    assert found.asked.department == "Phòng Nội chính"
    assert not is_sure(found.comparison.base_how, was_kept=found.was_kept)
    edits = [change for change in found.comparison.changes if "kịp thời" in plain(change.new)]
    assert [change.blocks for change in edits] == [(37,)]
    assert all(set(change.blocks) <= set(range(35, 48)) for change in found.comparison.changes)


def test_a_file_of_another_report_is_only_read(
    store: Store, draft_id: int, sample: Report, tmp_path: Path
) -> None:
    path = tmp_path / "khac.docx"
    path.write_bytes(exported(replace(sample, id="another")))
    found = taken(store, draft_id, sample, path)
    assert isinstance(found, Arrived)
    assert found.read.report_id == "another"
    assert store.correspondence.received(draft_id) == ()
