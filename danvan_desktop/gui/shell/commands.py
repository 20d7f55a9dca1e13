"""Commands of the program outside the text: one QAction each, grouped as menus and tool bar show them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from danvan_desktop.gui.look.scheme import Scheme
from danvan_desktop.gui.widgets.style import icon

_SCHEMES: dict[Scheme, tuple[str, str]] = {
    "system": ("&Theo máy", "Sáng hay tối như máy đang đặt"),
    "light": ("&Sáng", "Chữ sẫm trên nền sáng"),
    "dark": ("T&ối", "Chữ sáng trên nền tối"),
}


class Commands(QObject):
    """Holds the QActions. The window connects each; the menus only show them."""

    def __init__(self, parent: QObject) -> None:
        """Make the actions."""
        super().__init__(parent)
        self._make_beginnings()
        self._make_files()
        self._make_of_report()
        self._make_states()
        self.offices = self._make(
            "&Cơ quan và người ký…", "office", "", "Tên cơ quan, người ký, nơi nhận: điền một lần, dùng mãi"
        )
        self.backups = self._make(
            "&Sao lưu và khôi phục…",
            "backup",
            "",
            "Xem các bản sao, lấy lại báo cáo từ bản sao, sao lưu ra USB, chuyển sang máy khác",
        )
        self.schemes = self._make_schemes()
        self.quit = self._make("&Thoát", "", "Ctrl+Q", "Lưu và đóng phần mềm")
        self.help = self._make("&Hướng dẫn", "help", "F1", "Hướng dẫn theo từng việc")
        self.keys = self._make("&Phím tắt", "", "Ctrl+F1", "Xem các phím tắt")
        self.data_folder = self._make("&Mở thư mục dữ liệu", "open", "", "Nơi giữ báo cáo và nhật ký lỗi")
        self.about = self._make("&Giới thiệu", "", "", "Về phần mềm này")

    def _make_schemes(self) -> dict[Scheme, QAction]:
        """Make the choices of the submenu "Giao diện", of which one holds."""
        group = QActionGroup(self)
        made = {}
        for scheme, (text, tip) in _SCHEMES.items():
            action = made[scheme] = self._make(text, "", "", tip)
            action.setCheckable(True)
            group.addAction(action)
        return made

    def _make_beginnings(self) -> None:
        self.next_year = self._make(
            "&Lập báo cáo năm sau từ báo cáo năm trước…",
            "next-year",
            "Ctrl+Alt+B",
            "Lấy báo cáo năm trước làm khung: năm được nâng lên, chỗ cũ được đánh dấu để rà",
        )
        self.new = self._make(
            "&Báo cáo mới theo đề cương mẫu…", "new", "Ctrl+N", "Lập báo cáo trống, có sẵn các mục và gợi ý"
        )
        self.bring_in = self._make(
            "&Nhập báo cáo cũ (Word, PDF, văn bản)…",
            "import",
            "Ctrl+O",
            "Lấy báo cáo có sẵn trên máy vào phần mềm",
        )
        self.next_year.setIconText("Lập báo cáo từ năm trước…")
        self.new.setIconText("Báo cáo mới theo đề cương…")
        self.bring_in.setIconText("Nhập báo cáo cũ…")
        self.paste_in = self._make(
            "Dán t&oàn văn báo cáo cũ…", "paste", "", "Nhập báo cáo đã sao chép từ thư, trang mạng, tệp khác"
        )
        self.sample = self._make("&Xem báo cáo mẫu", "open", "", "Mở một báo cáo mẫu đã điền để xem thử")

    def _make_files(self) -> None:
        """Make what the menu "Tệp" does with a report and files that are there."""
        self.back = self._make("&Về Trang đầu", "back", "Ctrl+W", "Lưu và trở về Trang đầu")
        self.back.setIconText("Trang đầu")
        self.save = self._make("Lư&u", "", "Ctrl+S", "Báo cáo tự lưu; lệnh này lưu ngay tức thì")
        self.to_file = self._make(
            "Lưu ra tệp .d&anvan…", "", "", "Ghi cả báo cáo thành một tệp, để cất riêng hay mở ở máy khác"
        )
        self.to_outline = self._make(
            "Lưu là&m đề cương…",
            "new",
            "",
            "Giữ các mục, đề mục của báo cáo này làm đề cương riêng để lập báo cáo mới",
        )
        self.export = self._make("Xuất tệp", "export", "", "Xuất tệp Word và PDF như lần trước")
        self.export_draft = self._make(
            "Xuất tệp &dự thảo lấy ý kiến…", "export", "Shift+F12", "Bản có ghi “DỰ THẢO LẦN …”"
        )
        self.export_signing = self._make(
            "Xuất tệp t&rình ký…", "sign", "F12", "Bản không có dấu dự thảo, để trình ký và ban hành"
        )
        self.print = self._make("&In…", "print", "Ctrl+P", "In đúng những trang ở Xem trang in")
        self.take_back = self._make(
            "Nhận lại bản &Word đã sửa…",
            "take-back",
            "",
            "Đưa những chỗ lãnh đạo, cơ quan khác đã sửa trong tệp Word vào báo cáo, từng chỗ một",
        )
        self.ask_part = self._make(
            "Gửi &phòng viết một phần…",
            "",
            "",
            "Xuất một mục, một khoản thành tệp Word để phòng, đơn vị viết, có hạn và lời dặn",
        )
        self.parts = self._make(
            "Các phần đã gửi p&hòng…", "", "", "Phòng nào đã gửi lại, phòng nào chưa; nhận lại phần của phòng"
        )
        self.inspect_file = self._make(
            "&Kiểm tra thể thức một tệp…",
            "",
            "",
            "Đo một tệp Word hoặc PDF đã có theo từng mục của Nghị định 30/2020/NĐ-CP; tệp không bị thay đổi",
        )

    def _make_of_report(self) -> None:
        """Make what the menu "Báo cáo" has, but for its states."""
        self.request = self._make(
            "&Yêu cầu báo cáo…", "", "", "Công văn yêu cầu báo cáo: viết đoạn mở đầu, nhắc hạn gửi"
        )
        self.presentation = self._make(
            "Trình &bày…",
            "",
            "",
            "Cỡ chữ, giãn dòng, lề trong khuôn khổ quy định; văn bản giấy, điện tử; độ khẩn",
        )
        self.fit = self._make(
            "Th&u gọn cho vừa trang…", "fit-page", "", "Các cách đúng quy định để bớt trang, kèm số trang"
        )
        self.notes = self._make("Ghi chú &khi nhập…", "", "", "Mở lại danh sách ghi chú của lần nhập")
        self.history = self._make(
            "Lịch &sử sửa đổi",
            "",
            "Ctrl+Alt+H",
            "Xem báo cáo đã thay đổi thế nào; khôi phục một bản, một mục hay một đoạn trước đây",
        )
        self.history.setCheckable(True)
        self.returned = self._make(
            "Các chỗ nhận lạ&i",
            "",
            "Ctrl+Alt+W",
            "Xem và quyết từng chỗ đã sửa trong các tệp Word nhận lại",
        )
        self.returned.setCheckable(True)
        self.name_version = self._make(
            "Đặt tên ch&o bản này…", "", "", "Giữ báo cáo như lúc này dưới một tên, không bao giờ bị xóa bớt"
        )
        self.continued = self._make("&Lập báo cáo năm sau từ báo cáo này…", "next-year", "", "")

    def _make_states(self) -> None:
        self.to_drafting = self._make("Chuyển về “Đang &soạn”", "", "", "Sửa tiếp, chưa gửi đi đâu")
        self.to_consulting = self._make("&Lấy ý kiến…", "", "", "Xuất tệp dự thảo để gửi lấy ý kiến")
        self.to_signing = self._make("Chuyển sang “&Trình ký”", "", "", "Báo cáo đã xong, đang trình ký")
        self.to_issued = self._make(
            "Ghi nhận đã &ban hành…", "", "", "Ghi số, ngày và giữ tệp đã ký; báo cáo chỉ còn để xem"
        )
        self.correct = self._make(
            "Lập báo cáo tha&y thế…", "", "", "Báo cáo mới để thay báo cáo đã ban hành này"
        )
        self.amend_issue = self._make(
            "Sửa số, &ngày ban hành…", "", "", "Ghi lại số, ngày đã ghi nhầm, kèm lý do; lời văn không đổi"
        )
        self.withdraw_issue = self._make(
            "Bỏ &ghi nhận ban hành…",
            "",
            "",
            "Ghi nhận nhầm thì bỏ đi, kèm lý do: báo cáo trở lại “Trình ký”, sửa tiếp được",
        )
        self.attach_signed = self._make(
            "Th&êm tệp đã ký…", "", "", "Giữ tệp đã ký cùng báo cáo; tệp được chép vào thư mục dữ liệu"
        )
        self.signed_file = self._make("&Mở tệp đã ký", "open", "", "Mở tệp đã ký được giữ cùng báo cáo")

    @property
    def of_report(self) -> tuple[QAction, ...]:
        """Return the commands that need an open report."""
        return (
            *(self.back, self.save, self.to_file, self.to_outline),
            *(self.export, self.export_draft, self.export_signing),
            *(self.request, self.ask_part, self.parts),
            *(self.print, self.presentation, self.fit, self.notes, self.history, self.returned),
            self.name_version,
            *(self.continued, *self.of_state),
        )

    @property
    def with_buttons(self) -> tuple[QAction, ...]:
        """Return the commands that have a button above the text while the open report has use for them."""
        return self.notes, self.amend_issue, self.correct

    @property
    def of_state(self) -> tuple[QAction, ...]:
        """Return the commands of the menu "Tình trạng"."""
        return (
            *(self.to_drafting, self.to_consulting, self.to_signing, self.to_issued),
            *(self.amend_issue, self.withdraw_issue, self.attach_signed, self.signed_file, self.correct),
        )

    @property
    def of_changes(self) -> tuple[QAction, ...]:
        """Return the commands that make of the open report another one, or one of another state."""
        return (
            *(self.to_drafting, self.to_consulting, self.to_signing, self.to_issued, self.correct),
            *(self.amend_issue, self.withdraw_issue, self.attach_signed, self.request, self.ask_part),
        )

    def forbid_changes(self) -> None:
        """Disable, for good, what brings a report into the list or changes what is stored."""
        for action in (
            *(self.next_year, self.new, self.bring_in, self.paste_in, self.sample, self.take_back),
            *(self.offices, self.backups),
        ):
            action.setEnabled(False)

    def _make(self, text: str, icon_name: str, key: str, tip: str) -> QAction:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(icon_name))
        if key:
            action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{tip} ({key})" if key else tip)
        return action
