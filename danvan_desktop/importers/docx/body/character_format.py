"""Character formatting that import keeps: bold, italic, underline, superscript, the font of old codes."""

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.effective_properties import RunProperties
from danvan_desktop.report.model import Vertical
from danvan_desktop.report.takeback.model import Revision


@frozen
class Trace:
    """What editing left on letters: asked for only of a file that comes back."""

    revision: Revision | None = None
    """Who put them in or took them out under track changes; None: nobody who was tracked."""
    is_erased: bool = False
    put_in_by: Revision | None = None
    """Who had put in what was taken out, where that was tracked too."""
    is_moved: bool = False
    is_struck: bool = False
    restyled: Revision | None = None
    """Who gave them other looks under track changes."""
    size: float = 0.0
    """Of the letters, in points; 0: it was not looked for."""


@frozen
class CharacterFormat:
    """How letters are set, as far as a report asks."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    vertical: Vertical | None = None
    capitals: bool = False
    """Shown as capitals whatever was typed."""
    hidden: bool = False
    font: str = ""
    trace: Trace | None = None


def character_format(properties: RunProperties) -> CharacterFormat:
    """Return what a report keeps of the effective properties of a run."""
    return CharacterFormat(
        bold=properties.bold,
        italic=properties.italic,
        underline=properties.underline,
        vertical=properties.vertical,
        capitals=properties.capitals,
        hidden=properties.hidden,
        font=properties.font,
    )
