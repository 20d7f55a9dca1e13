"""What the clerk meets when something has gone wrong with the stored reports: every box, panel and banner.

For the scenes that are measured (scenes.py) and for the pictures (screenshots.py).
"""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.rescue.commands import damaged_box
from danvan_desktop.gui.rescue.lost_data_dialog import LostDataDialog
from danvan_desktop.gui.rescue.old_data_dialog import OldDataDialog
from danvan_desktop.gui.rescue.progress_window import RescueProgress
from danvan_desktop.gui.shell.unsaved_question import UnsavedBox, WrittenBox
from danvan_desktop.gui.startup.failure_box import failure_box
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import Leftovers, leftovers_of, open_store
from danvan_desktop.store.read_only import open_to_read
from tests.builders.window import make_window

Scene = tuple[str, QWidget]
MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))
DATA = Path("D:/DanvanDesktop")
FULL = f"Ổ đĩa chứa {DATA} đã đầy: hãy xóa bớt tệp không cần rồi lưu lại."
KEPT = "Trong lúc chờ, toàn bộ báo cáo được giữ ở tệp D:/Tài liệu/Bản giữ hộ – BC-Dan-van.danvan."
NOTICE = (
    "Tệp dữ liệu bị hỏng. Đã lấy lại được 7 báo cáo nguyên vẹn và 2 cơ quan.",
    "Chỉ lấy lại được bản lưu trước đó, hãy xem lại phần sửa cuối cùng: “Kết quả công tác Dân vận năm 2025”.",
    "Chỉ đọc được một phần, phần ấy là báo cáo riêng trong danh sách: “Sơ kết 6 tháng (phần đọc được)”.",
    "Không lấy lại được: “Kết quả thực hiện Quy chế dân chủ năm 2023”.",
    f"Tệp hỏng được giữ lại với tên drafts-hong-20251124-103205.sqlite3 trong {DATA}.",
)


def lost_data(folder: Path, sample: Report) -> Leftovers:
    """Make a data folder whose database is gone, with what a year of use has left in it."""
    used = folder / "drafts.sqlite3"
    if not folder.exists():
        with closing(open_store(folder, lambda: MOMENT)) as store:
            store.create(sample)
            store.create(replace(sample, subject="Sơ kết 6 tháng", modified=MOMENT - timedelta(days=40)))
            draft = store.create(
                replace(sample, subject="Kế hoạch đã bỏ", modified=MOMENT - timedelta(days=80))
            )
            store.delete(draft.id)
        content = used.read_bytes()
        used.unlink()
        (folder / "sao-luu").mkdir()
        copies = ("drafts-hong-20251123-081500", "drafts-v3-20250301-073000", "sao-luu/drafts-20251122")
        for age, name in enumerate(copies):
            path = folder / f"{name}.sqlite3"
            path.write_bytes(content)
            os.utime(path, (MOMENT.timestamp() - 86_400 * (age + 1),) * 2)
    found = leftovers_of(used)
    if found is None:
        raise LookupError("nothing was left")
    return found


def fault_dialogs(window: MainWindow, sample: Report, folder: Path) -> Iterator[tuple[str, QDialog]]:
    """Give every dialog that speaks of a fault, of the data in ``folder``; none is shown yet."""
    found = lost_data(folder, sample)
    progress = RescueProgress(window)
    progress._told.emit("Đang tìm các báo cáo còn đọc được…")
    progress.seconds.setText("Đã chạy 12 giây.")
    yield "cuu-du-lieu", progress
    yield "mat-tep-du-lieu", LostDataDialog(found, window)
    yield "bao-cao-trong-ban-cu", OldDataDialog(found.candidates[0], (), window)
    newer = "Dữ liệu do một phiên bản mới hơn của phần mềm ghi: hãy cài phiên bản mới nhất rồi mở lại."
    yield "khong-mo-duoc", failure_box("Danvan Desktop", UserError(newer), found.path.parent)
    yield "loi-khi-mo", failure_box("Danvan Desktop", ValueError("x"), found.path.parent)
    typed = failure_box("Danvan Desktop", MemoryError(), found.path.parent, print)
    yield "loi-khi-mo-co-chu-moi", typed
    yield "bao-cao-hong", damaged_box("Sơ kết công tác Dân vận 6 tháng", window)[0]
    yield "dong-khi-chua-luu", UnsavedBox(window, f"{FULL} {KEPT}").box
    yield (
        "da-luu-ra-tep",
        WrittenBox(window, Path("D:/Luu/BC-Dan-van-2025.danvan"), MOMENT).box,
    )


def fault_states(window: MainWindow, store: Store, sample: Report) -> Iterator[Scene]:
    """Show the window in each state of a fault, and leave it as it was."""
    draft = store.create(replace(sample, subject="Sơ kết công tác Dân vận 6 tháng", modified=MOMENT))
    store._set(draft.id, damaged=1)
    window.start_page.refresh()
    window.notices.add(NOTICE)
    yield "hong-trong-danh-sach", window
    window.notices.seen.click()
    opened = store.create(sample)
    window.open_draft(opened)
    window.session.failed.emit(f"{FULL} {KEPT}")
    yield "chua-luu-duoc", window
    window.unsaved.show_written(Path("D:/Luu/BC-Dan-van-2025.danvan"), MOMENT)
    yield "chua-luu-duoc-da-ra-tep", window
    window.leave_report("shown")
    for number in (draft.id, opened.id):
        store.delete(number)
    window.start_page.refresh()


def read_only_window(folder: Path, sample: Report) -> MainWindow:
    """Make a window on a folder that cannot be written."""
    with closing(open_store(folder, lambda: MOMENT)) as store:
        store.create(sample)
    read_only = open_to_read(folder, FULL, lambda: MOMENT)
    if read_only is None:
        raise LookupError("nothing to read")
    return make_window(read_only, folder)
