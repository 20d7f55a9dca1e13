"""Phụ lục: each on pages of its own, numbered from 1 (PL I, III.1)."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.body import block_flow
from danvan_desktop.layout.document import Flow, PageSetup, Paragraph, Part
from danvan_desktop.layout.spans import bookmark, has_text, line, spans_of
from danvan_desktop.layout.styles import Styles
from danvan_desktop.layout.symbols import hold_symbols
from danvan_desktop.report.model import Annex


def annex_part(annex: Annex, styles: Styles, setup: PageSetup, fonts: FontSet) -> Part:
    """The pages of one annex."""
    if annex.orientation == "landscape":
        setup = replace(setup, width=setup.height, height=setup.width)
    flow = hold_symbols(_flow(annex, styles, setup), setup.text_width, fonts)
    return Part(setup, tuple(flow), styles.page_number)


def _flow(annex: Annex, styles: Styles, setup: PageSetup) -> Iterator[Flow]:
    """The label on a line of its own, 14 pt bold centred; the title below in capitals (III.1.b)."""
    number = f" {annex.number}" if annex.number else ""
    yield line(f"Phụ lục{number}", styles.annex_label, bookmark=bookmark(annex.id))
    if has_text(annex.title):
        style = styles.annex_title
        yield Paragraph(style, spans_of(annex.title, style, capitals=True))
    yield from block_flow(annex.blocks, styles, setup.text_width)
