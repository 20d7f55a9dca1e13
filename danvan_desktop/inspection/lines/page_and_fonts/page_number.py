"""Line 10: the page number (PL I, Mục I, khoản 7)."""

from collections.abc import Iterator, Sequence

from danvan_desktop.inspection.finished_file import PageSection, PrintedPage
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import format_faults, size_faults, size_words
from danvan_desktop.inspection.measuring.judgement import judge, quoted, review
from danvan_desktop.inspection.measuring.page_count import is_one_page
from danvan_desktop.inspection.measuring.printed_file import print_of
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

_ONE_PAGE = "chỉ có 1 trang, không hiện số trang"
_MM = 1440 / 25.4


def page_number(anatomy: Anatomy) -> Measurement:
    """The PAGE field of a Word file: in the header, its format, not on the first page."""
    if not anatomy.file.sections:
        return judge("", ["không có trang"])
    section = anatomy.file.sections[0]
    numbers = [number.paragraph for number in section.numbers if number.in_header]
    if not numbers:
        footer = any(not number.in_header for number in (*section.numbers, *section.first_page_numbers))
        one = False if footer else is_one_page(anatomy.file)
        if one:
            return judge(_ONE_PAGE, [])
        if one is None:
            return review("không có số trang ở đầu trang; nếu văn bản chỉ có 1 trang thì không cần")
        return judge("", ["số trang đặt ở chân trang" if footer else "không có số trang ở đầu trang"])
    return judge(f"số trang ở đầu trang, {size_words(numbers)}", [*_field_faults(section, numbers)])


def _field_faults(section: PageSection, numbers: list[FlowParagraph]) -> Iterator[str]:
    yield from size_faults(numbers, 13, 14)
    yield from format_faults(numbers, italic=False, centred=True)
    if not section.first_page_differs or section.first_page_numbers:
        yield "hiện cả ở trang 1"
    if section.number_format != "decimal":
        yield f"không phải chữ số Ả Rập ({section.number_format})"
    if section.number_start not in {None, 1}:
        yield f"trang đầu mang số {section.number_start}"
    if any(not number.in_header for number in section.numbers):
        yield "có thêm số trang ở chân trang"
    extra = [p.text for p in numbers if p.text.strip("-– ") and not p.text.strip("-– ").isdigit()]
    if extra or any(p.text != p.text.strip("-– ") for p in numbers):
        yield f"có chữ hoặc dấu kèm số trang ({quoted(numbers[0].text)})"


def printed_page_number(anatomy: Anatomy) -> Measurement:
    """The numbers on the report's own printed pages; an annex counts for itself (line 48)."""
    pages = _own_pages(anatomy)
    numbers = [number for page in pages for number in page.numbers]
    if len(pages) == 1 and not numbers:
        return judge(_ONE_PAGE, [])
    if not numbers:
        return judge("", ["không có số trang"])
    high = [number for number in numbers if _is_high(number, pages[0])]
    shown = ", ".join(f"“{number.text}”" for number in numbers[:3])
    measured = f"số trang {shown}{' …' if len(numbers) > 3 else ''}, {size_words(numbers)}"
    if not high:
        return judge(measured, ["số trang đặt ở chân trang"])
    return judge(measured, [*_printed_faults(anatomy, pages)])


def _own_pages(anatomy: Anatomy) -> list[PrintedPage]:
    """Return the pages before the first annex."""
    pages = print_of(anatomy.file).pages
    end = min((annex.label.printed[0].page for annex in anatomy.annexes), default=len(pages))
    return list(pages[: max(end, 1)])


def _is_high(number: FlowParagraph, page: PrintedPage) -> bool:
    return number.printed[0].baseline < page.height / 2


def _printed_faults(anatomy: Anatomy, pages: Sequence[PrintedPage]) -> Iterator[str]:
    numbers = [number for page in pages for number in page.numbers]
    yield from size_faults(numbers, 13, 14)
    yield from format_faults(numbers, italic=False)
    if any(not _is_high(number, pages[0]) for number in numbers):
        yield "có thêm số trang ở chân trang"
    if pages[0].numbers:
        yield "hiện cả ở trang 1"
    for position, page in enumerate(pages[1:], start=2):
        if not page.numbers:
            yield f"trang {position} không có số"
        yield from (
            f"trang {position} mang số “{number.text}”"
            for number in page.numbers
            if number.text != str(position)
        )
    off = [number for page in pages for number in page.numbers if not _in_middle(number, anatomy, page)]
    if off:
        yield "không canh giữa"


def _in_middle(number: FlowParagraph, anatomy: Anatomy, page: PrintedPage) -> bool:
    section = anatomy.file.sections[page.section]
    middles = (page.width / 2, (section.left + page.width - section.right) / 2)
    return any(abs(number.printed[0].centre - middle) <= 3 * _MM for middle in middles)


LINES = (
    LineDefinition(
        Requirement(
            10,
            "Số trang",
            ": chữ số Ả Rập, cỡ 13-14, đứng, giữa lề trên; không hiện ở trang 1; trang 2 mang số 2",
            "khoản 7 Mục I PL I",
        ),
        measure=page_number,
        measure_printed=printed_page_number,
    ),
)
