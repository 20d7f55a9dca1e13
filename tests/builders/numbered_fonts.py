"""PDFs as "Microsoft Print to PDF" leaves them: the fonts have numbers for names and no description."""

import re
from itertools import count

from tests.builders.pdf_file import with_offsets

_DESCRIPTION = (
    (rb"/Flags \d+", b"/Flags 32"),
    (rb"/ItalicAngle -?[\d.]+", b"/ItalicAngle 0"),
    (rb"/StemV \d+", b"/StemV 80"),
    (rb"/FontWeight \d+", b"/FontWeight 400"),
)


def with_numbered_fonts(content: bytes) -> bytes:
    """``content``, a PDF of one cross-reference table, with its fonts called "CIDFont+F1" and so on."""
    numbers: dict[bytes, int] = {}
    following = count(1)

    def renamed(match: re.Match[bytes]) -> bytes:
        if match[2] not in numbers:
            numbers[match[2]] = next(following)
        return b"/%b /CIDFont+F%d" % (match[1], numbers[match[2]])

    content = re.sub(rb"/(BaseFont|FontName)\s*/([A-Z]{6}\+[^\s/>]+)", renamed, content)
    for pattern, plain in _DESCRIPTION:
        content = re.sub(pattern, plain, content)
    return with_offsets(content)
