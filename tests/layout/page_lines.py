"""The lines of set pages, as tests compare them."""

from danvan_desktop.layout.pages import Line, Pages


def all_lines(pages: Pages) -> list[Line]:
    return [line for page in pages.pages for line in page.lines]


def line_text(line: Line) -> str:
    return "".join(fragment.text for fragment in line.fragments)


def paragraphs_as_lines(pages: Pages) -> list[list[str]]:
    """The text of every paragraph, line by line, in reading order."""
    result: dict[tuple[int, ...], list[str]] = {}
    for line in all_lines(pages):
        result.setdefault(line.path, []).append(line_text(line))
    return list(result.values())
