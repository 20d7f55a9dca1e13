"""Unsupported file formats: each is refused by its name, with what to do instead."""

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.importers.input_file import SAVE_AS_TEXT, InputFile, foreign_kind

_SAVE_AS_WORD = "lưu lại dạng Tài liệu Word (*.docx) rồi nhập lại"


@frozen
class _Kind:
    """A kind of file, by its suffixes."""

    suffixes: frozenset[str]
    name: str
    way: str
    found_as: str = ""
    """What :func:`foreign_kind` calls it, where a suffix says nothing."""


def _suffixes(text: str) -> frozenset[str]:
    return frozenset(f".{suffix}" for suffix in text.split())


_KINDS = (
    _Kind(
        _suffixes("jpg jpeg jfif png gif bmp tif tiff webp heic heif"),
        "ảnh, không có chữ để lấy",
        "Hãy xin tệp Word (.docx) của báo cáo. Nếu chỉ có ảnh thì gõ lại, hoặc dùng phần mềm nhận dạng chữ "
        "(OCR) chuyển thành tệp Word rồi nhập tệp ấy",
        "tệp ảnh",
    ),
    _Kind(
        _suffixes("odt ott fodt"),
        "văn bản của LibreOffice",
        f"Hãy mở tệp bằng LibreOffice hoặc Word, {_SAVE_AS_WORD}",
    ),
    _Kind(_suffixes("rtf"), "tệp RTF", f"Hãy mở tệp bằng Word hoặc LibreOffice, {_SAVE_AS_WORD}", "tệp RTF"),
    _Kind(
        _suffixes("xlsx xls xlsm xlsb ods csv"),
        "bảng tính",
        "Hãy mở tệp bằng Excel, chọn và chép (Ctrl+C) bảng cần dùng, rồi dán (Ctrl+V) vào mục của báo cáo",
    ),
    _Kind(
        _suffixes("pptx ppt pps ppsx odp"),
        "bài trình chiếu",
        "Hãy mở tệp bằng PowerPoint, chép phần chữ cần dùng rồi dán (Ctrl+V) vào mục của báo cáo",
    ),
    _Kind(
        _suffixes("zip rar 7z gz tgz tar bz2 xz"),
        "tệp nén",
        "Hãy giải nén (bấm chuột phải vào tệp, chọn Giải nén hoặc Extract), rồi nhập tệp báo cáo ở bên trong",
        "tệp nén",
    ),
    _Kind(
        _suffixes("htm html mht mhtml"),
        "trang mạng",
        "Hãy mở tệp bằng trình duyệt, chọn hết (Ctrl+A), chép (Ctrl+C), rồi ở Trang đầu bấm "
        "“Dán toàn văn báo cáo cũ…”",
    ),
    _Kind(
        frozenset(),
        "tệp PDF mà tên không có đuôi .pdf",
        "Hãy đổi đuôi tệp thành .pdf rồi nhập lại",
        "tệp PDF",
    ),
)

_BY_WORD = _suffixes("doc docm dot dotx dotm wps")
"""Kinds of file that Word can save as .docx."""


def refusal(source: InputFile) -> UserError:
    """Say why a file of this suffix is not taken, and what to do."""
    name, suffix = source.path.name, source.suffix
    found = foreign_kind(source.data) or ""
    kind = next((kind for kind in _KINDS if suffix in kind.suffixes), None)
    if kind is None and suffix not in _BY_WORD:
        kind = next((kind for kind in _KINDS if kind.found_as and kind.found_as == found), None)
    if kind is not None:
        return UserError(f"Phần mềm chưa nhập được tệp “{name}”: đây là {kind.name}. {kind.way}.")
    shown = f"đuôi {suffix}" if suffix else "không có đuôi"
    by_word = suffix in _BY_WORD or found.startswith("tệp Word")
    way = _SAVE_AS_WORD if by_word else SAVE_AS_TEXT
    return UserError(f"Phần mềm chưa nhập được tệp “{name}” ({shown}). Hãy mở tệp bằng Word, {way}.")
