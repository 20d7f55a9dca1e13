"""Layout analysis of PDF text: rows, columns, text runs, paragraphs, and legacy font encodings."""
