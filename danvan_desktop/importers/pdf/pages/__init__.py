"""What lies on each page of a PDF: headers and footers, footnotes, a table of contents, text and tables."""
