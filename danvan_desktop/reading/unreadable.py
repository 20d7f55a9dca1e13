"""The error for a foreign file that cannot be parsed; the caller words the message for the user."""

from typing import Literal

Fault = Literal[
    "empty",
    "other_kind",
    "damaged",
    "encrypted",
    "old_format",
    "too_long",
    "too_many_pages",
    "too_much_text",
]
"""Why a file is refused.

"old_format": Word's binary format of before 2007, or a Word file with a password; "other_kind": no PDF though
its name says so.
"""


class UnreadableFileError(Exception):
    """A file is not of its kind, damaged, protected by a password, or beyond the limits."""

    def __init__(self, fault: Fault, number: int = 0) -> None:
        super().__init__(fault)
        self.fault: Fault = fault
        self.number = number
        """How many pages it has, or on which page (from 1) the text is too much; 0: on all together."""
