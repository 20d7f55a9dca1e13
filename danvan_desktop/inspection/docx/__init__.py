"""A finished .docx -> the flow that the rules measure, whoever made the file."""

from danvan_desktop.inspection.flow import FinishedFile


def read_docx(content: bytes, name: str) -> FinishedFile:
    """Return the file as a flow of paragraphs.

    Raises:
        UserError: ``content`` is no Word file that can be read; ``name`` is what the message calls it.
    """
    from danvan_desktop.inspection.docx.package import open_package  # lxml takes a while to load
    from danvan_desktop.inspection.docx.reader import read_paper

    return read_paper(open_package(content, name), name)
