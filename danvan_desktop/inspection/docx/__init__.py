"""Finished Word file (.docx) -> the flow of paragraphs that the rules measure, whoever made the file."""

from danvan_desktop.inspection.finished_file import FinishedFile


def read_docx(content: bytes, name: str) -> FinishedFile:
    """Return the file as a flow of paragraphs.

    Raises:
        UserError: ``content`` is no Word file that can be read; ``name`` is what the message calls it.
    """
    from danvan_desktop.inspection.docx.read_file import read_file  # lxml takes a while to load

    return read_file(content, name)
