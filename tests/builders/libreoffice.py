"""LibreOffice as a second opinion: the lines of each page as it sets a Word file."""

import ctypes
import os
import shutil
import signal
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from danvan_desktop.layout.pages import Pages

Lines = list[tuple[float, str]]
"""The lines of a page from top to bottom: baseline in twips from the top, text without spaces."""

_LEAST_SECONDS, _SECONDS_A_FILE = 120, 10
"""After which a run hangs: the first makes the profile, on a machine that has much else to do."""
_SILENT_SECONDS = 30
"""Without a new file: the one that is being read hangs it."""
_SAME_LINE = 3  # twips: two columns of a table whose baselines a rounding parts


def program() -> str | None:
    """Where LibreOffice is, None where it is absent."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(word_file: Path, folder: Path) -> Path:
    """Set ``word_file`` with LibreOffice; the PDF goes into ``folder``."""
    return to_pdfs([word_file], folder)[0]


def to_pdfs(word_files: list[Path], folder: Path) -> list[Path]:
    """Set all ``word_files`` in one run of LibreOffice; the PDF files go into ``folder``."""
    return convert(word_files, folder, "pdf")


def convert(files: list[Path], folder: Path, kind: str, *options: str) -> list[Path]:
    """Convert ``files`` in one run; ``kind`` is a suffix, with a filter and its settings behind ":".

    Raises:
        SubprocessError: it failed or hung.
    """
    _run(_command(files, folder, kind, options), _LEAST_SECONDS + _SECONDS_A_FILE * len(files))
    return [folder / f"{file.stem}.{kind.partition(':')[0]}" for file in files]


def convert_what_opens(files: list[Path], folder: Path, kind: str, *options: str) -> None:
    """Convert what LibreOffice can open of ``files``: one that crashes or hangs it is left out."""
    left = files
    while left:
        ended = _run_while_it_goes_on(_command(left, folder, kind, options), folder)
        made = [place for place, file in enumerate(left) if (folder / f"{file.stem}.{kind}").exists()]
        left = [] if ended else left[max(made, default=-1) + 2 :]  # it takes them in turn


def _command(files: list[Path], folder: Path, kind: str, options: tuple[str, ...]) -> list[str]:
    profile = Path(_profile().name).as_uri()
    command = [program() or "soffice", f"-env:UserInstallation={profile}", "--headless", *options]
    return [*command, "--convert-to", kind, "--outdir", str(folder), *map(str, files)]


def _run_while_it_goes_on(command: list[str], folder: Path) -> bool:
    """Run ``command`` as long as it goes on to put files into ``folder``; whether it ended well."""
    silent, known = 0, -1
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while silent < (_LEAST_SECONDS if known < 1 else _SILENT_SECONDS):
        try:
            return process.wait(1) == 0
        except subprocess.TimeoutExpired:
            now = len(list(folder.iterdir()))
            silent, known = (silent + 1 if now == known else 0), now
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return False


def _run(command: list[str], seconds: float) -> None:
    """Run ``command``; where it hangs, end the process that it has started as well, which holds the pipes."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        told, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, told)


@cache
def _profile() -> TemporaryDirectory[str]:
    """LibreOffice's settings, not the user's own: made by the first run, which takes thrice as long."""
    return TemporaryDirectory(prefix="libreoffice-", ignore_cleanup_errors=True)


def lines_of_pdf(path: Path, same_line: int = _SAME_LINE) -> list[Lines]:
    """The lines of every page of a PDF; baselines not more than ``same_line`` twips apart are one."""
    return [_lines(letters_of(page), same_line) for page in pdfium.PdfDocument(path)]


def letters_of(page: pdfium.PdfPage) -> list[tuple[float, float, str]]:
    """Baseline, left and text of every letter of a page, in twips."""
    text, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        # pdfium reads a hyphen at the end of a line as U+0002.
        letter = chr(pdfium_c.FPDFText_GetUnicode(text.raw, index)).replace("\2", "-")
        if letter.strip("\u00a0\r\n ") and pdfium_c.FPDFText_GetCharOrigin(text.raw, index, x, y):
            found.append(((height - y.value) * 20, x.value * 20, letter))
    return found


def lines_of_pages(pages: Pages) -> list[Lines]:
    """The lines of every page as we typeset it."""
    result = []
    for page in pages.pages:
        letters = [
            (line.baseline - fragment.rise, fragment.x, fragment.text)
            for line in (*page.lines, *page.repeated_lines)
            for fragment in line.fragments
        ]
        if page.page_number:
            letters.append((page.page_number_baseline, page.page_number.x, page.page_number.text))
        result.append(_lines([(float(y), float(x), text) for y, x, text in letters]))
    return result


def _lines(letters: list[tuple[float, float, str]], same_line: int = _SAME_LINE) -> Lines:
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for y, x, text in sorted(letters):
        if not rows or y - rows[-1][0] > same_line:
            rows.append((y, []))
        rows[-1][1].append((x, "".join(text.replace("\u00a0", "").split())))
    lines = [(y, "".join(text for _, text in sorted(row))) for y, row in rows]
    return [(y, text) for y, text in lines if text]
