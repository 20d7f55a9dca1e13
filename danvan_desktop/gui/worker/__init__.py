"""Worker process: typesets, rasterises and inspects our report beside the window. No Qt in here."""
