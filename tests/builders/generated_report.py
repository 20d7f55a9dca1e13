"""Long reports of invented text, the same for the same seed: everything that is printed, in any mixture."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from random import Random

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import (
    Alignment,
    Annex,
    Block,
    Cell,
    Column,
    Filing,
    Letterhead,
    Margins,
    Marks,
    Paragraph,
    Part,
    PartialDate,
    Report,
    Role,
    Run,
    Runs,
    Section,
    Settings,
    Signature,
    Table,
    Vertical,
)
from danvan_desktop.report.numbering import renumber
from tests.builders.reports import NOW

_PROSE = (
    "công tác dân vận chính quyền tuyên truyền phổ biến vận động nhân dân tham gia thực hiện nhiệm vụ "
    "phát triển kinh tế - xã hội, quốc phòng - an ninh; cán bộ, công chức, viên chức và người lao động "
    "đơn vị địa phương nghiêm túc kịp thời đồng bộ hiệu quả thủ tục hành chính tiếp công dân đối thoại "
    "nông thôn đô thị đội ngũ đoàn viên hội viên giám sát phản biện quy chế dân chủ cơ sở “Dân vận khéo” "
    "mô hình điển hình tiên tiến khu dân cư tổ tự quản nhà văn hóa xã phường thôn bản Ủy ban nhân dân "
    "Mặt trận Tổ quốc Việt Nam Hội Nông dân Đoàn Thanh niên giải quyết khiếu nại, tố cáo, kiến nghị."
)
_WORDS = _PROSE.split()
_SIGNS = (
    "số 25-NQ/TW; Chỉ thị số 33/CT-TTg; Nghị định số 111/2022/NĐ-CP; Kế hoạch số 4378/KH-UBND-VPUB.NC; "
    "Quyết định số 2287/QĐ-UBND-NC-TTHCC ngày 03/6/2013; Thông báo số 118/TB-VPUBND-KGVX; 2021-2026; "
    "2021 - 2030; (giai đoạn 2021-2025); và/hoặc; Covid-19; e-mail; 98,5%; 1.234.567; VNeID; CCHC; "
    "https://dichvucong.example.vn/tra-cuu/ho-so?ma=123456789; abc–def; 10–20; … ; —; 'a'; 12/15; "
    "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN"
)
_SPECIALS = _SIGNS.split("; ")


class _Author:
    """Writes text at random."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self._ids = count(1)

    def next_id(self) -> int:
        return next(self._ids)

    def text(self, least: int, most: int) -> str:
        chosen = (self._word() for _ in range(self.dice.randint(least, most)))
        words = " ".join(chosen)
        return words[0].upper() + words[1:]

    def _word(self) -> str:
        if self.dice.random() < 0.06:
            return self.dice.choice(_SPECIALS)
        start = self.dice.randrange(len(_WORDS))
        return " ".join(_WORDS[start : start + 2])

    def plain(self, least: int, most: int) -> Runs:
        return (Run(self.text(least, most)),)

    def rich(self, least: int, most: int) -> Runs:
        """Text in changing looks; a look may change within a word."""
        dice, runs = self.dice, []
        for _ in range(dice.randint(2, 6)):
            text = self.text(least // 3 + 1, most // 3 + 1) + dice.choice((" ", " ", ""))
            vertical: Vertical | None = dice.choice((*(None,) * 9, "super", "sub"))
            text = text[:2] if vertical else text
            looks = [dice.random() < 0.25 for _ in range(3)]
            runs.append(Run(text, looks[0], looks[1], looks[2] and dice.random() < 0.3, vertical))
        return tuple(runs)

    def paragraph(self, role: Role, level: int, runs: Runs) -> Paragraph:
        numbering = "auto" if role in {"heading", "clause", "point"} else "none"
        return Paragraph(self.next_id(), role, level, None, numbering, runs)  # type: ignore[arg-type]

    def table(self) -> Table:
        dice = self.dice
        width = dice.randint(2, 5)
        aligns: tuple[Alignment, ...] = ("left", "center", "right", "justify")
        columns = tuple(Column(dice.choice((1, 1, 2, 4)), dice.choice(aligns)) for _ in range(width))
        head = tuple(Cell((self.plain(1, 2),)) for _ in range(width))
        rows = [tuple(self._cell(column) for column in range(width)) for _ in range(dice.randint(2, 14))]
        caption = self.plain(2, 5) if dice.random() < 0.5 else None
        return Table(self.next_id(), columns, (head, *rows), caption=caption)

    def _cell(self, column: int) -> Cell:
        dice = self.dice
        if column == 0 or dice.random() < 0.3:
            return Cell(((Run(str(dice.randint(1, 9_999))),),))
        return Cell(tuple(self.plain(1, 7) for _ in range(dice.choice((1, 1, 1, 2)))))

    def blocks(self) -> Iterator[Block]:
        dice = self.dice
        for _ in range(dice.randint(4, 7)):
            yield self.paragraph("heading", 1, self.plain(2, 14))
            if dice.random() < 0.3:
                yield self.paragraph("heading", 2, self.plain(2, 10))
            for _ in range(dice.randint(2, 6)):
                yield self._running()
            if dice.random() < 0.35:
                yield self.table()

    def _running(self) -> Paragraph:
        dice = self.dice
        role: Role = dice.choice(("body", "body", "body", "item", "item", "point", "clause"))
        level = dice.choice((1, 1, 2)) if role == "item" else 1
        runs = self.rich(4, 40) if dice.random() < 0.25 else self.plain(3, 70)
        return self.paragraph(role, level, runs)

    def section(self) -> Section:
        part = Part("", self.plain(2, 9)) if self.dice.random() < 0.15 else None
        title = self.plain(2, 9)
        return Section(self.next_id(), part=part, title=title, blocks=tuple(self.blocks()))

    def annex(self) -> Annex:
        blocks: list[Block] = [self.paragraph("body", 1, self.plain(10, 40)), self.table(), self.table()]
        return Annex(
            self.next_id(),
            title=self.plain(2, 12),
            orientation=self.dice.choice(("portrait", "landscape")),
            blocks=tuple(blocks),
        )


def long_report(seed: int, pages: int, fonts: FontSet) -> Report:
    """A report of at least ``pages`` pages, annexes not counted."""
    author = _Author(seed)
    report = _frame(author, seed)
    while True:
        # Measured seldom: a section is about a page and a half.
        report = replace(report, sections=(*report.sections, author.section(), author.section()))
        numbered = renumber(_parts_numbered(report))
        made = typeset(compose(numbered, fonts), fonts)
        if sum(page.part == 0 for page in made.pages) >= pages:
            return numbered


def _parts_numbered(report: Report) -> Report:
    numbers = iter(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"))
    sections = (
        replace(section, part=replace(section.part, number=next(numbers, "XIII")))
        if section.part
        else section
        for section in report.sections
    )
    return replace(report, sections=tuple(sections))


def _frame(author: _Author, seed: int) -> Report:
    """All but the sections: head, end, annexes and an office's settings, other ones for each seed."""
    dice = author.dice
    settings = Settings(
        size_set=13 if seed % 2 else 14,
        first_line_mm=dice.choice((10, 12.7)),
        space_before_pt=dice.choice((6, 6, 8)),
        line_pitch_pt=dice.choice((17, 18, 19.5)),
        margins_mm=Margins(
            dice.choice((20, 25)), dice.choice((20, 22)), dice.choice((30, 33, 35)), dice.choice((15, 20))
        ),
    )
    names = tuple(author.text(2, 5) for _ in range(dice.randint(0, 3)))
    return Report(
        id=f"parity-{seed}",
        modified=NOW,
        year=2025,
        subject=author.text(6, 14),
        medium=dice.choice(("electronic", "paper")),
        letterhead=Letterhead(
            "UBND tỉnh Hương Giang", "Văn phòng", None, "BC-VP", "Hương Giang", PartialDate(2025)
        ),
        marks=Marks(urgency=dice.choice((None, "Hỏa tốc")), draft=dice.choice((None, 2))),
        settings=settings,
        addressees=names,
        legal_bases=tuple(author.plain(8, 25) for _ in range(dice.randint(0, 3))),
        opening=(author.paragraph("body", 1, author.plain(20, 40)),),
        closing=(author.paragraph("body", 1, author.plain(8, 30)),),
        recipients=tuple(author.text(1, 4) for _ in range(dice.randint(1, 6))),
        filing=Filing("VP1", 5, "NVA"),
        signature=Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), None, "Nguyễn Văn A"),
        annexes=tuple(author.annex() for _ in range(dice.randint(0, 2))),
    )
