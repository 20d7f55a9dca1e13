"""The running text (lời văn): its paragraphs, its words, and how a measurement names some of them."""

from collections.abc import Sequence

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.judgement import quoted
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.wording.broken_symbols import ends_in_a_symbol


def running_text(anatomy: Anatomy) -> list[FlowParagraph]:
    """Return the paragraphs of lời văn, without căn cứ and tables."""
    return [b.paragraph for b in anatomy.blocks if b.is_running and b.kind != "basis"]


def first_and_count(paragraphs: Sequence[FlowParagraph]) -> str:
    """Say which paragraphs: the first, and how many more."""
    more = f" và {len(paragraphs) - 1} đoạn nữa" if len(paragraphs) > 1 else ""
    return f"{quoted(paragraphs[0].text)}{more}"


def body_texts(anatomy: Anatomy) -> list[str]:
    """Return the paragraphs between head and closing block, their line breaks as blanks, without tables."""
    texts: list[str] = []
    for block in anatomy.blocks:
        if block.kind == "table":
            continue
        if block.paragraph.continues and texts:
            texts[-1] += f"{'' if ends_in_a_symbol(texts[-1]) else ' '}{block.paragraph.text}"
        else:
            texts.append(block.paragraph.text)
    return texts
