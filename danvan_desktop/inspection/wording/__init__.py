"""Checks of the wording alone: abbreviations, citations, tones, leftovers of a draft."""
