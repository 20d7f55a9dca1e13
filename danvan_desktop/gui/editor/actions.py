"""QActions of the editor: texts, icons and shortcuts (those of Word), and the menus they stand in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.widgets.style import icon
from danvan_desktop.report.editing.block_kinds import (
    DEMOTE_LABEL,
    DEMOTE_SHORTCUT,
    KINDS,
    MOVE_DOWN_LABEL,
    MOVE_DOWN_SHORTCUT,
    MOVE_UP_LABEL,
    MOVE_UP_SHORTCUT,
    PROMOTE_LABEL,
    PROMOTE_SHORTCUT,
    Kind,
)
from danvan_desktop.report.model import Alignment


@frozen
class Menu:
    """A menu: its title and its commands in order; None is a separator."""

    title: str
    actions: tuple["QAction | Menu | None", ...]


class EditorActions(QObject):
    """All commands of the workspace, by name; :attr:`menus` says how they are grouped in the menu bar."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        standard = QKeySequence.StandardKey
        self.undo = self._make("&Hoàn tác", standard.Undo, "undo")
        self.redo = self._make("&Làm lại", ["Ctrl+Y", "Ctrl+Shift+Z"], "redo")
        self.cut = self._make("Cắ&t", standard.Cut, "cut")
        self.copy = self._make("&Sao chép", standard.Copy, "copy")
        self.paste = self._make("&Dán", standard.Paste, "paste")
        self.paste_words = self._make("Dá&n chỉ chữ", "Ctrl+Shift+V")
        self.paste_words.setToolTip("Dán chữ, không lấy chữ đậm, chữ nghiêng, bảng (Ctrl+Shift+V)")
        self.select_all = self._make("&Chọn tất cả", standard.SelectAll)
        self._make_find_actions()
        self.bold = self._make("Đậ&m", "Ctrl+B", "bold", checkable=True)
        self.italic = self._make("&Nghiêng", "Ctrl+I", "italic", checkable=True)
        self.underline = self._make("&Gạch chân", "Ctrl+U", "underline", checkable=True)
        self.superscript = self._make(
            "Chỉ số t&rên", "Ctrl+Shift+=", "superscript", checkable=True, in_text=True
        )
        self.subscript = self._make("Chỉ số &dưới", "Ctrl+=", checkable=True)
        self.plain = self._make("&Bỏ kiểu chữ", "Ctrl+Space")
        self.kinds = tuple(self._kind(kind) for kind in KINDS)
        self.promote = self._make(
            _with_mnemonic(PROMOTE_LABEL, "cấp"), PROMOTE_SHORTCUT, "promote", in_text=True
        )
        self.demote = self._make(f"&{DEMOTE_LABEL}", DEMOTE_SHORTCUT, "demote", in_text=True)
        self.renumber = self._make("Đánh &số tự động")
        self.move_up = self._make(_with_mnemonic(MOVE_UP_LABEL, "lên"), MOVE_UP_SHORTCUT, "move-up")
        self.move_down = self._make(_with_mnemonic(MOVE_DOWN_LABEL, "xuống"), MOVE_DOWN_SHORTCUT, "move-down")
        self._make_table_actions()
        self._make_part_actions()
        self._make_review_actions()
        self.menus = self._menus()

    def _make_find_actions(self) -> None:
        self.find = self._make("Tì&m…", "Ctrl+F", "search")
        self.replace = self._make("Th&ay thế…", "Ctrl+H")
        self.next_hit = self._make("Tìm tiế&p", "F3")
        self.previous_hit = self._make("Tìm n&gược lại", "Shift+F3")
        self.toggle_hits = self._make("Danh sách", checkable=True)
        self.toggle_hits.setToolTip("Hiện, ẩn danh sách mọi chỗ tìm thấy")

    def _make_table_actions(self) -> None:
        self.insert_table = self._make("Chèn &bảng…", "", "table")
        self.row_above = self._make("Thêm hàng phía &trên")
        self.row_below = self._make("Thêm hàng phía &dưới")
        self.column_before = self._make("Thêm cột bên t&rái")
        self.column_after = self._make("Thêm cột bên &phải")
        self.delete_rows = self._make("Xóa &hàng")
        self.delete_columns = self._make("Xóa &cột")
        self.delete_table = self._make("&Xóa bảng")
        self.header_row = self._make("Hàng tiêu đề của bả&ng")
        self.caption = self._make("Tên củ&a bảng")
        self.merge_cells = self._make("&Gộp ô")
        self.split_cell = self._make("Tách &lại ô đã gộp")
        self.columns = self._make("Độ rộng cột, &số hàng tiêu đề…")
        self.landscape = self._make("Trang &khổ ngang", checkable=True)
        self.of_align: dict[Alignment, QAction] = {
            "left": self._make("&Tự động: chữ bên trái, số bên phải", checkable=True),
            "center": self._make("&Giữa", checkable=True),
            "right": self._make("Bên &phải", checkable=True),
            "justify": self._make("Đề&u hai bên", checkable=True),
        }
        self.align = self._make("Canh chữ tr&ong cột")
        self._align_menu = QMenu()  # of the action, wherever that is shown; kept here
        self._align_menu.addActions(list(self.of_align.values()))
        self.align.setMenu(self._align_menu)
        self.of_table = (
            self.row_above,
            self.row_below,
            self.column_before,
            self.column_after,
            self.delete_rows,
            self.delete_columns,
            self.delete_table,
            self.merge_cells,
            self.split_cell,
            self.align,
            self.columns,
            self.header_row,
            self.caption,
            self.landscape,
        )

    def _make_part_actions(self) -> None:
        self.add_section = self._make("Thêm &mục")
        self.delete_section = self._make("&Xóa mục này")
        self.section_left = self._make("Chuyển mục sang t&rái")
        self.section_right = self._make("Chuyển mục sang &phải")
        self.renumber_section = self._make("Đánh số mục &tự động")
        self.add_annex = self._make("Thêm phụ &lục trống")
        self.add_annex_form = self._make("Thêm phụ lục theo mẫ&u…")
        self.keep_form = self._make("Lưu phụ lục &này làm mẫu…")
        self.delete_annex = self._make("Xóa phụ lục nà&y")
        self.add_bases = self._make("Thêm &căn cứ")
        self.next_tab = self._make("Thẻ &sau", ["Ctrl+PgDown", "Ctrl+Tab"])
        self.previous_tab = self._make("Thẻ t&rước", ["Ctrl+PgUp", "Ctrl+Shift+Tab"])
        self.toggle_outline = self._make("Khung đề &mục", "Ctrl+Alt+O", checkable=True)
        self.toggle_outline.setChecked(True)
        self.toggle_preview = self._make("&Xem trang in", "F11", "preview", checkable=True)
        self.toggle_preview.setIconText("Trang in")
        self.next_pane = self._make("Sang &khung khác", "F6")
        self.zoom_in = self._make("&Phóng to chữ", "Ctrl++")
        self.zoom_out = self._make("&Thu nhỏ chữ", "Ctrl+-")
        self.zoom_reset = self._make("Cỡ &bình thường (100 %)", "Ctrl+0")

    def _make_review_actions(self) -> None:
        self.next_open = self._make("Chỗ cần rà &tiếp theo", "F8")
        self.previous_open = self._make("Chỗ cần rà t&rước", "Shift+F8")
        self.edit_place = self._make("Sử&a chỗ này", "F2")
        self.confirm = self._make("Chỗ &này đúng", "Ctrl+Return")
        self.confirm_paragraph = self._make("&Cả đoạn này đúng", "Ctrl+Shift+Return")
        self.edit_note = self._make("&Ghi việc còn thiếu…", "Ctrl+Alt+M")
        self.show_notes = self._make("&Việc còn thiếu", "Ctrl+Alt+L", "remark", checkable=True)
        self.show_notes.setIconText("Việc còn thiếu")
        self.toggle_last_tasks = self._make("N&hiệm vụ đã đề ra năm trước", "Ctrl+Alt+N", checkable=True)
        self.toggle_last_tasks.setChecked(True)
        self.toggle_sheet = self._make("Phiếu &kiểm tra thể thức", "Ctrl+F7", "sheet", checkable=True)
        self.toggle_sheet.setIconText("Kiểm tra thể thức")
        self.toggle_check = self._make(
            "Soát lỗi nội &dung và chính tả", "Ctrl+Alt+F7", "check", checkable=True
        )
        self.toggle_check.setIconText("Soát lỗi")
        self.next_finding = self._make("Lỗi tiế&p theo", "F7")
        self.previous_finding = self._make("&Quay lại lỗi trước", "Shift+F7")
        self.toggle_marks = self._make("&Gạch dưới chỗ nghi sai", checkable=True)
        self.insert_file = self._make("C&hèn từ tệp vào mục này…")

    def _make(
        self,
        text: str,
        keys: "str | QKeySequence.StandardKey | Sequence[str]" = "",
        icon_name: str = "",
        *,
        checkable: bool = False,
        in_text: bool = False,
    ) -> QAction:
        action = QAction(text, self)
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcut(QKeySequence(keys))
        elif keys:
            names = [keys] if isinstance(keys, str) else list(keys)
            action.setShortcuts([QKeySequence(name) for name in names])
        if in_text:
            # Shown in the menu only: these are the text's own keys, elsewhere they mean other things.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if icon_name:
            action.setIcon(icon(icon_name))
        action.setCheckable(checkable)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = text.replace("&", "")
        action.setToolTip(f"{words} ({shown})" if shown else words)
        return action

    def _kind(self, kind: Kind) -> QAction:
        action = self._make(kind.label, kind.shortcut, checkable=True)
        action.setData(KINDS.index(kind))
        if kind.hint:
            action.setToolTip(f"{action.toolTip()}: {kind.hint}")
        return action

    def _menus(self) -> tuple[Menu, ...]:
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action in self.kinds:
            group.addAction(action)
        pastes = (self.paste, self.paste_words)
        edit = (self.undo, self.redo, None, self.cut, self.copy, *pastes, self.select_all)
        finding = (self.find, self.replace, self.next_hit, self.previous_hit)
        characters = (self.bold, self.italic, self.underline, self.superscript, self.subscript, self.plain)
        moves = (self.promote, self.demote, self.move_up, self.move_down, self.renumber)
        forms = (
            Menu("Kiể&u chữ", characters),
            Menu("&Kiểu đoạn", self.kinds),
            Menu("Đề mục: nâng, hạ, chu&yển chỗ", moves),
        )
        shown = (self.toggle_outline, self.toggle_preview, self.toggle_last_tasks, self.toggle_marks)
        ways = (self.next_tab, self.previous_tab, self.next_pane)
        zoom = Menu("&Cỡ chữ trên màn hình", (self.zoom_in, self.zoom_out, self.zoom_reset))
        return (
            Menu("&Sửa", (*edit, None, *finding, None, *forms)),
            Menu("C&hèn", self._insert_menu()),
            Menu("&Xem", (*shown, None, zoom, None, *ways)),
        )

    def _insert_menu(self) -> tuple["QAction | Menu | None", ...]:
        of_section = (self.delete_section, self.section_left, self.section_right, self.renumber_section)
        sections = (self.add_section, Menu("Mục đang &soạn", of_section))
        annexes = (self.add_annex, self.add_annex_form, self.keep_form, self.delete_annex)
        firsts = (self.insert_table, Menu("&Trong bảng", self.of_table), self.insert_file, self.add_bases)
        return (*firsts, None, *sections, None, *annexes)

    @property
    def of_report(self) -> tuple[QAction | None, ...]:
        """The commands that begin the menu "Báo cáo": what is to be reviewed and what is missing."""
        ways = (self.next_open, self.previous_open)
        acts = (self.edit_place, self.confirm, self.confirm_paragraph)
        check = (self.toggle_check, self.next_finding, self.previous_finding, self.toggle_sheet)
        return (*ways, *acts, None, self.edit_note, self.show_notes, None, *check)


def _with_mnemonic(label: str, word: str) -> str:
    """Mark the first letter of ``word`` in ``label`` as the key that chooses it in a menu."""
    return label.replace(word, f"&{word}")
