"""What the migration steps call in SQL."""

from collections.abc import Callable, Mapping

from danvan_desktop.store.rows.contents import checksum, entry_text, padding


def _entry_of(name: str | None, created: str, deleted: str | None, place: str) -> str:
    return entry_text({"name": name, "created": created, "deleted": deleted, "place": place})


FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "checksum_of": checksum,
    "entry_of": _entry_of,
    "padding_for": padding,
}
