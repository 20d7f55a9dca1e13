"""How far the review has come: of the places that came over from last year, how many are done with."""

from collections.abc import Iterable

from danvan_desktop.frozen import frozen
from danvan_desktop.report.lifecycle.review import is_unedited, open_marks, settled_in
from danvan_desktop.report.model import Block, Report
from danvan_desktop.report.walk import every_block


@frozen
class ReviewProgress:
    """What came over from last year and was to be looked at."""

    open: int = 0
    """Places *chưa rà*."""
    total: int = 0
    """All places: those open, confirmed or written over."""
    paragraphs: int = 0
    """Paragraphs *chưa sửa* that hold no place: each is looked at as a whole."""

    @property
    def done(self) -> int:
        """The places that were confirmed or written over."""
        return self.total - self.open

    @property
    def left(self) -> int:
        """How many times one has to look before all is done."""
        return self.open + self.paragraphs


def progress(report: Report) -> ReviewProgress:
    """Count the whole ``report``."""
    return summed(block_progress(block) for _, block in every_block(report))


def summed(parts: Iterable[ReviewProgress]) -> ReviewProgress:
    """Count several blocks together."""
    listed = list(parts)
    return ReviewProgress(
        sum(part.open for part in listed),
        sum(part.total for part in listed),
        sum(part.paragraphs for part in listed),
    )


def block_progress(block: Block) -> ReviewProgress:
    """Count one block."""
    still = len(open_marks(block))
    return ReviewProgress(still, still + settled_in(block), int(not still and is_unedited(block)))
