"""A report as the bytes of our own Word file and PDF, and a Word file changed with python-docx."""

import io
import zipfile
from collections.abc import Callable, Iterable

import docx
from docx.document import Document as WordFile
from docx.text.paragraph import Paragraph as WordParagraph

from danvan_desktop.exporters.docx import docx_bytes
from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.document import Document
from danvan_desktop.layout.pages import Pages
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Report


def as_docx(report: Report, fonts: FontSet | None = None) -> bytes:
    """``report`` as our Word file; ``fonts`` measure what has to fit."""
    return docx_bytes(compose(report, fonts))


def as_pdf(
    report: Report,
    fonts: FontSet | None = None,
    *,
    line_numbers: bool = False,
    document: Callable[[Document], Document] = lambda it: it,
    pages: Callable[[Pages], Pages] = lambda it: it,
    file: Callable[[bytes], bytes] = lambda it: it,
) -> bytes:
    """``report`` as our PDF; ``document``, ``pages`` and ``file`` change it at one of the three stages."""
    faces = fonts or find_fonts()
    flow = document(compose(report, faces, line_numbers=line_numbers))
    return file(pdf_bytes(pages(typeset(flow, faces)), faces))


def typed_docx(texts: Iterable[str], change: Callable[[WordFile], object] = lambda _: None) -> bytes:
    """A Word file of plain paragraphs, numbers typed, as many people write; ``change`` by python-docx."""
    file = docx.Document()
    for text in texts:
        file.add_paragraph(text)
    return _saved(file, change)


def parts(package: bytes) -> dict[str, bytes]:
    """The files in a Word file."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(content: bytes, change: Callable[[WordFile], object]) -> bytes:
    """A Word file after ``change`` by python-docx."""
    return _saved(docx.Document(io.BytesIO(content)), change)


def _saved(file: WordFile, change: Callable[[WordFile], object]) -> bytes:
    change(file)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def paragraph(file: WordFile, start: str) -> WordParagraph:
    """The first paragraph that begins so, wherever it stands."""
    for element in file.element.body.xpath(".//w:p"):
        found = WordParagraph(element, file)
        if found.text.startswith(start):
            return found
    raise LookupError(start)


def after(file: WordFile, start: str) -> WordParagraph:
    """The paragraph right after the first that begins so."""
    return WordParagraph(paragraph(file, start)._p.getnext(), file)  # type: ignore[arg-type]  # a w:p follows
