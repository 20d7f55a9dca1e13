"""What of a file is neither in the report nor in its notes is found."""

from dataclasses import replace

from danvan_desktop.importers.recognition.completeness import unaccounted
from danvan_desktop.report.model import Paragraph, Run
from tests.builders.reports import office_report

REPORT = replace(
    office_report("Hương Giang"), opening=(Paragraph(1, runs=(Run("Tiền thuế thu 20 lần 25"),)),)
)


def test_a_word_that_is_nowhere_is_named() -> None:
    assert unaccounted(["Tiền thuế chưa thu"], REPORT, ()) == ["chưa"]


def test_a_label_glued_to_a_word_takes_nothing_from_it() -> None:
    assert unaccounted(["thuếNơi nhận:"], REPORT, ()) == []
    assert unaccounted(["thuếMới nhận:"], REPORT, ()) == ["thuếMới"]


def test_a_number_is_never_read_as_two() -> None:
    assert unaccounted(["1984"], REPORT, ()) == ["1984"]


def test_a_word_that_stands_once_more_than_in_the_report_is_named() -> None:
    assert unaccounted(["thuế", "thuế"], REPORT, ()) == ["thuế"]
