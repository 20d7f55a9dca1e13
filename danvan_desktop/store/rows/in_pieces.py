"""Many rows read a few at a time, so that whoever saves meanwhile does not wait."""


def next_rows(query: str, key: str, count: int) -> str:
    """Make of ``query``, which gives the row of one ``key``, one that gives the next rows behind a key."""
    return query.replace(f"{key} = ?", f"{key} > ? ORDER BY {key} LIMIT {count}")
