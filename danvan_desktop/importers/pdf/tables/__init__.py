"""Tables of a PDF: ruled, unruled, and those that go on over a page end."""
