"""Zoom of a text: a device whose dots are denser makes Qt lay out letters and margins as much larger."""

from PySide6.QtGui import QImage

_METRE = 1000 / 25.4
"""A metre in inches."""


def zoom_device(dots_per_inch: float) -> QImage:
    """Return a device of that density; what is laid out for it keeps no reference to it."""
    device = QImage(1, 1, QImage.Format.Format_Mono)
    per_metre = round(dots_per_inch * _METRE)
    device.setDotsPerMeterX(per_metre)
    device.setDotsPerMeterY(per_metre)
    return device
