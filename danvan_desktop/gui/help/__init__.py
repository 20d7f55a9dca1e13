"""Trợ giúp: the help window and "Giới thiệu"."""
