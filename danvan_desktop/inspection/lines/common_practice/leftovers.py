"""Line 53: what a draft leaves behind: marks, comments, tracked changes."""

from collections import Counter
from collections.abc import Iterator

from danvan_desktop.inspection.flow import FlowParagraph, FlowRun
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.annexes.enclosing_line import ENCLOSED
from danvan_desktop.inspection.measuring.formatting import all_runs
from danvan_desktop.inspection.measuring.judgement import judge_custom
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.inspection.wording.leftovers import leftover

_NAMED = 4
"""Spots that a measurement names."""


def leftovers(anatomy: Anatomy) -> Measurement:
    """Whether anything of the draft remains."""
    faults = [*_leftovers(anatomy, [*all_runs(anatomy)])]
    places = [paragraph for paragraph in _texts(anatomy) if leftover(paragraph.text)]
    return judge_custom("" if faults else "không còn", faults, places)


def _texts(anatomy: Anatomy) -> Iterator[FlowParagraph]:
    """Yield all paragraphs but those whose number and date are filled in after signing: lines 18, 20, 47."""
    signed = {part.text for part in (anatomy.number, anatomy.date) if part is not None}
    for paragraph in anatomy.file.paragraphs:
        if paragraph.text not in signed and not ENCLOSED.match(paragraph.text):
            yield paragraph


def _leftovers(anatomy: Anatomy, runs: list[FlowRun]) -> Iterator[str]:
    found = Counter(fault for p in _texts(anatomy) if (fault := leftover(p.text)))
    yield from list(found)[:_NAMED]
    if any(run.format.highlighted for run in runs):
        yield "còn chỗ đánh dấu màu"
    if anatomy.file.printed and anatomy.file.printed.marked:
        yield "còn chỗ tô màu hoặc đánh dấu"
    if anatomy.file.has_comments:
        yield "còn ý kiến góp ý ở lề"
    if anatomy.file.has_tracked_changes:
        yield "còn vết sửa (theo dõi thay đổi)"


LINES = (
    LineDefinition(
        Requirement(
            53,
            "Dấu vết của bản thảo",
            ": không còn chữ “DỰ THẢO”, chỗ đánh dấu, “…” chưa điền, ý kiến, vết sửa (theo dõi thay đổi)",
            None,
        ),
        measure=leftovers,
    ),
)
