"""Page numbers, running heads and feet."""

import pytest

from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.rows import rows_of
from danvan_desktop.importers.pdf.pages.headers_footers import split_headers_footers
from tests.builders.pdf_glyphs import letters, page


def kept(pages: list[ImportedPage]) -> tuple[list[list[str]], list[str], list[str]]:
    rest, headers_footers = split_headers_footers(pages, [rows_of(made) for made in pages])
    return [[row.text for row in rows] for rows in rest], headers_footers.numbers, headers_footers.heads


@pytest.mark.parametrize("text", ["2", "- 2 -", "Trang 2", "2/5", "trang 2/5"])
@pytest.mark.parametrize("y", [40, 770])
def test_a_page_number_stands_alone_at_the_edge(text: str, y: float) -> None:
    made = [page(letters("văn bản", 100, 400), letters(text, 290, y), number=number) for number in (1, 2)]
    assert kept(made) == ([["văn bản"], ["văn bản"]], [text, text], [])


def test_a_number_within_the_text_or_close_to_it_is_text() -> None:
    made = [page(letters("đến năm", 100, 80), letters("25", 100, 94), letters("3", 290, 400), number=1)]
    assert kept(made) == ([["đến năm", "25", "3"]], [], [])


def test_what_stands_at_the_same_edge_of_every_page_is_a_running_head() -> None:
    made = [
        page(letters(f"Báo cáo, tờ {n}", 100, 40), letters("văn bản", 100, 400), number=n) for n in (0, 1)
    ]
    assert kept(made) == ([["văn bản"], ["văn bản"]], [], ["Báo cáo, tờ 0", "Báo cáo, tờ 1"])
