"""Opens a PDF safely: what it holds is somebody else's and may be damaged or meant to do harm."""

from typing import TYPE_CHECKING

from danvan_desktop.errors import UserError
from danvan_desktop.inspection.pdf.nesting import draws_beyond_measure
from danvan_desktop.inspection.pdf.streams import unpacks_beyond_measure

if TYPE_CHECKING:
    import pypdfium2

PAGE_LIMIT = 300
"""Pages that are measured: a report has 5, a very long one 100."""
_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""


def open_document(content: bytes, name: str) -> "pypdfium2.PdfDocument":
    """Open the PDF whose bytes are ``content``; ``name`` is what messages call it.

    Raises:
        UserError: it is no PDF that can be read and measured.
    """
    import pypdfium2

    if not content:
        raise UserError(f"Tệp “{name}” trống. Hãy chọn tệp PDF có nội dung.")
    if b"%PDF-" not in content[:1024]:
        raise UserError(f"Tệp “{name}” không phải tệp PDF. Hãy chọn đúng tệp PDF của báo cáo.")
    if unpacks_beyond_measure(content) or draws_beyond_measure(content):
        raise UserError(
            f"Tệp “{name}” có phần nén bung ra quá lớn nên không kiểm tra. Hãy xuất lại tệp PDF từ báo cáo."
        )
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UserError(_refusal(name, getattr(error, "err_code", None))) from error
    if len(document) == 0:
        document.close()
        raise UserError(damaged(name))
    if len(document) > PAGE_LIMIT:
        pages = len(document)
        document.close()
        raise UserError(
            f"Tệp “{name}” có {pages} trang, chỉ kiểm tra tệp đến {PAGE_LIMIT} trang. "
            "Hãy tách riêng báo cáo thành một tệp rồi kiểm tra."
        )
    return document


def damaged(name: str) -> str:
    """Return what is said of a PDF that cannot be read."""
    return (
        f"Tệp PDF “{name}” đã hỏng hoặc thiếu một phần, không đọc được. "
        "Hãy xuất lại tệp từ báo cáo hoặc xin lại tệp từ nơi gửi."
    )


def _refusal(name: str, code: int | None) -> str:
    if code == _PASSWORD:
        return f"Tệp PDF “{name}” có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi kiểm tra lại."
    return damaged(name)
