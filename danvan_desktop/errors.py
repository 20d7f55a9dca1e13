"""Exceptions: a UserError is a message the user can act on; every other one is a defect of ours.

A :class:`UserError` reaches the user as it stands, in Vietnamese, and says what to do.
Every other exception is a defect of the program and is reported as one.
"""


class UserError(Exception):
    """An error the user can act on; its text is one courteous Vietnamese line."""

    def __init__(self, message: str, trace: str = "") -> None:
        """Keep ``message``, one line of Vietnamese that says what is wrong and what to do.

        ``trace`` is what only a programmer understands, for the log: a defect in another process.
        """
        super().__init__(" ".join(message.split()))
        self.trace = trace

    @property
    def message(self) -> str:
        """The line to show."""
        return str(self.args[0])
