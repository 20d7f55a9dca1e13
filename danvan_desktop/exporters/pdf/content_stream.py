"""Content stream of a page: text and strokes as marked content, or as artifacts."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from danvan_desktop.exporters.pdf.embedded_fonts import EmbeddedFaces
from danvan_desktop.exporters.pdf.objects import Reference
from danvan_desktop.exporters.pdf.structure_tree import Element, Tags
from danvan_desktop.frozen import frozen
from danvan_desktop.layout.document import Colour, Twips
from danvan_desktop.layout.pages import Fragment, Line, Page, Stroke

# Where Times New Roman says its underline lies and how thick it is, in parts of the font size.
_UNDERLINE_DEPTH = 0.109
_UNDERLINE_THICKNESS = 0.049


_COLOURS: dict[Colour, bytes] = {"black": b"0 0 0", "red": b"1 0 0"}


@lru_cache(maxsize=4096)
def _points(twips: float) -> bytes:
    """Twips as points, exact to 1/100."""
    return f"{twips / 20:.2f}".rstrip("0").rstrip(".").encode("ascii")


def _literal(codes: bytes) -> bytes:
    """A string operand; the carriage return is escaped because it would be read as a line feed."""
    for special in (b"\\", b"(", b")"):
        codes = codes.replace(special, b"\\" + special)
    return b"(" + codes.replace(b"\r", b"\\r") + b")"


class _Text:
    """Writes text operators, leaving out those that would change nothing."""

    def __init__(self, faces: EmbeddedFaces, height: Twips) -> None:
        self.operators: list[bytes] = []
        self._faces = faces
        self._height = height
        self._font = b""
        self._word_space = b"0"
        self._colour: Colour = "black"

    def write(self, operator: bytes) -> None:
        self.operators.append(operator)

    def move(self, fragment: Fragment, baseline: Twips) -> None:
        x, y = _points(fragment.x), _points(self._height - baseline + fragment.rise)
        self.operators.append(b"1 0 0 1 %b %b Tm" % (x, y))

    def show(self, fragment: Fragment, text: str) -> None:
        self._set_word_space(_points(fragment.word_space))
        self._set_colour(fragment.colour)
        face = self._faces.face(bold=fragment.bold, italic=fragment.italic)
        for resource, codes in face.encode(text):
            self._set_font(b"/%b %b Tf" % (resource.encode("ascii"), _points(fragment.size * 10)))
            self.operators.append(_literal(codes) + b" Tj")

    def _set_font(self, operator: bytes) -> None:
        if operator != self._font:
            self._font = operator
            self.operators.append(operator)

    def _set_colour(self, colour: Colour) -> None:
        if colour != self._colour:
            self._colour = colour
            self.operators.append(_COLOURS[colour] + b" rg")

    def _set_word_space(self, value: bytes) -> None:
        if value != self._word_space:
            self._word_space = value
            self.operators.append(value + b" Tw")


def page_content(page: Page, reference: Reference, faces: EmbeddedFaces, tags: Tags) -> bytes:
    """The content stream of ``page``, whose text is entered in ``tags``."""
    text = _Text(faces, page.height)
    if page.page_number is not None:
        _artifact(text, [(page.page_number, page.page_number_baseline)])
    _artifact(text, [(f, line.baseline) for line in page.repeated_lines for f in line.fragments])
    _artifact(text, [(number.fragment, number.baseline) for number in page.line_numbers])
    for path, group in groupby(page.lines, key=lambda line: line.path):
        lines = [line for line in group if any(fragment.text.strip() for fragment in line.fragments)]
        if lines:
            _paragraph(text, path, lines, reference, tags)
    strokes = [*page.strokes, *_underlines((*page.lines, *page.repeated_lines))]
    text.operators += _decoration(strokes, page.height)
    return b"\n".join(text.operators) + b"\n"


def _artifact(text: _Text, fragments: list[tuple[Fragment, Twips]]) -> None:
    """Text that belongs to the page, not to the report: numbers of page and lines, heads drawn again."""
    if not fragments:
        return
    text.write(b"/Artifact <</Type /Pagination>> BDC\nBT")
    for fragment, baseline in fragments:
        text.move(fragment, baseline)
        text.show(fragment, fragment.text)
    text.write(b"ET\nEMC")


def _paragraph(text: _Text, path: tuple[int, ...], lines: list[Line], page: Reference, tags: Tags) -> None:
    """The lines of one paragraph that lie on this page."""
    paragraph = lines[0].paragraph
    body, label = tags.paragraph(path, paragraph)
    whole, label_end = paragraph.text, len(paragraph.list_label or "") if label else 0
    marked: Element | None = None
    text.write(b"BT")
    for line in lines:
        for piece in _pieces(line, whole, label_end):
            element = label if label and piece.is_label else body
            if element is not marked:
                if marked:
                    text.write(b"EMC")
                text.write(b"/%b <</MCID %d>> BDC" % (element.kind, tags.mark(element, page)))
                marked = element
            if piece.starts:
                text.move(piece.fragment, line.baseline)
            text.show(piece.fragment, piece.text)
    text.write(b"EMC\nET")


@frozen
class _Piece:
    """Text of one fragment that belongs wholly to a list label or wholly to what follows."""

    fragment: Fragment
    text: str
    is_label: bool
    starts: bool
    """Whether it begins where the fragment does; otherwise it follows what was shown last."""


def _pieces(line: Line, whole: str, label_end: int) -> Iterator[_Piece]:
    """The texts of ``line``, which is one of the paragraph whose text is ``whole``."""
    position = line.start
    for fragment in line.fragments:
        text = fragment.text
        if fragment is line.fragments[-1] and _ends_word(line, whole):
            # Without it copied text runs together: "vềviệc".
            text += " "
        cut = min(max(label_end - position, 0), len(text))
        if cut:
            yield _Piece(fragment, text[:cut], is_label=True, starts=True)
        if cut < len(text):
            yield _Piece(fragment, text[cut:], is_label=False, starts=not cut)
        position += len(fragment.text)


def _ends_word(line: Line, whole: str) -> bool:
    """Whether a word ends with the line: not where it broke after a hyphen."""
    return line.end >= len(whole) or whole[line.end - 1].isspace()


def _underlines(lines: tuple[Line, ...]) -> Iterator[Stroke]:
    for line in lines:
        for fragment in line.fragments:
            if fragment.underline and fragment.width:
                size = fragment.size * 10
                y = round(line.baseline - fragment.rise + size * _UNDERLINE_DEPTH)
                thickness = round(size * _UNDERLINE_THICKNESS)
                yield Stroke(fragment.x, y, fragment.x + fragment.width, y, thickness)


def _decoration(strokes: list[Stroke], height: Twips) -> Iterator[bytes]:
    if not strokes:
        return
    yield b"/Artifact <</Type /Layout>> BDC"
    colour: Colour = "black"
    for stroke in strokes:
        if stroke.colour != colour:
            colour = stroke.colour
            yield _COLOURS[colour] + b" RG"
        yield b"%b w %b %b m %b %b l S" % (
            _points(stroke.thickness),
            _points(stroke.x1),
            _points(height - stroke.y1),
            _points(stroke.x2),
            _points(height - stroke.y2),
        )
    yield b"EMC"
