"""A finished .docx -> what each line of the sheet measures in it, whoever made the file."""

from danvan_desktop.inspection.sheet import Measurement


def measure_docx(content: bytes, name: str) -> tuple[str, dict[int, Measurement]]:
    """Return the document's title and the measurement of each line.

    Raises:
        UserError: ``content`` is no Word file that can be read; ``name`` is what the message calls it.
    """
    from danvan_desktop.inspection.anatomy import recognise  # lxml takes a while to load
    from danvan_desktop.inspection.docx.package import open_package
    from danvan_desktop.inspection.docx.reader import read_paper
    from danvan_desktop.inspection.rules import RULES

    anatomy = recognise(read_paper(open_package(content, name)))
    return anatomy.title, {number: rule(anatomy) for number, rule in RULES.items()}
