"""Sao lưu và khôi phục: copies made while the program is used, the screen of them, moving to another PC."""
