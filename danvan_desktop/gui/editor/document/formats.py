"""Paragraphs and runs as Qt's block and character formats, and back: stored properties and screen formatting.

The formatting follows the print (first-line indent, numbers before the text) so that nothing surprises
there; what is painted before the text (:mod:`danvan_desktop.gui.editor.text.block_numbers`) is never text.
"""

import unicodedata
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.document.properties import (
    OBJECT_CHARACTER,
    Key,
    dump_origin,
    load_origin,
    number_property,
    optional_text,
    text_property,
)
from danvan_desktop.report.model import Alignment, Paragraph, Role, Run, Runs, Vertical

BODY_FAMILIES = ["Times New Roman", "Liberation Serif", "serif"]
BODY_POINTS = 13.5

_BODY_INDENT = 2.1
"""First-line indent in em: 10 mm at 13.5 pt."""

_LABEL_ROOM = {
    "heading": (1.5, 2.3, 3.1, 3.9),
    "clause": (1.5, 2.3, 3.1, 3.9),
    "point": (1.4,),
    "item": (0.9, 1.9),
}
"""Room in em for what is painted before the first line, by role and level."""

_ALIGNMENTS: dict[Alignment, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_ROLES: frozenset[str] = frozenset({"body", "heading", "clause", "point", "item"})
_VERTICALS: dict[Vertical, QTextCharFormat.VerticalAlignment] = {
    "super": QTextCharFormat.VerticalAlignment.AlignSuperScript,
    "sub": QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_BREAKS = str.maketrans(
    {"\u2028": " ", "\u2029": " ", "\n": " ", "\r": " ", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"}
)
"""What Qt would take for the end of a line or a frame: no run of a report holds it for long."""


def body_font(zoom: float = 1) -> QFont:
    """The serif font the text is edited in, ``zoom`` times as large."""
    font = QFont()
    font.setFamilies(BODY_FAMILIES)
    font.setPointSizeF(BODY_POINTS * zoom)
    return font


@frozen
class Formats:
    """Makes block formats (paragraph styles) for one font: lengths follow its size."""

    em: float
    zoom: float = 1
    """Of indents alone: Qt scales margins and letters with the device that a text is laid out for."""

    @classmethod
    def of(cls, font: QFont) -> "Formats":
        """Measure ``font``."""
        return cls(QFontMetricsF(font).height() * 0.87)

    def label_room(self, role: Role, level: int) -> float:
        """How wide the place is in which number or dash is painted."""
        rooms = _LABEL_ROOM.get(role)
        return 0 if rooms is None else self.em * rooms[min(level, len(rooms)) - 1]

    def first_line(self, role: Role, level: int) -> float:
        """How far the first line of a paragraph is indented."""
        return (self.em * _BODY_INDENT + self.label_room(role, level)) * self.zoom

    def style(self, role: Role, level: int) -> QTextBlockFormat:
        """The paragraph style of ``role`` and ``level``, with these two as properties."""
        block = self._plain("paragraph")
        block.setProperty(Key.ROLE, role)
        block.setProperty(Key.LEVEL, level)
        block.setTextIndent(self.first_line(role, level))
        if role == "heading":
            block.setTopMargin(self.em * 0.5)
        return block

    def paragraph(self, paragraph: Paragraph) -> QTextBlockFormat:
        """The format of ``paragraph``'s block: all of it but its text."""
        block = self.style(paragraph.role, paragraph.level)
        block.setProperty(Key.ID, paragraph.id)
        block.setProperty(Key.NUMBERING, paragraph.numbering)
        texts = {
            Key.NUMBER: paragraph.number,
            Key.NOTE: paragraph.note,
            Key.HINT: paragraph.hint,
            Key.ORIGIN: dump_origin(paragraph.origin) or None,
            Key.UNKNOWN: paragraph.unknown or None,
        }
        for key, text in texts.items():
            if text is not None:
                block.setProperty(key, text)
        return block

    def filler(self, identity: int) -> QTextBlockFormat:
        """An empty line that is no block of the report until something is typed into it."""
        block = self.style("body", 1)
        block.setProperty(Key.KIND, "filler")
        block.setProperty(Key.ID, identity)
        return block

    def caption(self, identity: int) -> QTextBlockFormat:
        """The line above a table that names it."""
        block = self._plain("caption")
        block.setProperty(Key.ID, identity)
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return block

    def opaque(self, identity: int, data: str) -> QTextBlockFormat:
        """The line that stands for a block of a kind this release does not know."""
        block = self._plain("opaque")
        block.setProperty(Key.ID, identity)
        block.setProperty(Key.OPAQUE, data)
        return block

    def cell(self, align: Alignment) -> QTextBlockFormat:
        """A line inside a table."""
        block = QTextBlockFormat()
        block.setProperty(Key.KIND, "cell")
        block.setAlignment(_ALIGNMENTS[align])
        return block

    def _plain(self, kind: str) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setProperty(Key.KIND, kind)
        block.setTopMargin(self.em * 0.1)
        block.setBottomMargin(self.em * 0.35)
        block.setLineHeight(124, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        return block


def kind_of_block(block: QTextBlock) -> str:
    """What a block of the document is: "paragraph", "filler", "caption", "opaque" or "cell"."""
    return text_property(block.blockFormat(), Key.KIND) or "paragraph"


def role_and_level_of(source: QTextFormat) -> tuple[Role, int]:
    """The role and level stored in a block's format."""
    role = text_property(source, Key.ROLE)
    return (role if role in _ROLES else "body"), max(1, number_property(source, Key.LEVEL))  # type: ignore[return-value]  # membership is no type guard


def has_bold_style(source: QTextFormat) -> bool:
    """Whether all text of a block with this format is shown bold, whatever its runs say."""
    return text_property(source, Key.ROLE) == "heading" or text_property(source, Key.KIND) == "caption"


def read_paragraph(block: QTextBlock) -> Paragraph:
    """The paragraph in ``block``; an automatic number is left to be computed."""
    source = block.blockFormat()
    role, level = role_and_level_of(source)
    numbering = text_property(source, Key.NUMBERING)
    if numbering not in {"auto", "fixed"}:
        numbering = "none"
    return Paragraph(
        id=number_property(source, Key.ID),
        role=role,
        level=level,
        number=text_property(source, Key.NUMBER) if numbering == "fixed" else None,
        numbering=numbering,  # type: ignore[arg-type]  # one of three by the line above
        runs=read_runs(block),
        note=optional_text(source, Key.NOTE),
        hint=optional_text(source, Key.HINT),
        origin=load_origin(text_property(source, Key.ORIGIN)),
        unknown=text_property(source, Key.UNKNOWN),
    )


def run_format(run: Run, *, bold_style: bool) -> QTextCharFormat:
    """The character format of ``run``; ``bold_style``: its paragraph's style is bold."""
    shown = QTextCharFormat()
    if run.bold or bold_style:
        shown.setFontWeight(QFont.Weight.Bold)
    if run.bold:
        shown.setProperty(Key.BOLD, True)
    if run.italic:
        shown.setFontItalic(True)
    if run.underline:
        shown.setFontUnderline(True)
    if run.vertical is not None:
        shown.setVerticalAlignment(_VERTICALS[run.vertical])
    if run.unknown:
        shown.setProperty(Key.UNKNOWN, run.unknown)
    return shown


def read_run(text: str, shown: QTextCharFormat) -> Run:
    """The run of ``text`` with this character format."""
    aligned = shown.verticalAlignment()
    vertical = next((name for name, value in _VERTICALS.items() if value == aligned), None)
    return Run(
        unicodedata.normalize("NFC", text),
        bold=shown.property(Key.BOLD) is True,
        italic=shown.fontItalic(),
        underline=shown.fontUnderline(),
        vertical=vertical,
        unknown=text_property(shown, Key.UNKNOWN),
    )


def read_runs(block: QTextBlock) -> Runs:
    """The runs of ``block``; equal neighbours are one."""
    runs: list[Run] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        text = fragment.text().replace(OBJECT_CHARACTER, "").translate(_BREAKS)
        if text:
            _join(runs, read_run(text, fragment.charFormat()))
        place += 1
    return tuple(runs)


def shown_text(text: str) -> str:
    """``text`` without what Qt would take for the end of a line or frame, or for an object."""
    return text.translate(_BREAKS).replace(OBJECT_CHARACTER, "\ufffd")


def format_of(run: Run) -> Run:
    """``run`` without its text: equal for two runs of the same formatting."""
    return replace(run, text="")


def _join(runs: list[Run], run: Run) -> None:
    if runs and format_of(runs[-1]) == format_of(run):
        runs[-1] = replace(run, text=unicodedata.normalize("NFC", runs[-1].text + run.text))
    else:
        runs.append(run)
