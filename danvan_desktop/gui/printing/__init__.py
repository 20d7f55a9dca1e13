"""Printing on paper: the print dialog and the painter of pages."""
