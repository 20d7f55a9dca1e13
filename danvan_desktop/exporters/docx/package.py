"""The OOXML package (.docx): document parts, document properties, the zip file."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml.xmlchemy import BaseOxmlElement

from danvan_desktop.exporters.docx.elements import storable
from danvan_desktop.exporters.docx.paragraphs import (
    Bookmarks,
    properties_of,
    spacer,
    word_paragraph,
    word_rule,
)
from danvan_desktop.exporters.docx.sections import Sections
from danvan_desktop.exporters.docx.styles import after_table_id, word_styles
from danvan_desktop.exporters.docx.tables import room_above, spacer_below, word_table
from danvan_desktop.gc_pause import gc_paused
from danvan_desktop.layout.document import (
    Document,
    DocumentPart,
    Flow,
    GridTable,
    HorizontalRule,
    Metadata,
    StyledParagraph,
    Twips,
)
from danvan_desktop.paths import resource

REPORT_ID_PROPERTY = "danvan_report_id"
"""The custom property by which a file edited in Word finds its report again."""
CLOSING_PROPERTY = "danvan_closing_id"
"""The custom property that says with which block the closing words begin."""
EXPORT_CODE_PROPERTY = "danvan_export_code"
"""The custom property that says as which state of the report it went out: see ``export_code``."""

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@gc_paused()
def docx_bytes(document: Document, *, code: str = "") -> bytes:
    """Return ``document`` as a Word file; ``code``: of the export. The same document gives the same bytes."""
    file = docx.Document(str(resource("blank.docx")))
    file.styles.element.extend(word_styles(document))
    body = file.element.body
    body.clear()
    sections, bookmarks = Sections(file), Bookmarks(document.metadata.report_id)
    for part in document.parts:
        paragraphs = list(_flow(part, bookmarks, last=part is document.parts[-1]))
        body.extend(paragraphs)
        section = sections.section_of(part)
        if part is document.parts[-1]:
            body.append(section)
        else:
            properties_of(paragraphs[-1]).append(section)
    _set_properties(file, document.metadata, code)
    return _zipped(file)


def _flow(part: DocumentPart, bookmarks: Bookmarks, *, last: bool) -> Iterator[BaseOxmlElement]:
    """Yield the part's paragraphs and tables; the last one is always a paragraph."""
    around = zip((None, *part.flow), part.flow, (*part.flow, None)[1:], strict=False)
    for previous, flow, follower in around:
        if isinstance(flow, GridTable):
            yield word_table(flow, bookmarks)
            if not isinstance(follower, StyledParagraph):
                yield spacer_below(flow, follower, last=last)
        elif isinstance(flow, HorizontalRule):
            room = room_above(follower) if isinstance(follower, GridTable) else 0
            yield word_rule(flow, part.setup.text_width, keep_next=True, after=room)
        else:
            yield _between(previous, flow, follower, bookmarks)
    if not part.flow:
        yield spacer()


def _between(
    previous: Flow | None, paragraph: StyledParagraph, follower: Flow | None, bookmarks: Bookmarks
) -> BaseOxmlElement:
    """Return ``paragraph`` with the room, and held to the page, that the tables around it ask for."""
    named = after_table_id(paragraph) if isinstance(previous, GridTable) else None
    above: Twips = previous.after if isinstance(previous, GridTable) and not named else 0
    keeps, below = False, 0
    if isinstance(follower, GridTable):
        keeps, below = follower.keep_together, room_above(follower)
    return word_paragraph(paragraph, bookmarks, keep_next=keeps, before=above, after=below, named=named)


def _set_properties(file: WordFile, metadata: Metadata, code: str) -> None:
    modified = metadata.modified
    if modified.tzinfo is not None:
        modified = modified.astimezone(UTC).replace(tzinfo=None)
    properties = file.core_properties
    properties.title = _short(metadata.title)
    properties.author = properties.last_modified_by = _short(metadata.author)
    properties.language = metadata.language
    properties.created = properties.modified = modified
    own = {REPORT_ID_PROPERTY: metadata.report_id}
    if metadata.closing_id is not None:
        own[CLOSING_PROPERTY] = str(metadata.closing_id)
    if code:
        own[EXPORT_CODE_PROPERTY] = code
    _add_custom_properties(file, own)


def _short(value: str) -> str:
    """Cut to the 255 characters that a core property may have."""
    return storable(value)[:255]


def _add_custom_properties(file: WordFile, own: dict[str, str]) -> None:
    entries = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(storable(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(own.items(), start=2)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{''.join(entries)}</Properties>"
    )
    package = file.part.package
    place = PackURI("/docProps/custom.xml")
    part = PackagePart(place, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, xml.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _zipped(file: WordFile) -> bytes:
    """Return the file's zip with no trace of the clock or of the system it was made on."""
    written, result = io.BytesIO(), io.BytesIO()
    file.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return result.getvalue()
