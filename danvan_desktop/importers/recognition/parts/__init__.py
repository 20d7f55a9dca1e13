"""The parts of an administrative paper: letterhead, title, outline, paragraphs, closing, annexes."""
