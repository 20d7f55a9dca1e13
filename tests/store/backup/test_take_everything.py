"""A new PC gets all of the old one; done again it gets nothing twice; what is there is never touched."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store import signed_files
from danvan_desktop.store.backup.move_file import write_everything
from danvan_desktop.store.backup.soundness import NotWantedError
from danvan_desktop.store.backup.take_everything import take_everything
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.store.stored_reports import Clock, make_report


def signed(store: Store, report: Report, content: bytes) -> Report:
    """Give ``report`` with a signed file kept in ``store``."""
    path = store.folder / "chon.pdf"
    path.write_bytes(content)
    name = signed_files.keep(store.folder, report, path)
    path.unlink()
    return replace(report, attachments=replace(report.attachments, signed_file=name))


@pytest.fixture
def brought(tmp_path: Path, clock: Clock) -> Path:
    """The file of an old PC with an issued report, one in "Đã xóa", an office and a form."""
    with closing(open_store(tmp_path / "old", clock)) as old:
        old.create(signed(old, replace(make_report("Đã ký"), id="1" * 32, state="issued"), b"%PDF old"))
        old.delete(old.create(replace(make_report("Đã bỏ"), id="2" * 32)).id)
        old.keep_offices((Office(agency="VĂN PHÒNG"),))
        forms = old.folder / "annex-forms"
        forms.mkdir()
        (forms / "mau.json").write_text("{}")
        target = tmp_path / "toan-bo.danvan-toan-bo"
        write_everything(old.file, target, {"export_pdf": False})
    return target


def state(store: Store) -> list[tuple[str, bool]]:
    return sorted(
        (draft.title, deleted) for deleted in (False, True) for draft in store.drafts(deleted=deleted)
    )


def test_all_comes_and_comes_once(store: Store, brought: Path) -> None:
    taken = take_everything(store, brought)
    assert (taken.restored.problem, taken.settings) == ("", {"export_pdf": False})
    assert state(store) == [("Đã bỏ", True), ("Đã ký", False)]
    assert [office.agency for office in store.offices()] == ["VĂN PHÒNG"]
    (draft,) = store.drafts()
    file = signed_files.find(store.folder, store.load(draft.id))
    assert file is not None
    assert file.read_bytes() == b"%PDF old"
    assert (store.folder / "annex-forms" / "mau.json").read_text() == "{}"
    again = take_everything(store, brought)
    assert (again.restored.titles, again.restored.skipped) == ((), 2)
    assert len(list((store.folder / "ban-hanh").iterdir())) == 1


def test_a_signed_file_of_the_same_name_stays_and_the_other_comes_beside(store: Store, brought: Path) -> None:
    other = replace(make_report("Đã ký"), id="1" * 32, state="issued")
    store.create(signed(store, other, b"%PDF another"))
    for _ in range(2):
        take_everything(store, brought)
    drafts = list(store.drafts())
    files = [signed_files.find(store.folder, store.load(draft.id)) for draft in drafts]
    contents = sorted(file.read_bytes() for file in files if file is not None)
    assert contents == [b"%PDF another", b"%PDF old"]


def test_the_history_comes_with_the_reports(store: Store, tmp_path: Path, clock: Clock) -> None:
    target = tmp_path / "toan-bo.danvan-toan-bo"
    with closing(open_store(tmp_path / "old", clock)) as old:
        old.create(replace(make_report("Khác"), id="1"))
        draft = old.create(make_report("Một", "x" * 3000))
        states = [make_report("Một", "x" * 3000 + f" lần {number}") for number in range(3)]
        for number, state in enumerate(states):
            old.history.take(draft.id, state, "work", f"Bản {number}")
            clock.forward(hours=1)
        old.history.note_exported(
            draft.id, old.history.versions(draft.id)[0].number, [brought_file(tmp_path)]
        )
        write_everything(old.file, target, {})
    store.history.take(store.create(replace(make_report("Ở đây"), id="2")).id, make_report("Ở đây"), "work")
    for _ in range(2):  # the second time nothing is new
        take_everything(store, target)
        here = next(each for each in store.drafts() if each.subject == "Một")
        versions = store.history.versions(here.id)
        assert [version.name for version in versions] == ["Bản 2", "Bản 1", "Bản 0"]
        assert [store.history.report(version.number) for version in versions] == states[::-1]
        (exported,) = store.history.exported(here.id)
        assert (exported.version, exported.state()) == (versions[0].number, "as exported")


def brought_file(folder: Path) -> Path:
    path = folder / "xuat.docx"
    path.write_bytes(b"x")
    return path


def test_own_forms_stay(store: Store, brought: Path) -> None:
    form = store.folder / "annex-forms" / "mau.json"
    form.parent.mkdir()
    form.write_text("của tôi")
    take_everything(store, brought)
    assert form.read_text() == "của tôi"


def test_who_ends_the_program_meanwhile_goes_on_later(store: Store, brought: Path) -> None:
    with pytest.raises(NotWantedError):
        take_everything(store, brought, lambda: False)
    assert state(store) == []
    take_everything(store, brought)
    assert len(state(store)) == 2
