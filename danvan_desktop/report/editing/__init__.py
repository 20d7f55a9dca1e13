"""Edits of blocks as pure functions: what the editor does to paragraphs and tables."""
