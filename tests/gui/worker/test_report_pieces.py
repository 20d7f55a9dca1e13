"""A report that was taken to pieces for the worker process comes together as it was."""

from hypothesis import given, settings

from danvan_desktop.fonts import FontSet
from danvan_desktop.gui.worker.report_pieces import in_pieces, whole
from danvan_desktop.report.model import Report
from tests.builders.generated_report import long_report
from tests.builders.strategies import reports


@given(reports())
@settings(max_examples=50)
def test_any_report_comes_together_as_it_was(report: Report) -> None:
    assert whole(in_pieces(report)) == report


def test_no_piece_of_a_long_report_is_large(fonts: FontSet) -> None:
    report = long_report(1, 30, fonts)
    pieces = in_pieces(report)

    assert whole(pieces) == report
    assert max(len(piece) for each in pieces.lists for piece in each) < 60_000
