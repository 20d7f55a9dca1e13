"""Blocks of one kind and what is wrong with each of them."""

from collections.abc import Sequence

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.judgement import quoted
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.recognition.blocks import Kind, TextBlock

TIGHT = "sau số không có cách chữ"


def of_kind(anatomy: Anatomy, *kinds: Kind) -> list[TextBlock]:
    """Return the blocks of these kinds."""
    return [block for block in anatomy.blocks if block.kind in kinds]


def faulty_paragraphs(blocks: Sequence[TextBlock], faults_of: dict[int, list[str]]) -> list[FlowParagraph]:
    """Return the paragraphs that something is wrong with."""
    return [blocks[index].paragraph for index, faults in faults_of.items() if faults]


def block_faults(blocks: Sequence[TextBlock], faults_of: dict[int, list[str]]) -> list[str]:
    """Return at most three blocks with what is wrong with them, and how many more there are."""
    wrong = [(blocks[index], faults) for index, faults in faults_of.items() if faults]
    named = [f"{quoted(block.paragraph.text)}: {', '.join(faults)}" for block, faults in wrong[:3]]
    more = len(wrong) - len(named)
    return named + ([f"và {more} chỗ nữa"] if more > 0 else [])
