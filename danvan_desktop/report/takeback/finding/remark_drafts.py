"""Comments on the text as changes: each becomes a remark of the block on which it hangs."""

from collections.abc import Iterator, Sequence

from danvan_desktop.report.model import Run
from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.drafts import ChangeDraft
from danvan_desktop.report.takeback.finding.places import UnitPlaces
from danvan_desktop.report.takeback.finding.plan import AddRemark
from danvan_desktop.report.takeback.finding.tracked.gone_units import GoneUnits
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import ReturnedComment
from danvan_desktop.report.takeback.remarks import remark_text


def remark_draft(
    comment: ReturnedComment, place: tuple[float, int], operation: AddRemark, tab: str, block: int
) -> ChangeDraft:
    """Give a comment as a change that stands at ``place`` among the others."""
    return ChangeDraft(
        place,
        "comment",
        operation,
        tab,
        (block,),
        new=(Run(comment.text),),
        author=comment.author,
        date=comment.date,
        is_resolved=comment.is_resolved,
        about=comment.words,
    )


def remark_drafts(
    olds: Sequence[Unit], news: Sequence[Unit], links: Sequence[UnitLink], places: UnitPlaces
) -> Iterator[ChangeDraft]:
    """Give the comments on units of the file that came back."""
    for unit in news:
        if not unit.comments:
            continue
        near = places.nearest(unit.index)
        number = places.link_of_new.get(unit.index, -1)
        if number >= 0:
            near = olds[links[number].olds[0]].id or near
        for comment in unit.comments:
            operation = AddRemark(number, unit.index, remark_text(comment))
            yield remark_draft(comment, (unit.index, 4), operation, places.tab_of_new(unit.index), near)


def remarks_on_gone(
    gone: GoneUnits, olds: Sequence[Unit], news: Sequence[Unit], places: UnitPlaces
) -> Iterator[ChangeDraft]:
    """Give the comments on what was taken out under track changes, at the blocks on which they hung."""
    for block, unit in gone.with_comments():
        if unit is None:
            new = gone.new_behind(block, news)
            number, old, near = places.link_of_new.get(new, -1), -1, places.nearest(new)
            tab, at = places.tab_of_new(new), float(new)
        else:
            number = places.link_of_old.get(unit.index, -1)
            at = places.place_of_old(unit.index)
            new, old, near, tab = max(int(at), 0), unit.index, _id_at(unit, olds), unit.tab
        for comment in block.comments:
            operation = AddRemark(number, new, remark_text(comment), old)
            yield remark_draft(comment, (at, 4), operation, tab, near)


def _id_at(unit: Unit, olds: Sequence[Unit]) -> int:
    """Give the id of a unit that went out; of a căn cứ, which has none, that of the first block."""
    return unit.id or next((each.id for each in olds if each.id), 0)
