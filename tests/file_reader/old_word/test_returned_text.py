"""What is made of a text that came back says again what was lost of an OpenDocument text; no file else."""

from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.old_word.conversion import Conversion
from danvan_desktop.file_reader.old_word.returned_text import as_word_file
from danvan_desktop.report.takeback.model import Revision
from tests.builders.odt_file import change, odt_file, region, spanned
from tests.builders.old_word import copier, failing, stand_in
from tests.builders.returned_files import read_docx
from tests.builders.word_file import r, word_file

SAID = "Đoạn một."
ODT = odt_file(
    f"<text:p>{spanned('f', SAID)}</text:p>",
    region("f", change("UnknownChange", "Nguyễn Văn A", "2025-11-28T09:00:00")),
)


def test_an_opendocument_text_says_who_set_a_paragraph_otherwise(tmp_path: Path) -> None:
    made, path = tmp_path / "made.docx", tmp_path / "a.odt"
    made.write_bytes(word_file(f"<w:p>{r(SAID)}</w:p>"))
    path.write_bytes(ODT)
    line = f"import shutil, sys; shutil.copyfile({str(made)!r}, sys.argv[2])"
    with Conversion(stand_in(line)) as conversion:
        (block,) = read_docx(as_word_file(conversion, path).read_bytes()).blocks
    assert (block.text, block.reshaped) == (SAID, Revision("Nguyễn Văn A", "2025-11-28T09:00:00Z"))


@pytest.mark.parametrize("name", ["a.doc", "a.rtf", "a.odt"])
def test_what_is_no_opendocument_text_stays_as_it_was_made(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(word_file(f"<w:p>{r(SAID)}</w:p>"))
    with Conversion(copier()) as conversion:
        assert as_word_file(conversion, path).read_bytes() == path.read_bytes()


def test_what_cannot_be_converted_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(ODT)
    with Conversion(failing()) as conversion, pytest.raises(UserError, match="không chuyển được"):
        as_word_file(conversion, path)
