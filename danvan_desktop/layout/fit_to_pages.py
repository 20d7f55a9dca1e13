"""Thu gọn cho vừa trang: lawful ways to bring the signing block back from a page it has hardly begun."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet
from danvan_desktop.frozen import frozen
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.pages import Page, Pages
from danvan_desktop.layout.settings import default_settings, lawful
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Report, Settings

FEW_LINES = 8
"""Lines of text beside the signing block on a last page that is worth saving: custom."""


@frozen
class FitStep:
    """One lawful change, the gentler ones taken along."""

    label: str
    """What it changes, as the user is asked."""
    settings: Settings
    pages_before: int
    pages_after: int

    @property
    def saves(self) -> bool:
        """Whether it makes the report shorter by a page."""
        return self.pages_after < self.pages_before


@frozen
class Fitting:
    """How many pages a report fills, and what may be done about it."""

    pages: int
    """Of the report itself: annexes have pages of their own."""
    slipped: bool
    """The signing block stands on a last page that holds hardly more."""
    ways: tuple[FitStep, ...]
    """Every lawful means that would change something, gentlest first, also those that save no page."""


def fitting(report: Report, fonts: FontSet) -> Fitting:
    """Try every lawful means on ``report``. Letters are never condensed."""
    settings = lawful(report.settings or default_settings())
    pages = typeset(compose(replace(report, settings=settings), fonts), fonts)
    before = len(_main_pages(pages))
    ways = (
        FitStep(label, changed, before, _count(replace(report, settings=changed), fonts))
        for label, changed in _means(settings)
    )
    return Fitting(before, is_slipped(pages), tuple(ways))


def ways_to_fit(report: Report, fonts: FontSet) -> tuple[FitStep, ...]:
    """What may be done, gentlest first, when the signing block has slipped to a page of its own.

    Only ways that save a page are offered, and none when the last page is well filled.
    """
    found = fitting(report, fonts)
    return tuple(way for way in found.ways if way.saves) if found.slipped else ()


def is_slipped(pages: Pages) -> bool:
    """Whether the report's last page holds hardly more than the signing block."""
    main = _main_pages(pages)
    if len(main) < 2:
        return False
    last = main[-1]
    closing = {piece.path for piece in last.tables if piece.table.name == "closing"}
    beside = [line for line in last.lines if line.path[:2] not in closing]
    return bool(closing) and len(beside) <= FEW_LINES


def _main_pages(pages: Pages) -> list[Page]:
    return [page for page in pages.pages if page.part == 0]


def _count(report: Report, fonts: FontSet) -> int:
    return len(_main_pages(typeset(compose(report, fonts), fonts)))


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
