"""Outlines (đề cương): templates of new reports. Each is a file in resources/outlines/.

In their texts {year}, {next_year} and {last_year} stand for years, which are computed, {agency} for the
office that reports: an outline belongs to none.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.paths import resource
from danvan_desktop.report.agency_in_text import NAME_WANTED, UNKNOWN
from danvan_desktop.report.codec.decode import Misfit, decode
from danvan_desktop.report.document_kinds import REPORT
from danvan_desktop.report.model import (
    Block,
    Filing,
    Letterhead,
    Paragraph,
    Part,
    PartialDate,
    Report,
    Role,
    Run,
    Runs,
    Section,
    SectionKey,
    Signature,
    Value,
    plain,
)
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.text.named_years import with_years

TAB_NAMES: dict[SectionKey, str] = {
    "situation": "Tình hình",
    "implementation": "Triển khai thực hiện",
    "assessment": "Đánh giá",
    "tasks": "Nhiệm vụ năm {next_year}",
}
"""The short names of tabs by a section's key; ``other`` takes its own heading."""

AGENCY = "{agency}"
"""Stands for the office that reports, as it is named in a sentence."""
_LARGEST = 1_000_000
"""Bytes of an outline's file."""
MOST_SECTIONS = 200
LONGEST_TAB_NAME = 24
"""Characters of a tab's name that is cut from a heading, its number not counted."""


@frozen
class Slot(Value):
    """A block of an outline. A heading with a ``hint`` is followed by an empty paragraph that shows it."""

    role: Role = "body"
    level: int = 1
    text: str = ""
    hint: str | None = None
    note: str | None = None
    """Việc còn thiếu that a new report begins with."""


@frozen
class OutlineSection(Value):
    """A Mục of an outline; ``part_number`` and ``part_title`` where a Phần begins with it."""

    title: str
    key: SectionKey = "other"
    part_number: str | None = None
    part_title: str = ""
    blocks: tuple[Slot, ...] = ()


@frozen
class Outline(Value):
    """A đề cương."""

    id: str
    name: str
    """What it is called in the list, Vietnamese."""
    subject: str
    """Trích yếu."""
    description: str = ""
    """For whom and for what it is good, one sentence."""
    order: int = 100
    """Its place in the list."""
    symbol: str | None = None
    kind: str = REPORT
    """Tên loại."""
    opening: tuple[Slot, ...] = ()
    sections: tuple[OutlineSection, ...] = ()
    closing: tuple[Slot, ...] = ()
    recipients: tuple[str, ...] = ()
    filing: Filing = field(default_factory=Filing)
    signature: Signature = field(default_factory=Signature)


def outlines() -> tuple[Outline, ...]:
    """Every outline that is shipped, in the order of the list.

    Raises:
        UserError: a file is damaged; the message names it.
    """
    return in_order(map(read_outline, resource("outlines").glob("*.json")))


def in_order(found: Iterable[Outline]) -> tuple[Outline, ...]:
    """Put outlines in the order of the list."""
    return tuple(sorted(found, key=lambda outline: (outline.order, outline.name)))


def read_outline(path: Path) -> Outline:
    """Read the outline in the file ``path``.

    Raises:
        UserError: it is none that can be used; the message names it.
    """
    try:
        _verify_size(path)
        outline = decode(Outline, json.loads(path.read_text("utf-8-sig")))
        _verify(outline)
        return outline
    except Misfit as error:
        reason = f"“{error.place}”: {error.reason}" if error.place else error.reason
    except (ValueError, RecursionError):
        reason = "nội dung không phải là JSON"
    except OSError:
        reason = "không đọc được"
    raise UserError(
        f"Đề cương {path.name} không dùng được ({reason}). Hãy sửa tệp này hoặc chuyển đi nơi khác."
    )


def _verify_size(path: Path) -> None:
    if path.stat().st_size > _LARGEST:
        raise Misfit("", "tệp quá lớn, không thể là một đề cương")


def _verify(outline: Outline) -> None:
    for place, text in (("id", outline.id), ("name", outline.name), ("kind", outline.kind)):
        if not text.strip():
            raise Misfit(place, "không được để trống")
    if not outline.sections:
        raise Misfit("sections", "phải có ít nhất một mục")
    if len(outline.sections) > MOST_SECTIONS:
        raise Misfit("sections", f"nhiều hơn {MOST_SECTIONS} mục")


def new_report(outline: Outline, year: int, now: datetime, agency: str = "") -> Report:
    """Begin the report of ``year`` after ``outline``: headings, and empty paragraphs with hints.

    ``agency`` is how the office is named in a sentence; "" leaves it open.
    """
    years = _Years(year, agency)
    ids = iter(range(1, 1_000_000))
    opening = tuple(_blocks(outline.opening, years, ids))
    sections = tuple(_section(section, years, ids) for section in outline.sections)
    closing = tuple(_blocks(outline.closing, years, ids))
    report = Report(
        id=uuid4().hex,
        modified=now,
        year=year,
        subject=years.fill(outline.subject),
        next_id=next(ids),
        outline=outline.id,
        kind=outline.kind,
        letterhead=Letterhead(symbol=outline.symbol, issued_on=PartialDate(year)),
        opening=opening,
        sections=sections,
        closing=closing,
        recipients=outline.recipients,
        filing=outline.filing,
        signature=outline.signature,
    )
    return renumber(report)


class _Years:
    """Fills in the years of a report, and who reports."""

    def __init__(self, year: int, agency: str = "") -> None:
        self._agency = agency
        self._year = year

    def fill(self, text: str) -> str:
        """Put numbers where ``text`` has names of years, and the office where it has that."""
        return with_years(text, self._year).replace(AGENCY, self._agency or UNKNOWN)

    def note(self, slot: Slot) -> str | None:
        """Give the remark that ``slot`` begins with; one that names no office yet says so."""
        is_open = AGENCY in slot.text and not self._agency
        return self.hint(slot.note) or (NAME_WANTED if is_open else None)

    def runs(self, text: str) -> Runs:
        """Make the one run of ``text``, or none where it is empty."""
        return (Run(self.fill(text)),) if text else ()

    def hint(self, text: str | None) -> str | None:
        """Fill in an optional text."""
        return None if text is None else self.fill(text)


def _section(section: OutlineSection, years: _Years, ids: Iterator[int]) -> Section:
    part = None
    if section.part_number is not None:
        part = Part(section.part_number, years.runs(section.part_title))
    return Section(
        id=next(ids),
        key=section.key,
        part=part,
        title=years.runs(section.title),
        blocks=tuple(_blocks(section.blocks, years, ids)),
    )


def _blocks(slots: tuple[Slot, ...], years: _Years, ids: Iterator[int]) -> Iterator[Block]:
    for slot in slots:
        numbered = slot.role not in {"body", "item"}
        block = Paragraph(
            id=next(ids),
            role=slot.role,
            level=slot.level,
            numbering="auto" if numbered else "none",
            runs=years.runs(slot.text),
            note=years.note(slot),
        )
        if slot.role == "heading" and slot.hint is not None:
            yield block
            yield Paragraph(id=next(ids), hint=years.hint(slot.hint))
        else:
            yield replace(block, hint=years.hint(slot.hint))


def tab_name(section: Section, report: Report) -> str:
    """Give the short name of ``section`` for its tab: "I. Tình hình", "V. Kiến nghị".

    The first section of a key has the key's name, any other one its own heading, shortened.
    """
    first = next((other.id for other in report.sections if other.key == section.key), section.id)
    name = TAB_NAMES.get(section.key) if first == section.id else None
    text = _Years(report.year).fill(name) if name else _short(plain(section.title))
    return f"{section.number or ''} {text or 'Mục chưa có tên'}".strip()


def _short(title: str) -> str:
    """Cut a heading to its first phrase, and at a word where that is still long."""
    text = title.partition(",")[0].strip()
    if text.isupper():
        text = text.capitalize()
    if len(text) <= LONGEST_TAB_NAME:
        return text
    cut = text[: LONGEST_TAB_NAME + 1].rpartition(" ")[0] or text[:LONGEST_TAB_NAME]
    return f"{cut.rstrip(' -')}…"
