"""The letterhead and the closing of a Word file of ours: which of its paragraphs are lines of them."""

from danvan_desktop.importers.docx.body.items import WordTable
from danvan_desktop.importers.docx.roundtrip.styles import role_of

_HEAD = frozenset(
    {"parent_agency", "agency", "national_name", "motto", "number", "date", "kind", "subject"}
    | {"stamp", "stamp_room", "draft", "circulation", "address", "address_label", "address_list"}
)
_CLOSING = frozenset(
    {"recipients_label", "recipient", "signing", "other_position", "signer", "signer_below"},
)
FRAME = _HEAD | _CLOSING | {"annex_source"}
"""Roles of the lines around the text."""


def is_frame(table: WordTable) -> bool:
    """Tell whether ``table`` is the one of the letterhead or of the closing."""
    return any(role_of(paragraph.style) in _HEAD | _CLOSING for paragraph in table.paragraphs())
