"""Worker process: typesets, rasterises and inspects files outside the window's process. No Qt in here."""
