"""A. Trang giấy và phông chữ: paper, margins, characters, page number."""
