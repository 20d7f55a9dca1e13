"""Table of contents (mục lục): Word generates it from titles and page numbers, so it is not imported."""

from danvan_desktop.importers.docx.body.items import Item, WordParagraph
from danvan_desktop.importers.docx.import_losses import Losses, LossPlace
from danvan_desktop.importers.recognition.parts.table_of_contents import is_label


def without_contents(items: list[Item], losses: Losses) -> list[Item]:
    """Empty the paragraphs of ``items`` that are a mục lục, and the line "MỤC LỤC" above them."""
    label: WordParagraph | None = None
    for item in items:
        if not isinstance(item, WordParagraph):
            label = None
        elif item.is_contents:
            for line in (label, item):
                if line is not None:
                    _empty(line, losses)
            label = None
        elif not item.is_blank:
            label = item if is_label(item.text) else None
    return items


def _empty(line: WordParagraph, losses: Losses) -> None:
    """Note the words of ``line`` and remove them; what else it has, such as a section break, stays."""
    losses.here = LossPlace()
    typed = f"{line.mark.typed} " if line.mark is not None else ""
    if line.text.strip():
        losses.quote("contents", typed + line.text)
    line.runs, line.mark, line.outline = (), None, None
