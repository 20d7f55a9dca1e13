"""The commands of the command line; each returns the exit code."""

import gc
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_desktop.app.arguments import Arguments
from danvan_desktop.errors import UserError

if TYPE_CHECKING:  # the window loads it at its own time
    from danvan_desktop.report.model import Report

OK, FOUND = 0, 1
"""All is well, and: something was found that is not as it should be."""


def open_window(arguments: Arguments) -> int:
    """Show the window until it is closed."""
    if arguments.platform:
        os.environ["QT_QPA_PLATFORM"] = arguments.platform
    _require_screen()
    gc.disable()  # nothing that is loaded is garbage; gui.application turns it on again
    from danvan_desktop.gui.startup.unread_sources import leave_sources_unread

    leave_sources_unread()
    from danvan_desktop.gui.application import run

    return run(arguments.data_dir, list(arguments.files))


def _require_screen() -> None:
    """Say plainly that there is no screen, where Qt would only abort."""
    screen = any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not screen:
        raise UserError(
            "Máy này không có màn hình để mở cửa sổ. "
            "Hãy dùng dòng lệnh, ví dụ: danvan-desktop convert bao-cao.txt bao-cao.docx bao-cao.pdf."
        )


def convert(arguments: Arguments) -> int:
    """Read one file, write it as others, and name what the user should look at."""
    (source,) = arguments.files
    reader = _reader_of(source)
    from danvan_desktop.exporters import export  # loaded while the other process begins

    report = reader(source, datetime.now().astimezone())
    remarks = export(report, arguments.outputs, force=arguments.force)
    for text in dict.fromkeys([*(note.text for note in report.import_notes), *remarks]):
        print(f"ghi chú: {text}")
    return OK


def _reader_of(source: Path) -> "Callable[[Path, datetime], Report]":
    """Return what reads ``source``: a process of its own for anybody's file.

    The codec of our own files is Python alone and counts what it is given; another process would take as
    long as all else that is done here.
    """
    if source.suffix.lower() == ".danvan":
        from danvan_desktop.importers import read

        return read
    from danvan_desktop.file_reader.process import FileReader

    if (convert_first := _converting(source)) is not None:
        return convert_first
    reader = FileReader()
    reader.start()
    return reader.report


def _converting(source: Path) -> "Callable[[Path, datetime], Report] | None":
    """Return what reads an old Word file (.doc) by way of .docx; None where nothing can."""
    from danvan_desktop.file_reader.old_word.converters import OLD_WORD, find_converter

    if source.suffix.lower() not in OLD_WORD or not source.is_file():
        return None
    converter = find_converter()
    if converter is None:
        return None
    from danvan_desktop.file_reader.old_word.conversion import Conversion
    from danvan_desktop.file_reader.old_word.report import report_of_old_word

    return lambda path, now: report_of_old_word(Conversion(converter), converter, path, now)


def check(arguments: Arguments) -> int:
    """Check a report's content by the rules of ``checks``, proof-read it, and list the findings."""
    from danvan_desktop import checks
    from danvan_desktop.checks.listing import lines
    from danvan_desktop.checks.standing import in_reading_order, not_passed_over, told_once

    (source,) = arguments.files
    report = _reader_of(source)(source, datetime.now().astimezone())
    found = in_reading_order(report, told_once([*checks.check(report), *checks.proofread(report)]))
    found = not_passed_over(found, report.attachments.passed_over)
    findings = [finding for finding in found if arguments.all_levels or finding.level != "doubtful"]
    if arguments.as_json:
        print(json.dumps([*map(checks.as_json_object, findings)], ensure_ascii=False, indent=2))
    else:
        for line in lines(report, findings):
            print(line)
    return FOUND if any(finding.level in checks.GRAVE for finding in findings) else OK


def inspect(arguments: Arguments) -> int:
    """Measure a finished file against the decree."""
    from danvan_desktop.file_reader.process import FileReader
    from danvan_desktop.inspection import as_json, as_text

    (source,) = arguments.files
    sheet = FileReader().sheet(source)
    print(as_json(sheet) if arguments.as_json else as_text(sheet))
    return OK if sheet.passed else FOUND


def selftest(_: Arguments) -> int:
    """Go the whole way once with the built-in sample."""
    from danvan_desktop.app.selftest import run

    return OK if run() else FOUND
