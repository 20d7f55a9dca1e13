"""Figures in texts as numbers, and how far rounding may carry them."""

from decimal import Decimal

from danvan_desktop.report.text.figures import format_figure, parse_figure


def value_of(text: str) -> Decimal:
    """Give the number that ``text`` is; 0 where it is none."""
    figure = parse_figure(text)
    return figure.value if figure else Decimal(0)


def step(text: str) -> Decimal:
    """Give one unit of the last place that is printed: rounding or cutting costs less."""
    return Decimal(1).scaleb(-_places(text))


def as_precise(value: Decimal, printed: str) -> str:
    """Write ``value`` without its sign, with as many places as ``printed`` has, one at least."""
    return format_figure(abs(value), places=max(_places(printed), 1))


def _places(text: str) -> int:
    return len(text.partition(",")[2])
