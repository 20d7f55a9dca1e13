"""Trình bày and Thu gọn cho vừa trang: page settings of the open report."""
