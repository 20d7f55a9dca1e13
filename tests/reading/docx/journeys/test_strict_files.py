"""A strict file is read as its transitional twin is: by import, and by inspection."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest

from danvan_desktop.inspection.docx import read_docx
from danvan_desktop.inspection.measure import measure
from danvan_desktop.report.model import Report
from tests.builders import full_report
from tests.builders.exported_files import as_docx
from tests.builders.strict_file import strict
from tests.builders.word_file import SECTION, bold, listed, numbering, p, report_file, style, table
from tests.importers.docx.shape import imported
from tests.repository import ROOT

LIBREOFFICE = ROOT / "tests" / "importers" / "docx" / "files"

LINE = (
    "<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom='column'><wp:align>center</wp:align>"
    "</wp:positionH><wp:extent cx='2178050' cy='0'/><a:graphic><a:graphicData><a:prstGeom prst='line'/>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


def written_by_hand() -> bytes:
    """A file with what is said in another way, or in another namespace, in strict files."""
    return report_file(
        p("Ngang giữa", LINE, properties='<w:jc w:val="center"/>'),
        p("Bên phải", properties='<w:jc w:val="right"/><w:ind w:left="2835" w:right="284"/>', style="Lui"),
        listed(1, 0, bold("TÌNH HÌNH")),
        listed(1, 1, "Việc ", '<w:r><w:footnoteReference w:id="2"/></w:r>', "một."),
        p("Công thức: <m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
        p("Lời văn", run='<w:sz w:val="27"/><w:w w:val="90"/>'),
        table([p("a"), p("b")], [p("c"), p("d")], widths=(3402, 5669)),
        numbering=numbering(("upperRoman", "%1."), ("decimal", "%2.")),
        footnotes=f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>',
        styles=style("Lui", inside='<w:pPr><w:ind w:hanging="284"/></w:pPr><w:rPr><w:b/></w:rPr>'),
        section=SECTION.replace(
            "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/>'
        ),
        header1=p('<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'),
    )


FILES: dict[str, Callable[[], bytes]] = {
    "our own": lambda: as_docx(full_report.report(1)),
    "written by hand": written_by_hand,
    "of LibreOffice, from a page of the web": (LIBREOFFICE / "bao-cao-html.docx").read_bytes,
    "of LibreOffice, from an open document": (LIBREOFFICE / "bao-cao-fodt.docx").read_bytes,
}


def identified(report: Report) -> Report:
    """The report without what is made anew with each import."""
    return replace(report, id="")


@pytest.mark.parametrize("kind", FILES)
def test_a_strict_file_is_imported_as_its_transitional_twin(kind: str) -> None:
    transitional = FILES[kind]()
    report, twin = imported(transitional), imported(strict(transitional))
    assert identified(twin) == identified(report)


@pytest.mark.parametrize("kind", FILES)
def test_a_strict_file_is_measured_as_its_transitional_twin(kind: str) -> None:
    transitional = FILES[kind]()
    file, twin = (read_docx(content, "a.docx") for content in (transitional, strict(transitional)))
    assert twin == file
    assert measure(twin) == measure(file)


def test_our_own_strict_file_keeps_the_identity_of_its_report() -> None:
    report = full_report.report(1)
    assert imported(strict(as_docx(report))).id == report.id


@pytest.mark.parametrize("kind", FILES)
def test_the_twin_has_no_transitional_namespace_left(kind: str) -> None:
    with zipfile.ZipFile(BytesIO(strict(FILES[kind]()))) as package:
        document = package.read("word/document.xml")
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in document
    assert b"schemas.openxmlformats.org/wordprocessingml" not in document
    assert b"schemas.openxmlformats.org/officeDocument" not in document
    assert b"schemas.openxmlformats.org/drawingml" not in document
