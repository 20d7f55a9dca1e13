"""Export: from a report to Word, PDF, text and .danvan files, all the files of one call or none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from danvan_desktop.atomic_files import check_targets, write_all
from danvan_desktop.errors import UserError
from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.layout.pages import ChoosePages, Pages
from danvan_desktop.layout.settings import settings_problems
from danvan_desktop.report.lifecycle.empty_fields import unknown_parts
from danvan_desktop.report.lifecycle.secrecy import refuse_secrecy
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.export_code import export_code

__all__ = ["EXPORTERS", "export", "export_pages", "word_file"]


def _docx(source: PreparedReport) -> bytes:
    from danvan_desktop.exporters.docx import docx_bytes

    return docx_bytes(source.document, code=export_code(source.report))


def _pdf(source: PreparedReport) -> bytes:
    from danvan_desktop.exporters.pdf import pdf_bytes

    return pdf_bytes(source.pages, source.fonts)


def _danvan(source: PreparedReport) -> bytes:
    from danvan_desktop.exporters.danvan import danvan_bytes

    return danvan_bytes(source.report)


def _text(source: PreparedReport) -> bytes:
    from danvan_desktop.exporters.plain_text import text_bytes

    return text_bytes(source.document)


EXPORTERS: Mapping[str, Callable[[PreparedReport], bytes]] = {
    ".docx": _docx,
    ".pdf": _pdf,
    ".danvan": _danvan,
    ".txt": _text,
}
"""What writes a file, by its suffix in small letters."""


def word_file(report: Report, *, is_part: bool = False) -> bytes:
    """Make the Word file of ``report``; ``is_part``: of a part that a department is to write."""
    return _docx(PreparedReport(report, is_part=is_part))


_PRINTED = {".docx", ".pdf"}

Progress = Callable[[float], None]
"""Called after each step with the share of the work that is done, from 0 to 1."""


def _nobody(share: float) -> None:
    """Nobody waits for it."""


def export(
    report: Report,
    paths: Sequence[Path],
    *,
    force: bool = False,
    line_numbers: bool = False,
    data_folder: Path | None = None,
    progress: Progress = _nobody,
) -> tuple[str, ...]:
    """Write ``report`` to every one of ``paths``, or to none; return remarks for the user.

    ``line_numbers``: the lines of a draft are numbered; of no other paper are they. ``data_folder``: as of
    :func:`~danvan_desktop.atomic_files.write_all`. Setting the report, breaking it into pages, making each
    file and writing them take about as long as each other: ``progress`` hears of each.

    Raises:
        UserError: a kind of file is unknown, one is there already (unless ``force``) or cannot be written;
            the report bears a secrecy stamp.
    """
    refuse_secrecy(report)
    writers = [(path, _writer(path)) for path in paths]
    check_targets(paths, force=force)
    source = PreparedReport(report, line_numbers=line_numbers)
    written: dict[Path, bytes] = {}

    def make(path: Path, write: Callable[[PreparedReport], bytes]) -> None:
        written[path] = write(source)

    kinds = {path.suffix.lower() for path in paths}
    steps: list[Callable[[], object]] = []
    if kinds - {".danvan"}:
        steps.append(lambda: source.document)
    if ".pdf" in kinds:
        steps.append(lambda: source.pages)
    steps += [partial(make, path, write) for path, write in writers]
    for done, step in enumerate(steps):
        progress(done / (len(steps) + 1))
        step()
    progress(len(steps) / (len(steps) + 1))
    write_all(written, force=force, data_folder=data_folder)
    progress(1.0)
    return tuple(_remarks(source, kinds))


def export_pages(report: Report, path: Path, choose: ChoosePages) -> None:
    """Write the pages of ``report`` that ``choose`` takes as the PDF ``path``, in the place of what is there.

    Raises:
        UserError: it cannot be set or written; the report bears a secrecy stamp.
    """
    from danvan_desktop.exporters.pdf import pdf_bytes

    refuse_secrecy(report)
    source = PreparedReport(report)
    write_all({path: pdf_bytes(source.pages.chosen(choose), source.fonts)}, force=True)


def _writer(path: Path) -> Callable[[PreparedReport], bytes]:
    writer = EXPORTERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(EXPORTERS)
        raise UserError(f"Không biết ghi loại tệp của {path}. Hãy đặt tên tệp có đuôi {known}.")
    return writer


def _remarks(source: PreparedReport, kinds: set[str]) -> Iterator[str]:
    """What the user should know of the files just written."""
    if not kinds & _PRINTED:
        return
    if unknown := unknown_parts(source.report):
        yield f"Chưa biết: {', '.join(unknown)}. Những chỗ này in là “…”; hãy bổ sung trước khi trình ký."
    if source.report.settings is not None:
        for problem in settings_problems(source.report.settings):
            yield f"{problem} Tệp được trình bày theo mức gần nhất đúng quy định."
    if ".pdf" not in kinds:
        return
    if source.fonts.is_substitute:
        yield (
            "Máy này không có phông Times New Roman: tệp PDF dùng phông "
            f"{source.fonts.family}, chỉ để xem, không dùng để phát hành."
        )
    if missing := source.fonts.missing(_drawn(source.pages)):
        shown = " ".join(f"{character} (U+{ord(character):04X})" for character in missing)
        yield (
            f"Phông chữ {source.fonts.family} không có ký tự: {shown}. "
            "Trong tệp PDF chỗ đó là ô vuông; hãy thay bằng ký tự khác."
        )


def _drawn(pages: Pages) -> str:
    """The characters on ``pages``, each once: of a long paragraph every line, not the whole every time."""
    lines = (line for page in pages.pages for line in page.lines)
    return "".join(dict.fromkeys(chain.from_iterable(f.text for line in lines for f in line.fragments)))
