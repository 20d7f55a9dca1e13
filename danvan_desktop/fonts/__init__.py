"""The system's Times New Roman or Liberation Serif: where it lies and how wide its glyphs are."""

from danvan_desktop.fonts.face import Face
from danvan_desktop.fonts.find_fonts import ENVIRONMENT, FontSet, find_fonts

__all__ = ["ENVIRONMENT", "Face", "FontSet", "find_fonts"]
