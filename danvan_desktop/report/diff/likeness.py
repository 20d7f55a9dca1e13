"""How alike two blocks are, by the words they have in common."""

from collections import Counter

from danvan_desktop.report.diff.words import tokens
from danvan_desktop.report.model import Block, Paragraph, Table, plain

Profile = Counter[str]
"""How often each word stands in a text."""


def block_text(block: Block) -> str:
    """All words of ``block``."""
    if isinstance(block, Paragraph):
        return plain(block.runs)
    if isinstance(block, Table):
        texts = [plain(block.caption or ())]
        texts += [plain(runs) for row in block.rows for cell in row if cell for runs in cell.paragraphs]
        return "\n".join(texts)
    return block.content


def profile(text: str) -> Profile:
    """Count the words of ``text``, without regard to capitals."""
    return Counter(token for token in tokens(text.casefold()) if token[0].isalnum())


def likeness(one: Profile, other: Profile) -> float:
    """From 0 (no word in common) to 1 (the same words)."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def share_of(part: Profile, whole: Profile) -> float:
    """How much of ``part`` is in ``whole``, from 0 to 1."""
    return (part & whole).total() / part.total() if part else 0.0
