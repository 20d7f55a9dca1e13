"""Comments on the text as changes: each becomes a remark of the block on which it hangs."""

from collections.abc import Iterator, Sequence

from danvan_desktop.report.model import Run
from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.drafts import ChangeDraft
from danvan_desktop.report.takeback.finding.places import UnitPlaces
from danvan_desktop.report.takeback.finding.plan import AddRemark
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.remarks import remark_text


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
            yield ChangeDraft(
                (unit.index, 4),
                "comment",
                AddRemark(number, unit.index, remark_text(comment)),
                places.tab_of_new(unit.index),
                (near,),
                new=(Run(comment.text),),
                author=comment.author,
                date=comment.date,
                is_resolved=comment.is_resolved,
                about=comment.words,
            )
