"""From rows to paragraphs, by the geometry of the page."""

from danvan_desktop.importers.pdf.lines.paragraphs import RowJoiner
from danvan_desktop.importers.pdf.lines.rows import rows_of
from danvan_desktop.importers.pdf.lines.runs import runs_of
from danvan_desktop.importers.pdf.lines.text_area import TextArea
from danvan_desktop.reading.pdf.page import StructureTag
from danvan_desktop.report.model import plain
from tests.builders.pdf_glyphs import letters, page

FRAME = TextArea(left=100, right=500, pitch=14)
FULL = "x" * 80


def joined(*lines: tuple[str, float, float]) -> list[str]:
    """The paragraphs of lines, each with where it begins and its baseline."""
    joiner = RowJoiner()
    for text, x, y in lines:
        (row,) = rows_of(page(letters(text, x, y)))
        joiner.add(row, FRAME)
    return [paragraph.text for paragraph in joiner.finish()]


def test_a_row_goes_on_where_the_next_word_had_no_room() -> None:
    assert joined((FULL, 100, 50), ("tiếp theo.", 100, 64)) == [f"{FULL} tiếp theo."]
    assert joined(("Ngắn", 100, 50), ("tiếp theo.", 100, 64)) == ["Ngắn", "tiếp theo."]


def test_an_indented_row_begins_a_paragraph_under_a_full_one() -> None:
    assert joined((FULL, 100, 50), (f"{FULL[:70]}.", 100, 64), ("Đoạn sau", 128, 78)) == [
        f"{FULL} {FULL[:70]}.",
        "Đoạn sau",
    ]


def test_room_between_rows_parts_paragraphs() -> None:
    assert joined((FULL, 100, 50), ("Đoạn sau", 100, 70)) == [FULL, "Đoạn sau"]


def test_a_hanging_indent_is_no_new_paragraph() -> None:
    dash = f"- {FULL[:74]}"
    assert joined((dash, 120, 50), ("tiếp theo.", 130, 64)) == [f"{dash} tiếp theo."]


def test_a_bold_title_ends_where_thin_text_begins() -> None:
    joiner = RowJoiner()
    for line in (letters(FULL, 100, 50, bold=True), letters("văn bản", 100, 64)):
        joiner.add(rows_of(page(line))[0], FRAME)
    assert [paragraph.bold for paragraph in joiner.finish()] == [True, False]


def test_a_document_number_broken_at_its_hyphen_is_whole_again() -> None:
    rows = [rows_of(page(letters(text, 100, 50)))[0] for text in ("Nghị quyết số 25-", "NQ/TW về")]
    assert plain(runs_of(rows, spaces_kept=False)) == "Nghị quyết số 25-NQ/TW về"
    rows = [rows_of(page(letters(text, 100, 50)))[0] for text in ("kinh tế -", "xã hội")]
    assert plain(runs_of(rows, spaces_kept=False)) == "kinh tế - xã hội"


def test_a_block_of_a_tagged_file_goes_on_on_the_next_page() -> None:
    joiner = RowJoiner()
    for number, tag in enumerate(
        (StructureTag((0, 9), "P", goes_on=True), StructureTag((1, 2), "P", came=True))
    ):
        made = page(letters("Một câu", 100, 50, mcid=0), tags={0: tag}, number=number)
        joiner.add(rows_of(made)[0], FRAME)
    assert [paragraph.text for paragraph in joiner.finish()] == ["Một câu Một câu"]
