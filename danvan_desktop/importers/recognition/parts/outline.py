"""Recognise the outline of a text: opening, sections, closing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.input_file import Mint
from danvan_desktop.importers.recognition.import_notes import Notes, listed
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker, is_mostly_caps
from danvan_desktop.importers.recognition.parts.blocks import is_closing, to_blocks
from danvan_desktop.importers.recognition.parts.paragraphs import ReadParagraph
from danvan_desktop.report.diff.words import cut, joined
from danvan_desktop.report.model import Block, Numbering, Paragraph, Part, Runs, Section, plain
from danvan_desktop.report.numbering import roman
from danvan_desktop.report.office.issuer_line import is_issuer_line
from danvan_desktop.report.section_titles import section_key

_END_MARK = re.compile(r"\s*(?:\.\s?/\s?\.?|(?<!\S)/\s?\.)\s*$")
_CLOSING_WORDS = re.compile(
    r"trân trọng|kính (?:trình|báo cáo|đề nghị)|xin báo cáo|báo cáo\s*\./\.", re.IGNORECASE
)
_LEGAL_BASIS = re.compile(r"Căn cứ\s")
_FURTHER_BASIS = re.compile(r"(?:Căn cứ|(?:Theo|Xét) đề nghị)\s")
""""Theo đề nghị của Giám đốc …": the last of them, never the only one."""
_MOST_CLOSING = 6
_LETTERED = 2
"""Characters of "A." where it heads a part; "Phần I" has more."""


@frozen
class ReadOutline:
    """The text of a report, taken apart."""

    legal_bases: tuple[Runs, ...] = ()
    opening: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()


@dataclass(slots=True)
class _Group:
    """The paragraphs under one section title; no title: before the first one."""

    title: ReadParagraph | None = None
    part: Part | None = None
    pieces: list[ReadParagraph] = field(default_factory=list)


def read_outline(pieces: Sequence[ReadParagraph], mint: Mint, notes: Notes) -> ReadOutline:
    """Take ``pieces`` apart into opening, sections and closing."""
    pieces, closing = _split_closing(list(pieces))
    if _names_issuer(pieces):
        pieces = [_as_line(pieces[0]), *pieces[1:]]
    titles = _title_test(pieces)
    opening, *groups = _grouped(pieces, titles, notes)
    bases, rest = _legal_bases(opening.pieces)
    blocks = to_blocks(rest, mint)
    sections = _sections(groups, mint)
    if not sections:
        notes.add("structure", "Không thấy đề mục nào (I., II., …): toàn bộ nội dung nằm ở phần Mở đầu.")
    _note_new_bold(
        groups,
        [(rest, blocks), *((g.pieces, s.blocks) for g, s in zip(groups, sections, strict=True))],
        notes,
    )
    _note_new_place(rest, groups, notes)
    return _without_end_mark(ReadOutline(bases, blocks, sections, to_blocks(closing, mint)))


def _note_new_bold(
    groups: Sequence[_Group], texts: Sequence[tuple[Sequence[ReadParagraph], Sequence[Block]]], notes: Notes
) -> None:
    """Name the titles that were not bold in the file: print makes them so (PL I, II.6.đ).

    A Mục in capitals is a title in every look.
    """
    titles = [group.title for group in groups if group.title is not None]
    thin = [title.text for title in titles if _is_thin(title) and not is_mostly_caps(title.text)]
    for pieces, blocks in texts:
        thin += [
            piece.text
            for piece, block in zip(pieces, blocks, strict=True)
            if isinstance(block, Paragraph) and block.role == "heading" and _is_thin(piece)
        ]
    if thin:
        told = f"{len(thin)} đề mục không in đậm trong tệp sẽ được in đậm: {listed(thin)}."
        notes.add(
            "bold", f"{told} Không phải đề mục thì xin đổi lại thành khoản hoặc đoạn văn.", near=thin[:1]
        )


def _note_new_place(opening: Sequence[ReadParagraph], groups: Sequence[_Group], notes: Notes) -> None:
    """Name the titles that print sets in capitals or on two lines, and the lines no longer centred."""
    titles = [group.title for group in groups if group.title is not None]
    small = [title.text for title in titles if not is_mostly_caps(title.text)]
    if small:
        told = f"{len(small)} đề mục viết chữ thường trong tệp sẽ được in hoa: {listed(small)}."
        notes.add("capitals", told, near=small[:1])
    lettered = [group.part.number for group in groups if group.part and len(group.part.number) <= _LETTERED]
    if lettered:
        told = f"Đề mục {listed(lettered)} được in như một Phần: số và tên ở hai dòng giữa trang."
        notes.add("looks", told)
    pieces = [*opening, *(piece for group in groups for piece in group.pieces)]
    centred = [piece.text for piece in pieces if piece.look and piece.look.centred and not piece.look.table]
    if centred:
        told = f"{len(centred)} dòng ở giữa trang trong tệp được in như đoạn văn: {listed(centred)}."
        notes.add("looks", told, near=centred[:1])


def _is_thin(piece: ReadParagraph) -> bool:
    return piece.look is not None and piece.look.thin


def _split_closing(pieces: list[ReadParagraph]) -> tuple[list[ReadParagraph], list[ReadParagraph]]:
    """Part the closing words from what is above them: the last plain paragraphs, from "Trên đây …" on."""
    first = len(pieces)
    while first > 0 and pieces[first - 1].mark is None and len(pieces) - first < _MOST_CLOSING:
        first -= 1
    for index in range(first, len(pieces)):
        if is_closing(pieces[index]):
            return pieces[:index], pieces[index:]
    last = pieces[-1] if pieces else None
    if last is not None and last.mark is None and len(pieces) > 1 and _CLOSING_WORDS.search(last.text):
        return pieces[:-1], pieces[-1:]
    return pieces, []


def _title_test(pieces: Sequence[ReadParagraph]) -> dict[int, str]:
    """Say for each paragraph that is a title of a Phần or Mục which of the two it is."""
    outlined = {i: "section" for i, piece in enumerate(pieces) if _is_outlined(piece)}
    return {**outlined, **_titles_by_number(pieces)}


def _is_outlined(piece: ReadParagraph) -> bool:
    """Whether its look makes it a Mục; a dash or a điểm is none, and has no number to be printed with."""
    highest = piece.look is not None and piece.look.outline == 0
    return highest and (piece.mark is None or bool(piece.mark.values))


def _titles_by_number(pieces: Sequence[ReadParagraph]) -> dict[int, str]:
    marks = [(i, piece.mark) for i, piece in enumerate(pieces) if piece.mark and not _is_no_title(piece)]
    kinds = [mark.kind for _, mark in marks]
    if "section" not in kinds and "letter" not in kinds:
        kinds_as_section = {i for i, mark in marks if _is_title_in_capitals(mark)}
        parts = {i: "part" for i, mark in marks if mark.kind == "part"}
        return {**parts, **dict.fromkeys(kinds_as_section, "section")}
    # A. above I. is a Phần; A. where there is no I. is a Mục; A. below I. is a title inside it.
    letters = "letter"
    if "letter" in kinds:
        above = "section" in kinds and kinds.index("letter") < kinds.index("section")
        letters = "part" if above else "section" if "section" not in kinds else ""
    roles = {"part": "part", "section": "section", "letter": letters}
    return {index: role for index, mark in marks if (role := roles.get(mark.kind, ""))}


def _is_no_title(piece: ReadParagraph) -> bool:
    """Whether its look says that it is no title of a Phần or Mục, whatever number it bears."""
    look = piece.look
    return look is not None and (look.running or (look.certain and bool(look.outline)))


def _is_title_in_capitals(mark: ListMarker) -> bool:
    """Tell "1. ĐẶC ĐIỂM TÌNH HÌNH": a Mục in a text without Roman numbers."""
    return mark.kind == "decimal" and len(mark.values) == 1 and is_mostly_caps(mark.rest)


def _grouped(pieces: Sequence[ReadParagraph], titles: dict[int, str], notes: Notes) -> list[_Group]:
    """Put each paragraph under its section title; the first group has none."""
    groups = [_Group()]
    part: Part | None = None
    for index, piece in enumerate(pieces):
        role = titles.get(index)
        if role == "part" and piece.mark is not None:
            if part is not None:
                groups.append(_Group(None, part))
            part = Part(piece.mark.number, _as_title(piece.runs))
        elif part is not None and not part.title and piece.mark is None and is_mostly_caps(piece.text):
            part = replace(part, title=_as_title(piece.runs))
        elif role == "section":
            groups.append(_Group(piece, part))
            part = None
        elif part is not None:
            groups.append(_Group(None, part, [piece]))
            part = None
        else:
            groups[-1].pieces.append(piece)
        if piece.mark is not None:
            notes.number(_as_printed(piece.mark, role), piece.text)
    if part is not None:
        groups.append(_Group(None, part))
    return groups


def _as_title(runs: Runs) -> Runs:
    """``runs`` of a title that is bold as a whole: print makes it so."""
    letters = [run for run in runs if run.text.strip()]
    return joined(replace(run, bold=False) for run in runs) if all(run.bold for run in letters) else runs


def _as_printed(mark: ListMarker, role: str | None) -> ListMarker:
    """``mark`` with the number its title is printed with."""
    if role == "section" and mark.kind != "section":
        return replace(mark, kind="section", number=roman(mark.values[0]) + ".")
    return mark


def _sections(groups: Sequence[_Group], mint: Mint) -> tuple[Section, ...]:
    return tuple(_section(group, mint) for group in groups)


def _section(group: _Group, mint: Mint) -> Section:
    identity = mint()
    blocks = to_blocks(group.pieces, mint)
    if group.title is None:
        title = plain(group.part.title) if group.part else ""
        return Section(identity, section_key(title), None, "none", part=group.part, blocks=blocks)
    mark = group.title.mark
    number = _as_printed(mark, "section").number if mark else None
    numbering: Numbering = "fixed" if mark else "none"
    title, runs = group.title.text, _as_title(group.title.runs)
    return Section(identity, section_key(title), number, numbering, group.part, runs, blocks)


def _legal_bases(pieces: Sequence[ReadParagraph]) -> tuple[tuple[Runs, ...], Sequence[ReadParagraph]]:
    """Part the căn cứ at the top from the opening: lines "Căn cứ …;" that announce nothing.

    Who decides may stand above them: that line stays, and print sets it above them again.
    """
    start = 1 if _names_issuer(pieces) else 0
    end = start
    while end < len(pieces) and _is_legal_basis(pieces[end], first=end == start):
        end += 1
    return tuple(_upright(piece.runs) for piece in pieces[start:end]), [*pieces[:start], *pieces[end:]]


def _as_line(piece: ReadParagraph) -> ReadParagraph:
    """``piece`` as running text, bold where it was: of a title that is not kept."""
    if piece.look is None or piece.look.outline is None:
        return piece
    runs = tuple(replace(run, bold=not piece.look.thin) for run in piece.runs)
    return replace(piece, look=replace(piece.look, outline=None, runs=runs))


def _names_issuer(pieces: Sequence[ReadParagraph]) -> bool:
    """Tell whether the first line says who decides, and căn cứ follow."""
    if len(pieces) < 2 or pieces[0].mark is not None or not is_issuer_line(pieces[0].text):
        return False
    return _is_legal_basis(pieces[1], first=True)


def _upright(runs: Runs) -> Runs:
    """Take off the italic of a whole căn cứ: print adds it again (PL I, II.6.a)."""
    letters = [run for run in runs if run.text.strip()]
    return joined(replace(run, italic=False) for run in runs) if all(run.italic for run in letters) else runs


def _is_legal_basis(piece: ReadParagraph, *, first: bool) -> bool:
    if piece.mark is not None and piece.mark.kind != "dash":
        return False
    ended = piece.text.endswith((";", ".", ","))
    opens = _LEGAL_BASIS if first else _FURTHER_BASIS
    return bool(opens.match(piece.text)) and ended and "báo cáo" not in piece.text[-80:]


def _without_end_mark(outline: ReadOutline) -> ReadOutline:
    """Take "./." off the last paragraph of the text: it is added again in print."""
    if outline.closing:
        return replace(outline, closing=without_end_mark(outline.closing))
    if outline.sections:
        last = outline.sections[-1]
        return replace(
            outline, sections=(*outline.sections[:-1], replace(last, blocks=without_end_mark(last.blocks)))
        )
    return replace(outline, opening=without_end_mark(outline.opening))


def without_end_mark(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Take "./." off the last of ``blocks``: print adds it again to the text and to every annex."""
    if not blocks or not isinstance(last := blocks[-1], Paragraph) or last.role == "heading":
        return tuple(blocks)
    text = plain(last.runs)
    match = _END_MARK.search(text)
    if match is None:
        return tuple(blocks)
    stripped = cut(last.runs, 0, match.start())
    return (*blocks[:-1], replace(last, runs=stripped)) if stripped else tuple(blocks[:-1])
