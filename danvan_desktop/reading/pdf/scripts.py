"""Detects JavaScript anywhere in the bytes of a PDF: PDFium reports that of the document alone."""

import re

from danvan_desktop.reading.limits import PDF
from danvan_desktop.reading.pdf.objects import index_of

_SCRIPT = re.compile(rb"/JavaScript\b|/JS\b")


def has_script(content: bytes) -> bool:
    """Tell whether JavaScript is anywhere in the file, packed objects included."""
    if _SCRIPT.search(content):
        return True
    index = index_of(content, PDF) if b"/ObjStm" in content else None
    return index is not None and any(_SCRIPT.search(head) for head in index.heads.values())
