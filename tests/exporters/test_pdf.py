"""The file itself: the same bytes each time, small, with all that an archive asks for and nothing active."""

import re
import runpy
import struct
from dataclasses import replace
from pathlib import Path

import page
import pypdfium2
import pytest

from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.layout.pages import Pages
from tests.builders import set_pages
from tests.builders.full_report import everything, report
from tests.repository import ROOT


@pytest.fixture(scope="module")
def data() -> bytes:
    source = PreparedReport(report(8))
    return pdf_bytes(source.pages, source.fonts)


def test_the_same_pages_give_the_same_bytes_whatever_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    first = pdf_bytes(set_pages.two_pages(), set_pages.fonts())
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert pdf_bytes(set_pages.two_pages(), set_pages.fonts()) == first


def test_dates_are_those_of_the_report(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as pdf:
        facts = pdf.get_metadata_dict()
    assert facts["CreationDate"] == facts["ModDate"] == "D:20251124103205+07'00'"
    assert b"<xmp:ModifyDate>2025-11-24T10:32:05+07:00</xmp:ModifyDate>" in data


def test_the_title_is_the_subject_in_both_places(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as pdf:
        facts = pdf.get_metadata_dict()
    assert facts["Title"].endswith("Kết quả thực hiện công tác Dân vận năm 2025")
    assert f'<rdf:li xml:lang="x-default">{facts["Title"]}</rdf:li>'.encode() in data
    assert facts["Author"] == "Văn phòng"


def test_markup_in_a_title_is_only_text() -> None:
    pages = set_pages.two_pages()
    title = "A < B & C (x) \\ Ộ"
    document = replace(pages.document, metadata=replace(set_pages.METADATA, title=title, author=""))
    data = pdf_bytes(Pages(document, pages.pages), set_pages.fonts())
    with pypdfium2.PdfDocument(data) as pdf:
        assert pdf.get_metadata_dict()["Title"] == title
    assert b"A &lt; B &amp; C (x)" in data
    assert b"dc:creator" not in data


def test_only_the_document_s_own_fonts_are_in_the_file_and_all_are_embedded(data: bytes) -> None:
    names = set(re.findall(rb"/BaseFont /(\S+)", data))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+\S+", name) for name in names)
    assert data.count(b"/FontFile2") == len(names) == len(re.findall(rb"/ToUnicode", data))
    assert b"Helvetica" not in data


def test_every_stream_ends_with_a_line_end_and_has_its_true_length(data: bytes) -> None:
    lengths = [int(n) for n in re.findall(rb"/Length (\d+)", data)]
    starts = [match.end() for match in re.finditer(rb"\nstream\n", data)]
    assert len(lengths) == len(starts) > 5
    for start, length in zip(starts, lengths, strict=True):
        assert data[start + length :].startswith(b"\r\nendstream\n")


def test_a_stream_that_happens_to_end_with_a_carriage_return_keeps_its_length() -> None:
    reports = (replace(report(), subject=f"Kết quả {number}") for number in range(200))
    made = (pdf_bytes(source.pages, source.fonts) for source in map(PreparedReport, reports))
    data = next(data for data in made if b"\r\r\nendstream" in data)
    assert page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_A_2A).failures == []


def test_nothing_active_and_no_password(data: bytes) -> None:
    for word in (b"/JavaScript", b"/JS", b"/Encrypt", b"/AcroForm", b"/OpenAction", b"/AA ", b"/URI"):
        assert word not in data


def test_language_tags_and_title_bar_are_declared(data: bytes) -> None:
    for entry in (
        b"/Lang (vi-VN)",
        b"/Marked true",
        b"/DisplayDocTitle true",
        b"/StructParents 0",
        b"/GTS_PDFA1",
    ):
        assert entry in data
    for entry in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert entry in data


def test_five_pages_stay_under_125_kilobytes(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) >= 5
        assert pdf[0].get_size() == pytest.approx((595.3, 841.9))
    assert len(data) <= 125_000


def test_the_colour_profile_is_what_the_script_makes_and_well_formed(resources: Path) -> None:
    profile = (resources / "srgb.icc").read_bytes()
    assert profile == runpy.run_path(str(ROOT / "packaging" / "make_srgb_profile.py"))["srgb_profile"]()
    size, count = struct.unpack(">I", profile[:4])[0], struct.unpack(">I", profile[128:132])[0]
    assert size == len(profile)
    assert profile[12:24] == b"mntrRGB XYZ "
    assert profile[36:40] == b"acsp"
    sums = [0, 0, 0]
    for index in range(count):
        signature, offset, length = struct.unpack(">4sII", profile[132 + 12 * index : 144 + 12 * index])
        assert offset % 4 == 0
        assert offset + length <= size
        if signature in {b"rXYZ", b"gXYZ", b"bXYZ"}:
            sums = [
                a + b
                for a, b in zip(sums, struct.unpack(">3i", profile[offset + 8 : offset + 20]), strict=True)
            ]
    # Red, green and blue together are the white of the profile's own space, D50.
    assert [round(value / 65536, 3) for value in sums] == [0.964, 1.0, 0.825]


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1])
def test_it_passes_as_an_archive_file_that_all_can_read(data: bytes, profile: page.ValidationProfile) -> None:
    whole = PreparedReport(everything())
    whole_bytes = pdf_bytes(whole.pages, whole.fonts)
    assert whole_bytes == pdf_bytes(PreparedReport(everything()).pages, whole.fonts)
    numbered = PreparedReport(everything(), line_numbers=True)
    numbered_bytes = pdf_bytes(numbered.pages, numbered.fonts)
    assert len(numbered_bytes) > len(whole_bytes)
    for content in (data, whole_bytes, numbered_bytes, pdf_bytes(set_pages.two_pages(), set_pages.fonts())):
        failures = page.validate_pdf_bytes(content, profile=profile).failures
        assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []
    assert page.validate_pdf_bytes(data.replace(b"/MarkInfo", b"/MarkImfo"), profile=profile).failures
