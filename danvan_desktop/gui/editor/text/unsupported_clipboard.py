"""Unsupported clipboard content, pictures and files: a report has text and tables only; the user is told."""

import re

from PySide6.QtCore import QMimeData

_IN_HTML = re.compile(r"<(?:img|v:imagedata|svg)\b", re.IGNORECASE)
_IN_RTF = rb"{\pict"
_RTF = ("text/rtf", "application/rtf", "text/richtext", "Rich Text Format")
_WHY = "Ảnh không đưa vào được báo cáo: báo cáo chỉ gồm chữ và bảng."
_INSTEAD = "Ảnh minh họa thì chèn vào tệp Word sau khi xuất; ảnh chụp văn bản thì cần gõ lại chữ."
_WORDS_KEPT = "Chữ và bảng đi cùng vẫn được dán."
FILES = (
    "Không dán được tệp vào đây. Muốn lấy chữ của tệp Word, PDF hay văn bản, hãy dùng menu Chèn, "
    "mục “Chèn từ tệp vào mục này…”, hoặc kéo thả tệp vào cửa sổ; ảnh thì không đưa vào được báo cáo."
)


def picture_notice(source: QMimeData, *, has_words: bool) -> str:
    """The notice about the pictures in ``source``; "" without any. ``has_words``: its text is pasted.

    A spreadsheet and Word put a picture of the words beside them: it is none of its own.
    """
    if has_words:
        return f"{_WHY} {_WORDS_KEPT} {_INSTEAD}" if _is_among_words(source) else ""
    return f"{_WHY} {_INSTEAD}" if source.hasImage() or _is_among_words(source) else ""


def _is_among_words(source: QMimeData) -> bool:
    if source.hasHtml():
        return _IN_HTML.search(source.html()) is not None
    return any(_IN_RTF in bytes(source.data(name).data()) for name in _RTF if source.hasFormat(name))
