"""Hypothesis strategies for reports as people write them: those of tests.builders.strategies, tamed.

Every text begins with a capital and no text looks like a number or like a part of the letterhead.
"""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from danvan_desktop.report.model import (
    Annex,
    Block,
    Cell,
    Column,
    Filing,
    Letterhead,
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
)
from danvan_desktop.report.numbering import renumber
from tests.builders import strategies

_OPENINGS = ("Văn phòng", "Kết quả", "Toàn tỉnh có", "Đảng ủy", "Trong năm", "Mô hình “Ngày thứ Bảy vì dân”")
_ROLES: tuple[Role, ...] = ("body", "body", "body", "heading", "clause", "point", "item")
_WORDS = st.lists(st.sampled_from(strategies.PHRASES), min_size=1, max_size=12).map(" ".join)


def sentences() -> st.SearchStrategy[str]:
    """Make running text, from a word to several lines."""
    return st.tuples(st.sampled_from(_OPENINGS), _WORDS).map(lambda pair: f"{pair[0]} {pair[1]}.")


def titles() -> st.SearchStrategy[str]:
    """Make short titles."""
    return st.tuples(st.sampled_from(_OPENINGS), st.sampled_from(strategies.PHRASES[:6])).map(" ".join)


@st.composite
def runs(draw: st.DrawFn) -> Runs:
    """Make running text with words in other looks in it."""
    texts = draw(st.lists(sentences(), min_size=1, max_size=3))
    looks = st.builds(
        Run,
        text=st.just(""),
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
    )
    first = Run(texts[0])
    script = Run(draw(st.sampled_from(("2", "(1)"))), vertical=draw(st.sampled_from(("super", "sub"))))
    spoken = [replace(draw(looks), text=f" {text}") for text in texts[1:]]
    return (first, *([script] if draw(st.booleans()) else []), *spoken)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """Make a paragraph of any role, numbered automatically."""
    role = draw(st.sampled_from(_ROLES))
    deepest = {"heading": 3, "item": 2}.get(role, 1)
    return Paragraph(
        id=1,
        role=role,
        level=draw(st.integers(1, deepest)),
        numbering="none" if role in {"body", "item"} else "auto",
        runs=(Run(draw(titles())),) if role == "heading" else draw(runs()),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Make a table with text in every cell, some cells covering their neighbours."""
    table = draw(strategies.tables())
    texts = st.one_of(titles(), st.sampled_from(("12", "1.386", "+4.294", "Cấp tỉnh")))

    def filled(cell: Cell | None) -> Cell | None:
        if cell is None:
            return None
        count = draw(st.integers(1, 2))
        return Cell(tuple((Run(draw(texts)),) for _ in range(count)), rows=cell.rows, cols=cell.cols)

    return Table(
        id=1,
        columns=tuple(Column(draw(st.integers(2, 5)), column.align) for column in table.columns),
        rows=tuple(tuple(filled(cell) for cell in row) for row in table.rows),
        caption=draw(st.none() | titles().map(lambda text: (Run(text),))),
        header_rows=_whole_header(table),
    )


def _whole_header(table: Table) -> int:
    """The header rows of ``table``, none of whose cells reach below them; one place is no table."""
    count = table.header_rows
    reach = [y + cell.rows for y, row in enumerate(table.rows[:count]) for cell in row if cell]
    return count if max(reach, default=0) <= count else 0


def _is_grid(table: Table) -> bool:
    """Whether a line parts each row and column of ``table`` from the next.

    Rows that no line parts come back by what the file says of their cells, unless a page ends among them:
    they have examples of their own.
    """
    starts = {(y, x) for y, row in enumerate(table.rows) for x, cell in enumerate(row) if cell is not None}
    high = {y for y, row in enumerate(table.rows) for cell in row if cell is not None and cell.rows == 1}
    rows, columns = len(table.rows), len(table.columns)
    parted = high == set(range(rows)) and {x for _, x in starts} == set(range(columns))
    return parted and len(starts) > 1


def blocks(max_size: int = 4) -> st.SearchStrategy[tuple[Block, ...]]:
    """Make the blocks of a section."""
    block = st.one_of(paragraphs(), paragraphs(), paragraphs(), tables().filter(_is_grid))
    return st.lists(block, max_size=max_size).map(_apart)


def _apart(made: Sequence[Block]) -> tuple[Block, ...]:
    """Without a table that follows a table: nothing on paper would part them but room."""
    kept: list[Block] = []
    for block in made:
        if not (kept and isinstance(kept[-1], Table) and isinstance(block, Table)):
            kept.append(block)
    return tuple(kept)


@st.composite
def sections(draw: st.DrawFn) -> Section:
    """Make a section, now and then the first of a Phần."""
    part = draw(st.sampled_from((None, None, None, "I", "II", "PHẦN THỨ NHẤT")))
    return Section(
        id=1,
        title=(Run(draw(titles())),),
        part=Part(part, (Run(draw(titles())),)) if part else None,
        blocks=draw(blocks()),
    )


def annexes() -> st.SearchStrategy[Annex]:
    """Make an annex with a title."""
    return st.builds(
        Annex,
        id=st.just(1),
        title=titles().map(lambda text: (Run(text),)),
        orientation=st.sampled_from(("portrait", "landscape")),
        blocks=blocks(3),
    )


def letterheads() -> st.SearchStrategy[Letterhead]:
    """Make letterheads as offices have them; any part may still be unknown."""
    return st.builds(
        Letterhead,
        parent_agency=st.sampled_from(
            (None, "UBND tỉnh Hương Giang", "Ủy ban nhân dân thành phố Hương Giang")
        ),
        agency=st.sampled_from((None, "Văn phòng", "Sở Nông nghiệp và Môi trường", "Ban Tiếp công dân tỉnh")),
        number=st.sampled_from((None, "5", "145")),
        symbol=st.sampled_from((None, "BC-VP", "BC-SNNMT")),
        place=st.sampled_from((None, "Hương Giang", "Thành phố Hương Giang")),
        issued_on=st.builds(
            PartialDate,
            year=st.sampled_from((None, 2025)),
            month=st.none() | st.integers(1, 12),
            day=st.none() | st.integers(1, 31),
        ),
    )


def signatures() -> st.SearchStrategy[Signature]:
    """Make signing blocks."""
    return st.builds(
        Signature,
        lines=st.sampled_from(
            (
                ("CHÁNH VĂN PHÒNG",),
                ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
                ("TL. CHỦ TỊCH", "GIÁM ĐỐC"),
            )
        ),
        other_position=st.sampled_from((None, None, "PHÓ TRƯỞNG BAN CHỈ ĐẠO")),
        signer=st.sampled_from(("Nguyễn Văn A", "Trần Thị Bích B")),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Make a whole report."""
    several = st.lists(
        st.sampled_from(("Sở Nội vụ", "UBND tỉnh (báo cáo)", "LĐVP, VP1, KT")), max_size=3, unique=True
    )
    report = Report(
        id="1",
        modified=draw(strategies.moments()),
        year=2025,
        subject=draw(titles()),
        letterhead=draw(letterheads()),
        marks=draw(
            st.builds(
                Marks, urgency=st.sampled_from((None, None, "KHẨN")), draft=st.none() | st.integers(1, 3)
            )
        ),
        settings=draw(
            st.none()
            | st.builds(Settings, size_set=st.sampled_from((13, 14)), line_pitch_pt=st.sampled_from((17, 21)))
        ),
        addressees=tuple(draw(several)),
        legal_bases=tuple((Run(f"Căn cứ {text}"),) for text in draw(st.lists(titles(), max_size=2))),
        opening=(Paragraph(1, runs=draw(runs())),),
        sections=tuple(draw(st.lists(sections(), min_size=1, max_size=3))),
        closing=(Paragraph(1, runs=(Run(f"Trên đây là báo cáo. {draw(sentences())}"),)),),
        recipients=tuple(draw(several)),
        filing=draw(
            st.builds(Filing, unit=st.none() | st.just("VP1"), copies=st.none() | st.integers(2, 50))
        ),
        signature=draw(signatures()),
        annexes=tuple(draw(st.lists(annexes(), max_size=2))),
    )
    return renumber(strategies.with_ids(report))
