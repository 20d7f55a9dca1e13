"""The text of a paragraph as it came back, and where in it something was put in, taken out or struck."""

import re
from dataclasses import dataclass, field, replace
from typing import TypeVar

from danvan_desktop.importers.docx.body.character_format import Trace
from danvan_desktop.importers.docx.body.items import WordParagraph
from danvan_desktop.importers.docx.roundtrip.styles import named_style
from danvan_desktop.report.diff.words import cut, joined
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.takeback.layout_values import LetterStretch
from danvan_desktop.report.takeback.model import StruckStretch, TakenLook, TrackedErasure, TrackedStretch

_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class TracedText:
    """The text with all tracked changes made, white space made one blank; offsets are of this text."""

    runs: Runs = ()
    tracked: list[TrackedStretch] = field(default_factory=list)
    erased: list[TrackedErasure] = field(default_factory=list)
    struck: list[StruckStretch] = field(default_factory=list)
    restyled: list[TrackedStretch] = field(default_factory=list)
    unstyled: list[TakenLook] = field(default_factory=list)
    letters: list[LetterStretch] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its letters."""
        return plain(self.runs)

    @property
    def unstruck(self) -> Runs:
        """Its letters but for those that are struck through."""
        kept: list[Run] = []
        at = 0
        for each in self.struck:
            kept += cut(self.runs, at, each.start)
            at = each.end
        return _one_blank(joined((*kept, *cut(self.runs, at))))

    def without_start(self, length: int) -> "TracedText":
        """Return it without its first letters: a number that is kept apart."""
        return TracedText(
            cut(self.runs, length),
            [replace(each, start=max(each.start - length, 0), end=each.end - length) for each in self.tracked]
            if length
            else self.tracked,
            [replace(each, at=max(each.at - length, 0)) for each in self.erased],
            _behind(self.struck, length),
            _behind(self.restyled, length),
            _behind(self.unstyled, length),
            _behind(self.letters, length),
        )


_Stretch = TypeVar("_Stretch", StruckStretch, TrackedStretch, TakenLook, LetterStretch)


def _behind(stretches: list[_Stretch], length: int) -> list[_Stretch]:
    """Give what of ``stretches`` lies behind the first ``length`` letters."""
    return [
        replace(each, start=max(each.start - length, 0), end=each.end - length)
        for each in stretches
        if each.end > length
    ]


def traced_text(paragraph: WordParagraph) -> TracedText:
    """Read ``paragraph``, which a traced reader gave; bold and italic of its style are not of the text."""
    style = named_style(paragraph.style)
    is_bold, is_italic = (style.bold, style.italic) if style is not None else (False, False)
    made = TracedText()
    runs: list[Run] = []
    length, ends_blank = 0, True
    for run, trace in paragraph.traces:
        text = _SPACES.sub(" ", run.text)
        if trace is not None and trace.is_erased:
            if trace.revision is not None:
                made.erased.append(TrackedErasure(length, text, trace.revision, trace.put_in_by))
            continue
        if ends_blank:
            text = text.lstrip(" ")
        if not text:
            continue
        ends_blank = text.endswith(" ")
        runs.append(
            replace(run, text=text, bold=run.bold and not is_bold, italic=run.italic and not is_italic)
        )
        _note(made, trace, length, length + len(text))
        who = None if trace is None else trace.restyled
        if is_bold and not run.bold:
            made.unstyled.append(TakenLook(length, length + len(text), "bold", who))
        if is_italic and not run.italic:
            made.unstyled.append(TakenLook(length, length + len(text), "italic", who))
        length += len(text)
    made.runs = cut(joined(runs), 0, len(plain(tuple(runs)).rstrip(" ")))
    return made


def _one_blank(runs: Runs) -> Runs:
    """Leave no two blanks where words between them went, and none at the ends."""
    kept: list[Run] = []
    ends_blank = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text.lstrip(" ") if ends_blank else text
        if text:
            ends_blank = text.endswith(" ")
            kept.append(replace(run, text=text))
    return cut(tuple(kept), 0, len(plain(tuple(kept)).rstrip(" ")))


def _note(made: TracedText, trace: Trace | None, start: int, end: int) -> None:
    if trace is None:
        return
    if trace.letters is not None:
        last_set = made.letters[-1] if made.letters else None
        here = replace(trace.letters, start=start, end=end)
        if last_set is not None and last_set == replace(here, start=last_set.start, end=start):
            made.letters[-1] = replace(last_set, end=end)
        else:
            made.letters.append(here)
    if trace.revision is not None:
        made.tracked.append(TrackedStretch(start, end, trace.revision, trace.is_moved))
    if trace.restyled is not None:
        made.restyled.append(TrackedStretch(start, end, trace.restyled))
    if trace.is_struck:
        last = made.struck[-1] if made.struck else None
        if last is not None and last.end == start:
            made.struck[-1] = replace(last, end=end)
        else:
            made.struck.append(StruckStretch(start, end))
