"""Where rows and heads of groups lie in the list: all rows are alike, so that ten thousand cost nothing."""

from bisect import bisect_right
from collections.abc import Sequence

from danvan_desktop.frozen import frozen


@frozen
class RowGeometry:
    """Heights in device-independent pixels; 0 is the upper edge of the whole list."""

    rows: int
    row_height: int
    head_height: int
    starts: tuple[int, ...] = ()
    """The first row of each group; a head stands above it."""

    @property
    def height(self) -> int:
        """Of the whole list."""
        return self.rows * self.row_height + len(self.starts) * self.head_height

    def top(self, row: int) -> int:
        """Where a row begins."""
        return row * self.row_height + bisect_right(self.starts, row) * self.head_height

    def top_with_head(self, row: int) -> int:
        """Where a row begins, or the head above it where it has one."""
        return self.top(row) - (self.head_height if row in self.starts else 0)

    def head_top(self, group: int) -> int:
        """Where the head of a group begins."""
        return self.starts[group] * self.row_height + group * self.head_height

    def row_at(self, y: int) -> int | None:
        """Give the row at ``y``; None: a head, or nothing, is there."""
        if not 0 <= y < self.height:
            return None
        group = bisect_right(range(len(self.starts)), y, key=self.head_top) - 1
        if group < 0:
            return y // self.row_height
        into = y - self.head_top(group) - self.head_height
        return None if into < 0 else self.starts[group] + into // self.row_height

    def rows_between(self, upper: int, lower: int) -> range:
        """Give the rows of which a part lies from ``upper`` to ``lower``."""
        return range(self._first_below(upper), self._first_below(lower + 1, touching=True))

    def groups_between(self, upper: int, lower: int) -> Sequence[int]:
        """Give the groups of whose head a part lies from ``upper`` to ``lower``."""
        tops = range(len(self.starts))
        first = bisect_right(tops, upper - self.head_height, key=self.head_top)
        return range(first, bisect_right(tops, lower, key=self.head_top))

    def _first_below(self, y: int, *, touching: bool = False) -> int:
        """Give the first row that ends below ``y``, or, ``touching``, that begins at or below it."""
        low, high = 0, self.rows
        while low < high:
            middle = (low + high) // 2
            edge = self.top(middle) + (0 if touching else self.row_height)
            if edge < y or (edge == y and not touching):
                low = middle + 1
            else:
                high = middle
        return low
