"""Entry of the inspection of Word files: opens the file and words the message where it cannot be read."""

from danvan_desktop.inspection.docx.error_messages import unreadable
from danvan_desktop.inspection.docx.flow_reader import read_flow
from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.reading.docx.package import open_package
from danvan_desktop.reading.unreadable import UnreadableFileError


def read_file(content: bytes, name: str) -> FinishedFile:
    """Return the Word file whose bytes are ``content`` as a flow of paragraphs.

    Raises:
        UserError: it cannot be read; ``name`` is what the message calls it.
    """
    try:
        return read_flow(open_package(content), name)
    except UnreadableFileError as error:
        raise unreadable(error.fault, name) from error
    except RecursionError as error:  # wrapped in itself over and over: no program writes that
        raise unreadable("damaged", name) from error
