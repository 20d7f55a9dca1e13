"""Recognises the parts of a report in a PDF: letterhead, headings, closing, annexes."""
