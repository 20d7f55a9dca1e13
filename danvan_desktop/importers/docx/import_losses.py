"""Import notes on what a Word file holds and a report cannot: collected while reading, in Vietnamese."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.recognition.import_notes import listed
from danvan_desktop.report.text.normalise import one_line

_ALL = 100_000
"""Words that are not imported are quoted to the last one."""

_COUNTED = {
    "picture": ("picture", "Không nhập {n} ảnh; xin chèn lại sau nếu cần."),
    "chart": ("picture", "Không nhập {n} biểu đồ; xin chèn lại sau nếu cần."),
    "diagram": ("picture", "Không nhập {n} sơ đồ (SmartArt); xin chèn lại sau nếu cần."),
    "object": ("picture", "Không nhập {n} đối tượng nhúng (Excel, Equation, …); xin chèn lại sau nếu cần."),
    "shape": ("unprinted", "Đã bỏ {n} đường kẻ, hình vẽ: các đường kẻ được kẻ lại theo thể thức."),
    "box": ("textbox", "Chữ trong {n} khung (text box) được đưa vào thành đoạn văn; xin xem lại chỗ đứng."),
    "footnote": (
        "footnote",
        "{n} chú thích cuối trang, cuối văn bản được đưa vào trong ngoặc vuông ngay tại chỗ.",
    ),
    "nested": ("table", "{n} bảng nằm trong ô của bảng khác được ghi thành chữ trong ô; xin xem lại."),
    "wide": (
        "table",
        "{n} bảng quá lớn (trên 63 cột hoặc quá nhiều ô) được ghi thành đoạn văn; xin kẻ lại.",
    ),
    "inserted": ("tracked", "Đã nhận {n} chỗ chèn thêm đang theo dõi (Track Changes)."),
    "moved": ("tracked", "Đã nhận {n} chỗ chuyển đoạn đang theo dõi (Track Changes) ở chỗ mới."),
    "bullet": ("number", "{n} đầu dòng tự động của Word được ghi thành “-” hoặc “+”."),
    "page_field": ("unprinted", "Đã bỏ {n} trường số trang, vì số trang được đánh lại."),
    "foreign": ("picture", "Không nhập {n} phần lấy từ tệp khác; xin chèn lại sau nếu cần."),
}
_QUOTED = {
    "deleted": ("tracked", "Không nhập chữ đã bị xóa khi theo dõi sửa đổi (Track Changes): {texts}."),
    "hidden": ("hidden", "Không nhập chữ ẩn: {texts}."),
    "equation": ("picture", "Không nhập công thức toán: {texts}; xin gõ lại."),
    "wordart": ("unprinted", "Không nhập chữ nghệ thuật, chữ in chìm (WordArt): {texts}."),
    "header": ("header", "Không nhập chữ ở đầu trang, chân trang: {texts}."),
    "contents": ("unprinted", "Đã bỏ mục lục, vì số trang sẽ khác: {texts}."),
    "field": ("field", "Trường chưa có kết quả, không nhập: {texts}."),
    "code": ("field", "Không nhập chữ nằm trong mã trường hoặc trong số trang, Word không hiện: {texts}."),
    "unread": ("unplaced", "Không nhập chữ nằm ở chỗ phần mềm không đọc: {texts}; xin mở bằng Word để xem."),
    "link": ("link", "Không giữ được địa chỉ liên kết gắn vào chữ: {texts}."),
    "colour": (
        "colour",
        "Chữ được tô màu, có thể để đánh dấu chỗ cần xem lại (màu không nhận vào báo cáo): {texts}.",
    ),
    "orphan": ("comment", "Ý kiến góp ý không ở trong đoạn văn nào: {texts}."),
    "TCVN3": (
        "encoding",
        "Chữ dùng phông {texts} (bảng mã TCVN3) đã được chuyển sang Unicode; xin đọc lại một lượt.",
    ),
    "VNI": (
        "encoding",
        "Chữ dùng phông {texts} (bảng mã VNI) đã được chuyển sang Unicode; xin đọc lại một lượt.",
    ),
    "symbol": ("encoding", "Ký hiệu của phông {texts} được ghi thành “•”; xin xem lại."),
}
_CUT = (
    "Tệp Word này xuống đoạn ở cuối từng dòng (thường do chuyển từ PDF): các dòng đã được nối lại thành "
    "đoạn, chữ đậm, nghiêng không giữ được; xin đọc lại một lượt."
)
_ONCE = {
    "cut": ("structure", _CUT),
    "lost": ("encoding", "Không thấy chữ “ư” nào: có thể chữ này đã mất khi sao chép; xin kiểm tra kỹ."),
    "letters": (
        "number",
        "Word đánh a, b, c, d, e tự động, không có chữ “đ”: số của các điểm được giữ như trong tệp.",
    ),
}


@dataclass(slots=True)
class LossPlace:
    """The paragraph that is being read, to which a note refers; its text is known at its end."""

    text: str = ""


@frozen
class LossNote:
    """An import note before it has a block: ``near`` is the text of the first paragraph that it is about."""

    kind: str
    text: str
    near: str = ""


class Losses:
    """Collector of losses, counted or quoted; the order of the tables above is the order of the notes."""

    def __init__(self) -> None:
        self.here = LossPlace()
        """The paragraph that is being read: set by the reader."""
        self._first: dict[str, LossPlace] = {}
        self._counts: Counter[str] = Counter()
        self._texts: dict[str, list[str]] = {}
        self._once: set[str] = set()

    def count(self, what: str, number: int = 1) -> None:
        """Count one more of ``what``."""
        self._counts[what] += number
        self._first.setdefault(what, self.here)

    def quote(self, what: str, text: str, *, once: bool = False) -> None:
        """Quote ``text``, normalised, as ``what``; ``once``: not again where it was quoted before."""
        text = one_line(text)
        texts = self._texts.setdefault(what, [])
        self._first.setdefault(what, self.here)
        if text and not (once and text in texts):
            texts.append(text)

    def quoted(self, what: str) -> list[str]:
        """Return what was quoted as ``what``."""
        return self._texts.get(what, [])

    def counted(self, what: str) -> int:
        """Return how often ``what`` was counted."""
        return self._counts[what]

    def take_quotes(self, other: "Losses") -> None:
        """Quote what ``other`` quotes, and count nothing of it: of headers only words are told."""
        for what in _QUOTED:
            for text in other.quoted(what):
                self.quote(what, text, once=True)

    def note(self, what: str) -> None:
        """Note ``what``, once for the whole file."""
        self._once.add(what)

    def notes(self) -> Iterator[LossNote]:
        """Yield the notes."""
        for what, (kind, text) in _COUNTED.items():
            if self._counts[what]:
                yield LossNote(kind, text.format(n=self._counts[what]), self._near(what))
        for what, (kind, text) in _QUOTED.items():
            if texts := self._texts.get(what):
                yield LossNote(kind, text.format(texts=listed(texts, _ALL)), self._near(what))
        for what, (kind, text) in _ONCE.items():
            if what in self._once:
                yield LossNote(kind, text)

    def _near(self, what: str) -> str:
        return self._first[what].text if what in self._first else ""
