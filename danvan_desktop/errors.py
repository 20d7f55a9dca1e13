"""The two families of error: what a person can act on, and what is ours to mend.

A :class:`UserError` reaches the person as it stands, in Vietnamese, and says what to do.
Every other exception is a defect of the program and is reported as one.
"""


class UserError(Exception):
    """Something the person at the keyboard can act on; its text is one courteous Vietnamese line."""

    def __init__(self, message: str) -> None:
        """Keep ``message``, one line of Vietnamese that says what is wrong and what to do."""
        super().__init__(" ".join(message.split()))

    @property
    def message(self) -> str:
        """The line to show."""
        return str(self.args[0])
