"""Pictures on the clipboard: a report has words and tables only, and that is said, not passed over."""

import re

from PySide6.QtCore import QMimeData

_IN_HTML = re.compile(r"<(?:img|v:imagedata|svg)\b", re.IGNORECASE)
_IN_RTF = rb"{\pict"
_RTF = ("text/rtf", "application/rtf", "text/richtext", "Rich Text Format")
_WHY = "Ảnh không đưa vào được báo cáo: báo cáo chỉ gồm chữ và bảng."
_INSTEAD = "Ảnh minh họa thì chèn vào tệp Word sau khi xuất; ảnh chụp văn bản thì cần gõ lại chữ."
_WORDS_KEPT = "Chữ và bảng đi cùng vẫn được dán."


def said_of_pictures(source: QMimeData, *, has_words: bool) -> str:
    """Say what becomes of the pictures in ``source``, of which words are pasted or not; "" without any.

    A spreadsheet and Word put a picture of the words beside them: it is none of its own.
    """
    if has_words:
        return f"{_WHY} {_WORDS_KEPT} {_INSTEAD}" if _is_among_words(source) else ""
    return f"{_WHY} {_INSTEAD}" if source.hasImage() or _is_among_words(source) else ""


def _is_among_words(source: QMimeData) -> bool:
    if source.hasHtml():
        return _IN_HTML.search(source.html()) is not None
    return any(_IN_RTF in bytes(source.data(name).data()) for name in _RTF if source.hasFormat(name))
