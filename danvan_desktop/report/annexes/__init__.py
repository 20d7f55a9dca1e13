"""Annexes (phụ lục) made from forms: the forms, their rows and their computed totals."""
