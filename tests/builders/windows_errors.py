"""Errors as Python raises them on Windows, for tests that run elsewhere too."""

import errno


def on_windows(winerror: int, number: int = errno.EACCES) -> OSError:
    """Make the error that Python raises there for ``winerror``."""
    error = OSError(number, "as Windows words it")
    error.winerror = winerror  # type: ignore[misc, attr-defined, unused-ignore]  # elsewhere it has none
    return error
