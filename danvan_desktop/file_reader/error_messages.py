"""What the user is told where the reader process did not come to an end: what is wrong, and what to do."""

from typing import Literal

from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.messages import ReadRequest

Failure = Literal["no_process", "no_drive", "too_slow", "no_memory", "died", "defect"]
"""Why there is no answer: the process cannot be started, was not given the file, did not get on, was out of
memory, ended by itself, or had an error that nobody foresaw."""

_ADVICE = {
    ".pdf": "Hãy mở tệp bằng trình đọc PDF, in lại thành tệp PDF mới (Print to PDF) rồi thử với tệp mới.",
    ".docx": "Hãy mở tệp bằng Word, lưu lại thành một tệp .docx mới rồi thử với tệp mới; "
    "nếu tệp rất dài thì tách riêng báo cáo.",
}
_CHOOSE = "Hãy chọn đúng tệp báo cáo, hoặc tách thành các tệp nhỏ hơn."
_NO_PROCESS = (
    "Máy không mở được phần đọc tệp của phần mềm. Hãy đóng bớt phần mềm khác rồi thử lại; "
    "nếu vẫn vậy thì đóng phần mềm này rồi mở lại."
)
_NO_DRIVE = (
    "Tệp “{name}” nằm ở ổ đĩa hoặc thư mục mạng chưa trả lời nên chưa đọc được. "
    "Hãy kiểm tra kết nối, hoặc chép tệp về máy này rồi thử lại."
)
_FILES = {
    "too_slow": "Tệp “{name}” đọc quá lâu không xong nên đã dừng lại, chưa lấy gì từ tệp.",
    "no_memory": "Tệp “{name}” bung ra quá lớn nên không đọc được.",
    "died": "Tệp “{name}” bị hỏng hoặc bung ra quá lớn nên không đọc được.",
    "defect": "Tệp “{name}” làm phần đọc tệp gặp lỗi ngoài dự kiến nên chưa đọc được; "
    "chi tiết ở nhật ký lỗi.",
}
_PASTED = (
    "Văn bản dán vào quá dài hoặc quá rối nên không đọc được. Hãy chỉ sao chép phần báo cáo rồi dán lại."
)


def failed(failure: Failure, request: ReadRequest, trace: str = "") -> UserError:
    """Return what to say of ``failure`` at ``request``; ``trace`` is for the log."""
    if failure == "no_process":
        return UserError(_NO_PROCESS)
    if request.task == "pasted":
        return UserError(_PASTED, trace)
    if failure == "no_drive":
        return UserError(_NO_DRIVE.format(name=request.path.name))
    message = _FILES[failure].format(name=request.path.name)
    return UserError(f"{message} {_ADVICE.get(request.path.suffix.lower(), _CHOOSE)}", trace)
