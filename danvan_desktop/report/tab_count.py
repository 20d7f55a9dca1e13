"""How much is open in one part of a report; apart from what counts it (lifecycle/review.py)."""

from danvan_desktop.frozen import frozen


@frozen
class TabCount:
    """What is open in one tab of the window."""

    tab: str
    """"opening", "section:12", "closing" or "annexes"."""
    unedited: int = 0
    """Paragraphs *chưa sửa*."""
    unchecked: int = 0
    """Places *chưa rà*."""
    missing: int = 0
    """Việc còn thiếu."""
