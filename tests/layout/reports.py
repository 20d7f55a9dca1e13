"""Reports to set in tests. All names and texts are invented."""

from danvan_desktop.layout.pages import Line, Pages
from danvan_desktop.report.model import Block, Report, Section
from tests.builders.reports import office_report

SENTENCE = (
    "Cơ quan đã phối hợp với các đơn vị liên quan tuyên truyền, vận động nhân dân thực hiện tốt nhiệm vụ. "
)


def report(opening: tuple[Block, ...] = (), sections: tuple[Section, ...] = (), **fields: object) -> Report:
    """A report with recipients; ``fields`` replace or add."""
    recipients = ("Sở Nội vụ tỉnh (báo cáo)", "VPUB: LĐVP, VP1")
    known = {"opening": opening, "sections": sections, "recipients": recipients}
    return office_report("Hương Giang", **(known | fields))


def all_lines(pages: Pages) -> list[Line]:
    return [line for page in pages.pages for line in page.lines]


def line_text(line: Line) -> str:
    return "".join(fragment.text for fragment in line.fragments)


def paragraphs_as_lines(pages: Pages) -> list[list[str]]:
    """The text of every paragraph, line by line, in reading order."""
    result: dict[tuple[int, ...], list[str]] = {}
    for line in all_lines(pages):
        result.setdefault(line.path, []).append(line_text(line))
    return list(result.values())
