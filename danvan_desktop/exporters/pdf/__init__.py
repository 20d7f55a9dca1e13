"""The PDF writer: tagged PDF with embedded fonts (PDF/A-2a and PDF/UA-1), on reportlab's objects."""

import hashlib

from danvan_desktop.exporters.pdf.bookmarks import Bookmark, page_bookmarks, write_bookmarks
from danvan_desktop.exporters.pdf.content_stream import page_content
from danvan_desktop.exporters.pdf.embedded_fonts import EmbeddedFaces
from danvan_desktop.exporters.pdf.metadata import information, xmp
from danvan_desktop.exporters.pdf.objects import (
    Dictionary,
    PdfFile,
    Reference,
    Stream,
    array,
    dictionary,
    name,
    string,
)
from danvan_desktop.exporters.pdf.structure_tree import Tags
from danvan_desktop.fonts import FontSet
from danvan_desktop.gc_pause import gc_paused
from danvan_desktop.layout.document import Metadata
from danvan_desktop.layout.pages import Page, Pages
from danvan_desktop.paths import resource

__all__ = ["pdf_bytes"]


@gc_paused()
def pdf_bytes(pages: Pages, fonts: FontSet) -> bytes:
    """``pages`` as a PDF file. Equal pages in equal fonts give equal bytes."""
    file = PdfFile()
    faces = EmbeddedFaces(fonts)
    tags = Tags(file, pages.document)
    bookmarks: list[Bookmark] = []
    tree = dictionary(Type=name("Pages"))
    holder = file.add(tree)
    kids: list[Reference] = []
    for page in pages.pages:
        leaf = _leaf(file, page, holder, tags)
        reference = file.add(leaf)
        leaf["Contents"] = file.add(Stream(page_content(page, reference, faces, tags)))
        bookmarks += page_bookmarks(page, reference)
        kids.append(reference)
    tree["Kids"] = array(*kids)
    tree["Count"] = len(kids)
    tags.write()
    faces.write(file)
    metadata = pages.document.metadata
    catalog = _catalog(file, metadata, tags.root, holder)
    outline = write_bookmarks(file, bookmarks)
    if outline is not None:
        catalog["Outlines"] = outline
    return file.write(catalog, information(metadata), _identity(metadata))


def _leaf(file: PdfFile, page: Page, holder: Reference, tags: Tags) -> Dictionary:
    return dictionary(
        Type=name("Page"),
        Parent=holder,
        MediaBox=array(0, 0, page.width / 20, page.height / 20),
        Resources=dictionary(Font=file.fonts_reference),
        StructParents=tags.open_page(),
        Tabs=name("S"),
    )


def _catalog(file: PdfFile, metadata: Metadata, structure: Reference, pages: Reference) -> Dictionary:
    profile = file.add(Stream(resource("srgb.icc").read_bytes(), N=3))
    intent = dictionary(
        Type=name("OutputIntent"),
        S=name("GTS_PDFA1"),
        OutputConditionIdentifier=string("sRGB"),
        Info=string("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    packet = Stream(xmp(metadata), compress=False, Type=name("Metadata"), Subtype=name("XML"))
    return dictionary(
        Type=name("Catalog"),
        Pages=pages,
        Lang=string(metadata.language),
        MarkInfo=dictionary(Marked="true"),
        StructTreeRoot=structure,
        ViewerPreferences=dictionary(DisplayDocTitle="true"),
        Metadata=file.add(packet),
        OutputIntents=array(intent),
    )


def _identity(metadata: Metadata) -> bytes:
    """The file's ID: what report it is of and as of when."""
    text = f"{metadata.report_id}\n{metadata.modified.isoformat()}\n{metadata.title}"
    return hashlib.sha256(text.encode()).digest()[:16]
