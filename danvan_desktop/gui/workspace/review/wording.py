"""What the review bar says, in Vietnamese: on the eye's way and, in whole sentences, to a screen reader."""

from danvan_desktop.frozen import frozen
from danvan_desktop.report.lifecycle.review_progress import ReviewProgress
from danvan_desktop.report.tab_count import TabCount

ISSUED = "Đã ban hành, chỉ xem"
"""Why most reports that cannot be edited cannot."""
FINISHED = "Đã rà xong cả báo cáo"
WHOLE_PARAGRAPH = "Cả đoạn từ năm trước, chưa sửa"
"""What is to be looked at where a paragraph came over without marks."""
_AS_LAST_YEAR = "giống năm trước"
_SHORT = 12
"""Words no longer than this are said again, though they are the same."""


@frozen
class ReviewedPlace:
    """A place that is shown in the bar."""

    number: int
    """Among the places; of a whole paragraph how many of them are left."""
    total: int
    words: str
    """What stands there; "" for a whole paragraph."""
    last_year: str
    """What stood there last year; "" where it cannot be known."""
    is_edited: bool = False


@frozen
class LeftElsewhere:
    """What is left when the review is done."""

    remarks: int = 0
    deadline: str = ""
    """"Hạn gửi 15/12 (còn 6 ngày)"; "" without one."""


def review_summary(count: TabCount) -> str:
    """Word what is open: "Còn 12 chỗ chưa rà, 7 đoạn chưa sửa"; "" when nothing is."""
    parts = []
    if count.unchecked:
        parts.append(f"{count.unchecked} chỗ chưa rà")
    if count.unedited:
        parts.append(f"{count.unedited} đoạn chưa sửa")
    return f"Còn {', '.join(parts)}" if parts else ""


def waiting(progress: ReviewProgress) -> str:
    """Word what is left to be looked at: places first, then paragraphs; "" when nothing is."""
    if progress.open:
        return f"Còn {progress.open} / {progress.total} chỗ chưa rà"
    return f"Còn {progress.paragraphs} đoạn chưa sửa" if progress.paragraphs else ""


def counted(place: ReviewedPlace) -> str:
    """Say which place it is."""
    return f"Chỗ {place.number} / {place.total}" if place.words else WHOLE_PARAGRAPH


def beside(place: ReviewedPlace) -> str:
    """Say what stood there last year, or what is to be looked at."""
    if not place.words:
        return "đã xem" if place.is_edited else f"còn {place.number} đoạn"
    same = place.last_year == place.words and len(place.words) > _SHORT and not place.is_edited
    said = _AS_LAST_YEAR if same else f"năm trước: {place.last_year}" if place.last_year else ""
    return " · ".join(filter(None, ("đã sửa" if place.is_edited else "", said)))


def spoken(place: ReviewedPlace) -> str:
    """Say all of it in one sentence."""
    if not place.words:
        return f"{WHOLE_PARAGRAPH}, {beside(place)}"
    last = f", năm trước: {place.last_year}" if place.last_year else ""
    return f"Chỗ {place.number} trên {place.total}: “{place.words}”{last}"
