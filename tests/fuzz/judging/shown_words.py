"""What other programs show of a file: LibreOffice of Word files, text and HTML, poppler of PDFs."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.builders.libreoffice import convert, program
from tests.fuzz.canaries import canaries_in
from tests.fuzz.seeds.seed import Kind

_AT_ONCE = 40
_SECONDS = 60
_SMALLEST = 1.0
"""Points: what is smaller nobody reads."""
_PAGE_OR_WORD = re.compile(r"<page ([^>]*)>|<word ([^>]*>[^<]*)")
_NUMBER = re.compile(r'"(-?[\d.]+)"')
_HTML = "--infilter=HTML (StarWriter)"
Shown = dict[Path, frozenset[str]]
"""The canaries that are shown of each file; a file that does not open shows none."""


def can_show(kind: Kind) -> bool:
    """Whether the program that opens files of this kind is at hand."""
    return (program() is not None or kind == "pdf") and shutil.which("pdftotext") is not None


def shown(kind: Kind, files: Sequence[Path]) -> Shown:
    """Open ``files`` with the other program and read its pages."""
    if kind == "pdf":
        return {file: canaries_in(_text_of(file)) for file in files}
    found: Shown = {}
    for start in range(0, len(files), _AT_ONCE):
        found |= _by_libreoffice(files[start : start + _AT_ONCE], [_HTML] if kind == "html" else [])
    return found


def _by_libreoffice(files: Sequence[Path], options: list[str]) -> Shown:
    """Open ``files`` in one run; where that breaks off, each in a run of its own."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        try:
            convert(list(files), Path(place), "pdf", *options)
        except subprocess.SubprocessError:
            if len(files) == 1:
                return {files[0]: frozenset()}
            half = len(files) // 2
            return _by_libreoffice(files[:half], options) | _by_libreoffice(files[half:], options)
        return {file: canaries_in(_text_of(Path(place) / f"{file.stem}.pdf")) for file in files}


def _text_of(pdf: Path) -> str:
    """The words on the pages of ``pdf`` that are large enough, and near enough to the paper, to be seen."""
    command = ["pdftotext", "-q", "-enc", "UTF-8", "-bbox", str(pdf), "-"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return ""
    return " ".join(_seen(done.stdout.decode(errors="replace")))


def _seen(pages: str) -> Iterator[str]:
    wide, high = 0.0, 0.0
    for page, word in _PAGE_OR_WORD.findall(pages):
        numbers = [float(number) for number in _NUMBER.findall(page or word.partition(">")[0])]
        if page:
            wide, high = numbers[:2]
            continue
        left, top, right, bottom = numbers
        on_paper = left < wide and right > 0 and top < high and bottom > 0
        if on_paper and bottom - top >= _SMALLEST and right - left >= _SMALLEST:
            yield word.partition(">")[2]
