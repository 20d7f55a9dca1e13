"""The panel "Nhận lại bản Word đã sửa" over a file that came back: for what is driven or photographed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QTimer

from danvan_desktop.exporters import word_file
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.takeback.panel import TakeBackPanel
from danvan_desktop.report.model import Paragraph, Report, Run
from danvan_desktop.store.drafts import Store
from tests.builders.edited_word_file import (
    Edit,
    in_cell,
    moved,
    replaced,
    sent_back,
    tracked,
    with_paragraph,
    without,
)
from tests.gui.idle_takeback import idle_beside

EDITS: tuple[Edit, ...] = (
    tracked("Văn phòng UBND tỉnh là", "tham mưu tổng hợp", "tham mưu tổng hợp, giúp việc"),
    replaced("Tính đến ngày", "168 người", "172 người"),
    without("- 18 người lao động"),
    tracked("Ngay từ đầu năm", "Đảng ủy và lãnh đạo Văn phòng", "Đảng ủy, lãnh đạo Văn phòng"),
    with_paragraph("Văn phòng tổ chức 12", "Hội nghị chuyên đề quý IV có 96 người dự, đạt 98,9%."),
    in_cell(2, 3, "1.402"),
    moved("- Một số mô hình mới", "- Công tác tuyên truyền ở một số"),
    replaced("+ Hồ sơ nộp trực tuyến", "82%", "85%"),
)


def exported(report: Report) -> bytes:
    """The Word file of ``report`` as it goes out."""
    return word_file(report)


def with_words(report: Report, block: int, old: str, new: str) -> Report:
    """``report`` with ``new`` for ``old`` in that block."""

    def changed(found: object) -> object:
        if not isinstance(found, Paragraph) or found.id != block:
            return found
        return replace(found, runs=tuple(replace(run, text=run.text.replace(old, new)) for run in found.runs))

    sections = tuple(
        replace(section, blocks=tuple(map(changed, section.blocks)))  # type: ignore[arg-type]  # blocks
        for section in report.sections
    )
    return replace(report, sections=sections)


def with_body(report: Report, after: int, text: str) -> Report:
    """``report`` with a new paragraph behind the block ``after``."""
    new = Paragraph(report.next_id, "body", 1, runs=(Run(text),))
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                each for block in section.blocks for each in ((block, new) if block.id == after else (block,))
            ),
        )
        for section in report.sections
    )
    return replace(report, sections=sections, next_id=report.next_id + 1)


def take_back_panels(window: MainWindow, store: Store, folder: Path) -> Iterator[str]:
    """Show beside the open report a file that came back; yields a name when it looks otherwise.

    At first; a conflict, with one change taken and one refused; all decided.
    """
    beside_of = window.take_back
    path = send_and_get_back(window, store, folder)
    opened = window.workspace.opened
    opened.restore(with_words(opened.report(), 5, "168 người", "170 người"))
    beside_of.take(path)
    wait_until(lambda: settled(window))
    panel = the_panel(window)
    yield "nhan-lai"
    panel.open_only.setChecked(False)
    panel.take.click()
    wait_until(lambda: settled(window))
    panel.list.setCurrentRow(2)
    yield "nhan-lai-hai-ben"
    panel.keep_ours.click()
    panel.all_taken.emit()
    wait_until(lambda: settled(window))
    panel.open_only.setChecked(True)
    yield "nhan-lai-xong"
    window.commands.returned.setChecked(False)


def wait_until(happened: Callable[[], bool]) -> None:
    """Let the window and its threads work until what they work at is there."""
    waited = QElapsedTimer()
    waited.start()
    while not happened():
        if waited.hasExpired(60_000):
            raise TimeoutError
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def send_and_get_back(
    window: MainWindow, store: Store, folder: Path, edits: tuple[Edit, ...] = EDITS, name: str = "sua.docx"
) -> Path:
    """Keep the open report as one that went out, and give the file that came back after ``edits``."""
    draft, report = window.session.draft, window.session.current()
    if draft is None or report is None:
        raise LookupError("no report is open")
    docx = exported(report)
    store.correspondence.keep_sent(draft.id, report, docx)
    path = folder / name
    path.write_bytes(sent_back(docx, edits))
    return path


def the_panel(window: MainWindow) -> TakeBackPanel:
    """The panel, once it was made."""
    beside = window.take_back.beside
    if beside is None:
        raise LookupError("no file came back")
    return beside.panel


def choose_row(panel: TakeBackPanel, text: str) -> None:
    """Choose the change whose words hold ``text``."""
    rows = [row for row, said in enumerate(listed(panel)) if text in said]
    if not rows:
        raise LookupError(text)
    panel.list.setCurrentRow(rows[0])
    QCoreApplication.processEvents()  # its place is shown in the next turn


def listed(panel: TakeBackPanel) -> list[str]:
    """What the panel lists, headings too, as a screen reader says it."""
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def settled(window: MainWindow) -> bool:
    """Whether the file that came back is compared and nothing waits to be merged."""
    return idle_beside(window) is not None and not window.jobs.busy
