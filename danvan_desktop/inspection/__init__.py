"""Compliance check of a finished Word file or PDF against Nghị định 30/2020/NĐ-CP, clause by clause.

:func:`inspect` reads the file, recognises its parts and fills a compliance sheet (Phiếu kiểm tra thể thức).
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.gc_pause import gc_paused
from danvan_desktop.inspection.docx import read_docx
from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.inspection.lines import LINES
from danvan_desktop.inspection.measure import measure
from danvan_desktop.inspection.pdf import read_pdf
from danvan_desktop.inspection.sheet import ComplianceSheet, MeasuredFile, Outcome, SheetLine
from danvan_desktop.inspection.sheet_text import as_json, as_text
from danvan_desktop.reading.file_bytes import file_bytes
from danvan_desktop.reading.limits import FILE_BYTES

__all__ = ["READERS", "ComplianceSheet", "Outcome", "SheetLine", "as_json", "as_text", "inspect"]

_OTHER_TEXTS = {".doc", ".docm", ".odt", ".rtf", ".wps"}
"""What Word opens and saves as .docx."""

READERS: Mapping[str, Callable[[bytes, str], FinishedFile]] = {".docx": read_docx, ".pdf": read_pdf}
"""What reads a finished file, by its suffix in small letters."""


@gc_paused()
def inspect(path: Path, now: datetime | None = None) -> ComplianceSheet:
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
    file = read(content, path.name)
    title, measured = measure(file)
    pages = len(file.printed.pages) if file.printed else None
    source = MeasuredFile(path.name, hashlib.sha256(content).hexdigest(), title, pages)
    lines = (
        SheetLine(LINES[number].requirement, found.measured, found.outcome, found.spots)
        for number, found in measured.items()
    )
    return ComplianceSheet(source, now or datetime.now().astimezone(), tuple(lines))


def _content(path: Path) -> bytes:
    try:
        content = file_bytes(path, FILE_BYTES + 1)
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
    if len(content) > FILE_BYTES:
        raise UserError(f"Tệp “{path.name}” quá lớn để kiểm tra. Hãy chọn tệp của riêng báo cáo.")
    return content
