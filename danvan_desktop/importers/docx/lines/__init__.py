"""Paragraphs and tables of a Word file as the lines that the recogniser of reports reads."""
