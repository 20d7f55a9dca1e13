"""Checks of the wording alone: abbreviations, citations, provinces, tones, leftovers of a draft."""
