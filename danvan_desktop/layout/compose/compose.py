"""REPORT -> DOCUMENT: how the report is set by Nghị định 30/2020/NĐ-CP, as one styled flow."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.gc_pause import gc_paused
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.annexes import annex_parts
from danvan_desktop.layout.compose.body import block_flow, legal_bases, section_flow
from danvan_desktop.layout.compose.closing import closing_table, end_held, end_marked, hold_with_closing
from danvan_desktop.layout.compose.letterhead import letterhead
from danvan_desktop.layout.compose.no_break_symbols import hold_symbols
from danvan_desktop.layout.compose.spans import has_text
from danvan_desktop.layout.compose.styles import Styles, make_styles
from danvan_desktop.layout.document import Document, DocumentPart, Flow, Metadata, PageSetup, StyledParagraph
from danvan_desktop.layout.nd30 import mm
from danvan_desktop.layout.settings import default_settings, lawful
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer, break_lines, line_room
from danvan_desktop.report.model import Block, Margins, OpaqueBlock, Report, plain
from danvan_desktop.report.model import Paragraph as TextBlock
from danvan_desktop.report.office.issuer_line import is_issuer_line


@gc_paused()
def compose(
    report: Report, fonts: FontSet | None = None, *, line_numbers: bool = False, is_part: bool = False
) -> Document:
    """``report`` as it is to be printed; ``fonts`` give rules the length of the letters above them.

    ``line_numbers``: wanted on a draft; on no other paper are there any. ``is_part``: a part for a department
    to write, which nobody signs: no end mark, Nơi nhận nor signing block.

    Raises:
        UserError: ``fonts`` is None and the system has neither Times New Roman nor Liberation Serif.
    """
    fonts = fonts or find_fonts()
    settings = lawful(report.settings or default_settings())
    styles = make_styles(settings)
    setup = page_setup(settings.margins_mm)
    flow = list(letterhead(report, styles, setup.text_width, fonts))
    if is_part:
        flow += hold_symbols(_blocks(report, styles, setup, fonts), setup.text_width, fonts)
    else:
        flow += _text(report, styles, setup, fonts)
        flow.append(closing_table(report, styles, setup.text_width, fonts))
    main = end_held(flow, last=not report.annexes)
    parts = (DocumentPart(setup, main, styles.page_number), *annex_parts(report, styles, setup, fonts))
    if line_numbers and report.marks.draft:
        parts = tuple(replace(part, line_number=styles.line_number) for part in parts)
    return Document(parts, _metadata(report))


def page_setup(margins: Margins) -> PageSetup:
    """A4 upright with an office's ``margins`` (PL I, I.1-I.3)."""
    return PageSetup(
        width=nd30.PAPER_WIDTH,
        height=nd30.PAPER_HEIGHT,
        top=mm(margins.top),
        bottom=mm(margins.bottom),
        left=mm(margins.left),
        right=mm(margins.right),
        header=nd30.PAGE_NUMBER_TOP,
    )


def _text(report: Report, styles: Styles, setup: PageSetup, fonts: FontSet) -> list[Flow]:
    """The text from the căn cứ to the end mark, held together with the signing block."""

    def lines_of(paragraph: StyledParagraph) -> int:
        return len(
            break_lines(paragraph, TextMeasurer(paragraph, fonts), line_room(paragraph, setup.text_width))
        )

    flow = end_marked(list(_blocks(report, styles, setup, fonts)), styles)
    return hold_with_closing(list(hold_symbols(flow, setup.text_width, fonts)), lines_of)


def _blocks(report: Report, styles: Styles, setup: PageSetup, fonts: FontSet) -> Iterator[Flow]:
    first = _issuer(report)
    yield from block_flow(report.opening[:first], styles, setup.text_width, fonts)
    yield from legal_bases(report.legal_bases, styles)
    yield from block_flow(report.opening[first:], styles, setup.text_width, fonts)
    for section in report.sections:
        yield from section_flow(section, styles, setup.text_width, fonts)
    yield from block_flow(report.closing, styles, setup.text_width, fonts)


def _issuer(report: Report) -> int:
    """How many blocks of the opening stand above the căn cứ: one that says who decides, or none."""
    block = report.opening[0] if report.opening and report.legal_bases else None
    is_line = isinstance(block, TextBlock) and block.role == "body" and is_issuer_line(plain(block.runs))
    return 1 if is_line else 0


def _metadata(report: Report) -> Metadata:
    return Metadata(
        title=" ".join(f"{report.kind} {report.subject}".split()),
        author=(report.letterhead.agency or "").strip(),
        report_id=report.id,
        modified=report.modified,
        closing_id=next((block.id for block in report.closing if _prints(block)), None),
    )


def _prints(block: Block) -> bool:
    """Whether anything of ``block`` is on the paper."""
    if isinstance(block, TextBlock):
        return has_text(block.runs)
    return not isinstance(block, OpaqueBlock)
