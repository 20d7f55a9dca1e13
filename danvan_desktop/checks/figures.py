"""Figures in texts as numbers, and how far rounding may carry them."""

from decimal import Decimal

from danvan_desktop.report.text.figures import parse_figure


def value_of(text: str) -> Decimal:
    """Give the number that ``text`` is; 0 where it is none."""
    figure = parse_figure(text)
    return figure.value if figure else Decimal(0)


def step(text: str) -> Decimal:
    """Give one unit of the last place that is printed: rounding or cutting costs less."""
    return Decimal(1).scaleb(-len(text.partition(",")[2]))
