"""PDFs as signing software leaves them: number, day and who signed are drawn by annotations on the page.

Everything is appended to the file, as a signature asks for, so that it goes with the PDF of any program.
"""

import re
from dataclasses import dataclass
from itertools import count

_TEXT_FONT = (
    b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/FirstChar 1/LastChar %d/Widths[%b]/ToUnicode %d 0 R>>"
)
_MAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    b"1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar %b endbfchar endcmap end end"
)


@dataclass(frozen=True)
class Stamp:
    """One annotation with what it shows."""

    text: str
    """Its lines, parted by line ends."""
    x: float
    y: float
    """Where its first baseline begins, in the page's own coordinates."""
    size: float = 13
    entries: bytes = b"/Subtype /Widget /FT /Sig /T (Signature) /V << /Type /Sig /Filter /Adobe.PPKLite >>"
    layered: bool = False
    """Whether the text is drawn by a form within a form within a form, as Adobe's signatures have it."""
    width: float = 6.0
    """Of each letter, in points at size 12."""
    flags: int = 132


def signed(content: bytes, *stamps: Stamp, page: int = 0) -> bytes:
    """``content``, a PDF whose page objects stand in no object stream, with ``stamps`` on a page."""
    places = [int(m[1]) for m in re.finditer(rb"(?:^|[\r\n])(\d+) 0 obj\b", content)]
    fresh = count(max(places) + 1)
    number, body = _page(content, page)
    objects: dict[int, bytes] = {}
    annotations = [_add(stamp, objects, fresh) for stamp in stamps]
    kids = b" ".join(b"%d 0 R" % each for each in annotations)
    existing = re.search(rb"/Annots\s*\[([^\]]*)\]", body)
    if existing:
        body = body[: existing.start()] + b"/Annots [%b %b]" % (existing[1], kids) + body[existing.end() :]
    else:
        body = re.sub(rb"/Type\s*/Page\b", b"/Type /Page /Annots [%b]" % kids, body, count=1)
    objects[number] = body
    return _appended(content, objects)


def _page(content: bytes, index: int) -> tuple[int, bytes]:
    pages = [
        (int(m[1]), m[2])
        for m in re.finditer(rb"(?:^|[\r\n])(\d+) 0 obj\s*(.*?)\s*endobj", content, re.DOTALL)
        if re.search(rb"/Type\s*/Page\b", m[2]) and b"stream" not in m[2]
    ]
    return pages[index]


def _add(stamp: Stamp, objects: dict[int, bytes], fresh: "count[int]") -> int:
    letters = sorted(set(stamp.text) - {"\n"})
    codes = {letter: place for place, letter in enumerate(letters, start=1)}
    pairs = b" ".join(
        b"<%02x> <%b>" % (code, letter.encode("utf-16-be").hex().encode()) for letter, code in codes.items()
    )
    cmap, font, form = next(fresh), next(fresh), next(fresh)
    objects[cmap] = _stream(_MAP % (len(codes), pairs))
    widths = b" ".join(b"%d" % (stamp.width * 1000 / 12) for _ in letters)
    objects[font] = _TEXT_FONT % (len(codes), widths, cmap)
    lines = stamp.text.split("\n")
    across = max(map(len, lines)) * stamp.width * stamp.size / 12
    high = 1.2 * stamp.size * len(lines)
    drawing = b"BT /F %d Tf " % stamp.size + b" ".join(
        b"1 0 0 1 0 %.2f Tm <%b> Tj" % (high - 0.9 * stamp.size - 1.2 * stamp.size * row, _hex(line, codes))
        for row, line in enumerate(lines)
    )
    box = b"[0 0 %.2f %.2f]" % (across, high)
    objects[form] = _form(drawing + b" ET", box, b"/Font << /F %d 0 R >>" % font)
    for _ in range(2 if stamp.layered else 0):
        inner, form = form, next(fresh)
        objects[form] = _form(b"q 1 0 0 1 0 0 cm /In Do Q", box, b"/XObject << /In %d 0 R >>" % inner)
    top = stamp.y + 0.9 * stamp.size
    annotation = next(fresh)
    objects[annotation] = b"<< /Type /Annot %b /F %d /Rect [%.2f %.2f %.2f %.2f] /AP << /N %d 0 R >> >>" % (
        stamp.entries,
        stamp.flags,
        stamp.x,
        top - high,
        stamp.x + across,
        top,
        form,
    )
    return annotation


def _hex(line: str, codes: dict[str, int]) -> bytes:
    return b"".join(b"%02x" % codes[letter] for letter in line)


def _form(drawing: bytes, box: bytes, resources: bytes) -> bytes:
    return _stream(drawing, b"/Type /XObject /Subtype /Form /BBox %b /Resources << %b >>" % (box, resources))


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(content), content)


def _appended(content: bytes, objects: dict[int, bytes]) -> bytes:
    """``content`` with ``objects`` in a new part behind it, and its trailer said again."""
    before = int(re.findall(rb"startxref\s+(\d+)", content)[-1])
    trailer = re.findall(rb"trailer\s*<<(.*?)>>\s*startxref", content, re.DOTALL)[-1]
    trailer = re.sub(rb"/(?:Size|Prev)\s+\d+", b"", trailer)
    made, rows = content + b"\n", b""
    for number, body in sorted(objects.items()):
        rows += b"%d 1\n%010d 00000 n \n" % (number, len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = max(objects) + 1
    start = len(made)
    return made + b"xref\n%btrailer\n<<%b /Size %d /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        rows,
        trailer,
        size,
        before,
        start,
    )
