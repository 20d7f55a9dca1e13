"""How a line is judged: faults are collected in words; none means it is right."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.sheet import Measurement, Outcome, TextSpot

Rule = Callable[[Anatomy], Measurement]
Faults = Iterable[str]
Places = Iterable[FlowParagraph | TextSpot]
"""Where in the text the faults are."""

_ALL = 120
"""2 mm: less room at both sides together tells nothing."""
SAID = 48
"""Characters of a text that a measurement repeats."""


def judge(measured: str, faults: Faults, at: Places = ()) -> Measurement:
    """Return right when there are no ``faults``, else wrong, with the faults named."""
    return _judged(Outcome.WRONG, measured, faults, at)


def judge_custom(measured: str, faults: Faults, at: Places = ()) -> Measurement:
    """Return right when it is as custom has it; otherwise is no error."""
    return _judged(Outcome.CUSTOM, measured, faults, at)


def _judged(otherwise: Outcome, measured: str, faults: Faults, at: Places) -> Measurement:
    found = list(dict.fromkeys(faults))
    if not found:
        return Measurement(Outcome.RIGHT, measured)
    return Measurement(otherwise, "; ".join([*([measured] if measured else []), *found]), _spots(at))


def review(reason: str, at: Places = ()) -> Measurement:
    """Return that a person must look, and why."""
    return Measurement(Outcome.REVIEW, reason, _spots(at))


def _spots(at: Places) -> tuple[TextSpot, ...]:
    found = (place if isinstance(place, TextSpot) else TextSpot(place.text) for place in at)
    return tuple(dict.fromkeys(found))


def not_applicable(reason: str) -> Measurement:
    """Return that the line does not concern this file, and why."""
    return Measurement(Outcome.NOT_APPLICABLE, reason)


def missing(anatomy: Anatomy, what: str) -> Measurement:
    """Return that a part which must be there was not found."""
    if anatomy.paper.has_text_boxes:
        return review(f"không tìm thấy {what}; tệp có khung chữ (text box), cần xem bằng mắt")
    if anatomy.has_tabbed_columns:
        return review(f"không tìm thấy {what}; hai cột không nằm trong bảng, cần xem bản PDF")
    return Measurement(Outcome.WRONG, f"không tìm thấy {what}")


# ------------------------------------------------------------------------------------- words


def said(text: str) -> str:
    """Return ``text`` in quotation marks, shortened."""
    one = " ".join(text.split())
    return f"“{one if len(one) <= SAID else one[: SAID - 1].rstrip() + '…'}”"


def points(size: float) -> str:
    """Return a size or a distance in points as it is written in Vietnamese."""
    return f"{size:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def millimetres(twips: float) -> str:
    """Return a length in mm."""
    return f"{twips * 25.4 / 1440:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " mm"


def to_mm(twips: float) -> float:
    """Return twips as mm."""
    return twips * 25.4 / 1440


def sizes(paragraphs: Sequence[FlowParagraph]) -> list[float]:
    """Return the sizes of the letters, each once, ascending; raised letters do not count."""
    return sorted(
        {run.look.size for paragraph in paragraphs for run in paragraph.inked if not run.look.raised}
    )


def size_words(paragraphs: Sequence[FlowParagraph]) -> str:
    """Return "cỡ 13, 14"."""
    return "cỡ " + (", ".join(points(size) for size in sizes(paragraphs)) or "?")


def describe(*paragraphs: FlowParagraph) -> str:
    """Return what a part says and how big it is."""
    return f"{' / '.join(said(paragraph.text) for paragraph in paragraphs)}, {size_words(paragraphs)}"


# ------------------------------------------------------------------------------------- faults


def size_faults(paragraphs: Sequence[FlowParagraph], low: float, high: float) -> Iterator[str]:
    """Say which sizes lie outside of ``low`` to ``high``."""
    wrong = [size for size in sizes(paragraphs) if not low <= size <= high]
    if wrong:
        asked = points(low) if low == high else f"{points(low)}-{points(high)}"
        yield f"cỡ {', '.join(map(points, wrong))} (quy định {asked})"


def look_faults(
    paragraphs: Sequence[FlowParagraph],
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    capitals: bool | None = None,
    centred: bool = False,
) -> Iterator[str]:
    """Say where ``paragraphs`` are otherwise than asked; None does not ask."""
    runs = [run for paragraph in paragraphs for run in paragraph.inked]
    if bold is not None and any(run.look.bold != bold for run in runs):
        yield "không đậm" if bold else "in đậm"
    if italic is not None and any(run.look.italic != italic for run in runs):
        yield "không nghiêng" if italic else "in nghiêng"
    text = "".join(run.shown for run in runs)
    if capitals and not text.isupper():
        yield "không in hoa"
    if capitals is False and text.isupper():
        yield "in hoa"
    if centred and any(not is_centred(paragraph) for paragraph in paragraphs):
        yield "không canh giữa"


def is_slanted(paragraph: FlowParagraph) -> bool:
    """Whether more than half of the letters are italic: a word or a name in italics is the author's."""
    letters = [(len(run.text.strip()), run.look.italic) for run in paragraph.inked]
    return 2 * sum(count for count, italic in letters if italic) > sum(count for count, _ in letters)


def is_centred(paragraph: FlowParagraph) -> bool:
    """Whether the text stands in the middle of its column: aligned so, and not pushed by indents."""
    look = paragraph.look
    if look.align == "line" and paragraph.printed[0].width >= paragraph.place.width - _ALL:
        return True  # as wide as the text: where else could it stand
    return look.align == "center" and abs(look.left + look.first_line - look.right) <= 57  # 1 mm


def single_spacing_faults(above: FlowParagraph, below: FlowParagraph) -> Iterator[str]:
    """Say whether ``below`` follows ``above`` at more than single spacing (or less than the letters need)."""
    size = max(sizes([above, below]), default=14)
    if above.printed and below.printed:
        apart = printed_pitch(above, below)
        if apart is None or not size <= apart <= size * 1.25:
            yield "không cách nhau dòng đơn" if apart is None else f"dòng dưới cách {points(apart)} pt"
        return
    gap = (above.look.after + below.look.before) / 20
    if gap > 0.5:
        yield f"cách nhau thêm {points(gap)} pt"
    if not size * 20 <= below.pitch <= size * 20 * 1.25:
        yield f"giãn dòng {points(below.pitch / 20)} pt, không phải dòng đơn"


def printed_pitch(above: FlowParagraph, below: FlowParagraph) -> float | None:
    """Return the points from the last line of ``above`` to the first of ``below``, None across pages."""
    last, first = above.printed[-1], below.printed[0]
    return (first.baseline - last.baseline) / 20 if first.page == last.page else None


def are_level(one: FlowParagraph, other: FlowParagraph) -> bool:
    """Whether two printed paragraphs begin on one line."""
    first, second = one.printed[0], other.printed[0]
    return first.page == second.page and abs(first.baseline - second.baseline) <= LEVEL


LEVEL = 57
"""1 mm: what an eye takes for one line. A line of 14 pt beside one of 13 pt stands 2 pt lower."""


# ------------------------------------------------------------------------------------- widths


def text_width(paragraph: FlowParagraph) -> float | None:
    """Return how wide the text is (of printed lines the longest), in twips; None without fonts to measure."""
    if paragraph.printed:
        return max(line.width for line in paragraph.printed)
    fonts = _fonts()
    if fonts is None:
        return None
    total = 0.0
    for run in paragraph.runs:
        face = fonts.face(bold=run.look.bold, italic=run.look.italic)
        text = run.shown.strip("\n")
        advance = face.width(text) / face.units_per_em * run.look.size * 20
        total += advance * run.look.scale / 100 + run.look.spacing * len(text)
    return total


def _fonts() -> FontSet | None:
    try:
        return find_fonts()
    except UserError:
        return None  # the lines that need widths then say that they could not be measured
