"""Lines before they are understood: list markers, number sequences, wrapped lines, how full a line is."""
