"""Joins lines of body text into paragraphs: by indents, spacing, and lines that end early."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import (
    DrawnLine,
    FlowParagraph,
    FlowPlace,
    FlowRun,
    ParagraphFormat,
)
from danvan_desktop.inspection.pdf.rows import TextSegment
from danvan_desktop.inspection.pdf.strokes import MeasuredStroke
from danvan_desktop.inspection.pdf.text_area import Area
from danvan_desktop.inspection.recognition.closing import is_annex_label
from danvan_desktop.inspection.wording.broken_symbols import ends_in_a_symbol
from danvan_desktop.report.document_kinds import named_kind

Rules = Mapping[tuple[int, float], Sequence[MeasuredStroke]]
"""Lying strokes by page and baseline of the letters above them."""
CENTRED = 85.0
"""1.5 mm."""
_DEEP, _NEARLY = 850.0, 227.0
"""15 mm: no paragraph begins so far in; what does and is 4 mm off the middle at most was meant so."""
_EXACT = 6.0
_GAP = 40.0
"""2 pt more than the usual pitch part two paragraphs."""
_WIDEST = 2.6
"""Ems from line to line: double spacing and a little more."""
_MARGIN = 57.0
"""1 mm: what is centred keeps so far from the edges."""
_MARK = re.compile(r"[-–+•]\s|\d{1,2}(\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVXLC]+\.\s")
_ENDED = (".", ";", ":", "!", "?", "/.")
_MARK_LOW, _MARK_HIGH = 0.15, 1.8
"""Ems below a baseline where the decree's rules stand."""


@frozen
class Setting:
    """The text area, line pitch and first-line indent of the text that lines belong to."""

    area: Area
    pitch: float
    indent: float | None
    section: int


def paragraphs(lines: Sequence[TextSegment], setting: Setting, strokes: Rules) -> Iterator[FlowParagraph]:
    """Yield the paragraphs that ``lines`` of running text make."""
    group: list[TextSegment] = []
    for line in lines:
        if group and _begins(group, line, setting):
            yield _paragraph(group, setting, strokes)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group, setting, strokes)


def is_centred(line: TextSegment, setting: Setting) -> bool:
    """Whether ``line`` stands in the middle of the text, and not by chance."""
    area = setting.area
    off = abs(line.centre - area.centre)
    inside = line.left > area.left + _MARGIN and line.right < area.right - _MARGIN
    indented = setting.indent is not None and abs(line.left - area.left - setting.indent) <= _EXACT
    deep = min(line.left - area.left, area.right - line.right) > _DEEP
    return inside and off <= (_EXACT if indented else _NEARLY if deep else CENTRED)


def _is_in_the_middle(line: TextSegment, setting: Setting) -> bool:
    """The same of a line above a centred one: it may be as wide as the text."""
    return is_centred(line, setting) or abs(line.centre - setting.area.centre) <= CENTRED


def _begins(group: Sequence[TextSegment], line: TextSegment, setting: Setting) -> bool:
    """Whether ``line`` begins a paragraph, and does not go on with ``group``."""
    above, area = group[-1], setting.area
    if is_centred(line, setting) or is_centred(above, setting):
        return not _goes_on_centred(above, line, setting)
    if above.page == line.page and line.baseline - above.baseline > _usual(above, setting) + _GAP:
        return not _is_set_wide(above, line, setting)
    if not area.is_full(above) and above.right + above.size * 5 + line.first_word < area.right:
        return True
    if not area.is_flush(line):
        return not (_hangs(group, line) or _is_below_its_dash(group, line, setting))
    return bool(_MARK.match(line.text)) and above.text.endswith(_ENDED) and not area.is_flush(group[0])


def _is_set_wide(above: TextSegment, line: TextSegment, setting: Setting) -> bool:
    """Whether ``line`` goes on with a full line though far below it: where paragraphs begin further in."""
    apart = line.baseline - above.baseline
    return (
        setting.indent is not None
        and setting.area.left_is_sure
        and setting.area.is_full(above)
        and setting.area.is_flush(line)
        and apart <= above.size * 20 * _WIDEST
        and (above.is_bold, above.size) == (line.is_bold, line.size)
        and not _MARK.match(line.text)
    )


def _usual(above: TextSegment, setting: Setting) -> float:
    """Return the pitch to expect below ``above``."""
    return setting.pitch or above.size * 20 * 1.3


def _goes_on_centred(above: TextSegment, line: TextSegment, setting: Setting) -> bool:
    near = above.page == line.page and line.baseline - above.baseline <= _usual(above, setting) + _GAP
    alike = (above.is_bold, above.size, above.text.isupper()) == (
        line.is_bold,
        line.size,
        line.text.isupper(),
    )
    both = _is_in_the_middle(above, setting)
    return near and alike and both and is_centred(line, setting) and not _stands_alone(above.text)


def _stands_alone(text: str) -> bool:
    """Whether ``text`` has a line of its own, however like it the next one is set."""
    return is_annex_label(text) or named_kind(text) is not None


def _hangs(group: Sequence[TextSegment], line: TextSegment) -> bool:
    """Whether ``line`` stands below the text of a dash or number, or below a line pushed in as far."""
    if len(group) > 1:
        return abs(line.left - group[-1].left) <= _EXACT
    match = _MARK.match(group[0].text)
    if match is None:
        return False
    return abs(line.left - group[0].printed().lefts[match.end()]) <= _EXACT * 2


def _is_below_its_dash(group: Sequence[TextSegment], line: TextSegment, setting: Setting) -> bool:
    """Whether ``line`` goes on below the dash of an addressee, further in than paragraphs begin."""
    first, indent = group[0], setting.area.left + (setting.indent or 0)
    is_listed = first.text.startswith(("- ", "– ")) and not _MARK.match(line.text)
    return is_listed and abs(line.left - first.left) <= _EXACT and line.left > indent + _MARGIN


def _paragraph(lines: Sequence[TextSegment], setting: Setting, strokes: Rules) -> FlowParagraph:
    last, area = lines[-1], setting.area
    return FlowParagraph(
        runs=runs_of(lines),
        format=_paragraph_format(lines, setting),
        place=FlowPlace(section=setting.section, width=round(area.width), left=round(area.left)),
        mark_size=last.size,
        drawn=rules_under(last, strokes.get((last.page, last.baseline), ())),
        printed=tuple(line.printed() for line in lines),
    )


def runs_of(lines: Sequence[TextSegment]) -> tuple[FlowRun, ...]:
    """Return the runs of ``lines``, one for each format, the lines parted by a blank outside of symbols."""
    runs: list[FlowRun] = []
    above = ""
    for line in lines:
        broken = ends_in_a_symbol(above)
        above = line.text
        if runs and not broken:
            runs.append(FlowRun(" ", runs[-1].format))
        runs += line.runs()
    return tuple(runs)


def _paragraph_format(lines: Sequence[TextSegment], setting: Setting) -> ParagraphFormat:
    area, first = setting.area, lines[0]
    if is_centred(lines[-1], setting) and all(_is_in_the_middle(line, setting) for line in lines):
        return plain_format("center", pitch_of(lines))
    if len(lines) == 1:
        aside = area.is_full(first) and first.left > area.centre
        return plain_format("right" if aside else "line", 0, first_line=first.left - area.left)
    left = min(line.left for line in lines[1:]) - area.left
    justified = all(area.is_full(line) for line in lines[:-1])
    if justified and not area.right_is_sure and len(lines) == 2:
        return plain_format("line", pitch_of(lines), left=left, first_line=first.left - area.left - left)
    return plain_format(
        "both" if justified else "left",
        pitch_of(lines),
        left=left,
        first_line=first.left - area.left - left,
    )


def pitch_of(lines: Sequence[TextSegment]) -> float:
    """Return the distance from line to line, 0 where no two stand on one page."""
    apart = [b.baseline - a.baseline for a, b in itertools.pairwise(lines) if a.page == b.page]
    return median(apart) if apart else 0.0


def plain_format(align: str, pitch: float, *, left: float = 0, first_line: float = 0) -> ParagraphFormat:
    """Return a paragraph format with what print shows of it."""
    return ParagraphFormat(
        align=align,
        first_line=round(first_line),
        left=round(left),
        right=0,
        before=0,
        after=0,
        line=round(pitch),
        line_rule="exact",
        keep_next=False,
        numbered=False,
        outline=None,
        top_border=False,
        bottom_border=False,
    )


def rules_under(line: TextSegment, strokes: Sequence[MeasuredStroke]) -> tuple[DrawnLine, ...]:
    """Return the rule right below ``line``.

    ``strokes`` are those whose nearest letters above are this line's.
    """
    em = line.size * 20
    found = [s for s in strokes if em * _MARK_LOW <= s.y - line.baseline <= em * _MARK_HIGH]
    return tuple(
        DrawnLine(round(stroke.length), stroke.x, solid=not stroke.dashed)
        for stroke in sorted(found, key=lambda stroke: stroke.y)[:1]
    )
