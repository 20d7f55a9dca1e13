"""Changes of tables: of rows, columns and cells, and of tables that were parted."""
