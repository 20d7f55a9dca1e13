"""Detect the text encoding of bytes: UTF-8, UTF-16, Windows-1258, and the legacy TCVN3 and VNI."""

import codecs
import re
import unicodedata

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.text.legacy_encodings import convert_legacy, has_lost_letters

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_LETTER_OUTSIDE_ASCII = re.compile(r"[^\W\d_\x00-\x7f]")
_FAR_LETTER = re.compile("[\u2e80-\ud7ff]")
"""Of East Asia: what two letters of one byte make when they are read as one."""
_VIETNAMESE = frozenset("ăâđêôơưĂÂĐÊÔƠƯ") | {
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
_MIXED = (
    "Tệp có nhiều chữ không phải tiếng Việt: có thể một phần được lưu bằng mã khác và đọc ra sai; xin mở tệp "
    "gốc xem lại."
)
_NOT_TEXT = (
    "không phải là tệp văn bản. Hãy mở tệp bằng phần mềm đã tạo ra nó, lưu lại thành tệp .txt (mã UTF-8)."
)


@frozen
class Decoded:
    """The text of a file and, in Vietnamese, what had to be done to read it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Read ``data``, the content of the file called ``name``, as text.

    Raises:
        UserError: it is no text, or text in a code that is not known here.
    """
    decoded = _unicode(data, name) or _one_byte(data) or _windows_1258(data)
    if decoded is None or _is_binary(decoded.text):
        raise UserError(f"Tệp “{name}” {_NOT_TEXT}")
    return decoded


def _unicode(data: bytes, name: str) -> Decoded | None:
    """Read as Unicode; what was copied out of a TCVN3 or VNI document is converted."""
    decoded = _marked(data, name) or _utf16(data) or _utf8(data)
    if decoded is None:
        return None
    return _converted(decoded.text, decoded.notes) or decoded


def _one_byte(data: bytes) -> Decoded | None:
    """Read TCVN3 or VNI; None where it is neither."""
    return _converted(data.decode("cp1252", errors="replace"))


def pasted(text: str) -> Decoded:
    """Read ``text`` from the clipboard, where TCVN3 and VNI come as the letters of Windows-1252."""
    return _converted(text, what="Văn bản dán vào") or Decoded(text)


def _converted(text: str, notes: tuple[str, ...] = (), what: str = "Tệp") -> Decoded | None:
    """Convert ``text`` from TCVN3 or VNI; None where it is neither."""
    unicode, code = convert_legacy(text)
    if code is None:
        return None
    notes = (*notes, f"{what} dùng bảng mã cũ {code}, đã được chuyển sang Unicode; xin đọc lại một lượt.")
    if code == "TCVN3" and has_lost_letters(unicode):
        notes = (*notes, "Không thấy chữ “ư” nào: có thể chữ này đã mất khi sao chép; xin kiểm tra kỹ.")
    return Decoded(unicode, notes)


def _marked(data: bytes, name: str) -> Decoded | None:
    """Read by the byte order mark, which must tell the truth."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            body = data[len(mark) :]
            if encoding == "utf-8":
                return _utf8(body)
            try:
                text = body.decode(encoding)
            except UnicodeDecodeError as error:
                raise UserError(
                    f"Tệp “{name}” bị hỏng hoặc bị cắt cụt. Hãy chép lại từ tệp gốc rồi nhập lại."
                ) from error
            return Decoded(text, (_MIXED,) if _is_misread(text) else ())
    return None


def _utf16(data: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: every other byte of its spaces and plain letters is zero."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > pairs * 0.2 and even < pairs * 0.02:
        encoding = "utf-16-le"
    elif even > pairs * 0.2 and odd < pairs * 0.02:
        encoding = "utf-16-be"
    else:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_misread(text) else Decoded(text)


def _is_misread(text: str) -> bool:
    """Tell whether letters of one byte were read in pairs: they give Chinese ones, of which we have few."""
    return len(_FAR_LETTER.findall(text)) * 20 > len(text)


def _utf8(data: bytes) -> Decoded | None:
    """Read UTF-8; a broken character here and there becomes "�" and is noted."""
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    broken = text.count("�")
    whole = len(_LETTER_OUTSIDE_ASCII.findall(text))
    if broken * 50 > whole and not (broken == 1 and text.endswith("�") and whole):
        return None
    note = f"Tệp có {broken} ký tự bị hỏng, được thay bằng “�”; xin tìm và gõ lại các chỗ đó."
    return Decoded(text, (note,))


def _windows_1258(data: bytes) -> Decoded | None:
    """Read Windows-1258, if that gives Vietnamese letters and few others."""
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    letters = _LETTER_OUTSIDE_ASCII.findall(text)
    vietnamese = sum(letter in _VIETNAMESE for letter in letters)
    if not letters or vietnamese < len(letters) * 0.9:
        return None
    return Decoded(text, ("Tệp dùng bảng mã Windows-1258, đã được chuyển sang Unicode.",))


def _is_binary(text: str) -> bool:
    """Tell whether control characters are more than a stray few."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 200 > len(sample) or "\x00" in sample
