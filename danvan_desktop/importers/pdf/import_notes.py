"""Import notes on a PDF: what was left out and what could not be read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from danvan_desktop.importers.pdf.error_messages import PICTURE, SCANNED, is_scan
from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.stacked_letters import has_stacked_letters
from danvan_desktop.importers.pdf.pages.page_content import FileContent
from danvan_desktop.importers.recognition.import_notes import DraftNote, listed
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.reading.pdf.page import UNMAPPED
from danvan_desktop.report.text.legacy_encodings import Code
from danvan_desktop.report.text.normalise import one_line

_CUT = (
    "Tệp PDF này xuống đoạn ở cuối từng dòng (thường do in từ tệp văn bản): các dòng đã được nối lại thành "
    "đoạn; xin đọc lại một lượt."
)


def notes_on(
    pages: Sequence[ImportedPage], content: FileContent, codes: Sequence[Code]
) -> Iterator[DraftNote]:
    """Yield a note on each thing that the user should check."""
    for code in codes:
        yield DraftNote(
            "encoding", f"Tệp dùng bảng mã cũ {code}, đã được chuyển sang Unicode; xin đọc lại một lượt."
        )
    scans = [page.number for page in pages if page.images >= SCANNED and is_scan(page)]
    read = [page.number for page in pages if page.number not in scans and _is_recognised(page)]
    yield from _on_scans(scans, read, content)
    yield from _on_damage(pages, [*scans, *read], content)
    yield from _on_pictures(pages, [*scans, *read], content)
    yield from _put_on(pages, content)
    yield from _on_unmapped(pages, content)
    yield from _on_layout(content)


def _on_scans(scans: Sequence[int], read: Sequence[int], content: FileContent) -> Iterator[DraftNote]:
    """Name the pages that are pictures, and those whose letters another program has read off them."""
    if scans:
        yield DraftNote(
            "scan",
            f"Trang {_row(scans)} là ảnh quét, không có chữ để lấy; xin gõ bổ sung nội dung của trang.",
            _beside(scans[0], content),
        )
    if read:
        yield DraftNote(
            "scan",
            f"Trang {_row(read)} là ảnh quét, chữ do phần mềm nhận dạng (OCR) nên có thể sai; xin đọc kỹ.",
            _texts(read[0], content),
        )


def _on_damage(
    pages: Sequence[ImportedPage], scans: Sequence[int], content: FileContent
) -> Iterator[DraftNote]:
    """Name the pages, other than the ``scans``, that could not be read, or not for certain."""
    blank = [page.number for page in pages if page.number not in scans and _is_blank(page)]
    if blank:
        yield DraftNote(
            "unreadable",
            f"Trang {_row(blank)} không đọc được chữ nào: nếu trang ấy có chữ thì tệp bị hỏng ở đó; "
            "xin mở tệp gốc xem lại.",
            _beside(blank[0], content),
        )
    damaged = [page.number for page in pages if page.damaged and page.number not in blank]
    if damaged:
        yield DraftNote(
            "unreadable",
            f"Trang {_row(damaged)} bị hỏng một phần nên chữ ở đó có thể thiếu hoặc sai; "
            "xin mở tệp gốc so lại.",
            _texts(damaged[0], content),
        )
    stacked = [page.number for page in pages if has_stacked_letters(page.glyphs)]
    if stacked:
        yield DraftNote(
            "unreadable",
            f"Chữ ở trang {_row(stacked)} nằm chồng lên nhau vì tệp ghi sai độ rộng của chữ: "
            "chữ hoặc số giống nhau đứng liền nhau có thể bị mất; xin mở tệp gốc so lại.",
            _texts(stacked[0], content),
        )


def _on_pictures(
    pages: Sequence[ImportedPage], scans: Sequence[int], content: FileContent
) -> Iterator[DraftNote]:
    """Name pictures beside text, and quote letters that are turned or faint."""
    pictures = [page.number for page in pages if page.images > PICTURE and page.number not in scans]
    if pictures:
        near = _texts(pictures[0], content)
        yield DraftNote("picture", f"Hình ảnh ở trang {_row(pictures)} không nhập vào; xin xem lại.", near)
    turned = [one_line(page.turned) for page in pages if page.turned.strip()]
    if turned:
        yield DraftNote("unprinted", f"Chữ xoay hoặc in chìm không nhập vào: {listed(turned, 1000)}.")


def _on_unmapped(pages: Sequence[ImportedPage], content: FileContent) -> Iterator[DraftNote]:
    """Count the letters of which the file does not say what they are."""
    unmapped = {page.number: sum(glyph.text == UNMAPPED for glyph in page.seen) for page in pages}
    if any(unmapped.values()):
        bearing = [number for number, count in unmapped.items() if count]
        rows = [one_line(row.text) for row in content.all_rows if UNMAPPED in row.text]
        yield DraftNote(
            "unreadable",
            f"Có {sum(unmapped.values())} chữ ở trang {_row(bearing)} không đọc được mã, "
            f"ghi là “{UNMAPPED}”; xin tìm và sửa lại.",
            rows,
        )


def _put_on(pages: Sequence[ImportedPage], content: FileContent) -> Iterator[DraftNote]:
    """Quote remarks, fields and signatures; stamps without words are counted."""
    bearing = [page for page in pages if page.remarks]
    texts = [text for page in bearing for text in page.remarks if text]
    stamps = sum(not text for page in bearing for text in page.remarks)
    near = _texts(bearing[0].number, content) if bearing else ()
    if texts:
        yield DraftNote("comment", f"Không nhập ghi chú, ô điền trên trang PDF: {listed(texts, 1000)}.", near)
    if stamps:
        yield DraftNote(
            "picture", f"Không nhập {stamps} con dấu, chữ đóng thêm trên trang PDF; xin xem lại.", near
        )
    signed = [page for page in pages if page.signatures]
    if signed:
        shown = [text for page in signed for text in page.signatures]
        yield DraftNote(
            "comment",
            f"Không nhập phần hiển thị của chữ ký số trên trang PDF: {listed(shown, 1000)}.",
            _texts(signed[0].number, content),
        )


def _is_blank(page: ImportedPage) -> bool:
    """Tell whether nothing at all is on ``page``: it was left blank, or what draws it is damaged."""
    return is_scan(page) and page.images <= PICTURE and not page.remarks and not page.turned.strip()


def _is_recognised(page: ImportedPage) -> bool:
    return page.images >= SCANNED and page.unseen * 2 > len(page.seen) > 0


def _texts(page: int, content: FileContent) -> list[str]:
    """What stands on ``page``."""
    return [one_line(row.text) for row in content.all_rows if row.page == page]


def _beside(page: int, content: FileContent) -> list[str]:
    """What stands before ``page``, the nearest first, then what stands behind it."""
    before = [one_line(row.text) for row in content.all_rows if row.page < page]
    return [*reversed(before), *(one_line(row.text) for row in content.all_rows if row.page > page)]


def _on_layout(content: FileContent) -> Iterator[DraftNote]:
    if content.headers_footers.heads:
        heads = list(Counter(map(one_line, content.headers_footers.heads)))
        yield DraftNote("unprinted", f"Đã bỏ dòng ở đầu hoặc cuối trang: {listed(heads, 1000)}.")
    if content.headers_footers.numbered_lines:
        yield DraftNote(
            "unprinted", f"Đã bỏ số thứ tự của {content.headers_footers.numbered_lines} dòng ở lề trái."
        )
    if content.unclear:
        yield DraftNote(
            "table",
            f"Có {len(content.unclear)} bảng kẻ không rõ ô: chữ trong bảng thành các đoạn, xin kẻ lại bảng.",
            content.unclear,
        )
    if content.footnotes:
        yield DraftNote(
            "footnote",
            f"{len(content.footnotes)} chú thích cuối trang được đưa vào trong ngoặc vuông ngay tại chỗ.",
            content.footnotes,
        )
    if content.unruled:
        yield DraftNote(
            "table",
            f"Chữ xếp thành cột không kẻ ô được lập thành {len(content.unruled)} bảng; "
            "xin xem lại hàng, cột.",
            content.unruled,
        )
    if content.wide:
        yield DraftNote(
            "table",
            f"Có chữ xếp thành cột không kẻ ô ({len(content.wide)} dòng), xin xem lại và kẻ bảng nếu cần.",
            content.wide,
        )


def repeated_header_notes(texts: Sequence[str]) -> Iterator[DraftNote]:
    """Note the header rows of tables that were repeated on the next page."""
    if texts:
        yield DraftNote(
            "unprinted", f"Đã bỏ hàng tiêu đề bảng lặp lại ở trang sau: {listed(list(texts), 1000)}."
        )


def hard_wrap_notes(lines: Sequence[TextLine]) -> Iterator[DraftNote]:
    """Note that ``lines``, which have no formatting, were hard-wrapped on the paper and have been joined."""
    if any(line.look is None for line in lines):
        yield DraftNote("structure", _CUT)


def _row(pages: Sequence[int]) -> str:
    return ", ".join(str(page + 1) for page in pages)
