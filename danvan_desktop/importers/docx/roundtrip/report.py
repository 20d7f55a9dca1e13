"""Round trip of our own Word file: it comes back as the report it was, block ids and all.

The report's id is a custom property, a block's id its bookmark, and what a paragraph is its style. What
somebody changed in Word since then is taken as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from danvan_desktop.importers.docx.body.body_reader import BodyReader
from danvan_desktop.importers.docx.body.items import Item, WordParagraph, WordTable, paragraphs_of
from danvan_desktop.importers.docx.foreign_report import with_losses
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.docx.roundtrip.letterhead import OwnLetterhead
from danvan_desktop.importers.docx.roundtrip.printed_frame import edited_lines, text_alone
from danvan_desktop.importers.docx.roundtrip.runs import legal_bases, own_runs, without_end_mark
from danvan_desktop.importers.docx.roundtrip.styles import role_of, settings_of
from danvan_desktop.importers.docx.roundtrip.text import RUNNING, BlockIds, OwnText, TextReader
from danvan_desktop.importers.recognition.completeness import unaccounted
from danvan_desktop.importers.recognition.import_notes import listed
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.report.model import Block, ImportNote, Letterhead, Paragraph, Report, plain
from danvan_desktop.report.numbering import fixed_or_auto
from danvan_desktop.report.text.fold_diacritics import fold

REPORT_ID = "danvan_report_id"
CLOSING_ID = "danvan_closing_id"

_HEAD = frozenset(
    {"parent_agency", "agency", "national_name", "motto", "number", "date", "kind", "subject"}
    | {"stamp", "stamp_room", "draft", "circulation", "address", "address_label", "address_list"}
)
_CLOSING = frozenset(
    {"recipients_label", "recipient", "signing", "other_position", "signer", "signer_below"},
)
_MADE = "annex_source"
"""The line "(Kèm theo …)" below an annex's title, which print makes anew."""
_FRAME = _HEAD | _CLOSING | {_MADE}
_LABELS = {"part": ("Phần",), "annex_label": ("Phụ lục",)}
"""Words that print adds to these lines."""
_IDENTITY = re.compile(r"[\w-]{1,64}")
_YEAR = re.compile(r"năm\s+((?:19|20)\d\d)(?!\d)", re.IGNORECASE)


def is_own(package: WordPackage) -> bool:
    """Tell whether our own program wrote ``package``."""
    return bool(_IDENTITY.fullmatch(package.custom_properties.get(REPORT_ID, "")))


def read_own(package: WordPackage, now: datetime) -> Report | None:
    """Read our own file; None where what was edited in Word has too few of our styles to go by."""
    losses = Losses()
    body = BodyReader(package, losses, as_typed=True)
    items = body.read()
    roles = {role_of(paragraph.style) for paragraph in paragraphs_of(items)}
    if not {"kind", "number", "signing"} <= roles:
        return None
    paper = _read(items, losses, package.custom_properties[REPORT_ID], turned=body.last_is_landscape)
    report = _assemble(paper, package, now)
    return with_losses(_accounted(report, paper.frame, items), items, losses)


@dataclass(slots=True)
class _Paper:
    """The parts of the file: what is around the text, the text, the block ids."""

    frame: OwnLetterhead
    text: OwnText
    ids: BlockIds
    ends_running: bool
    """Whether the last block of the text may bear the end mark."""


def _read(items: Sequence[Item], losses: Losses, report_id: str, *, turned: bool) -> _Paper:
    frame = OwnLetterhead()
    names = (name for paragraph in paragraphs_of(list(items)) for name in paragraph.bookmarks)
    ids = BlockIds(names, report_id)
    reader = TextReader(ids, losses)
    last = ""
    for item, far in _framed(items, frame):
        if isinstance(item, WordTable):
            reader.table(item)
            continue
        reader.paragraph(item)
        if item.text.strip() and not reader.text.annexes and not far:
            last = role_of(item.style)
        if item.section:
            reader.turn_last_annex()
    if turned:
        reader.turn_last_annex()
    return _Paper(frame, reader.finish(), ids, last in RUNNING)


def _framed(items: Sequence[Item], frame: OwnLetterhead) -> Iterator[tuple[Item, bool]]:
    """Give the letterhead and closing to ``frame``; yield the rest and whether it stood in their tables."""
    for item in items:
        if isinstance(item, WordParagraph):
            if not _taken(item, frame):
                yield item, False
        elif any(role_of(paragraph.style) in _HEAD | _CLOSING for paragraph in item.paragraphs()):
            for row in item.rows:
                for cell in row:
                    for paragraph in paragraphs_of(cell.items):
                        if not _taken(paragraph, frame) and paragraph.text.strip():
                            yield paragraph, True
        else:
            yield item, False


def _taken(paragraph: WordParagraph, frame: OwnLetterhead) -> bool:
    role = role_of(paragraph.style)
    if role not in _FRAME:
        return False
    frame.add(role, plain(own_runs(paragraph.runs)).strip())
    return True


def _assemble(paper: _Paper, package: WordPackage, now: datetime) -> Report:
    frame, text = paper.frame, paper.text
    opening, sections = tuple(text.opening), tuple(text.sections)
    first_of_closing = package.custom_properties.get(CLOSING_ID, "")
    if sections:
        last = sections[-1]
        blocks, closing = _closing_apart(last.blocks, first_of_closing)
        sections = (*sections[:-1], replace(last, blocks=blocks))
    else:
        opening, closing = _closing_apart(opening, first_of_closing)
    recipients, filing = frame.recipients()
    letterhead = frame.letterhead()
    report = Report(
        id=package.custom_properties[REPORT_ID],
        modified=now,
        medium="paper" if frame.is_on_paper else "electronic",
        year=_year(frame, letterhead, now),
        subject=frame.known("subject") or "",
        kind=frame.known("kind") or "",
        letterhead=letterhead,
        marks=frame.marks(),
        settings=settings_of(package),
        addressees=frame.addressees(),
        legal_bases=legal_bases(text.bases),
        opening=opening,
        sections=sections,
        closing=closing,
        recipients=recipients,
        filing=filing,
        signature=frame.signature(),
        annexes=tuple(text.annexes),
        next_id=paper.ids.next,
    )
    return fixed_or_auto(_without_end_marks(report, text=paper.ends_running))


def _closing_apart(blocks: tuple[Block, ...], first: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split off the closing words, which begin with the block whose id is ``first``."""
    place = next((place for place, block in enumerate(blocks) if str(block.id) == first), None)
    if place is None and first:  # that block was deleted in Word
        place = next((place for place, block in enumerate(blocks) if _opens_closing(block)), None)
    return (blocks, ()) if place is None else (blocks[:place], blocks[place:])


def _opens_closing(block: Block) -> bool:
    return isinstance(block, Paragraph) and fold(plain(block.runs)).startswith("tren day")


def _without_end_marks(report: Report, *, text: bool) -> Report:
    """Remove the end mark from the last paragraph of each annex and, where it has one, of the text."""
    annexes = tuple(replace(annex, blocks=_unmarked(annex.blocks)) for annex in report.annexes)
    report = replace(report, annexes=annexes)
    if not text:
        return report
    if _has_text(report.closing):
        return replace(report, closing=_unmarked(report.closing))
    for place in reversed(range(len(report.sections))):
        section = report.sections[place]
        if _has_text(section.blocks):
            section = replace(section, blocks=_unmarked(section.blocks))
            return replace(
                report, sections=(*report.sections[:place], section, *report.sections[place + 1 :])
            )
    return replace(report, opening=_unmarked(report.opening))


def _has_text(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Paragraph) for block in blocks)


def _unmarked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """``blocks`` with no end mark on the last paragraph of running text."""
    place = next((i for i in reversed(range(len(blocks))) if isinstance(blocks[i], Paragraph)), None)
    last = blocks[place] if place is not None else None
    if place is None or not isinstance(last, Paragraph) or last.role == "heading":
        return blocks
    return (*blocks[:place], replace(last, runs=without_end_mark(last.runs)), *blocks[place + 1 :])


def _year(frame: OwnLetterhead, letterhead: Letterhead, now: datetime) -> int:
    """Return the year of the report: of its trích yếu, its date, or this year."""
    found = _YEAR.search(frame.known("subject") or "")
    return int(found[1]) if found else letterhead.issued_on.year or now.year


def _accounted(report: Report, frame: OwnLetterhead, items: Sequence[Item]) -> Report:
    """Note what was typed and is not in the report: words of the text, and lines that print makes anew."""
    text = [item for item in paragraphs_of(list(items)) if role_of(item.style) not in _FRAME]
    labels = [label for item in text for label in _LABELS.get(role_of(item.style), ())]
    numbers = [item.mark.typed for item in text if item.mark is not None]
    missing = unaccounted((item.text for item in text), text_alone(report), (*labels, *numbers), plenty=())
    notes = []
    if missing:
        notes.append(f"Chưa đưa được vào báo cáo các chữ: {' '.join(missing)}")
    if lines := edited_lines(frame.texts, report):
        notes.append(
            "Những dòng này được in lại theo thể thức, chữ sửa trong Word không giữ được: "
            f"{listed(lines, len(lines))}; xin xem lại."
        )
    found = (ImportNote("unplaced", note) for note in notes)
    return replace(report, import_notes=(*report.import_notes, *found))
