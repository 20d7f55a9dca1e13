"""What other programs show of a file: LibreOffice of Word files, text and HTML, poppler of PDFs."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.builders.libreoffice import convert_what_opens, program
from tests.fuzz.canaries import canaries_in
from tests.fuzz.seeds.seed import Kind

_AT_ONCE = 40
_SECONDS = 60
_LOWEST, _NARROWEST = 2.0, 1.0
"""Points: what is smaller nobody reads, nor what is larger than the paper."""
_PAGE_OR_WORD = re.compile(r"<page ([^>]*)>|<word ([^>]*>[^<]*)")
_NUMBER = re.compile(r'"(-?[\d.]+)"')
_NO_PAGE = b"Kid object"
"""What poppler says of something among the pages that is none."""
_HTML = "--infilter=HTML (StarWriter)"
_NOTHING: Mapping[Path, Sequence[int]] = MappingProxyType({})
Shown = dict[Path, frozenset[str]]
"""The canaries that are shown of each file; a file that does not open shows none."""


def can_show(kind: Kind) -> bool:
    """Whether the program that opens files of this kind is at hand."""
    return (program() is not None or kind == "pdf") and shutil.which("pdftotext") is not None


def shown(kind: Kind, files: Sequence[Path], told_pages: Mapping[Path, Sequence[int]] = _NOTHING) -> Shown:
    """Open ``files`` with the other program and read its pages.

    ``told_pages`` are those of PDFs that the program itself names as not to be read: they are left out.
    """
    if kind == "pdf":
        return {file: canaries_in(_text_of(file, told_pages.get(file, ()))) for file in files}
    found: Shown = {}
    for start in range(0, len(files), _AT_ONCE):
        found |= _by_libreoffice(files[start : start + _AT_ONCE], [_HTML] if kind == "html" else [])
    return found


def _by_libreoffice(files: Sequence[Path], options: list[str]) -> Shown:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        convert_what_opens(list(files), Path(place), "pdf", *options)
        return {file: canaries_in(_text_of(Path(place) / f"{file.stem}.pdf")) for file in files}


def _text_of(pdf: Path, left_out: Sequence[int] = ()) -> str:
    """The words on the pages of ``pdf`` that are large enough, and near enough to the paper, to be seen."""
    command = ["pdftotext", "-enc", "UTF-8", "-bbox", str(pdf), "-"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return ""
    if left_out and _NO_PAGE in done.stderr:
        return ""  # it passes over what is no page: its numbers are not those of the pages that were told
    return " ".join(_seen(done.stdout.decode(errors="replace"), left_out))


def _seen(pages: str, left_out: Sequence[int]) -> Iterator[str]:
    wide, high, number = 0.0, 0.0, -1
    for page, word in _PAGE_OR_WORD.findall(pages):
        numbers = [float(number) for number in _NUMBER.findall(page or word.partition(">")[0])]
        if page:
            wide, high = numbers[:2]
            number += 1
            continue
        left, top, right, bottom = numbers
        on_paper = left < wide and right > 0 and top < high and bottom > 0
        is_legible = _LOWEST <= bottom - top <= high and _NARROWEST <= right - left <= wide
        if number not in left_out and on_paper and is_legible:
            yield word.partition(">")[2]
