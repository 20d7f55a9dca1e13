"""A start that the user has called off."""

from danvan_desktop.errors import UserError


class StartDeclinedError(UserError):
    """The user closes the program instead of answering how to begin; nothing was changed."""

    def __init__(self) -> None:
        """Say so, where it is asked."""
        super().__init__("Phần mềm được đóng trước khi mở dữ liệu; chưa có gì bị thay đổi.")
