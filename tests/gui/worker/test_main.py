"""The worker process: what it answers, that it is started anew, ends with the window and says nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.__main__ import PREVIEW_WORKER
from danvan_desktop.errors import UserError
from danvan_desktop.gui.preview.renderer import PageImage, PageSet, Renderer, image_of
from danvan_desktop.gui.worker import main
from danvan_desktop.gui.worker import process as link_module
from danvan_desktop.gui.worker.messages import ComposedReport, ComposeReport, DrawPage, Picture, Refused
from danvan_desktop.gui.worker.process import WorkerError, WorkerProcess
from tests.builders import samples
from tests.builders.processes import is_alive
from tests.repository import ROOT

WHOLE = DrawPage(0, 200, 283, 0, 283)


@pytest.fixture
def link() -> Iterator[WorkerProcess]:
    opened = WorkerProcess()
    yield opened
    opened.close()


@pytest.fixture
def renderer(qtbot: QtBot) -> Iterator[Renderer]:
    made = Renderer()
    yield made
    made.close()
    made.deleteLater()


def test_a_desk_without_a_report_draws_nothing() -> None:
    assert main.RequestHandler().answer(WHOLE) == Refused("")


def test_what_a_person_can_act_on_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_font(*_: object) -> None:
        raise UserError("Không tìm thấy phông chữ.")

    monkeypatch.setattr("danvan_desktop.exporters.prepared_report.find_fonts", no_font)
    assert main.RequestHandler().answer(ComposeReport(samples.report())) == Refused(
        "Không tìm thấy phông chữ."
    )


def test_what_nobody_foresaw_is_one_line_and_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("danvan_desktop.exporters.pdf.pdf_bytes", lambda *_: 1 // 0)
    answer = main.RequestHandler().answer(ComposeReport(samples.report()))
    assert isinstance(answer, Refused)
    assert "\n" not in answer.message
    assert "ZeroDivisionError" in answer.trace


def test_rows_of_a_page_are_the_page() -> None:
    handler = main.RequestHandler()
    handler.answer(ComposeReport(samples.report()))
    whole = handler.answer(WHOLE)
    bands = [handler.answer(DrawPage(0, 200, 283, top, min(100, 283 - top))) for top in (0, 100, 200)]
    assert isinstance(whole, Picture)
    assert b"".join(band.dots for band in bands if isinstance(band, Picture)) == whole.dots
    assert min(whole.dots) < 64
    assert max(whole.dots) == 255


def test_only_a_page_with_a_red_stamp_takes_the_memory_of_colours() -> None:
    handler = main.RequestHandler()
    report = samples.report()
    handler.answer(ComposeReport(replace(report, marks=replace(report.marks, urgency="HỎA TỐC"))))
    first, second = (handler.answer(replace(WHOLE, page=page)) for page in (0, 1))
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    assert (first.coloured, second.coloured) == (True, False)
    assert len(second.dots) * 3 <= len(first.dots)
    image = image_of(first)
    dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(dot.red() > 200 and dot.green() < 100 and dot.blue() < 100 for dot in dots)
    assert image_of(second).allGray()


def test_a_dead_worker_is_started_anew_and_knows_the_report(link: WorkerProcess) -> None:
    assert isinstance(link.ask(ComposeReport(samples.report())), ComposedReport)
    first = link.pid
    assert first is not None
    os.kill(first, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    picture = link.ask(WHOLE)
    assert isinstance(picture, Picture)
    assert link.pid != first


def test_a_closed_link_ends_its_process_and_starts_no_other(link: WorkerProcess) -> None:
    link.ask(ComposeReport(samples.report()))
    pid = link.pid
    assert pid is not None
    link.close()
    assert not is_alive(pid)
    with pytest.raises(WorkerError):
        link.ask(WHOLE)


def test_a_worker_whose_window_died_ends_and_is_quiet(tmp_path: Path) -> None:
    script = tmp_path / "window.py"
    script.write_text(
        "import os\n"
        "from danvan_desktop.gui.worker.process import WorkerProcess\n"
        "from danvan_desktop.gui.worker.messages import DrawPage\n"
        "if __name__ == '__main__':\n"
        "    link = WorkerProcess()\n"
        "    link.ask(DrawPage(0, 9, 9, 0, 9))\n"
        "    print(link.pid, flush=True)\n"
        "    os._exit(0)\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    pid = int(ran.stdout)
    until = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_alive(pid)
    assert ran.stderr == ""


def test_the_program_knows_what_it_is_started_with() -> None:
    assert link_module.PREVIEW_WORKER == PREVIEW_WORKER


def test_the_newest_report_wins_and_pages_come(qtbot: QtBot, renderer: Renderer) -> None:
    sets, sheets = list[PageSet](), list[PageImage]()
    renderer.composed.connect(sets.append)
    renderer.drawn.connect(sheets.append)
    for _ in range(5):
        renderer.show(samples.report())
    qtbot.waitUntil(lambda: bool(sets) and sets[-1].serial == 5, timeout=20_000)
    assert len(sets) <= 2  # the first was under way, the others waited and only the newest was set
    renderer.want(4, [WHOLE])
    renderer.want(5, [WHOLE])
    qtbot.waitUntil(lambda: bool(sheets))
    assert [sheet.serial for sheet in sheets] == [5]
    assert sheets[0].image.width() == 200


def test_nothing_of_a_closed_report_arrives(qtbot: QtBot, renderer: Renderer) -> None:
    sets = list[PageSet]()
    renderer.composed.connect(sets.append)
    renderer.show(samples.report())
    qtbot.waitUntil(lambda: renderer.pid is not None, timeout=20_000)
    renderer.forget()
    renderer.show(samples.report())
    qtbot.waitUntil(lambda: bool(sets), timeout=20_000)
    assert [each.serial for each in sets] == [2]


def test_the_worker_needs_no_window(tmp_path: Path) -> None:
    code = (
        "import sys; import danvan_desktop.gui.worker.main as w\n"
        "from tests.builders import samples\n"
        "from danvan_desktop.gui.worker.messages import ComposeReport\n"
        "w.RequestHandler().answer(ComposeReport(samples.report()))\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'PySide6', 'docx', 'lxml', 'peewee', 'sqlite3'}))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.strip() == "[]"
