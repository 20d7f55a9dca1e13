"""Missing content of a report: fields that print as "…", headings and sections without text.

No mark and no remark says so; it is named before the signing copy is made.
"""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from danvan_desktop.frozen import frozen
from danvan_desktop.report.agency_names import has_no_parent
from danvan_desktop.report.model import Block, Paragraph, Report, Section, plain

_LETTERHEAD = {
    "parent_agency": "Tên cơ quan chủ quản",
    "agency": "Tên cơ quan ban hành",
    "symbol": "Ký hiệu văn bản",
    "place": "Địa danh",
}
_LONGEST = 60


@frozen
class Blank:
    """One thing that is empty."""

    text: str
    """Its name."""
    place: str
    """Where it is filled in: a field ("letterhead.agency"), or a block ("section:3/12+0")."""


def blank_fields(report: Report) -> tuple[Blank, ...]:
    """List the fields that every report has and this one leaves empty, in the order of the paper."""
    head, signature = report.letterhead, report.signature
    fields = [
        (name, f"letterhead.{field}", getattr(head, field) or "") for field, name in _LETTERHEAD.items()
    ]
    fields += [
        ("Trích yếu", "subject", report.subject),
        ("Quyền hạn, chức vụ của người ký", "signature.lines", "".join(signature.lines)),
        ("Họ và tên người ký", "signature.signer", signature.signer or ""),
    ]
    if has_no_parent(head.agency):
        del fields[0]
    return tuple(Blank(name, place) for name, place, value in fields if not value.strip())


def unknown_parts(report: Report) -> tuple[str, ...]:
    """List what prints as "…" because the report does not know it; an empty trích yếu leaves no line."""
    return tuple(blank.text for blank in blank_fields(report) if blank.place != "subject")


def blank_headings(report: Report) -> tuple[Blank, ...]:
    """List the headings and sections with nothing below them, each with the line where it belongs."""
    return tuple(blank for section in report.sections for blank in _of_section(section))


def _of_section(section: Section) -> Iterator[Blank]:
    tab, blocks = f"section:{section.id}", section.blocks
    if not any(map(_says, blocks)):
        title = f"{section.number or ''} {plain(section.title)}".strip()
        yield Blank(_short(title) or "Mục chưa có tên", f"{tab}/{blocks[0].id}+0" if blocks else tab)
        return
    for at, block in enumerate(blocks):
        if _is_heading(block) and _says(block) and not _has_text(block, blocks[at + 1 :]):
            title = f"{block.number or ''} {plain(block.runs)}".strip()
            yield Blank(_short(title), f"{tab}/{_line_below(block, blocks[at + 1 :])}")


def _has_text(heading: Paragraph, below: Sequence[Block]) -> bool:
    """Tell whether text, or a heading of a lower level, follows ``heading`` before the next of its level."""
    following = next(filter(_says, below), None)
    if following is None:
        return False
    return not _is_heading(following) or following.level > heading.level


def _line_below(heading: Paragraph, below: Sequence[Block]) -> str:
    """Give the empty line that waits below ``heading``, else the end of the heading itself."""
    if below and not _says(below[0]):
        return f"{below[0].id}+0"
    return f"{heading.id}+{len(plain(heading.runs))}"


def _is_heading(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.role == "heading"


def _says(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(plain(block.runs).strip())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST + 1].rpartition(" ")[0] + "…"
