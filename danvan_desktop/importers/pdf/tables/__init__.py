"""Table recognition: ruled and unruled tables, and tables that continue over a page break."""
