"""Recognise annexes (phụ lục) after the signature: each with its label, title and text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from danvan_desktop.importers.input_file import Mint
from danvan_desktop.importers.recognition.import_notes import Notes, listed
from danvan_desktop.importers.recognition.lines.line_fullness import TextWidth
from danvan_desktop.importers.recognition.lines.list_markers import is_mostly_caps, parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.blocks import to_blocks
from danvan_desktop.importers.recognition.parts.outline import without_end_mark
from danvan_desktop.importers.recognition.parts.paragraphs import join_lines
from danvan_desktop.importers.recognition.parts.part_notes import note_joined
from danvan_desktop.report.document_kinds import ABBREVIATIONS
from danvan_desktop.report.model import Annex, Run
from danvan_desktop.report.numbering import parse_roman, roman

_LABEL = re.compile(
    r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số))?(?:\s+([IVX]{1,6}|\d{1,2}))?\s*(?:[.:\-–]\s*|\s|$)(.*)"
)
_ENCLOSED_WITH = re.compile(r"\(\s*Kèm theo\s", re.IGNORECASE)
_FILLED = re.compile(r"số\s*:?\s*\d.*ngày\s*\d{1,2}\D+\d{1,2}\D+\d{4}", re.IGNORECASE)
_LONGEST_LABEL = 160
_TITLE_LINES = 4


_ATTACHED = {*ABBREVIATIONS, "ĐIỀU LỆ", "NỘI QUY", "DANH SÁCH", "DANH MỤC", "QUY TRÌNH", "BỘ TIÊU CHÍ"}
"""What is attached to a paper without being called Phụ lục."""
_DIVIDES = re.compile(r"(?:Chương|Điều|Mục|Phần)\s+\w+\b", re.IGNORECASE)
_MOST_TITLE_LINES = 4


@dataclass(slots=True)
class AnnexText:
    """The lines of one annex; ``typed`` is its number as it stood in the file."""

    typed: str = ""
    title: list[str] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    enclosed_with: list[str] = field(default_factory=list)
    """"(Kèm theo Báo cáo số …)": made from the letterhead in print."""
    orientation: Literal["portrait", "landscape"] = "portrait"


def annex_start(lines: Sequence[TextLine], first: int) -> int:
    """The index, from ``first`` on, of the first annex's label; the number of lines if there is none."""
    return next((i for i in range(first, len(lines)) if read_label(lines[i]) is not None), len(lines))


def attached(lines: Sequence[TextLine]) -> AnnexText:
    """Make an annex of ``lines`` without a label: of a QUY CHẾ that is issued with a QUYẾT ĐỊNH the title.

    Its title is its kind, in capitals, and what stands centred below it.
    """
    count = 0
    if lines and " ".join(lines[0].text.split()) in _ATTACHED:
        count = 1
        while count < min(len(lines), _MOST_TITLE_LINES) and _is_of_attached(lines[count]):
            count += 1
    return AnnexText(title=[" ".join(line.text.split()) for line in lines[:count]], lines=list(lines[count:]))


def _is_of_attached(line: TextLine) -> bool:
    """Tell whether ``line`` goes on with the title; "(Ban hành kèm theo …)", "Chương I" and text do not."""
    centred = line.look is None or line.is_centred
    return centred and bool(line.text) and line.text[0].isalpha() and not _DIVIDES.match(line.text)


def split_annexes(lines: Sequence[TextLine]) -> list[AnnexText]:
    """Part ``lines``, the first of which is a label, into annexes."""
    annexes: list[AnnexText] = []
    for line in lines:
        label = read_label(line)
        if label is not None or not annexes:
            typed, rest = label or ("", line.text)
            annexes.append(AnnexText(typed, [rest] if rest else []))
        elif not annexes[-1].lines and _ENCLOSED_WITH.match(line.text):
            annexes[-1].enclosed_with.append(line.text)
        elif not annexes[-1].lines and closes(line.text, annexes[-1].enclosed_with):
            annexes[-1].enclosed_with[-1] += f" {line.text}"
        elif _is_title(line, annexes[-1]):
            annexes[-1].title.append(line.text)
        else:
            annexes[-1].lines.append(line)
    return annexes


def closes(text: str, enclosed_with: Sequence[str]) -> bool:
    """Whether ``text`` is the rest of "(Kèm theo …": the long name of an office takes a second line."""
    is_open = bool(enclosed_with) and ")" not in enclosed_with[-1]
    return is_open and text.endswith(")") and len(text) < _LONGEST_LABEL


def are_filled(annexes: Sequence[AnnexText]) -> bool:
    """Whether "(Kèm theo …)" of ``annexes`` bears number and date, as on paper (PL I, III.1.c)."""
    return any(_FILLED.search(text) for annex in annexes for text in annex.enclosed_with)


def note_enclosed(annexes: Sequence[AnnexText], notes: Notes, *, filled: bool) -> None:
    """Say once what becomes of the lines "(Kèm theo …)": print makes them from the letterhead.

    ``filled``: number and date will stand in them.
    """
    lines = [text for annex in annexes for text in annex.enclosed_with]
    if not lines:
        return
    made = "số, ký hiệu, ngày và tên cơ quan ở phần đầu"
    if not filled:
        made += "; số và ngày để trống như bản điện tử (muốn ghi đủ thì chọn bản giấy ở Trình bày)"
    notes.add("unprinted", f"Dòng {listed(lines, len(lines))} của phụ lục được lập lại từ {made}.")


def to_annex(annex: AnnexText, measure: TextWidth, mint: Mint, notes: Notes) -> Annex:
    """Make the annex of ``annex``."""
    number = _number(annex.typed)
    if annex.typed and number != annex.typed:
        notes.add("number", f"Số của phụ lục “{annex.typed}” được ghi lại thành “{number}”.")
    identity = mint()
    joined = join_lines(annex.lines, measure)
    note_joined(joined, notes)
    for piece in joined.pieces:
        if piece.mark is not None:
            notes.number(piece.mark, piece.text)
    title = " ".join(annex.title)
    return Annex(
        identity,
        number,
        "fixed" if number else "auto",
        title=(Run(title),) if title else (),
        orientation=annex.orientation,
        blocks=without_end_mark(to_blocks(joined.pieces, mint)),
    )


def read_label(line: TextLine) -> tuple[str, str] | None:
    """The number and what follows it, where ``line`` is the label of an annex."""
    if len(line.text) > _LONGEST_LABEL:
        return None
    match = _LABEL.fullmatch(line.text)
    if match is None:
        return None
    rest = match[2].strip()
    return (match[1] or "", rest) if not rest or is_mostly_caps(rest) else None


def _is_title(line: TextLine, annex: AnnexText) -> bool:
    """The title stands below the label, in capitals or on one short line before "(Kèm theo …)"."""
    if line.look is not None and line.look.table is not None:
        return False
    if annex.lines or annex.enclosed_with or len(annex.title) >= _TITLE_LINES or parse_mark(line.text):
        return False
    if is_mostly_caps(line.text):
        return True
    return not annex.title and not is_ended(line.text) and len(line.text) <= _LONGEST_LABEL // 2


def _number(typed: str) -> str | None:
    if not typed:
        return None
    value = int(typed) if typed.isdigit() else parse_roman(typed)
    return roman(value) if value else typed
