"""PDF bombs are refused before PDFium sees them, alike by import and by inspection."""

import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from danvan_desktop.reading.limits import MEBIBYTE, PDF, PdfLimits
from danvan_desktop.reading.pdf.bombs import is_bomb
from tests.builders.nested_forms_pdf import nested_forms, nested_forms_in_object_stream

FILES = Path(__file__).resolve().parents[2] / "importers" / "pdf" / "files"
BOMBS: dict[str, Callable[[], bytes]] = {
    "plain": nested_forms,
    "in an object stream": nested_forms_in_object_stream,
}
WAYS = {
    "import": "from danvan_desktop.importers import read\nread(path, now)",
    "inspect": "from danvan_desktop.inspection import inspect\ninspect(path, now)",
}
_CHILD = """
import sys, time
from datetime import datetime
from pathlib import Path
from danvan_desktop.errors import UserError
from tests.builders.process_figures import peak_megabytes
path, now = Path(sys.argv[1]), datetime.now().astimezone()
begun = time.process_time()
try:
    exec(sys.argv[2])
    print("taken")
except UserError as error:
    print(error.message)
print(time.process_time() - begun)
print(int(peak_megabytes()))
"""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", BOMBS)
def test_nested_forms_are_refused_soon_and_in_little_memory(tmp_path: Path, name: str, way: str) -> None:
    path = tmp_path / "bom.pdf"
    path.write_bytes(BOMBS[name]())
    assert path.stat().st_size < 4_000
    child = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _CHILD, str(path), WAYS[way]],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    message, seconds, memory = child.stdout.splitlines()
    assert "bung ra quá lớn" in message
    assert float(seconds) < 2
    assert int(memory) < 300


@pytest.mark.parametrize("make", BOMBS.values(), ids=BOMBS)
def test_forms_that_come_to_few_drawings_are_none(make: Callable[[int], bytes]) -> None:
    assert is_bomb(make(10), PDF)
    assert not is_bomb(make(2), PDF)


@pytest.mark.parametrize("path", sorted(FILES.glob("*.pdf")), ids=lambda path: path.stem)
def test_files_of_other_programs_are_none(path: Path) -> None:
    assert not is_bomb(path.read_bytes(), PDF)


def _page(contents: bytes, *objects: bytes) -> bytes:
    page = b"1 0 obj\n<< /Type /Page /Contents %b >>\nendobj\n" % contents
    return b"%PDF-1.7\n" + page + b"".join(objects)


def _object(number: int, data: bytes, head: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"%d 0 obj\n<< %b/Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (
        number,
        head,
        len(packed),
        packed,
    )


def test_a_page_that_names_one_stream_again_and_again_is_a_bomb() -> None:
    drawing = _object(2, b"0 0 m 9 9 l S\n" * 10_000)
    assert not is_bomb(_page(b"[2 0 R]", drawing), PDF)
    assert is_bomb(_page(b"[" + b"2 0 R " * 100 + b"]", drawing), PDF)
    listed = b"3 0 obj\n[" + b"2 0 R " * 100 + b"]\nendobj\n"
    assert is_bomb(_page(b"3 0 R", listed, drawing), PDF)


def test_a_drawing_that_calls_itself_a_picture_is_measured() -> None:
    limits = PdfLimits(drawing_bytes=MEBIBYTE)
    assert is_bomb(_page(b"2 0 R", _object(2, bytes(2 * MEBIBYTE), b"/Subtype /Image ")), limits)
    assert not is_bomb(_page(b"3 0 R", _object(2, bytes(2 * MEBIBYTE), b"/Subtype /Image ")), limits)


def test_a_form_that_draws_itself_ends() -> None:
    form = _object(2, b"/F Do", b"/Subtype /Form /Resources << /XObject << /F 2 0 R >> >> ")
    assert not is_bomb(_page(b"3 0 R", form), PDF)


def test_more_objects_than_any_report_has_are_refused_soon() -> None:
    assert is_bomb(b"%PDF-1.7\n" + b"1 0 obj\n" * 400_000, PDF)


def test_many_large_streams_that_pages_share_are_measured_once() -> None:
    pages = b"".join(
        b"%d 0 obj\n<< /Type /Page /Contents 2 0 R >>\nendobj\n" % number for number in range(3, 2000)
    )
    drawing = _object(2, b"/F Do\n" * 1_000_000)
    begun = time.process_time()
    assert not is_bomb(_page(b"2 0 R", pages, drawing), PDF)
    assert time.process_time() - begun < 2


def test_measuring_many_small_bombs_ends_soon() -> None:
    drawings = b"".join(_object(number, bytes(3 * MEBIBYTE)) for number in range(10, 20))
    pages = b"".join(
        b"%d 0 obj\n<< /Type /Page /Contents %d 0 R >>\nendobj\n" % (number + 100, number)
        for number in range(10, 20)
    )
    assert is_bomb(b"%PDF-1.7\n" + drawings + pages, PdfLimits(unpacked_bytes=20 * MEBIBYTE))
