"""Save a report as an outline of the office: its headings stay, what it said of its year becomes hints.

Years that go up with the report are written as names ({year}); dates, figures and documents of the old year
become "…". Who reports is {agency}: recipients and signer come with the office of the new report.
"""

import re
from collections.abc import Iterator, Sequence

from danvan_desktop.errors import UserError
from danvan_desktop.report.agency_in_text import agency_in_text, with_agency_named
from danvan_desktop.report.lifecycle.outlines import AGENCY, Outline, OutlineSection, Slot
from danvan_desktop.report.lifecycle.year_rules import Token, tokens
from danvan_desktop.report.model import Block, Paragraph, Report, Section, Table, plain
from danvan_desktop.report.text.named_years import timeless

OWN_ORDER = 5
"""The office's own outlines stand before those that are shipped."""
OPEN = "…"
"""What stands for what a year alone knew."""
FILL_IN = "Điền lại số, ký hiệu, ngày và số liệu ở chỗ “…”."
LOOK_AGAIN = "Đề mục có ngày hoặc số liệu của năm trước: xem lại."
_BEFORE_FIGURES = re.compile(r"(?:^|(?<=\s))(\D*?)\s*\d\S*(?:\s+tháng\s+\d+\s+năm\s+\d+)?")
"""In "Công văn số 45/SNV ngày 3/11/2025" the words "Công văn số" and "ngày"."""
_BEFORE = "Lần trước nêu: "
_LONGEST_HINT, _LONGEST_SENTENCE = 400, 160


def outline_of(report: Report, name: str, identity: str) -> Outline:
    """Make the outline ``name`` of ``report``, which stays as it is.

    Raises:
        UserError: it has no Mục that an outline could begin with.
    """
    if not any(plain(section.title).strip() for section in report.sections):
        raise UserError(
            "Báo cáo này chưa có mục nào có tên nên chưa lập được đề cương. Hãy đặt tên các mục rồi lưu lại."
        )
    named = with_agency_named(report, AGENCY)
    cleaned = _Cleaning(report.year, agency_in_text(report))
    return Outline(
        id=identity,
        name=name,
        subject=cleaned.title(report.subject) or name,
        description=f"Đề cương riêng của cơ quan, lưu từ báo cáo năm {report.year}.",
        order=OWN_ORDER,
        kind=report.kind,
        opening=tuple(cleaned.sentences(named.opening)),
        sections=tuple(map(cleaned.section, report.sections)),
        closing=tuple(cleaned.sentences(named.closing)),
    )


class _Cleaning:
    """Takes out of texts what belongs to the report of ``year``, and to its office."""

    def __init__(self, year: int, agency: str) -> None:
        self._year, self._agency = year, agency

    def title(self, text: str) -> str:
        """Name the years of a title; all else stays."""
        return timeless(_without_braces(text), self._year).strip()

    def sentence(self, text: str) -> str:
        """Leave of a text what is true of any year."""
        text = _without_braces(text)
        left, at = [], 0
        for token in tokens(text):
            left.append(text[at : token.start])
            left.append(self._cleaned(token))
            at = token.end
        whole = "".join([*left, text[at:]])
        return whole.replace(self._agency, AGENCY) if self._agency else whole

    def _cleaned(self, token: Token) -> str:
        if token.rule.kind is None:
            return token.text
        if token.rule.kind == "year":
            return timeless(token.text, self._year)
        if token.rule.kind != "document":
            return OPEN
        return " ".join(f"{word} {OPEN}".strip() for word in _BEFORE_FIGURES.findall(token.text))

    def sentences(self, blocks: Sequence[Block]) -> Iterator[Slot]:
        """Keep the sentences that open or close every report, with what is to be filled in anew."""
        for block in blocks:
            if isinstance(block, Paragraph) and (text := plain(block.runs).strip()):
                # Braces that are ours already: the office was named before.
                parts = [self.sentence(part) for part in text.split(AGENCY)]
                told = AGENCY.join(parts)
                yield Slot(text=told, note=FILL_IN if told.count(OPEN) > text.count(OPEN) else None)

    def section(self, section: Section) -> OutlineSection:
        """Keep a Mục with the Phần that begins with it."""
        part = section.part
        return OutlineSection(
            title=self.title(plain(section.title)),
            key=section.key,
            part_number=None if part is None else part.number,
            part_title="" if part is None else self.title(plain(part.title)),
            blocks=tuple(self._slots(section.blocks)),
        )

    def _slots(self, blocks: Sequence[Block]) -> Iterator[Slot]:
        heading: Paragraph | None = None
        below: list[Block] = []
        for block in blocks:
            if isinstance(block, Paragraph) and block.role == "heading":
                yield from self._slot(heading, below)
                heading, below = block, []
            else:
                below.append(block)
        yield from self._slot(heading, below)

    def _slot(self, heading: Paragraph | None, below: Sequence[Block]) -> Iterator[Slot]:
        """Make of a heading and what stands below it the heading and a hint."""
        hint = self._hint(below)
        if heading is None:
            if hint is not None:
                yield Slot(hint=hint)
            return
        text = self.title(plain(heading.runs))
        ages = any(token.rule.kind in {"date", "figure", "document"} for token in tokens(text))
        yield Slot("heading", heading.level, text, hint, LOOK_AGAIN if ages else None)

    def _hint(self, blocks: Sequence[Block]) -> str | None:
        """Tell how each paragraph began; None where there is nothing."""
        told = ""
        for block in blocks:
            said = self._said(block)
            if not said:
                continue
            if told and len(told) + len(said) > _LONGEST_HINT:
                return f"{_BEFORE}{told} {OPEN}"
            told = f"{told} {said}".strip()
        return f"{_BEFORE}{told}" if told else None

    def _said(self, block: Block) -> str:
        if isinstance(block, Table):
            caption = "" if block.caption is None else self.sentence(plain(block.caption)).strip()
            return f"Bảng: {caption}." if caption else "Bảng số liệu."
        if not isinstance(block, Paragraph):
            return ""
        text = self.sentence(plain(block.runs)).strip() or (block.hint or "").removeprefix(_BEFORE).strip()
        if len(text) > _LONGEST_SENTENCE:
            text = f"{text[: _LONGEST_SENTENCE + 1].rpartition(' ')[0] or text[:_LONGEST_SENTENCE]} {OPEN}"
        return text if not text or text[-1] in ".;:!?…" else f"{text}."


def _without_braces(text: str) -> str:
    """Leave no name of a year that the user has typed: it would be computed."""
    return text.replace("{", "(").replace("}", ")")
