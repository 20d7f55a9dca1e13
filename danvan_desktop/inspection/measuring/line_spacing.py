"""Line spacing: how far the baselines of two paragraphs are apart, and whether they are level."""

from collections.abc import Iterator

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.formatting import sizes
from danvan_desktop.inspection.measuring.units import points

LEVEL = 85
"""1.5 mm: what an eye takes for one line. A line of 14 pt beside one of 13 pt stands 2 pt lower, and as much
again where the lines above it are larger too."""


def single_spacing_faults(above: FlowParagraph, below: FlowParagraph) -> Iterator[str]:
    """Say whether ``below`` follows ``above`` at more than single spacing (or less than the letters need)."""
    size = max(sizes([above, below]), default=14)
    if above.printed and below.printed:
        apart = printed_pitch(above, below)
        if apart is None or not size <= apart <= size * 1.25:
            yield "không cách nhau dòng đơn" if apart is None else f"dòng dưới cách {points(apart)} pt"
        return
    gap = (above.format.after + below.format.before) / 20
    if gap > 0.5:
        yield f"cách nhau thêm {points(gap)} pt"
    if not size * 20 <= below.pitch <= size * 20 * 1.25:
        yield f"giãn dòng {points(below.pitch / 20)} pt, không phải dòng đơn"


def printed_pitch(above: FlowParagraph, below: FlowParagraph) -> float | None:
    """Return the points from the last line of ``above`` to the first of ``below``, None across pages."""
    last, first = above.printed[-1], below.printed[0]
    return (first.baseline - last.baseline) / 20 if first.page == last.page else None


def are_level(one: FlowParagraph, other: FlowParagraph) -> bool:
    """Whether two printed paragraphs begin on one line."""
    first, second = one.printed[0], other.printed[0]
    return first.page == second.page and abs(first.baseline - second.baseline) <= LEVEL
