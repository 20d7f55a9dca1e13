"""The Word file (.docx) of a Document: real named styles, exact line pitch, block ids as bookmarks."""

from danvan_desktop.exporters.docx.package import docx_bytes

__all__ = ["docx_bytes"]
