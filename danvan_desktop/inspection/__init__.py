"""FINISHED FILE -> sheet: measures a Word file against Nghị định 30/2020/NĐ-CP, clause by clause."""

import hashlib
from datetime import datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.inspection.docx import measure_docx
from danvan_desktop.inspection.sheet import Line, Outcome, Sheet, Source, as_json, as_text, make_sheet

__all__ = ["Line", "Outcome", "Sheet", "as_json", "as_text", "inspect"]

FILE_LIMIT = 50 * 1024 * 1024
"""Bytes: no report comes near it."""


def inspect(path: Path, now: datetime | None = None) -> Sheet:
    """Measure the finished file at ``path``; ``now`` is what the sheet gives as the time of checking.

    Raises:
        UserError: the file cannot be read, or is of a kind that cannot be checked yet.
    """
    if path.suffix.lower() == ".pdf":
        raise UserError(
            "Bản này chưa kiểm tra được tệp PDF; bản sau sẽ có. Hãy kiểm tra tệp Word (.docx) của báo cáo."
        )
    if path.suffix.lower() != ".docx":
        raise UserError(f"Chỉ kiểm tra được tệp Word (.docx). Hãy chọn tệp .docx thay cho “{path.name}”.")
    content = _read(path)
    title, measured = measure_docx(content, path.name)
    source = Source(path.name, hashlib.sha256(content).hexdigest(), title)
    return make_sheet(source, now or datetime.now().astimezone(), measured)


def _read(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > FILE_LIMIT:
            raise UserError(f"Tệp “{path.name}” quá lớn để kiểm tra. Hãy chọn tệp Word của riêng báo cáo.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"Không tìm thấy tệp “{path.name}”. Hãy kiểm tra lại tên và thư mục.") from error
    except IsADirectoryError as error:
        raise UserError(f"“{path.name}” là thư mục. Hãy chọn một tệp Word (.docx).") from error
    except PermissionError as error:
        raise UserError(
            f"Không có quyền đọc “{path.name}”. Hãy chọn một tệp Word (.docx) mà tài khoản này mở được."
        ) from error
    except OSError as error:
        raise UserError(f"Không đọc được tệp “{path.name}”. Hãy kiểm tra ổ đĩa rồi thử lại.") from error
