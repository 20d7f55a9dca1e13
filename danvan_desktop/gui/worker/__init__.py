"""The worker process: sets, rasterises and measures files outside the window's process. No Qt in here."""
