"""The error for a foreign file that cannot be parsed; the caller words the message for the user."""

from typing import Literal

Fault = Literal["empty", "damaged", "encrypted", "old_format", "too_large"]
"""Why a file is refused; "old_format": the binary format of before 2007, or a file with a password."""


class UnreadableFileError(Exception):
    """A file is not of its kind, damaged, protected by a password, or beyond the limits."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault
