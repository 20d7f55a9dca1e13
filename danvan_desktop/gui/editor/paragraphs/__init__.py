"""Changes to paragraphs in place: role and level, bold and italic, moving, joining, deleting."""
