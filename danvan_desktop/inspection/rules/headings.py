"""C. Nội dung: lines 28-34, căn cứ, viện dẫn, phần, mục, khoản, điểm (PL I, Mục II, khoản 6)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.rules.judging import (
    Rule,
    is_slanted,
    judge,
    look_faults,
    not_applicable,
    review,
    said,
    size_faults,
    size_words,
)
from danvan_desktop.inspection.sheet import Measurement
from danvan_desktop.inspection.text_blocks import Block, Kind

POINTS = tuple("abcdđeghiklmnopqrstuvxy")
"""Letters of điểm in their order: no ă â ê ô ơ ư, no f j w z, as in the decree's own lists."""


def of_kind(anatomy: Anatomy, *kinds: Kind) -> list[Block]:
    """Return the blocks of these kinds."""
    return [block for block in anatomy.blocks if block.kind in kinds]


def _places(blocks: Sequence[Block], faults_of: "dict[int, list[str]]") -> list[FlowParagraph]:
    """Return the paragraphs that something is wrong with."""
    return [blocks[index].paragraph for index, faults in faults_of.items() if faults]


def _faulty(blocks: Sequence[Block], faults_of: "dict[int, list[str]]") -> list[str]:
    """Return at most three blocks with what is wrong with them, and how many more there are."""
    wrong = [(blocks[index], faults) for index, faults in faults_of.items() if faults]
    said_of = [f"{said(block.paragraph.text)}: {', '.join(faults)}" for block, faults in wrong[:3]]
    more = len(wrong) - len(said_of)
    return said_of + ([f"và {more} chỗ nữa"] if more > 0 else [])


def bases(anatomy: Anatomy) -> Measurement:
    """Line 28."""
    found = of_kind(anatomy, "basis")
    if not found:
        return not_applicable("không có căn cứ")
    paragraphs = [block.paragraph for block in found]
    faults = [*size_faults(paragraphs, 13, 14), *look_faults(paragraphs, italic=True)]
    ends = [";"] * (len(found) - 1) + ["."]
    open_ended = [(p, end) for p, end in zip(paragraphs, ends, strict=True) if not p.text.endswith(end)]
    faults += (f"{said(p.text)} không kết thúc bằng “{end}”" for p, end in open_ended)
    return judge(f"{len(found)} căn cứ, {size_words(paragraphs)}", faults, [p for p, _ in open_ended])


def parts(anatomy: Anatomy) -> Measurement:
    """Line 30."""
    labels, titles = of_kind(anatomy, "part"), of_kind(anatomy, "part_title")
    if not labels:
        return not_applicable("không chia phần")
    faults_of = {}
    for index, block in enumerate(labels):
        faults = [*size_faults([block.paragraph], 13, 14)]
        faults += look_faults([block.paragraph], bold=True, italic=False, capitals=False, centred=True)
        if not re.fullmatch(r"[IVXLC]+", block.number):
            faults.append("không phải số La Mã")
        if block.rest:
            faults.append("tiêu đề không ở dòng riêng")
        faults_of[index] = faults
    faults = _faulty(labels, faults_of)
    below = [block.paragraph for block in titles]
    wrong = [*size_faults(below, 13, 14), *look_faults(below, bold=True, capitals=True, centred=True)]
    faults += (f"tiêu đề phần {fault}" for fault in wrong) if below else ()
    return judge(f"{len(labels)} phần", faults, _places(labels, faults_of))


def sections(anatomy: Anatomy) -> Measurement:
    """Line 31."""
    found = of_kind(anatomy, "section")
    if not found and of_kind(anatomy, "part"):
        return not_applicable("chia phần, không có mục")
    if not found:
        return review("không nhận ra mục nào đánh số La Mã (I., II., …)")
    faults_of = {index: [*_section_faults(block)] for index, block in enumerate(found)}
    measured = f"{len(found)} mục, {size_words([block.paragraph for block in found])}"
    return judge(measured, _faulty(found, faults_of), _places(found, faults_of))


def _section_faults(block: Block) -> Iterator[str]:
    yield from size_faults([block.paragraph], 13, 14)
    yield from look_faults([block.paragraph], bold=True, italic=False, capitals=True)
    if block.sign != ".":
        yield f"sau số là “{block.sign}”, không phải dấu chấm" if block.sign else "sau số không có dấu chấm"


def titles(anatomy: Anatomy) -> Measurement:
    """Line 32."""
    found = of_kind(anatomy, "part", "section")
    if not found:
        return not_applicable("không nhận ra phần, mục")
    bare: list[FlowParagraph] = []
    for block, following in zip(anatomy.blocks, (*anatomy.blocks[1:], None), strict=True):
        titled = block.rest or (block.kind == "part" and following and following.kind == "part_title")
        if block.kind in {"part", "section"} and not titled:
            bare.append(block.paragraph)
    return judge(f"{len(found)} phần, mục", (f"{said(p.text)} không có tiêu đề" for p in bare), bare)


def clauses(anatomy: Anatomy) -> Measurement:
    """Line 33."""
    found = of_kind(anatomy, "clause")
    if not found:
        automatic = any(block.paragraph.look.numbered for block in anatomy.blocks)
        why = "số do Word tự đánh, không có trong chữ nên chưa kiểm tra được"
        return review(why) if automatic else not_applicable("không có khoản")
    faults_of = {index: [*_clause_faults(block)] for index, block in enumerate(found)}
    out_of_turn = [*_sequence_faults(anatomy.blocks)]
    faults = [*_faulty(found, faults_of), *(fault for fault, _ in out_of_turn)]
    places = [*_places(found, faults_of), *(paragraph for _, paragraph in out_of_turn)]
    return judge(f"{len(found)} khoản", faults, places)


def _clause_faults(block: Block) -> Iterator[str]:
    if block.sign != "." and "." not in block.number:
        yield f"sau số là “{block.sign}”, không phải dấu chấm" if block.sign else "sau số không có dấu chấm"
    runs = block.paragraph.inked
    if not block.is_bold and any(run.look.bold for run in runs):
        letters = sum(len(run.text) for run in runs if run.look.bold)
        if letters * 2 > len(block.paragraph.text) or runs[0].look.bold:
            yield "chỗ đậm chỗ không"
    if block.is_bold and block.rest.endswith((".", ";")) and len(block.rest) > 150:
        yield "đậm cả đoạn văn"
    if is_slanted(block.paragraph):
        yield "in nghiêng"


def _sequence_faults(blocks: Sequence[Block]) -> Iterator[tuple[str, FlowParagraph]]:
    """Say where numbers skip or repeat, or stand below no khoản of theirs; each mục begins anew."""
    last: dict[str, int] = {}
    named: set[str] = set()
    automatic = False
    for block in blocks:
        if block.kind in {"section", "part"}:
            last.clear()
            named.clear()
            automatic = False
        automatic = automatic or block.paragraph.look.numbered  # the khoản above may be one of Word's own
        if block.kind != "clause":
            continue
        above, _, own = block.number.rpartition(".")
        if above and above not in named and not automatic and not _is_open(above, last):
            named.add(above)
            yield _orphan(block, above, last.get("")), block.paragraph
        expected = last.get(above, 0) + 1
        if int(own) != expected:
            whole = f"{above}.{expected}" if above else str(expected)
            told = f"số {block.number} đứng ở chỗ của số {whole} ({said(block.paragraph.text)})"
            yield told, block.paragraph
        last[above] = int(own)
        last.pop(block.number, None)


def _is_open(number: str, last: Mapping[str, int]) -> bool:
    """Whether the last khoản of its level, and of every level above, bears this number."""
    above, _, own = number.rpartition(".")
    return last.get(above) == int(own) and (not above or _is_open(above, last))


def _orphan(block: Block, above: str, open_clause: int | None) -> str:
    where = "không đứng dưới khoản nào" if open_clause is None else f"đứng dưới khoản {open_clause}"
    return f"số {block.number} {where}, phải đứng dưới khoản {above} ({said(block.paragraph.text)})"


def point_letters(anatomy: Anatomy) -> Measurement:
    """Line 34."""
    found = of_kind(anatomy, "point")
    if not found:
        return not_applicable("không có điểm")
    faults_of = {
        index: [
            *([] if block.sign == ")" else ["sau chữ cái không phải dấu đóng ngoặc đơn"]),
            *(["in nghiêng"] if is_slanted(block.paragraph) else []),
        ]
        for index, block in enumerate(found)
    }
    out_of_turn = [*_letter_faults(anatomy.blocks)]
    faults = [*_faulty(found, faults_of), *(fault for fault, _ in out_of_turn)]
    places = [*_places(found, faults_of), *(paragraph for _, paragraph in out_of_turn)]
    return judge(f"{len(found)} điểm", faults, places)


def _letter_faults(blocks: Sequence[Block]) -> Iterator[tuple[str, FlowParagraph]]:
    expected = 0
    for block in blocks:
        if block.is_title or block.kind == "clause":
            expected = 0
        if block.kind != "point":
            continue
        at = POINTS.index(block.number) if block.number in POINTS else None
        if at not in {expected, 0}:
            wanted = POINTS[expected] if expected < len(POINTS) else "?"
            yield f"“{block.number})” đứng ở chỗ của “{wanted})”", block.paragraph
        expected = (expected if at is None else at) + 1


RULES: dict[int, Rule] = {
    28: bases,
    30: parts,
    31: sections,
    32: titles,
    33: clauses,
    34: point_letters,
}
