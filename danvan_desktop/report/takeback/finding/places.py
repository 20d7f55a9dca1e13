"""Where in the report that went out something stands that came back."""

from collections.abc import Sequence

from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.units import Unit


class UnitPlaces:
    """Leads from units of both files to each other's neighbours."""

    def __init__(self, olds: Sequence[Unit], news: Sequence[Unit], links: Sequence[UnitLink]) -> None:
        self._olds, self._news, self._links = olds, news, links
        self.link_of_old = {old: n for n, link in enumerate(links) for old in link.olds}
        self.link_of_new = {new: n for n, link in enumerate(links) for new in link.news}

    def id_of_new(self, new: int) -> int:
        """Give the id of what became ``new``; 0 where it is new, or a later piece of something."""
        number = self.link_of_new.get(new)
        if number is None or self._links[number].news[0] != new:
            return 0
        return self._olds[self._links[number].olds[0]].id

    def id_before(self, new: int) -> int:
        """Give the id of the nearest before ``new`` that went out; 0 for none."""
        return next((i for at in range(new - 1, -1, -1) if (i := self.id_of_new(at))), 0)

    def id_behind(self, new: int) -> int:
        """Give the id of the nearest behind ``new`` that went out; 0 for none."""
        return next((i for at in range(new + 1, len(self._news)) if (i := self.id_of_new(at))), 0)

    def nearest(self, new: int) -> int:
        """Give the id of what became ``new``, else of the nearest before it, else behind it; 0 for none."""
        return self.id_of_new(new) or self.id_before(new) or self.id_behind(new)

    def tab_of_new(self, new: int) -> str:
        """The tab of the nearest unit before it that went out, in the report's words."""
        for at in range(new, -1, -1):
            number = self.link_of_new.get(at)
            if number is None:
                continue
            old = self._olds[self._links[number].olds[0]]
            if old.kind in {"section", "annex"}:
                return f"{old.kind}:{old.id}"
            if not self._links[number].is_moved:
                return old.tab
        return "opening"

    def place_of_old(self, old: int) -> float:
        """Where in the text that came back something stood that went."""
        for at in range(old - 1, -1, -1):
            number = self.link_of_old.get(at)
            if number is not None and not self._links[number].is_moved:
                return self._links[number].news[-1] + 0.5
        return -0.5
