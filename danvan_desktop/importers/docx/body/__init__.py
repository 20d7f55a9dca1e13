"""Body of a Word file as paragraphs and tables in order, with their text in Unicode and what was lost."""
