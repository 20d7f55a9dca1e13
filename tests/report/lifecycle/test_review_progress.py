"""How many places came over from last year, and how many of them are done with."""

from dataclasses import replace

from danvan_desktop.report.lifecycle.review import confirm, confirm_all, open_marks, touched
from danvan_desktop.report.lifecycle.review_progress import ReviewProgress, block_progress, progress, summed
from danvan_desktop.report.model import Origin, Paragraph, Run
from tests.builders import samples


def paragraph(text: str, *found: str) -> Paragraph:
    return Paragraph(1, runs=(Run(text),), origin=Origin(2025, found=found))


def test_a_place_that_is_confirmed_or_written_over_is_done() -> None:
    block = paragraph("Có 12 phòng và 30 đơn vị.", "12", "30")
    assert block_progress(block) == ReviewProgress(2, 2)
    confirmed = confirm(block, open_marks(block)[0])
    assert block_progress(confirmed) == ReviewProgress(1, 2)
    changed = touched(replace(confirmed, runs=(Run("Có 12 phòng và 31 đơn vị."),)))
    assert block_progress(changed) == ReviewProgress(0, 2)
    assert (block_progress(changed).done, block_progress(changed).left) == (2, 0)


def test_a_paragraph_without_places_is_looked_at_as_a_whole() -> None:
    block = paragraph("Tình hình chung.")
    assert block_progress(block) == ReviewProgress(0, 0, 1)
    assert block_progress(block).left == 1
    assert block_progress(confirm_all(block)) == ReviewProgress()


def test_headings_empty_lines_and_what_was_written_this_year_are_not_looked_at() -> None:
    heading = replace(paragraph("Ưu điểm"), role="heading")
    new = replace(paragraph("Viết năm nay, 12 lớp"), origin=None)
    assert summed(map(block_progress, (heading, paragraph(""), new))) == ReviewProgress()


def test_a_report_counts_all_its_blocks() -> None:
    report = samples.report()
    first = replace(report.sections[0], blocks=(paragraph("Có 12 phòng.", "12"), paragraph("Chung.")))
    counted = progress(replace(report, sections=(first,), opening=(), closing=(), annexes=()))
    assert counted == ReviewProgress(1, 1, 1)
