"""Difference of two tables."""
