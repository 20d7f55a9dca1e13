"""A text of LibreOffice that came back edited: converted, with the tracked changes that this loses."""

from collections.abc import Callable
from pathlib import Path

from danvan_desktop.file_reader.old_word.conversion import Conversion
from danvan_desktop.file_reader.process import FileReader

_OPEN_DOCUMENT = ".odt"


def as_word_file(
    conversion: Conversion, path: Path, take_reader: Callable[[], FileReader] = FileReader
) -> Path:
    """Convert ``path``; the new file is there until the context of ``conversion`` is left.

    Raises:
        UserError: it cannot be converted or read; the message says what to do.
        ReadingStopped: it was stopped.
    """
    made = conversion.run(path)
    if path.suffix.lower() == _OPEN_DOCUMENT:
        made.write_bytes(take_reader().completed(made, path))
    return made
