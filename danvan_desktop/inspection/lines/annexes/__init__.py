"""Đ. Phụ lục: references, labels, page numbers."""
