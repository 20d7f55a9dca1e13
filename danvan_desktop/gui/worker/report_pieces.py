"""A report on its way to the worker process: pickled in pieces, so that no key waits for it.

Pickling holds the interpreter (GIL); of a hundred pages at once that is as long as two frames on the screen.
"""

import pickle
import time
from collections.abc import Iterator

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Block, Report
from danvan_desktop.report.walk import block_lists, with_block_lists

_BLOCKS = 40
"""In one piece: well below a millisecond."""


@frozen
class ReportPieces:
    """A report: all but its blocks, and these, of each list in pieces."""

    frame: bytes
    lists: tuple[tuple[bytes, ...], ...]


def in_pieces(report: Report) -> ReportPieces:
    """Pickle ``report``, in any thread; whoever waits for the interpreter gets it between two pieces."""
    lists = tuple(tuple(_pickled(blocks)) for _, blocks in block_lists(report))
    frame = with_block_lists(report, ((),) * len(lists))
    return ReportPieces(pickle.dumps(frame, pickle.HIGHEST_PROTOCOL), lists)


def whole(pieces: ReportPieces) -> Report:
    """Put the report together again; only for pieces that our own window has made."""
    frame: Report = pickle.loads(pieces.frame)  # noqa: S301 - see above
    lists = (
        tuple(block for piece in each for block in pickle.loads(piece))  # noqa: S301
        for each in pieces.lists
    )
    return with_block_lists(frame, lists)


def _pickled(blocks: tuple[Block, ...]) -> Iterator[bytes]:
    for start in range(0, len(blocks), _BLOCKS):
        yield pickle.dumps(blocks[start : start + _BLOCKS], pickle.HIGHEST_PROTOCOL)
        time.sleep(0)  # lets go of the interpreter
