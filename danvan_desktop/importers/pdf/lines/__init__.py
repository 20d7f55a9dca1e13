"""From glyphs to rows, text runs and paragraphs by the geometry of the page, and the text of old fonts."""
