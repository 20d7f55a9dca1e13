"""Error messages for a PDF that inspection cannot measure."""

from danvan_desktop.errors import UserError
from danvan_desktop.reading.limits import MEASURED_PDF
from danvan_desktop.reading.unreadable import UnreadableFileError


def refusal(error: UnreadableFileError, name: str) -> UserError:
    """Return the message for the user on the file called ``name``."""
    texts = {
        "empty": f"Tệp “{name}” rỗng. Hãy chọn tệp PDF có nội dung.",
        "other_kind": f"Tệp “{name}” không phải tệp PDF. Hãy chọn đúng tệp PDF của báo cáo.",
        "encrypted": f"Tệp “{name}” được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi kiểm tra lại.",
        "too_many_pages": f"Tệp “{name}” có {error.number} trang, "
        f"chỉ kiểm tra tệp đến {MEASURED_PDF.pages} trang. "
        "Hãy tách riêng báo cáo thành một tệp rồi kiểm tra.",
        "too_much_text": _too_much_text(name, error.number),
    }
    damaged = (
        f"Tệp PDF “{name}” đã hỏng hoặc thiếu một phần, không đọc được. "
        "Hãy xuất lại tệp từ báo cáo hoặc xin lại tệp từ nơi gửi."
    )
    return UserError(texts.get(error.fault, damaged))


def _too_much_text(name: str, page: int) -> str:
    if not page:
        return f"Tệp “{name}” có quá nhiều chữ để là một báo cáo. Hãy chọn đúng tệp PDF của báo cáo."
    return (
        f"Trang {page} của tệp “{name}” có quá nhiều chữ để là một trang báo cáo. "
        "Hãy chọn đúng tệp PDF của báo cáo."
    )
