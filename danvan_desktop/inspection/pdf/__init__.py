"""Layout analysis of a finished PDF, whoever made it, for the compliance sheet."""

from danvan_desktop.inspection.finished_file import FinishedFile


def read_pdf(content: bytes, name: str) -> FinishedFile:
    """Return the file as a flow of printed paragraphs.

    Raises:
        UserError: ``content`` is no PDF that can be measured; ``name`` is what the message calls it.
    """
    from danvan_desktop.inspection.pdf.reader import read_paper

    return read_paper(content, name)
