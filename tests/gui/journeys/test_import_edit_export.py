"""The clerk's December, with keys and clicks only: new, bring in, edit, close, reopen, export."""

from pathlib import Path

import docx
import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
from danvan_desktop.gui.importing.notes_panel import ImportNotesPanel
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.store.opening import open_store
from tests.builders.window import dispose, make_window, show_window
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

LAST_YEARS_REPORT = """\
UBND TỈNH HƯƠNG GIANG
VĂN PHÒNG

BÁO CÁO
Kết quả thực hiện công tác Dân vận năm 2025

Thực hiện công văn của Sở Nội vụ, Văn phòng báo cáo kết quả như sau:

I. ĐẶC ĐIỂM TÌNH HÌNH
Văn phòng có 42 công chức và người lao động.

II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN
1. Công tác lãnh đạo, chỉ đạo
Văn phòng đã ban hành 05 văn bản chỉ đạo.
2. Công tác tuyên truyền
Đã tổ chức 03 hội nghị.

III. ĐÁNH GIÁ CHUNG
Công tác Dân vận có chuyển biến.

IV. NHIỆM VỤ TRỌNG TÂM NĂM 2026
Tiếp tục quán triệt đường lối của Đảng.

Trên đây là báo cáo của Văn phòng./.
"""


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao-2025.txt"
    path.write_text(LAST_YEARS_REPORT, encoding="utf-8")
    return path


def press_enter(dialog: QWidget) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def hit(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press ``key`` once the window has the keyboard again: the offscreen screen is slow to give it back."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, modifier)


def bring_in(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    def type_name(dialog: QWidget) -> None:
        name = next(edit for edit in inside(dialog, QLineEdit) if edit.objectName() == "fileNameEdit")
        type_text(name, str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)

    when_modal(QFileDialog, type_name)
    hit(qtbot, window, Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=15_000)
    question = QApplication.activeModalWidget()
    assert question is not None
    QTest.keyClick(question, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)  # Chỉ nhập báo cáo cũ
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    for notes in inside(window, ImportNotesPanel):
        QTest.keyClick(notes, Qt.Key.Key_Escape)


def is_open(window: MainWindow) -> bool:
    return window.session.draft is not None


def go_to_tab(qtbot: QtBot, window: MainWindow, name: str) -> QTextEdit:
    """Page through the tabs as Word's users do, and click into the text."""
    workspace = window.workspace
    strip = workspace.tab_strip
    for _ in range(strip.count()):
        if name in strip.tabText(strip.currentIndex()).replace("&", ""):
            break
        hit(qtbot, window, Qt.Key.Key_PageDown, CONTROL)
    page = workspace.current_text_page()
    assert page is not None, name
    QTest.mouseClick(page.editor.viewport(), Qt.MouseButton.LeftButton)
    return page.editor


def type_at_the_end(qtbot: QtBot, window: MainWindow, tab: str, text: str) -> None:
    editor = go_to_tab(qtbot, window, tab)
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_text(editor, text)


def type_text(widget: QWidget, text: str) -> None:
    """Send each character as UniKey does; QTest's own keys know ASCII only."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, character))


def export(qtbot: QtBot, window: MainWindow, folder: Path) -> list[Path]:
    files: list[Path] = []

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.target.folder.setFocus()
        dialog.target.folder.selectAll()
        type_text(dialog.target.folder, str(folder))
        press_enter(dialog)
        qtbot.waitUntil(lambda: bool(dialog.files), timeout=20_000)
        files.extend(dialog.files)
        closing = next(button for button in inside(dialog, QPushButton) if button.text() == "Đóng")
        QTest.mouseClick(closing, Qt.MouseButton.LeftButton)

    when_modal(ExportDialog, fill)
    hit(qtbot, window, Qt.Key.Key_F12)
    return files


def text_of_word(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def text_of_pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_from_last_years_file_to_this_years_word_and_pdf(
    qtbot: QtBot, data_dir: Path, last_year: Path, tmp_path: Path
) -> None:
    store = open_store(data_dir)
    window = make_window(store, data_dir)
    show_window(qtbot, window)

    # New from an outline, looked at, and left again.
    when_modal(NewReportDialog, press_enter)
    hit(qtbot, window, Qt.Key.Key_N, CONTROL)
    assert is_open(window)
    hit(qtbot, window, Qt.Key.Key_W, CONTROL)
    assert not is_open(window)

    # Last year's file is brought in and edited.
    bring_in(qtbot, window, last_year)
    type_at_the_end(qtbot, window, "Đánh giá", "Có 02 mô hình được nhân rộng.")
    qtbot.waitUntil(lambda: window.status.saved.text().startswith("✓ Đã lưu"), timeout=3000)
    type_at_the_end(qtbot, window, "Nhiệm vụ", "Chữ gõ ngay trước khi đóng.")
    dispose(window)
    store.close()

    # The next morning it is found by a word of its text, and opens with all that was typed.
    store = open_store(data_dir)
    window = make_window(store, data_dir)
    show_window(qtbot, window)
    assert window.start_page.list.rows.rowCount() == 2
    QTest.keyClicks(window.start_page.search, "duong loi")
    qtbot.waitUntil(lambda: window.start_page.list.rows.rowCount() == 1)
    QTest.keyClick(window.start_page.list, Qt.Key.Key_Return)
    assert is_open(window)

    # Both files are written, with the same text.
    out = tmp_path / "out"
    out.mkdir()
    word, pdf = export(qtbot, window, out)
    assert (word.name, pdf.name) == ("BC-Dan-van-2025-trinh-ky.docx", "BC-Dan-van-2025-trinh-ky.pdf")
    for text in (text_of_word(word), text_of_pdf(pdf)):
        flowing = " ".join(text.split())
        assert "Có 02 mô hình được nhân rộng." in flowing
        assert "Chữ gõ ngay trước khi đóng." in flowing
        assert "Văn phòng có 42 công chức và người lao động." in flowing
        assert flowing.index("I. ĐẶC ĐIỂM") < flowing.index("III. ĐÁNH GIÁ") < flowing.index("./.")
    dispose(window)
    store.close()
