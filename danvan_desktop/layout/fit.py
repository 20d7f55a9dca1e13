"""Thu gọn cho vừa trang: lawful ways to bring the signing block back from a page it has hardly begun."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose import compose
from danvan_desktop.layout.pages import Page, Pages
from danvan_desktop.layout.settings import default_settings, lawful
from danvan_desktop.layout.typeset import typeset
from danvan_desktop.report.model import Report, Settings

FEW_LINES = 8
"""Lines of text beside the signing block on a last page that is worth saving: custom."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One lawful change that saves pages."""

    label: str
    """What it changes, as the person is asked."""
    settings: Settings
    pages_before: int
    pages_after: int


def ways_to_fit(report: Report, fonts: FontSet) -> tuple[Fit, ...]:
    """What may be done, gentlest first, when the signing block has slipped to a page of its own.

    Each way takes the gentler ones along. Only ways that save a page are offered, and none when the
    last page is well filled. Letters are never condensed.
    """
    settings = lawful(report.settings or default_settings())
    pages = _main_pages(typeset(compose(replace(report, settings=settings), fonts), fonts))
    if len(pages) < 2 or not _slipped(pages[-1]):
        return ()
    before = len(pages)
    offers = (
        Fit(label, changed, before, _count(replace(report, settings=changed), fonts))
        for label, changed in _means(settings)
    )
    return tuple(offer for offer in offers if offer.pages_after < before)


def _main_pages(pages: Pages) -> list[Page]:
    """The pages of the report itself: annexes have pages of their own."""
    return [page for page in pages.pages if page.part == 0]


def _count(report: Report, fonts: FontSet) -> int:
    return len(_main_pages(typeset(compose(report, fonts), fonts)))


def _slipped(last: Page) -> bool:
    """Whether the page holds hardly more than the signing block."""
    closing = {piece.path for piece in last.tables if piece.table.name == "closing"}
    beside = [line for line in last.lines if line.path[:2] not in closing]
    return bool(closing) and len(beside) <= FEW_LINES


def _means(settings: Settings) -> Iterator[tuple[str, Settings]]:
    """The lawful means in order, each on top of those before it; what changes nothing is left out."""
    made = settings
    for label, wanted in (
        ("Khoảng cách giữa các đoạn 6 pt", _least_space),
        ("Giãn dòng đơn", _single_pitch),
        ("Lề trang nhỏ nhất theo quy định", _least_margins),
        ("Bộ cỡ chữ 13", _small_set),
    ):
        changed = wanted(made)
        if changed != made:
            made = changed
            yield label, made


def _least_space(settings: Settings) -> Settings:
    return replace(settings, space_before_pt=nd30.SPACE_BEFORE_PT.low)


def _single_pitch(settings: Settings) -> Settings:
    return replace(settings, line_pitch_pt=nd30.LINE_PITCH_PT[settings.size_set].low)


def _least_margins(settings: Settings) -> Settings:
    margins = replace(
        settings.margins_mm,
        top=nd30.MARGIN_TOP_MM.low,
        bottom=nd30.MARGIN_BOTTOM_MM.low,
        left=nd30.MARGIN_LEFT_MM.low,
        right=nd30.MARGIN_RIGHT_MM.low,
    )
    return replace(settings, margins_mm=margins)


def _small_set(settings: Settings) -> Settings:
    """The 13 pt set, its lines as close as the larger set's were in proportion."""
    return _single_pitch(replace(settings, size_set=13))
