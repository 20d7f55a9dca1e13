"""DOCUMENT -> .docx: real named styles, exact line pitch, block ids as bookmarks."""

from pathlib import Path
from typing import BinaryIO

from danvan_desktop.gc_pause import paused
from danvan_desktop.layout.document import Document


@paused()
def write_docx(document: Document, target: BinaryIO | Path) -> None:
    """Write ``document`` as a Word file to ``target``. The same document gives the same bytes."""
    from danvan_desktop.exporters.docx.package import to_bytes  # python-docx takes a while to load

    content = to_bytes(document)
    if isinstance(target, Path):
        target.write_bytes(content)
    else:
        target.write(content)
