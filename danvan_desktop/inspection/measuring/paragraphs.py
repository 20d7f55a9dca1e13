"""The running text (lời văn): its paragraphs, its words, and how a measurement names some of them."""

from collections.abc import Sequence

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.judgement import quoted
from danvan_desktop.inspection.recognition.anatomy import Anatomy


def running_text(anatomy: Anatomy) -> list[FlowParagraph]:
    """Return the paragraphs of lời văn, without căn cứ and tables."""
    return [b.paragraph for b in anatomy.blocks if b.is_running and b.kind != "basis"]


def first_and_count(paragraphs: Sequence[FlowParagraph]) -> str:
    """Say which paragraphs: the first, and how many more."""
    more = f" và {len(paragraphs) - 1} đoạn nữa" if len(paragraphs) > 1 else ""
    return f"{quoted(paragraphs[0].text)}{more}"


def body_texts(anatomy: Anatomy) -> list[str]:
    """Return the text between head and closing block, tables left out."""
    return [block.paragraph.text for block in anatomy.blocks if block.kind != "table"]
