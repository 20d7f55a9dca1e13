"""Files in: each kind of file becomes a report, with notes on what was not understood or was changed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.importers import danvan, pdf, text
from danvan_desktop.importers.source import SAVE_AS_TEXT, Source, foreign_kind, load
from danvan_desktop.report.model import Report

Importer = Callable[[Source, datetime], Report]

IMPORTERS: Mapping[str, Importer] = {".txt": text.read, ".pdf": pdf.read, ".danvan": danvan.read}
"""What can be brought in, by suffix."""

_LATER: Mapping[str, str] = {
    ".docx": f"Nhập tệp Word (.docx) sẽ có trong bản kế tiếp. Hiện nay xin mở tệp bằng Word, {SAVE_AS_TEXT}.",
}


def read(path: Path, now: datetime) -> Report:
    """Bring in ``path``; what was changed or not understood stands in the report's ``import_notes``.

    Raises:
        UserError: the file cannot be brought in; the message says what to do.
    """
    source = load(path)
    importer = IMPORTERS.get(source.suffix)
    if importer is None:
        raise _refusal(source)
    return importer(source, now)


def _refusal(source: Source) -> UserError:
    """Say why a file of this suffix is not taken, by what it is named and by what it holds."""
    kind = foreign_kind(source.data)
    if source.suffix in _LATER and kind is not None and kind.startswith(_EXPECTED[source.suffix]):
        return UserError(_LATER[source.suffix])
    if source.suffix in _LATER:
        return UserError(
            f"Tệp “{source.path.name}” có đuôi {source.suffix} nhưng nội dung không phải như vậy"
            f"{f' (là {kind})' if kind else ''}; tệp có thể đã hỏng. Hãy xin lại tệp gốc."
        )
    shown = f"đuôi {source.suffix}" if source.suffix else "không có đuôi"
    return UserError(
        f"Chương trình chưa nhập được tệp “{source.path.name}” ({shown}). "
        f"Hãy mở tệp bằng Word, {SAVE_AS_TEXT}."
    )


_EXPECTED: Mapping[str, str] = {".docx": "tệp Word hoặc tệp nén"}
