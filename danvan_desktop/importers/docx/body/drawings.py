"""Pictures, charts, shapes and text boxes: the text is imported, the rest is counted as lost."""

from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.reading.docx.drawings import drawing_content
from danvan_desktop.reading.docx.elements import Element


def text_boxes(drawing: Element, losses: Losses) -> tuple[Element, ...]:
    """Return the text boxes in ``drawing``; count what it holds besides."""
    content = drawing_content(drawing)
    for text in content.word_art:
        losses.quote("wordart", text)
    if content.text_boxes:
        losses.count("box", len(content.text_boxes))
    for kind in sorted(content.objects):
        losses.count(kind)
    if not content.text_boxes and not content.objects:
        losses.count("shape")
    return content.text_boxes
