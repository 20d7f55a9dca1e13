"""Report of an old Word file: converted, then read as any other file in a reader process."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from danvan_desktop.file_reader.old_word.conversion import Conversion
from danvan_desktop.file_reader.old_word.converters import Converter
from danvan_desktop.file_reader.process import FileReader
from danvan_desktop.report.model import ImportNote, Report


def report_of_old_word(
    conversion: Conversion,
    converter: Converter,
    path: Path,
    now: datetime,
    take_reader: Callable[[], FileReader] = FileReader,
) -> Report:
    """Convert ``path`` and bring in what comes of it, with a note that says so; nothing is left behind.

    Raises:
        UserError: it cannot be converted or brought in; the message says what to do.
        ReadingStopped: it was stopped.
    """
    with conversion:
        new = conversion.run(path)
        report = take_reader().report(new, now)
    note = ImportNote(
        "converted",
        f"Tệp “{path.name}” được {converter.name} chuyển thành .docx rồi mới nhập: xin so lại với bản gốc.",
    )
    return replace(report, import_notes=(*report.import_notes, note))
