"""Page segmentation: headers and footers, footnotes, table of contents, text and tables of each page."""
