"""What stands between two neighbours that both tables have: which row or column of it is which."""

from collections.abc import Callable, Mapping, Sequence

from danvan_desktop.report.diff.chain import heaviest_chain

LinePair = tuple[int | None, int | None]
"""Numbers of a row or a column in the old table and in the new one; None: not there."""


def paired(
    olds: Sequence[int],
    news: Sequence[int],
    is_like: Callable[[int, int], bool],
    nearby: int | None = None,
) -> list[LinePair]:
    """Pair, in order, each with the first of the others that is like it; of as many each with the next.

    ``nearby``: so many of the others are looked at; None: all.
    """
    if len(olds) == len(news):
        return list(zip(olds, news, strict=True))
    pairs: list[LinePair] = []
    left = news
    for old in olds:
        found = next((at for at, new in enumerate(left[:nearby]) if is_like(old, new)), None)
        if found is None:
            pairs.append((old, None))
            continue
        pairs += [(None, new) for new in left[:found]]
        pairs.append((old, left[found]))
        left = left[found + 1 :]
    return pairs + [(None, new) for new in left]


def between_anchors(
    partner: Mapping[int, int], olds: range, news: range, is_like: Callable[[int, int], bool]
) -> list[LinePair]:
    """Pair those of ``partner`` that keep their order; what stands elsewhere went and came.

    Between them the others are paired as :func:`paired` does.
    """
    places = sorted(partner)
    stays = heaviest_chain([partner[low] for low in places], [1] * len(places)) if places else set()
    anchors = [(low, partner[low]) for number, low in enumerate(places) if number in stays]
    moved = (
        set(places) - {low for low, _ in anchors},
        {partner[low] for low in places} - {high for _, high in anchors},
    )
    found: list[LinePair] = []
    start, new_start = olds.start, news.start
    for low, high in (*anchors, (olds.stop, news.stop)):
        free = [each for each in range(start, low) if each not in moved[0]]
        new_free = [each for each in range(new_start, high) if each not in moved[1]]
        pairs = paired(free, new_free, is_like)
        pairs += [(each, None) for each in range(start, low) if each in moved[0]]
        pairs += [(None, each) for each in range(new_start, high) if each in moved[1]]
        found += _in_order(pairs)
        if low < olds.stop:
            found.append((low, high))
        start, new_start = low + 1, high + 1
    return found


def _in_order(pairs: Sequence[LinePair]) -> list[LinePair]:
    """Put pairs in a row in which the lines of both tables stand in their order."""
    both = sorted((low, high) for low, high in pairs if low is not None and high is not None)
    olds = sorted(low for low, high in pairs if low is not None and high is None)
    news = sorted(high for low, high in pairs if high is not None and low is None)
    made: list[LinePair] = []
    for low, high in both:
        made += [(each, None) for each in olds if each < low]
        made += [(None, each) for each in news if each < high]
        made.append((low, high))
        olds, news = [each for each in olds if each > low], [each for each in news if each > high]
    return [*made, *((each, None) for each in olds), *((None, each) for each in news)]
