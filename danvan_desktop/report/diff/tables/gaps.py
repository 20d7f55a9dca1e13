"""What stands between two neighbours that both tables have: which row or column of it is which."""

from collections.abc import Callable, Sequence


def paired(
    olds: Sequence[int],
    news: Sequence[int],
    is_like: Callable[[int, int], bool],
    nearby: int | None = None,
) -> list[tuple[int | None, int | None]]:
    """Pair, in order, each with the first of the others that is like it; of as many each with the next.

    ``nearby``: so many of the others are looked at; None: all.
    """
    if len(olds) == len(news):
        return list(zip(olds, news, strict=True))
    pairs: list[tuple[int | None, int | None]] = []
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
