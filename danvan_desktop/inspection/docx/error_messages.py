"""Error messages for Word files that cannot be checked: each says what is wrong and what to do."""

from danvan_desktop.errors import UserError
from danvan_desktop.reading.unreadable import Fault


def unreadable(fault: Fault, name: str) -> UserError:
    """Return the message for a file that cannot be parsed."""
    if fault == "empty":
        return UserError(f"Tệp “{name}” rỗng. Hãy chọn tệp Word (.docx) có nội dung.")
    if fault == "old_format":
        return UserError(
            f"Tệp “{name}” được đặt mật khẩu hoặc là tệp Word kiểu cũ (.doc). "
            "Hãy mở bằng Word, bỏ mật khẩu và lưu lại dạng .docx."
        )
    if fault == "too_long":
        return UserError(f"Tệp “{name}” quá dài để kiểm tra. Hãy chọn tệp Word của riêng báo cáo.")
    return UserError(
        f"Tệp “{name}” không phải tệp Word (.docx) hoặc đã hỏng, không đọc được. "
        "Hãy mở bằng Word và lưu lại dạng .docx, hoặc xin lại tệp từ nơi gửi."
    )
