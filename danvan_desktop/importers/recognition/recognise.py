"""Recognise the parts of a whole text: letterhead, title, text, Nơi nhận, signature, annexes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, count
from uuid import uuid4

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.input_file import Mint
from danvan_desktop.importers.recognition.completeness import unaccounted
from danvan_desktop.importers.recognition.import_notes import DraftNote, Notes
from danvan_desktop.importers.recognition.lines.line_fullness import TextWidth, measure
from danvan_desktop.importers.recognition.lines.text_lines import CleanedLines, TextLine, clean_lines
from danvan_desktop.importers.recognition.note_places import Places
from danvan_desktop.importers.recognition.parts.annexes import (
    AnnexText,
    annex_start,
    are_filled,
    attached,
    note_enclosed,
    split_annexes,
    to_annex,
)
from danvan_desktop.importers.recognition.parts.closing import Closing, closing_start, read_closing
from danvan_desktop.importers.recognition.parts.letterhead import Head, read_letterhead
from danvan_desktop.importers.recognition.parts.outline import read_outline
from danvan_desktop.importers.recognition.parts.paragraphs import join_lines
from danvan_desktop.importers.recognition.parts.part_notes import (
    note_closing,
    note_joined,
    note_letterhead,
    note_residue,
)
from danvan_desktop.importers.recognition.parts.table_of_contents import without_contents
from danvan_desktop.importers.recognition.parts.title_and_addressees import (
    Title,
    read_title,
    tell_kind,
)
from danvan_desktop.report.import_note_kinds import UNKNOWN_YEAR
from danvan_desktop.report.model import Annex, Filing, ImportNote, Report, Signature, plain
from danvan_desktop.report.numbering import fixed_or_auto
from danvan_desktop.report.walk import every_block

_YEAR = re.compile(r"(?:năm|NĂM|Năm)\s+((?:19|20)\d\d)(?!\d)")
_MONTH = re.compile(r"tháng\s+\d{1,2}\s*$", re.IGNORECASE)
_DATE_YEAR = re.compile(r"\d{1,2}/\d{1,2}/((?:19|20)\d\d)(?!\d)")


@frozen
class RecognisedParts:
    """A file taken apart: what each of its lines belongs to."""

    title: Title
    head: Head
    text: Sequence[TextLine]
    tail: Closing
    annexes: list[AnnexText]


def report_from_text(text: str, now: datetime, *, remarks: Sequence[str] = ()) -> Report:
    """Read ``text`` as a report; ``remarks`` on how the file was read come first among its notes."""
    return report_from_page(
        clean_lines(text), now, remarks=[DraftNote("encoding", remark) for remark in remarks]
    )


def report_from_page(page: CleanedLines, now: datetime, *, remarks: Sequence[DraftNote] = ()) -> Report:
    """Read the lines of a file as a report, with the looks they bear, if any.

    ``remarks`` come first among its notes.
    """
    page = without_contents(page)
    return report_from_parts(_parts(page.lines), page, now, remarks=remarks)


def report_from_parts(
    parts: RecognisedParts, page: CleanedLines, now: datetime, *, remarks: Sequence[DraftNote] = ()
) -> Report:
    """Make a report of ``parts``, into which the reader of a file has taken the lines of ``page``."""
    notes = Notes()
    for kind, remark, near in remarks:
        notes.add(kind, remark, near=near)
    ids = count(1)
    report = _assemble(parts, measure(page.lines), lambda: next(ids), notes, now)
    note_residue(page, notes)
    places = Places((block for _, block in every_block(report)), report.sections)
    report = replace(report, next_id=next(ids), import_notes=notes.finish(places))
    return _accounted(fixed_or_auto(report), page.lines, notes.numbers)


def _parts(lines: Sequence[TextLine]) -> RecognisedParts:
    title = read_title(list(lines))
    below = lines[title.first :]
    behind = annex_start(below, closing_start(below))
    tail = closing_start(below[:behind])
    head = read_letterhead(title.letterhead)
    tell_kind(title, head)
    return RecognisedParts(
        title,
        head=head,
        text=below[:tail],
        tail=read_closing(below[tail:behind]),
        annexes=split_annexes(below[behind:]),
    )


def _assemble(parts: RecognisedParts, width: TextWidth, mint: Mint, notes: Notes, now: datetime) -> Report:
    title, head, tail = parts.title, parts.head, parts.tail
    joined = join_lines([*parts.text, *tail.before], width)
    note_joined(joined, notes)
    outline = read_outline(joined.pieces, mint, notes)
    annexes = _annexes(parts, width, mint, notes)
    on_paper = _is_on_paper(parts)
    note_enclosed(parts.annexes, notes, filled=on_paper)
    year = _year(parts, now, notes)
    note_letterhead(title, head, notes)
    note_closing(title, tail, notes)
    return Report(
        id=uuid4().hex,
        modified=now,
        year=year,
        kind=title.kind,
        medium="paper" if on_paper else "electronic",
        subject=title.subject,
        letterhead=head.letterhead,
        marks=head.marks,
        addressees=tuple(title.addressees),
        legal_bases=outline.legal_bases,
        opening=outline.opening,
        sections=outline.sections,
        closing=outline.closing,
        recipients=tuple(tail.recipients),
        filing=tail.filing or Filing(),
        signature=Signature(
            lines=tuple(tail.sign_lines), other_position=tail.other_position, signer=tail.signer
        ),
        annexes=annexes,
    )


def _is_on_paper(parts: RecognisedParts) -> bool:
    """Whether the file is as a paper copy is: its annexes bear the number and the date of the first page.

    A copy with its urgency printed is none: on paper that is stamped, and print would leave it out.
    """
    head = parts.head.letterhead
    known = head.number is not None and None not in (head.issued_on.day, head.issued_on.month)
    return known and parts.head.marks.urgency is None and are_filled(parts.annexes)


def _annexes(parts: RecognisedParts, width: TextWidth, mint: Mint, notes: Notes) -> tuple[Annex, ...]:
    """The annexes; what stands unlabelled behind the signer's name becomes one too."""
    texts = list(parts.annexes)
    if parts.tail.after:
        behind = [line.text for line in parts.tail.after]
        annex = attached(parts.tail.after)
        named = f" “{' '.join(annex.title)}”" if annex.title else ""
        told = f"Phần chữ sau tên người ký{named} được đưa vào Phụ lục, in với dòng “Phụ lục” ở trên"
        notes.add("structure", f"{told}; xin xem lại.", near=behind)
        texts.insert(0, annex)
    return tuple(to_annex(text, width, mint, notes) for text in texts)


def _year(parts: RecognisedParts, now: datetime, notes: Notes) -> int:
    """The year of the report: of its trích yếu or its date.

    Where neither says it, one that the text speaks of stands there until the user says which it is.
    """
    named = [int(match[1]) for match in _YEAR.finditer(parts.title.subject) if not _is_of_date(match)]
    if named:
        return named[0]
    if parts.head.letterhead.issued_on.year:
        return parts.head.letterhead.issued_on.year
    text = "\n".join(line.text for line in parts.text)
    years = Counter([*_YEAR.findall(text), *_DATE_YEAR.findall(text)])
    year = int(years.most_common(1)[0][0]) if years else now.year
    notes.add(UNKNOWN_YEAR, f"Tệp không ghi năm của báo cáo, tạm để {year}; xin ghi đúng năm.", "year")
    return year


def _is_of_date(match: re.Match[str]) -> bool:
    """Tell whether the year is that of a day, as of a law that the trích yếu names."""
    return _MONTH.search(match.string[: match.start()]) is not None


def _accounted(report: Report, lines: Sequence[TextLine], marks: Sequence[str]) -> Report:
    """Name the words, if any, that found no place."""
    missing = unaccounted(chain.from_iterable(map(_typed, lines)), report, marks)
    if not missing:
        return report
    note = ImportNote("unplaced", f"Chưa đưa được vào báo cáo các chữ: {' '.join(missing)}")
    return replace(report, import_notes=(*report.import_notes, note))


def _typed(line: TextLine) -> Iterable[str]:
    """The words of ``line`` or, where a table stands in its place, of the table's cells."""
    if line.look is None or line.look.table is None:
        return (line.text,)
    cells = (cell for row in line.look.table.rows for cell in row if cell is not None)
    return (plain(runs) for cell in cells for runs in cell.paragraphs)
