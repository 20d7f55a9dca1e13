"""Printing: the print dialog, the print job and the painting of pages."""
