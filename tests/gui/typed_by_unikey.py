"""The program typed into through the real Unikey of IBus: ``python -m tests.gui.typed_by_unikey FOLDER``.

To be run in an X server and a D-Bus session of its own. Keys come from the X server as a keyboard's do, go to
the engine and come back as composition. Writes one JSON object: of each place what the window and what the
stored report have.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEYS_MS = 12
"""Between two keys: eighty a second."""
ENGINE_SECONDS = 20
WORDS = "Ủy ban nhân dân đẩy mạnh tuyên truyền, vận động 1.250 hộ; quyết nghị của Đảng đi vào cuộc sống"


def start_engine() -> None:
    """Start IBus with Unikey, Telex as it is set at first."""
    subprocess.Popen(
        ["ibus-daemon", "--xim", "--panel", "disable", "--config", "disable"], stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + ENGINE_SECONDS
    while time.monotonic() < until:
        subprocess.run(["ibus", "engine", "Unikey"], capture_output=True, check=False)
        told = subprocess.run(["ibus", "engine"], capture_output=True, check=False, text=True)
        if told.stdout.strip() == "Unikey":
            return
        time.sleep(0.2)
    raise SystemExit("IBus does not start Unikey here")


def engine_answers() -> Iterator[int]:
    """Wait until the engine, which Qt finds by itself, makes a word of keys in a field of its own."""
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit()
    field.show()
    for _ in range(ENGINE_SECONDS):
        field.clear()
        field.activateWindow()
        field.setFocus()
        yield 300
        subprocess.run(["xdotool", "type", "--delay", str(KEYS_MS), "Daan vaanj "], check=False)
        yield 700
        if field.text().strip() == "Dân vận":
            break
    field.close()
    field.deleteLater()
    yield 300


def typed(widget: "QWidget", text: str) -> Iterator[int]:
    """Type the keys for ``text`` into ``widget``, which has the keyboard; its last word is still composed."""
    from tests.gui.journeys.test_typing_vietnamese import content
    from tests.gui.vietnamese_keys import typed_keys

    keys = subprocess.Popen(["xdotool", "type", "--delay", str(KEYS_MS), typed_keys(text, "telex")])
    while keys.poll() is None:
        yield 50
    for _ in range(100):  # on a busy machine the engine is still at it
        if text.rpartition(" ")[0] in content(widget):
            break
        yield 100
    yield 500


def type_into_all_places(folder: Path) -> None:
    """Open a report, type into each place, end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from danvan_desktop.gui.application import make_application
    from danvan_desktop.report.full_text import all_text
    from danvan_desktop.store.opening import open_store
    from tests.builders import samples
    from tests.builders.window import make_window
    from tests.gui.journeys.test_typing_vietnamese import PLACES, content

    make_application()
    store = open_store(folder)
    window = make_window(store, folder)
    window.resize(1200, 700)
    window.show()
    window.open_draft(store.create(samples.report()))
    window.workspace.editor_actions.toggle_preview.setChecked(True)
    widgets: dict[str, QWidget] = {}

    def steps() -> Iterator[int]:
        """Each step, and the milliseconds until the next."""
        yield from engine_answers()
        for place, (at, _) in PLACES.items():
            window.activateWindow()
            widget = at(window)
            yield 300
            yield from typed(widget, f" {WORDS}")
            widgets[place] = widget  # the last word is still composed when the next place is gone to
        yield 500
        window.session.save_everything_now("the words are typed")
        found = {place: content(widget) for place, widget in widgets.items()}
        number = window.session.draft.id if window.session.draft else 0
        window.session.close_report()
        print(json.dumps({"shown": found, "stored": all_text(store.load(number))}), flush=True)
        QApplication.exit(0)

    running = steps()

    def go_on() -> None:
        wait = next(running, None)
        if wait is not None:
            QTimer.singleShot(wait, go_on)

    QTimer.singleShot(0, go_on)
    QApplication.exec()
    store.close()
    os._exit(0)  # the engine's connection is of this session, which ends now


def main() -> None:
    os.environ |= {"QT_IM_MODULE": "ibus", "QT_QPA_PLATFORM": "xcb"}
    start_engine()
    type_into_all_places(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
