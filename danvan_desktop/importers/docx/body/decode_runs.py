"""Converts legacy encodings (TCVN3, VNI) to Unicode and normalises the letters; formatting is kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from danvan_desktop.importers.docx.body.character_format import TracedRun
from danvan_desktop.importers.docx.body.inline import RawRun
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Run, Runs
from danvan_desktop.report.text.legacy_encodings import (
    Code,
    code_of_font,
    from_code,
    from_voted,
    has_lost_letters,
    is_better_as,
    shows_capitals,
)
from danvan_desktop.report.text.normalise import normalise

_PRIVATE = re.compile("[\uf000-\uf0ff]")
_LEADING_MARKS = re.compile("[\u0300-\u036f]+")


class Decoder:
    """Turns the raw runs of a paragraph into runs of a report.

    ``assumed``: the legacy encoding of text in fonts that tell nothing, where the whole file shows it.
    ``as_typed``: keep the letters of text that is only shown in capitals.
    """

    def __init__(self, losses: Losses, assumed: Code | None = None, *, as_typed: bool = False) -> None:
        self._losses = losses
        self._assumed = assumed
        self._as_typed = as_typed
        self._converted: list[str] = []

    def runs(self, pieces: Iterable[RawRun]) -> Runs:
        """Return the runs of ``pieces``; neighbours with the same formatting are one."""
        return joined(run for run, _ in self.traced_runs(pieces))

    def traced_runs(self, pieces: Iterable[RawRun]) -> list[TracedRun]:
        """Return the runs of ``pieces`` with what editing left on them."""
        pieces = list(self._in_unicode(list(pieces)))
        runs: list[TracedRun] = []
        for format_, group in groupby(pieces, lambda piece: replace(piece.format, font="")):
            text = "".join(piece.text for piece in group)
            if runs and (marks := _LEADING_MARKS.match(text)):  # a tone parted from its letter
                run, trace = runs[-1]
                runs[-1] = replace(run, text=run.text + marks.group()), trace
                text = text[marks.end() :]
            if text:
                run = Run(text, format_.bold, format_.italic, format_.underline, format_.vertical)
                runs.append((run, format_.trace))
        return [(replace(run, text=normalise(run.text)), trace) for run, trace in runs]

    def finish(self) -> None:
        """Note what only all converted text together shows: letters that were lost in copying."""
        if has_lost_letters(" ".join(self._converted)):
            self._losses.note("lost")

    def _in_unicode(self, pieces: list[RawRun]) -> Iterator[RawRun]:
        for font, same in groupby(pieces, lambda piece: piece.format.font):
            group = list(same)
            code = code_of_font(font) or self._assumed
            text = "".join(piece.text for piece in group)
            if code is not None and is_better_as(_PRIVATE.sub(_as_byte, text), code):
                yield from self._converted_pieces(group, font, code)
            else:
                for piece in group:
                    yield self._in_capitals(piece)

    def _converted_pieces(self, group: list[RawRun], font: str, code: Code) -> Iterator[RawRun]:
        """A letter of VNI is two characters: formatting that parts them is one here."""
        for format_, same in groupby(group, lambda piece: piece.format):
            typed = _PRIVATE.sub(_as_byte, "".join(piece.text for piece in same))
            text = from_code(typed, code) if code_of_font(font) else from_voted(typed, code)
            if text != typed:
                self._losses.quote(code, font or "khác", once=True)
                if code == "TCVN3":
                    self._converted.append(text)
            if shows_capitals(font):
                text = text.upper()
            yield self._in_capitals(RawRun(text, format_))

    def _in_capitals(self, piece: RawRun) -> RawRun:
        if piece.format.capitals and not self._as_typed:
            return RawRun(piece.text.upper(), replace(piece.format, capitals=False))
        return RawRun(piece.text, replace(piece.format, capitals=False))


def _as_byte(match: re.Match[str]) -> str:
    """Return a character of a symbol font's private use area as the byte it stands for."""
    return chr(ord(match.group()) - 0xF000)
