"""Phiếu kiểm tra thể thức in the window: files measured, lines shown, followed, corrected, printed."""
