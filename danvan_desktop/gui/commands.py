"""The program's own commands: one QAction each, and the menus and the tool bar that show them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from danvan_desktop.gui.style import icon


class Commands(QObject):
    """What can be done outside the text. The window connects each; the menus only show them."""

    def __init__(self, parent: QObject) -> None:
        """Make the actions."""
        super().__init__(parent)
        self.new = self._make(
            "&Báo cáo mới theo đề cương mẫu…", "new", "Ctrl+N", "Lập báo cáo trống, có sẵn các mục và gợi ý"
        )
        self.bring_in = self._make(
            "&Nhập báo cáo cũ (văn bản)…", "import", "Ctrl+O", "Lấy báo cáo từ tệp .txt hoặc .danvan vào"
        )
        self.back = self._make("&Về danh sách", "list", "Ctrl+W", "Lưu và trở về Báo cáo của tôi")
        self.save = self._make("&Lưu", "", "Ctrl+S", "Báo cáo tự lưu; lệnh này lưu ngay tức thì")
        self.export = self._make("&Xuất bản…", "export", "F12", "Xuất tệp Word và PDF")
        self.print = self._make("&In…", "print", "Ctrl+P", "In đúng những trang ở Xem trang in")
        self.quit = self._make("&Thoát", "", "Ctrl+Q", "Lưu và đóng chương trình")
        self.keys = self._make("&Phím tắt", "", "F1", "Xem các phím tắt")
        self.data_folder = self._make("&Mở thư mục dữ liệu", "open", "", "Nơi giữ báo cáo và nhật ký lỗi")
        self.about = self._make("&Giới thiệu", "", "", "Về chương trình này")

    def _make(self, text: str, icon_name: str, key: str, tip: str) -> QAction:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(icon_name))
        if key:
            action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{tip} ({key})" if key else tip)
        return action
