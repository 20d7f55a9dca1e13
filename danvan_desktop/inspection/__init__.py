"""FINISHED FILE -> sheet: measures a Word file or PDF against Nghị định 30/2020/NĐ-CP, clause by clause."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.inspection.docx import read_docx
from danvan_desktop.inspection.flow import FinishedFile
from danvan_desktop.inspection.pdf import read_pdf
from danvan_desktop.inspection.rules import measure
from danvan_desktop.inspection.sheet import (
    MeasuredFile,
    Outcome,
    Sheet,
    SheetLine,
    as_json,
    as_text,
    make_sheet,
)
from danvan_desktop.reading.limits import FILE_BYTES

__all__ = ["READERS", "Outcome", "Sheet", "SheetLine", "as_json", "as_text", "inspect"]

_OTHER_TEXTS = {".doc", ".docm", ".odt", ".rtf", ".wps"}
"""What Word opens and saves as .docx."""

READERS: Mapping[str, Callable[[bytes, str], FinishedFile]] = {".docx": read_docx, ".pdf": read_pdf}
"""What reads a finished file, by its suffix in small letters."""


def inspect(path: Path, now: datetime | None = None) -> Sheet:
    """Measure the finished file at ``path``; ``now`` is what the sheet gives as the time of checking.

    Raises:
        UserError: the file cannot be read, or is of a kind that cannot be checked.
    """
    read = READERS.get(path.suffix.lower())
    if path.suffix.lower() in _OTHER_TEXTS:
        raise UserError(
            f"“{path.name}” chưa phải tệp .docx. Hãy mở bằng Word, lưu dạng .docx rồi kiểm tra tệp ấy."
        )
    if read is None:
        raise UserError(
            f"Chỉ kiểm tra được tệp Word (.docx) và tệp PDF (.pdf). Hãy chọn tệp khác thay cho “{path.name}”."
        )
    content = _content(path)
    paper = read(content, path.name)
    title, measured = measure(paper)
    pages = len(paper.printed.pages) if paper.printed else None
    source = MeasuredFile(path.name, hashlib.sha256(content).hexdigest(), title, pages)
    return make_sheet(source, now or datetime.now().astimezone(), measured)


def _content(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > FILE_BYTES:
            raise UserError(f"Tệp “{path.name}” quá lớn để kiểm tra. Hãy chọn tệp của riêng báo cáo.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"Không tìm thấy tệp “{path.name}”. Hãy kiểm tra lại tên và thư mục.") from error
    except IsADirectoryError as error:
        raise UserError(
            f"“{path.name}” là thư mục. Hãy chọn một tệp Word (.docx) hoặc PDF (.pdf)."
        ) from error
    except PermissionError as error:
        raise UserError(
            f"Không có quyền đọc “{path.name}”. Hãy chọn một tệp mà tài khoản này mở được."
        ) from error
    except OSError as error:
        raise UserError(f"Không đọc được tệp “{path.name}”. Hãy kiểm tra ổ đĩa rồi thử lại.") from error
