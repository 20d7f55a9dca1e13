"""A finished .pdf -> what each line of the sheet measures on its pages, whoever made the file."""

from danvan_desktop.inspection.finished_file import FinishedFile


def read_pdf(content: bytes, name: str) -> FinishedFile:
    """Return the file as a flow of printed paragraphs.

    Raises:
        UserError: ``content`` is no PDF that can be measured; ``name`` is what the message calls it.
    """
    from danvan_desktop.inspection.pdf.reader import read_paper

    return read_paper(content, name)
