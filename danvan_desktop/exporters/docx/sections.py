"""Word sections (``w:sectPr``): paper size, margins, header with the page number, line numbers."""

from typing import cast

from docx.document import Document as WordFile
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENT, WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.hdrftr import HeaderPart
from docx.section import Section
from docx.shared import Twips

from danvan_desktop.exporters.docx.elements import text, w
from danvan_desktop.exporters.docx.styles import style_id
from danvan_desktop.layout.document import DocumentPart, NamedStyle, PageSetup
from danvan_desktop.layout.nd30 import LINE_NUMBER_GAP


class Sections:
    """Makes the sections of one Word file; a header is written again only when it differs."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._page_number: NamedStyle | None = None

    def section_of(self, part: DocumentPart) -> CT_SectPr:
        """Return the properties of ``part``: a new page, numbers from 1, none on the first page."""
        properties = cast("CT_SectPr", w("sectPr"))
        if part.page_number != self._page_number:
            self._page_number = part.page_number
            self._add_header(properties, part.page_number)
        section = Section(properties, self._file.part)
        section.start_type = WD_SECTION.NEW_PAGE
        _set_paper(section, part.setup)
        if part.line_number:
            gap = LINE_NUMBER_GAP
            properties.append(w("lnNumType", countBy=1, distance=gap, restart="newPage"))
        properties.append(w("pgNumType", start=1))
        section.different_first_page_header_footer = True
        return properties

    def _add_header(self, properties: CT_SectPr, style: NamedStyle) -> None:
        """PL I, I.7: Arabic, centred, in the top margin."""
        package = self._file.part.package
        name = package.next_partname("/word/header%d.xml")
        header = HeaderPart(name, CONTENT_TYPE.WML_HEADER, w("hdr", _page_number(style)), package)
        relation = self._file.part.relate_to(header, RELATIONSHIP_TYPE.HEADER)
        properties.add_headerReference(WD_HEADER_FOOTER.PRIMARY, relation)


def _page_number(style: NamedStyle) -> BaseOxmlElement:
    return w(
        "p",
        w("pPr", w("pStyle", val=style_id(style))),
        w("r", w("fldChar", fldCharType="begin")),
        w("r", text(" PAGE ", "instrText")),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", text("2")),
        w("r", w("fldChar", fldCharType="end")),
    )


def _set_paper(section: Section, setup: PageSetup) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if setup.width > setup.height else WD_ORIENT.PORTRAIT
    section.page_width = Twips(setup.width)
    section.page_height = Twips(setup.height)
    section.top_margin = Twips(setup.top)
    section.bottom_margin = Twips(setup.bottom)
    section.left_margin = Twips(setup.left)
    section.right_margin = Twips(setup.right)
    section.header_distance = Twips(setup.header)
    section.footer_distance = Twips(setup.header)
    section.gutter = Twips(0)
