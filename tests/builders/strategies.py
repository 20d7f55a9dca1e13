"""Hypothesis strategies for whole reports and their parts: valid ids, NFC Vietnamese, full grids.

Each is made once: to put a strategy together takes longer than to draw from it.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from itertools import count
from typing import Any, TypeVar

from hypothesis import strategies as st

from danvan_desktop.report.codec.decode import canonical
from danvan_desktop.report.model import (
    Annex,
    Attachments,
    Block,
    Cell,
    Column,
    ColumnFormula,
    CorrectedReport,
    Filing,
    ImportNote,
    Letterhead,
    Margins,
    Marks,
    Numbering,
    OpaqueBlock,
    Origin,
    Paragraph,
    Part,
    PartialDate,
    PassedOver,
    Period,
    Report,
    Request,
    Role,
    Run,
    Runs,
    Section,
    Settings,
    Signature,
    SpecialRow,
    Table,
    TableForm,
    TaskAnswer,
)

PHRASES = (
    "Văn phòng Ủy ban nhân dân tỉnh",
    "kết quả thực hiện công tác dân vận",
    "Chỉ thị số 33/CT-TTg ngày 26/11/2021",
    "thuở khuỷu tuyết quý nghiêng rượu ước ễnh",
    "kinh tế - xã hội giai đoạn 2021 - 2030",
    "mô hình “Dân vận khéo”",
    "1.234,5 m",
    "gồm:",
    "(báo cáo);",
    "25%",
)
_LETTERS = "aăâeêioôơuưyàảãáạđĐƯỚỆỳỷỹỵ bcghklmnpqrstvx.,;:!?()/-–“”…0123456789\u00a0<>&\"'\\"

Container = TypeVar("Container", Section, Annex)

ids = st.just(1)
"""Every part is made with this id; :func:`reports` counts them afterwards."""


@cache
def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@cache
def _tuples(strategy: st.SearchStrategy[Any], max_size: int) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=max_size).map(tuple)


def words() -> st.SearchStrategy[str]:
    """Make Vietnamese words with single spaces between them."""
    return st.lists(st.sampled_from(PHRASES), max_size=3).map(" ".join)


@cache
def texts() -> st.SearchStrategy[str]:
    """Make any text of one line: mostly words, now and then letters and signs in any order."""
    return st.one_of(words(), words(), st.text(_LETTERS, max_size=8))


_UNKNOWN_KEYS: tuple[dict[str, Any], ...] = (
    {"x_màu": "đỏ\n"},
    {"moi": None, "~": [], "format2": {}},
    {"x": {"y": [1, -2.5, 1e-7, True, {"sâu": ["e\u0302"]}]}},
    {"unknown": "", "content": 3, "": False},
)
_UNKNOWN = tuple(canonical(keys) for keys in _UNKNOWN_KEYS)


@cache
def unknowns() -> st.SearchStrategy[str]:
    """Make the text of keys that this release does not know; mostly none."""
    return st.sampled_from((*[""] * 12, *_UNKNOWN))


@cache
def runs() -> st.SearchStrategy[Runs]:
    """Make runs in every look."""
    run = st.builds(
        Run,
        text=texts(),
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
        vertical=st.sampled_from((None, None, "super", "sub")),
        unknown=unknowns(),
    )
    return _tuples(run, 2)


@cache
def origins() -> st.SearchStrategy[Origin]:
    """Make origins in an older report."""
    return st.builds(
        Origin,
        year=st.integers(2000, 2100),
        touched=st.booleans(),
        confirmed=_tuples(texts(), 2),
        found=_tuples(texts(), 2),
        unknown=unknowns(),
    )


_ROLES: tuple[Role, ...] = ("body", "body", "heading", "clause", "point", "item")
_NUMBERINGS: tuple[Numbering, ...] = ("auto", "auto", "fixed", "none")
_LEVELS = {"body": 1, "heading": 3, "clause": 3, "point": 1, "item": 2}
_NUMBERS = ("1.", "2.", "7.", "3.1.", "2.5.1.", "a)", "đ)", "k)", "1)", "A.", "", "*")

_role = st.sampled_from(_ROLES)
_numbering = st.sampled_from(_NUMBERINGS)
_level = {role: st.integers(1, highest) for role, highest in _LEVELS.items()}
_number = st.sampled_from(_NUMBERS)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """Make a paragraph of any role, its number automatic (not yet counted), fixed or none."""
    role = draw(_role)
    numbered = role not in {"body", "item"}
    numbering = draw(_numbering) if numbered else "none"
    return Paragraph(
        id=1,
        role=role,
        level=draw(_level[role]),
        number=draw(_number) if numbering == "fixed" else None,
        numbering=numbering,
        runs=draw(runs()),
        note=draw(_optional(texts())),
        hint=draw(_optional(texts())),
        origin=draw(_optional(origins())),
        unknown=draw(unknowns()),
    )


_places = st.integers(1, 4)
_span = st.sampled_from(((1, 1), (1, 1), (1, 1), (1, 2), (2, 1), (2, 2)))
_alignment = st.sampled_from(("left", "center", "right", "justify"))
_contents = st.sampled_from(("counter", "text", "figure", "increase", "percent"))
_formulas = st.builds(
    ColumnFormula,
    content=_contents,
    key=st.sampled_from(("", "a", "b")),
    of=_tuples(st.sampled_from(("a", "b")), 2),
    rolls_to=st.sampled_from((None, "a", "b")),
    sums=st.booleans(),
    unknown=st.sampled_from(("", *_UNKNOWN[:3])),  # the last names a key that is known here
)
_column = st.builds(
    Column,
    share=st.floats(0.1, 20),
    align=_alignment,
    form=st.sampled_from((None, None, ColumnFormula())) | _formulas,
    unknown=unknowns(),
)
_row_kinds = st.sampled_from(("item", "group", "total", "bonus", "minus", "final"))
_table_forms = st.builds(
    TableForm,
    full_marks=_optional(st.floats(0, 1000)),
    id=texts(),
    most_extra=_optional(st.floats(0, 100)),
    rows=_tuples(st.builds(SpecialRow, kind=_row_kinds, label=texts(), unknown=unknowns()), 2),
    unknown=unknowns(),
)
_header_rows = {height: st.integers(0, min(2, height)) for height in range(1, 5)}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Make a full grid of up to 4 x 4 places, cells covering their neighbours here and there."""
    width, height = draw(_places), draw(_places)
    grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    free = {(y, x) for y in range(height) for x in range(width)}
    for y in range(height):
        for x in range(width):
            if (y, x) not in free:
                continue
            cell = _cell_that_fits(draw, free, y, x)
            grid[y][x] = cell
            free -= {(y + down, x + right) for down in range(cell.rows) for right in range(cell.cols)}
    return Table(
        id=1,
        columns=tuple(draw(_column) for _ in range(width)),
        rows=tuple(tuple(row) for row in grid),
        caption=draw(_optional(runs())),
        header_rows=draw(_header_rows[height]),
        note=draw(_optional(texts())),
        origin=draw(_optional(origins())),
        unknown=draw(unknowns()),
    )


@st.composite
def computed_tables(draw: st.DrawFn) -> Table:
    """Make a table that was made from an annex form."""
    return replace(draw(tables()), form=draw(_table_forms))


def _cell_that_fits(draw: st.DrawFn, free: set[tuple[int, int]], y: int, x: int) -> Cell:
    rows, cols = draw(_span)
    span = {(y + down, x + right) for down in range(rows) for right in range(cols)}
    if not span <= free:
        rows = cols = 1
    return Cell(paragraphs=draw(_tuples(runs(), 2)), rows=rows, cols=cols, unknown=draw(unknowns()))


_kind = st.sampled_from(("image", "chart", "ghi chú"))


@st.composite
def opaques(draw: st.DrawFn) -> OpaqueBlock:
    """Make a block of a kind this release does not know."""
    name = draw(_kind)
    content = {**json.loads(draw(unknowns()) or "{}"), "type": name, "id": 1}
    return OpaqueBlock(id=1, type=name, content=canonical(content))


@cache
def blocks(max_size: int = 3) -> st.SearchStrategy[tuple[Block, ...]]:
    """Make a list of blocks, most of them paragraphs."""
    return _tuples(st.one_of(paragraphs(), paragraphs(), paragraphs(), tables(), opaques()), max_size)


@cache
def dates() -> st.SearchStrategy[PartialDate]:
    """Make dates of which any part may be blank."""
    return st.builds(
        PartialDate,
        year=_optional(st.integers(2000, 2100)),
        month=_optional(st.integers(1, 12)),
        day=_optional(st.integers(1, 31)),
        unknown=unknowns(),
    )


@cache
def moments() -> st.SearchStrategy[datetime]:
    """Make points in time with an offset in minutes."""
    zones = st.just(UTC) | st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
    return st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=zones)  # noqa: DTZ001 - bounds


@cache
def sections() -> st.SearchStrategy[Section]:
    """Make sections, some of them beginning a Phần."""
    return st.builds(
        Section,
        id=ids,
        key=st.sampled_from(("situation", "implementation", "assessment", "tasks", "other")),
        number=st.sampled_from((None, "I.", "V.", "A.", "phần đầu")),
        numbering=st.sampled_from(("auto", "auto", "fixed", "none")),
        part=_optional(st.builds(Part, number=texts(), title=runs(), unknown=unknowns())),
        title=runs(),
        blocks=blocks(),
        unknown=unknowns(),
    )


@cache
def annexes() -> st.SearchStrategy[Annex]:
    """Make annexes."""
    return st.builds(
        Annex,
        id=ids,
        number=st.sampled_from((None, "I", "IV", "01")),
        numbering=st.sampled_from(("auto", "auto", "fixed", "none")),
        title=runs(),
        orientation=st.sampled_from(("portrait", "landscape")),
        blocks=blocks(2),
        unknown=unknowns(),
    )


@cache
def settings() -> st.SearchStrategy[Settings]:
    """Make settings, in and out of what the decree allows."""
    margin = st.floats(10, 40) | st.integers(10, 40)
    return st.builds(
        Settings,
        size_set=st.sampled_from((13, 14)),
        first_line_mm=st.sampled_from((0, 10, 12.7)),
        space_before_pt=st.floats(0, 12),
        line_pitch_pt=st.floats(15, 25),
        margins_mm=st.builds(Margins, top=margin, bottom=margin, left=margin, right=margin),
        tone=st.sampled_from(("old", "new")),
        unknown=unknowns(),
    )


@cache
def letterheads() -> st.SearchStrategy[Letterhead]:
    """Make letterheads of which any part may be unknown."""
    text = _optional(texts())
    return st.builds(
        Letterhead,
        parent_agency=text,
        agency=text,
        number=_optional(st.sampled_from(("5", "145"))),
        symbol=text,
        place=text,
        issued_on=dates(),
        unknown=unknowns(),
    )


_text = _optional(texts())
_parts: dict[str, st.SearchStrategy[Any]] = {
    "id": st.uuids().map(lambda made: made.hex),
    "modified": moments(),
    "year": st.integers(2000, 2100),
    "subject": texts(),
    "outline": _text,
    "medium": st.sampled_from(("electronic", "paper")),
    "period": st.builds(Period, type=st.sampled_from(("year", "quarter")), cutoff=_optional(dates())),
    "state": st.sampled_from(("drafting", "consulting", "for_signing", "issued")),
    "request": _optional(st.builds(Request, agency=_text, date=dates(), subject=_text, due=dates())),
    "letterhead": letterheads(),
    "marks": st.builds(Marks, urgency=_text, draft=_optional(st.integers(1, 9)), circulation=_text),
    "settings": _optional(settings()),
    "addressees": _tuples(texts(), 2),
    "legal_bases": _tuples(runs(), 2),
    "opening": blocks(2),
    "sections": _tuples(sections(), 3),
    "closing": blocks(2),
    "recipients": _tuples(texts(), 3),
    "filing": st.builds(Filing, unit=_text, copies=_optional(st.integers(0, 50)), drafter=_text),
    "signature": st.builds(Signature, lines=_tuples(texts(), 2), other_position=_text, signer=_text),
    "annexes": _tuples(annexes(), 2),
    "attachments": st.builds(
        Attachments,
        last_tasks=st.just(()) | _tuples(sections(), 1),
        rounds=st.integers(0, 9),
        paper=st.sampled_from((None, "draft", "signing")),
        signed_file=_text,
        corrects=_optional(
            st.builds(
                CorrectedReport, id=texts(), number=_text, symbol=_text, issued_on=dates(), unknown=unknowns()
            )
        ),
        passed_over=_tuples(
            st.builds(PassedOver, rule=texts(), found=texts(), place=texts(), unknown=unknowns()), 2
        ),
        answers=_tuples(
            st.builds(
                TaskAnswer,
                task=st.integers(1, 99),
                block=st.integers(0, 99),
                state=st.sampled_from(("answered", "open", "moved")),
                unknown=unknowns(),
            ),
            2,
        ),
        unknown=unknowns(),
    ),
    "import_notes": _tuples(st.builds(ImportNote, kind=texts(), text=texts(), place=texts()), 2),
    "unknown": unknowns(),
}


@cache
def reports() -> st.SearchStrategy[Report]:
    """Make a whole report, valid in every part."""
    return st.builds(Report, **_parts).map(with_ids)


def with_ids(report: Report) -> Report:
    """Count the ids of ``report`` from 1 on, so that each is its own."""
    counter = count(1)

    def mint() -> int:
        return next(counter)

    return replace(
        report,
        sections=tuple(_with_ids(section, mint) for section in report.sections),
        annexes=tuple(_with_ids(annex, mint) for annex in report.annexes),
        opening=tuple(_renamed(block, mint()) for block in report.opening),
        closing=tuple(_renamed(block, mint()) for block in report.closing),
        next_id=next(counter),
    )


def _with_ids(container: Container, mint: Callable[[], int]) -> Container:
    named = tuple(_renamed(block, mint()) for block in container.blocks)
    return replace(container, id=mint(), blocks=named)


def _renamed(block: Block, identity: int) -> Block:
    if isinstance(block, OpaqueBlock):
        content = canonical({**json.loads(block.content), "id": identity})
        return replace(block, id=identity, content=content)
    return replace(block, id=identity)
