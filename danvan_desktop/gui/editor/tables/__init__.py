"""Changes to tables in place: rows, columns, merged cells, widths, computed cells."""
