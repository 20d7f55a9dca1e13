"""Lengths and sizes in the units and the spelling of a Vietnamese document."""


def points(size: float) -> str:
    """Return a size or a distance in points as it is written in Vietnamese."""
    return f"{size:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def millimetres(twips: float) -> str:
    """Return a length in mm."""
    return f"{twips * 25.4 / 1440:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " mm"


def to_mm(twips: float) -> float:
    """Return twips as mm."""
    return twips * 25.4 / 1440
