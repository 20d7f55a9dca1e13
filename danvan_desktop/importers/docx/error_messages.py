"""Error messages for Word files that are not imported: each says what is wrong and what to do."""

from danvan_desktop.errors import UserError
from danvan_desktop.importers.input_file import foreign_kind, locked
from danvan_desktop.reading.docx.elements import children
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.reading.limits import WORD_BLOCKS
from danvan_desktop.reading.unreadable import Fault, UnreadableFileError

_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def refuse_foreign_bytes(data: bytes, name: str) -> None:
    """Refuse a file whose first bytes are not those of a .docx.

    Raises:
        UserError: they are not; the message calls the file by its kind where that is known.
    """
    if data.startswith(_ZIP):
        return
    if data.startswith(_OLD_WORD):
        raise UserError(
            f"Tệp “{name}” là tệp Word kiểu cũ (.doc) đổi đuôi. Hãy mở tệp bằng Word, "
            "lưu lại dạng Tài liệu Word (*.docx) rồi nhập lại."
        )
    kind = foreign_kind(data)
    raise UserError(
        f"Tệp “{name}” có đuôi .docx nhưng nội dung không phải tệp Word{f' (là {kind})' if kind else ''}; "
        "tệp có thể đã hỏng. Hãy xin lại tệp gốc."
    )


def refuse_other_documents(package: WordPackage, name: str) -> None:
    """Refuse a .docm under the name of a .docx, a workbook or slides, and what no report can hold.

    Raises:
        UserError: it is such a file, or has no words.
        UnreadableFileError: it is damaged, or too long.
    """
    kind = package.content_type
    if kind is None:
        raise UnreadableFileError("damaged")
    if "macroEnabled" in kind:
        raise UserError(
            f"Tệp “{name}” là tệp Word có macro. Hãy mở tệp bằng Word, "
            "lưu lại dạng Tài liệu Word (*.docx) rồi nhập lại."
        )
    if kind and "wordprocessingml" not in kind:
        raise UserError(
            f"Tệp “{name}” không phải tệp Word (có thể là Excel hoặc PowerPoint đổi đuôi). "
            "Hãy chọn tệp báo cáo dạng .docx."
        )
    if sum(1 for _ in children(package.body)) > WORD_BLOCKS:
        raise UnreadableFileError("too_long")
    if not any(text.strip() for text in package.body.itertext()):
        raise UserError(
            f"Tệp “{name}” không có chữ nào (có thể chỉ có ảnh quét). Hãy chọn tệp khác, "
            "hoặc xin tệp Word gốc."
        )


def unreadable(fault: Fault, name: str) -> UserError:
    """Return the message for a file that cannot be parsed."""
    if fault == "encrypted":
        return locked(name)
    if fault == "too_long":
        return UserError(
            f"Tệp “{name}” quá dài để nhập (trên 20.000 đoạn hoặc 150.000 ô bảng). "
            "Hãy chọn đúng tệp báo cáo, hoặc tách thành các tệp nhỏ hơn."
        )
    return UserError(
        f"Tệp “{name}” không phải tệp Word (.docx) hoặc đã hỏng, không đọc được. "
        "Hãy mở tệp bằng Word, lưu lại dạng .docx, hoặc xin lại tệp từ nơi gửi."
    )
