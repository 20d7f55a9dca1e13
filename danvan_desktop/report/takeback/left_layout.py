"""Letters, spacings and margins of a file that came back: the decree sets them, no report holds them.

What somebody set otherwise is named at its place; what stands in many places in the same way is named once.
Both files are read alike and an editor rounds, so that small differences are none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.layout_values import PageMargins, ParagraphShape
from danvan_desktop.report.takeback.left_cells import ALIGNMENT_NAMES, cells_set_otherwise
from danvan_desktop.report.takeback.left_letters import letters_set_otherwise
from danvan_desktop.report.takeback.model import NotTaken, ReturnedBlock, ReturnedFile, Revision
from danvan_desktop.report.takeback.wording import points_text, revision_text, shortened

KIND = "layout"
_SEVERAL = 3
"""So many places with the same are named once."""
_TWIPS_A_MM = 1440 / 25.4
_LEAST_SPACE = 20
_LEAST_INDENT = 57
"""Twips: a point, and a millimetre."""
_LEAST_LINE = 10
_LONGEST = 60
"""Letters of words that are quoted, and of a paragraph by which a place is told."""
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_DEFAULT = ParagraphShape()


@frozen
class _Found:
    """Something that was set otherwise."""

    said: str
    words: str
    """The letters that it is about; "" for the whole paragraph."""
    who: Revision | None
    block: int
    place: str


def layout_left(
    base: ReturnedFile,
    returned: ReturnedFile,
    olds: Sequence[Unit],
    news: Sequence[Unit],
    links: Sequence[UnitLink],
) -> Iterator[NotTaken]:
    """Name what was set otherwise in the file that came back."""
    yield from _margins(base.pages, returned.pages)
    if not _has_styles(returned):
        return
    found = [
        each
        for link in links
        for number in link.news
        for each in _of_unit(olds[link.olds[0]], news[number], news[number - 1] if number else None)
    ]
    yield from _named([*_of_frame(base, returned), *found])


def _has_styles(returned: ReturnedFile) -> bool:
    """Tell whether most paragraphs have kept their styles: without them all of a file looks otherwise."""
    styled = [block.has_own_style for block in returned.blocks if block.kind != "table"]
    return 2 * sum(styled) >= len(styled)


def _margins(old: Sequence[PageMargins], new: Sequence[PageMargins]) -> Iterator[NotTaken]:
    pairs = list(zip(old, new, strict=False))[: None if len(old) == len(new) else 1]
    said = dict.fromkeys(
        f"{name} {_mm(before)} → {_mm(after)}"
        for was, now in pairs
        for side, name in _SIDES.items()
        if abs((before := getattr(was, side)) - (after := getattr(now, side))) >= _LEAST_INDENT
    )
    if said:
        text = f"Lề trang trong tệp đã đổi: {'; '.join(said)}. Lề đặt ở phần trình bày, không nhận từ tệp."
        yield NotTaken(KIND, text, place="Lề trang giấy")
    papers = dict.fromkeys(each for was, now in pairs for each in _paper(was, now))
    if papers:
        text = f"Trang giấy trong tệp đã đổi, không nhận được: {'; '.join(papers)}."
        yield NotTaken(KIND, text, place="Trang giấy")


def _paper(was: PageMargins, now: PageMargins) -> Iterator[str]:
    sizes = abs(now.width - was.width), abs(now.height - was.height)
    if was.width and now.width and max(sizes) >= _LEAST_INDENT:
        before, after = (f"{_mm(each.width)} × {_mm(each.height)}" for each in (was, now))
        yield f"khổ giấy {before} → {after}"
    if was.columns != now.columns:
        yield f"chia cột {was.columns} → {now.columns}"


def _of_unit(old: Unit, new: Unit, above: Unit | None) -> Iterator[_Found]:
    before, after = old.block, new.block
    if old.kind == "table" and new.kind == "table":
        yield from _letters(before, after, old.id, old.text)
        yield from (
            _Found(said, words, None, old.id, old.text) for said, words in cells_set_otherwise(before, after)
        )
    elif old.kind == new.kind and after.has_own_style and before.role == after.role:
        yield from _letters(before, replace(after, runs=new.runs), old.id, old.text)
        if before.shape is not None and after.shape is not None:
            is_below_table = above is not None and above.kind == "table"
            shapes = _shapes(before.shape, after.shape, is_below_table=is_below_table)
            for said in (*shapes, *_signs(before.shape, after.shape)):
                if before.label == after.label or not said.startswith("thụt"):  # a list has its own indents
                    yield _Found(said, "", after.reshaped, old.id, old.text)


def _of_frame(base: ReturnedFile, returned: ReturnedFile) -> Iterator[_Found]:
    """Of lines around the text only the letters are looked at, where the words are the same."""
    lines = defaultdict[tuple[str, str], list[ReturnedBlock]](list)
    for block in base.blocks:
        if block.kind == "frame":
            lines[block.role, block.text].append(block)
    for block in returned.blocks:
        if block.kind == "frame" and block.has_own_style and (same := lines[block.role, block.text]):
            yield from _letters(same.pop(0), block, 0, block.text)


def _letters(before: ReturnedBlock, after: ReturnedBlock, block: int, place: str) -> Iterator[_Found]:
    for said, words in letters_set_otherwise(before, after):
        yield _Found(said, words, None, block, place)


def _shapes(old: ParagraphShape, new: ParagraphShape, *, is_below_table: bool) -> Iterator[str]:
    """Say what of a paragraph is set otherwise."""
    if old.align != new.align:
        yield f"{ALIGNMENT_NAMES[old.align]} → {ALIGNMENT_NAMES[new.align]}"
    for name, was, now in (("trên", old.before, new.before), ("dưới", old.after, new.after)):
        if abs(now - was) >= _LEAST_SPACE:
            yield f"giãn cách {name} {points_text(was)} → {points_text(now)}"
    is_lost = is_below_table and (new.line, new.rule) == (_DEFAULT.line, _DEFAULT.rule)
    if is_lost:  # LibreOffice leaves out in .rtf what the first paragraph below a table has of its style
        return
    if old.rule != new.rule or abs(new.line - old.line) >= _LEAST_LINE:
        yield f"giãn dòng {_line(old)} → {_line(new)}"
    indents = (
        ("dòng đầu", old.first_line, new.first_line),
        ("lề trái của đoạn", old.left, new.left),
        ("lề phải của đoạn", old.right, new.right),
    )
    for name, was, now in indents:
        if abs(now - was) >= _LEAST_INDENT:
            yield f"thụt {name} {_mm(was)} → {_mm(now)}"


def _signs(old: ParagraphShape, new: ParagraphShape) -> Iterator[str]:
    """Say what stands around a paragraph that did not before, and the other way round."""
    for name, was, now in (
        ("tô nền đoạn", old.is_shaded, new.is_shaded),
        ("kẻ đường viền quanh đoạn", old.borders > 0, new.borders > 0),
        ("sang trang mới", old.breaks_page, new.breaks_page),
    ):
        if was != now:
            yield name if now else f"bỏ {name}"


def _named(found: Iterable[_Found]) -> Iterator[NotTaken]:
    """Put in one what stands in many places in the same way, then what stands in one place."""
    alike = defaultdict[tuple[str, Revision | None], list[_Found]](list)
    for each in found:
        alike[each.said, each.who].append(each)
    places = defaultdict[tuple[int, str, Revision | None], list[str]](list)
    for (said, who), several in alike.items():
        first = several[0]
        blocks = {(each.block, each.place) for each in several}
        if len(blocks) >= _SEVERAL:
            text = f"{len(blocks)} chỗ có cách trình bày khác thể thức, không nhận được: {said}"
            yield NotTaken(KIND, f"{text} ({revision_text(who)}).", first.block, _short(first.place))
            continue
        for each in several:
            quoted = f" “{_short(each.words)}”" if each.words else ""
            places[each.block, each.place, who].append(f"{said}{quoted}")
    for (block, place, who), told in places.items():
        text = f"Cách trình bày ở đây theo thể thức, không nhận được: {'; '.join(dict.fromkeys(told))}"
        yield NotTaken(KIND, f"{text} ({revision_text(who)}).", block, _short(place))


def _line(shape: ParagraphShape) -> str:
    if shape.rule == "auto":
        return f"{shape.line / 240:.3g} dòng".replace(".", ",")
    least = "ít nhất " if shape.rule == "atLeast" else ""
    return f"{least}{points_text(shape.line)}"


def _mm(twips: int) -> str:
    return f"{round(twips / _TWIPS_A_MM)} mm"


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST)
