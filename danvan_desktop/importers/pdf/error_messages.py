"""Error messages of the PDF importer, and the check for scanned pages (OCR or none)."""

from collections.abc import Sequence

from danvan_desktop.errors import UserError
from danvan_desktop.importers.input_file import SAVE_AS_TEXT, locked
from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.reading.limits import PDF
from danvan_desktop.reading.pdf.page import UNMAPPED
from danvan_desktop.reading.unreadable import UnreadableFileError

SCANNED = 0.4
"""The share of the paper that a scan covers at least."""
PICTURE = 0.005
"""The share that is noticed as a picture."""
_STAMP = 200
"""Letters: a digital signature leaves as many on a scanned page."""


def refusal(error: UnreadableFileError, name: str) -> UserError:
    """Return the message for the user on the file called ``name``."""
    if error.fault == "encrypted":
        return locked(name)
    texts = {
        "other_kind": f"Tệp “{name}” có đuôi .pdf nhưng nội dung không phải là tệp PDF. "
        "Hãy xin lại tệp gốc hoặc chọn tệp khác.",
        "too_many_pages": f"Tệp “{name}” có {error.number} trang, nhiều hơn {PDF.pages} trang "
        "nên không nhập được. Hãy tách lấy riêng báo cáo thành một tệp rồi nhập tệp đó.",
        "too_much_text": f"Tệp “{name}” có quá nhiều chữ nên không nhập được. "
        "Hãy tách lấy riêng báo cáo thành một tệp rồi nhập tệp đó.",
    }
    damaged = (
        f"Tệp “{name}” bị hỏng hoặc tải về chưa trọn nên không đọc được. "
        "Hãy chép hoặc tải lại tệp gốc rồi thử lại."
    )
    return UserError(texts.get(error.fault, damaged))


def refuse_without_text(name: str, pages: Sequence[ImportedPage]) -> None:
    """Refuse a file that has nothing to read.

    Raises:
        UserError: it is a scan, has no text, or does not say what its letters are.
    """
    letters = sum(len(page.seen) for page in pages)
    unmapped = sum(glyph.text == UNMAPPED for page in pages for glyph in page.seen)
    filled = [page for page in pages if page.has_text or page.images > PICTURE]
    if any(page.images > PICTURE for page in pages) and all(map(is_scan, filled)):
        raise UserError(
            f"Tệp “{name}” là ảnh quét, không có chữ để lấy. Hãy xin tệp Word của báo cáo, "
            "hoặc nhận dạng chữ (OCR) bằng phần mềm khác rồi nhập tệp đó."
        )
    if not letters:
        raise UserError(f"Tệp “{name}” không có chữ nào để lấy. Hãy chọn tệp khác.")
    if unmapped * 2 > letters:
        raise UserError(
            f"Tệp “{name}” không cho biết mã của chữ nên không đọc được. "
            f"Hãy xin tệp Word của báo cáo, hoặc mở tệp gốc, {SAVE_AS_TEXT}."
        )


def is_scan(page: ImportedPage) -> bool:
    """Whether ``page`` is a picture of a sheet of paper with no, or hardly any, text."""
    return not page.seen or (page.images >= SCANNED and len(page.seen) < _STAMP)
