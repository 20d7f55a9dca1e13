"""Where rows and heads lie agrees with laying them out one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.gui.home.listing.row_geometry import RowGeometry

ROW, HEAD = 50, 30


@st.composite
def geometries(draw: st.DrawFn) -> RowGeometry:
    rows = draw(st.integers(0, 30))
    starts = draw(st.sets(st.integers(0, rows - 1))) if rows else set()
    return RowGeometry(rows, ROW, HEAD, tuple(sorted(starts)))


def laid_out(geometry: RowGeometry) -> list[tuple[str, int, int]]:
    """Give ("row" or "head", which, its top) for all, in their order."""
    found, top = [], 0
    for row in range(geometry.rows):
        if row in geometry.starts:
            found.append(("head", geometry.starts.index(row), top))
            top += HEAD
        found.append(("row", row, top))
        top += ROW
    assert geometry.height == top
    return found


@given(geometries())
def test_each_row_and_head_begins_where_it_was_laid(geometry: RowGeometry) -> None:
    for kind, which, top in laid_out(geometry):
        assert top == (geometry.top(which) if kind == "row" else geometry.head_top(which))


@given(geometries(), st.integers(-5, 2500))
def test_a_place_is_that_of_the_row_that_covers_it(geometry: RowGeometry, y: int) -> None:
    covering = [which for kind, which, top in laid_out(geometry) if kind == "row" and top <= y < top + ROW]
    assert geometry.row_at(y) == (covering[0] if covering else None)


@given(geometries(), st.integers(-5, 2500), st.integers(0, 400))
def test_what_is_painted_is_what_is_seen(geometry: RowGeometry, upper: int, height: int) -> None:
    lower = upper + height
    seen = [
        (kind, which)
        for kind, which, top in laid_out(geometry)
        if top + (ROW if kind == "row" else HEAD) > upper and top <= lower
    ]
    assert [which for kind, which in seen if kind == "row"] == list(geometry.rows_between(upper, lower))
    assert [which for kind, which in seen if kind == "head"] == list(geometry.groups_between(upper, lower))


@given(geometries())
def test_a_head_belongs_to_the_first_row_of_its_group(geometry: RowGeometry) -> None:
    for row in range(geometry.rows):
        above = geometry.top(row) - geometry.top_with_head(row)
        assert above == (HEAD if row in geometry.starts else 0)
