"""Danvan Desktop: writes the yearly "Báo cáo công tác Dân vận" and sets it by Nghị định 30/2020/NĐ-CP."""

__version__ = "0.1.0"
