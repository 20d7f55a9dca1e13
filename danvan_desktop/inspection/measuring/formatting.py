"""Character and paragraph formatting against what is asked: sizes, bold, italic, capitals, centring."""

from collections.abc import Iterator, Sequence

from danvan_desktop.inspection.flow import FlowParagraph, FlowRun
from danvan_desktop.inspection.measuring.judgement import quoted
from danvan_desktop.inspection.measuring.units import points
from danvan_desktop.inspection.recognition.anatomy import Anatomy

_CENTRED = 85
"""1.5 mm: what an eye takes for the middle; the same on paper."""
_FULL_WIDTH_SLACK = 120
"""2 mm: less room at both sides together tells nothing."""


def sizes(paragraphs: Sequence[FlowParagraph]) -> list[float]:
    """Return the sizes of the letters, each once, ascending; raised letters do not count."""
    formats = (run.format for paragraph in paragraphs for run in paragraph.visible_runs)
    return sorted({each.size for each in formats if not each.raised})


def size_words(paragraphs: Sequence[FlowParagraph]) -> str:
    """Return "cỡ 13, 14"."""
    return "cỡ " + (", ".join(points(size) for size in sizes(paragraphs)) or "?")


def describe(*paragraphs: FlowParagraph) -> str:
    """Return the words of a part in quotation marks and their sizes."""
    return f"{' / '.join(quoted(paragraph.text) for paragraph in paragraphs)}, {size_words(paragraphs)}"


def size_faults(paragraphs: Sequence[FlowParagraph], low: float, high: float) -> Iterator[str]:
    """Say which sizes lie outside of ``low`` to ``high``."""
    wrong = [size for size in sizes(paragraphs) if not low <= size <= high]
    if wrong:
        asked = points(low) if low == high else f"{points(low)}-{points(high)}"
        yield f"cỡ {', '.join(map(points, wrong))} (quy định {asked})"


def format_faults(
    paragraphs: Sequence[FlowParagraph],
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    capitals: bool | None = None,
    centred: bool = False,
) -> Iterator[str]:
    """Say how the formatting of ``paragraphs`` differs from what is asked; None does not ask."""
    runs = [run for paragraph in paragraphs for run in paragraph.visible_runs]
    if bold is not None and any(run.format.bold != bold for run in runs):
        yield "không đậm" if bold else "in đậm"
    if italic is not None and any(
        run.format.italic != italic for run in runs if _has_letters(run) or not italic
    ):
        yield "không nghiêng" if italic else "in nghiêng"
    text = "".join(run.shown for run in runs)
    if capitals and not text.isupper():
        yield "không in hoa"
    if capitals is False and text.isupper():
        yield "in hoa"
    if centred and any(not is_centred(paragraph) for paragraph in paragraphs):
        yield "không canh giữa"


def _has_letters(run: FlowRun) -> bool:
    """Whether it is more than figures: those of number and day are put there by the signing software."""
    return any(character.isalpha() for character in run.text)


def is_mostly_italic(paragraph: FlowParagraph) -> bool:
    """Whether more than half of the letters are italic: a word or a name in italics is the author's."""
    letters = [(len(run.text.strip()), run.format.italic) for run in paragraph.visible_runs]
    return 2 * sum(count for count, italic in letters if italic) > sum(count for count, _ in letters)


def is_centred(paragraph: FlowParagraph) -> bool:
    """Whether the text stands in the middle of its column: aligned so, and not pushed by indents."""
    found = paragraph.format
    if found.align == "line" and paragraph.printed[0].width >= paragraph.place.width - _FULL_WIDTH_SLACK:
        return True  # as wide as the text: where else could it stand
    return found.align == "center" and abs(found.left + found.first_line - found.right) / 2 <= _CENTRED


def all_runs(anatomy: Anatomy) -> Iterator[FlowRun]:
    """Yield every run of which something is seen, headers and footers included."""
    stories = (paragraph for section in anatomy.file.sections for paragraph in section.stories)
    for paragraph in (*anatomy.file.paragraphs, *stories):
        yield from paragraph.visible_runs
