"""Nhập báo cáo cũ: a file becomes a report, and its import notes are shown."""
