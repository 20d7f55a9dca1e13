"""When versions are taken: after ten minutes of work, before a large change, when somebody asks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.session.version_keeper import VersionKeeper, VersionRequest, is_large_change
from danvan_desktop.report.model import Block, Report, Run, Section
from tests.builders.reports import block, office_report

SENTENCE = "Văn phòng đã tham mưu ban hành kế hoạch công tác dân vận chính quyền năm 2025. "
PARAGRAPHS = tuple(block(number, SENTENCE * 2) for number in range(1, 11))


def report_of(*blocks: Block) -> Report:
    return office_report("Hương Giang", sections=(Section(100, title=(Run("MỤC"),), blocks=blocks),))


WHOLE = report_of(*PARAGRAPHS)


class Archive:
    """Remembers what was kept, and fails when it is told to."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, Report]] = []
        self.failure: Exception | None = None

    def take(self, draft_id: int, report: Report, reason: str, name: str | None = None) -> int:
        if self.failure is not None:
            raise self.failure
        self.taken.append((reason, report))
        return len(self.taken)

    @property
    def reasons(self) -> list[str]:
        return [reason for reason, _ in self.taken]


class Watch:
    """Seconds that the test counts."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def keeper(qtbot: QtBot, archive: Archive, watch: Watch) -> VersionKeeper:
    made = VersionKeeper(archive, seconds=watch)
    made.begin(1, WHOLE)
    made.write_waiting()
    assert archive.reasons == ["opened"]
    archive.taken.clear()
    return made


def typed(report: Report, text: str) -> Report:
    section = report.sections[0]
    last = replace(section.blocks[-1], runs=(Run(text),))  # type: ignore[arg-type]  # a paragraph
    return replace(report, sections=(replace(section, blocks=(*section.blocks[:-1], last)),))


def test_ten_minutes_of_work_make_a_version(keeper: VersionKeeper, archive: Archive, watch: Watch) -> None:
    report = WHOLE
    for second in range(0, 1801, 30):
        watch.now = second
        report = typed(report, f"{SENTENCE}{second}")
        keeper.note_save(1, report)
        keeper.write_waiting()
    assert archive.reasons == ["work"] * 3
    assert archive.taken[-1][1] == report


def test_a_version_that_somebody_asked_for_begins_ten_minutes_anew(
    keeper: VersionKeeper, archive: Archive, watch: Watch
) -> None:
    watch.now = 500
    keeper.ask(VersionRequest(1, WHOLE, "exported"))
    watch.now = 700
    keeper.note_save(1, typed(WHOLE, SENTENCE + "thêm"))
    keeper.write_waiting()
    assert archive.reasons == ["exported"]


def test_the_state_before_a_section_was_emptied_is_kept(keeper: VersionKeeper, archive: Archive) -> None:
    before = typed(WHOLE, SENTENCE + "vừa gõ")
    keeper.note_save(1, before)
    keeper.note_save(1, report_of())
    keeper.write_waiting()
    assert archive.taken == [("large_change", before)]


def test_typing_is_no_large_change(keeper: VersionKeeper, archive: Archive) -> None:
    report = WHOLE
    for count in range(0, 300, 20):
        report = typed(report, "chữ " * count)
        keeper.note_save(1, report)
    keeper.write_waiting()
    assert archive.taken == []


CHANGES: dict[str, Callable[[], Report]] = {
    "a long paste": lambda: report_of(*PARAGRAPHS, block(20, SENTENCE * 6)),
    "some paragraphs deleted": lambda: report_of(*PARAGRAPHS[4:]),
    "a word replaced everywhere": lambda: report_of(
        *(block(number, (SENTENCE * 2).replace("dân vận", "DÂN VẬN")) for number in range(1, 11))
    ),
    "the section removed": lambda: replace(WHOLE, sections=()),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_large_change(what: str) -> None:
    assert is_large_change(WHOLE, CHANGES[what]())


def test_numbers_that_follow_are_no_large_change() -> None:
    numbered = [block(number, SENTENCE, "clause", f"{number}.") for number in range(1, 11)]
    moved = [replace(each, number=f"{each.id + 1}.") for each in numbered]
    assert not is_large_change(report_of(*numbered), report_of(*moved))


def test_another_report_is_not_compared_with_the_one_before(keeper: VersionKeeper, archive: Archive) -> None:
    keeper.begin(2, report_of())
    keeper.note_save(2, typed(report_of(block(1, "")), "chữ"))
    keeper.write_waiting()
    assert archive.reasons == ["opened"]


def test_who_asks_is_told_the_number(qtbot: QtBot, keeper: VersionKeeper, archive: Archive) -> None:
    told: list[int] = []
    keeper.ask(VersionRequest(1, WHOLE, "restore", done=told.append))
    assert keeper.has_waiting
    keeper.write_waiting()
    qtbot.waitUntil(lambda: told == [1])
    assert not keeper.has_waiting


def test_who_asks_is_told_why_not(qtbot: QtBot, keeper: VersionKeeper, archive: Archive) -> None:
    told: list[str] = []
    archive.failure = UserError("Ổ đĩa đã đầy.")
    keeper.ask(VersionRequest(1, WHOLE, "restore", failed=told.append))
    keeper.write_waiting()
    qtbot.waitUntil(lambda: told == ["Ổ đĩa đã đầy."])
