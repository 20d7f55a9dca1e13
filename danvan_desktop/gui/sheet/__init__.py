"""Phiếu kiểm tra thể thức in the window: made from finished files, shown, followed, printed."""
