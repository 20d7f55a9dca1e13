"""PDFs of other makers, and files that are none or mean harm."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from danvan_desktop.errors import UserError
from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection import as_text, inspect
from danvan_desktop.inspection.sheet import Outcome
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.nd30 import mm
from danvan_desktop.layout.pages import Pages
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Paragraph, Run
from tests.builders.drawn_pdf import plain_pages
from tests.builders.exported_files import as_docx, as_pdf
from tests.builders.inspected_report import LONG_REPORT, REPORT
from tests.builders.libreoffice import program, to_pdf
from tests.builders.pdf_file import crowded_page, empty_pages, scanned_page
from tests.builders.reports import NOW
from tests.inspection.measurements import numbers
from tests.inspection.pdf_defects import NAME, in_catalog, measured


@pytest.fixture(scope="module")
def good(fonts: FontSet) -> bytes:
    return as_pdf(REPORT, fonts)


SECRET = StandardEncryption("mo", ownerPassword="chu", strength=128)
BAD: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "random": lambda _: os.urandom(5000),
    "text": lambda _: "Báo cáo".encode(),
    "only a head": lambda _: b"%PDF-1.7\n",
    "noise behind a head": lambda _: b"%PDF-1.7\n" + os.urandom(20_000),
    "truncated": lambda good: good[: len(good) // 8],
    "password": lambda _: plain_pages([(100, 700, "Bao cao")], encrypt=SECRET),
    "scan": lambda _: scanned_page(),
    "no text": lambda _: plain_pages([]),
    "2,000 pages": lambda _: empty_pages(2000),
    "crowded": lambda _: crowded_page(),
}

_CHILD = """
import sys, time
from dataclasses import replace
from pathlib import Path
from danvan_desktop.errors import UserError
from danvan_desktop.inspection import as_text, inspect
from tests.builders.process_figures import peak_megabytes
try:
    inspect(Path(sys.argv[1]))
    print("measured")
except UserError as error:
    print(error.message)
print(int(peak_megabytes()), time.process_time())
"""


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line_soon_and_in_little_memory(
    tmp_path: Path, good: bytes, name: str
) -> None:
    path = tmp_path / "xau.pdf"
    path.write_bytes(BAD[name](good))
    child = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _CHILD, str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    message, figures = child.stdout.splitlines()
    memory, seconds = map(float, figures.split())
    assert seconds < 5, "of the processor, the start of the process included"
    assert memory < 400
    assert "xau.pdf" in message
    assert "Hãy" in message


@pytest.mark.libreoffice
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_what_libreoffice_makes_of_our_word_file_passes(fonts: FontSet, tmp_path: Path) -> None:
    word = tmp_path / "BC-DanVan.docx"
    word.write_bytes(as_docx(LONG_REPORT, fonts))
    found = measured(to_pdf(word, tmp_path).read_bytes())
    wrong = {n: found[n].measured for n in numbers(found, Outcome.WRONG, Outcome.CUSTOM, Outcome.REVIEW)}
    assert wrong.keys() - {7, 51} == set(), wrong


def test_a_mere_letter_is_found_wanting_without_a_traceback() -> None:
    found = measured(plain_pages([(100, 700, "Kinh gui anh Nam,"), (100, 680, "Chuc anh khoe.")]))
    assert {7, 11, 12, 22, 39, 40, 42} <= numbers(found, Outcome.WRONG)
    assert found[11].measured == "không tìm thấy Quốc hiệu"
    assert {4, 5, 6} <= numbers(found, Outcome.REVIEW)


def test_fonts_that_are_not_in_the_file_are_named() -> None:
    assert "chưa nhúng phông Times" in measured(plain_pages([(100, 700, "Bao cao")]))[56].measured


def test_a_file_that_opens_without_a_password_but_is_encrypted_is_told() -> None:
    owner = StandardEncryption("", ownerPassword="chu", strength=128)
    assert "mã hóa" in measured(plain_pages([(100, 700, "Bao cao")], encrypt=owner))[56].measured


def test_a_script_of_the_document_is_found(good: bytes) -> None:
    script = in_catalog(b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>")(good)
    assert "có JavaScript" in measured(script)[56].measured


def test_a_digital_signature_is_no_form_to_fill_in(good: bytes) -> None:
    signature = (
        b"/AcroForm << /SigFlags 3 /Fields [ << /FT /Sig /T (Ky) /V << /Type /Sig /Filter /Adobe.PPKLite "
        b"/SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> >> >> ] >>"
    )
    assert measured(in_catalog(signature)(good))[56].outcome is Outcome.RIGHT


@pytest.mark.parametrize("name", ["Báo cáo.pdf", "bao cao.pdf", "b" * 60 + ".pdf"])
def test_a_name_that_systems_choke_on_is_told(good: bytes, name: str) -> None:
    assert measured(good, name)[56].outcome is Outcome.CUSTOM


def test_the_sheet_of_a_pdf_says_how_many_pages_it_has(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(good)
    sheet = inspect(path, NOW)
    assert sheet.source.pages == 3
    assert "3 trang (2 tờ in hai mặt)" in as_text(sheet)


def test_the_time_grows_with_the_pages_and_no_faster(fonts: FontSet) -> None:
    def seconds(times: int) -> float:
        first, *others = LONG_REPORT.sections
        long = replace(LONG_REPORT, sections=(replace(first, blocks=first.blocks * times), *others))
        content = as_pdf(long, fonts)
        begun = time.process_time()
        measured(content)
        return time.process_time() - begun

    seconds(1)  # what is loaded once
    assert seconds(50) < 10 * seconds(10)


def test_a_pdf_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không tìm thấy"):
        inspect(tmp_path / "khong-co.pdf")


def test_numbers_of_lines_in_the_margin_are_not_measured(fonts: FontSet) -> None:
    draft = replace(LONG_REPORT, marks=replace(LONG_REPORT.marks, draft=1))
    plain, numbered = (
        measured(pdf_bytes(typeset(compose(draft, fonts, line_numbers=wanted), fonts), fonts))
        for wanted in (False, True)
    )
    changed = {line for line in plain if plain[line] != numbered[line]}
    assert changed <= {7}, "the letters of each font are counted with the numbers"


def test_the_agencys_address_at_the_foot_of_page_1_is_no_text(fonts: FontSet) -> None:
    def with_foot(pages: Pages) -> Pages:
        first, *others = pages.pages
        small = next(x for page in others for x in page.lines if x.paragraph.text.startswith("- Lưu trữ"))
        foot = replace(small, top=first.height - mm(16), baseline=first.height - mm(12))
        return replace(pages, pages=(replace(first, lines=(*first.lines, foot)), *others))

    plain = measured(as_pdf(LONG_REPORT, fonts))
    footed = measured(as_pdf(LONG_REPORT, fonts, pages=with_foot))
    assert {line for line in plain if plain[line] != footed[line]} <= {7}


def test_a_raised_word_stays_in_its_line(fonts: FontSet) -> None:
    section = REPORT.sections[2]
    clause = section.blocks[0]
    assert isinstance(clause, Paragraph)
    words = (Run("Diện tích trồng mới là 320 ha "), Run("(ước tính)", vertical="super"), Run(" trong năm."))
    blocks = (replace(clause, runs=words), *section.blocks[1:])
    raised = replace(REPORT, sections=(*REPORT.sections[:2], replace(section, blocks=blocks)))
    found = measured(as_pdf(raised, fonts))
    assert numbers(found, Outcome.WRONG) - {7} == set()


def test_letters_that_lean_over_are_not_squeezed(fonts: FontSet) -> None:
    section = REPORT.sections[2]
    clause = section.blocks[0]
    assert isinstance(clause, Paragraph)
    words = (Run("Thực hiện cuộc vận động Hà"), Run("Gia thực động đơn", italic=True), Run(" ở cơ quan."))
    blocks = (replace(clause, runs=words), *section.blocks[1:])
    leaning = replace(REPORT, sections=(*REPORT.sections[:2], replace(section, blocks=blocks)))
    assert measured(as_pdf(leaning, fonts))[52].outcome is Outcome.RIGHT
