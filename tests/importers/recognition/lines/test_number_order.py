"""Which number may follow which: points in the order of the decree or the alphabet, sections, decimals."""

import pytest

from danvan_desktop.importers.recognition.lines.list_markers import ListMarker, parse_mark
from danvan_desktop.importers.recognition.lines.number_order import Order


def marker(text: str) -> ListMarker:
    found = parse_mark(f"{text} CÔNG TÁC TUYÊN TRUYỀN")
    assert found is not None
    return found


def order_after(*texts: str) -> Order:
    order = Order()
    for text in texts:
        order.take(marker(text))
    return order


@pytest.mark.parametrize(
    ("above", "below", "follows"),
    [
        *(("a)", "b)", True), ("d)", "đ)", True), ("d)", "e)", True), ("e)", "f)", True), ("e)", "g)", True)),
        *(("y)", "z)", True), ("a)", "c)", False), ("b)", "a)", True)),
        *(("1.", "2.", True), ("1.", "3.", False), ("3.1.", "3.2.", True), ("3.1.", "4.1.", False)),
        *(
            ("I.", "II.", True),
            ("I.", "III.", False),
            ("A.", "B.", True),
            ("A.", "C.", False),
            ("D.", "E.", True),
        ),
    ],
)
def test_the_next_of_a_run_follows(above: str, below: str, *, follows: bool) -> None:
    assert order_after(above).follows(marker(below)) is follows


def test_sections_begin_anew_below_a_letter() -> None:
    order = order_after("A.", "I.", "II.", "B.")
    assert order.follows(marker("I."))
    assert not order.follows(marker("III."))


def test_decimals_and_points_begin_anew_below_a_section() -> None:
    order = order_after("I.", "1.", "2.", "a)", "II.")
    assert not order.follows(marker("3."))
    assert not order.follows(marker("b)"))
