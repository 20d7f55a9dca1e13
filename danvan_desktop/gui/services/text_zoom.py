"""How large the text is shown on the screen: the sizes there are, and the one that the user keeps."""

from danvan_desktop.gui.services.preferences import Preferences

STEPS = (75, 90, 100, 110, 125, 150, 175, 200)
"""Per cent; the least can still be read on a small screen, the greatest across a desk."""
_KEPT_AS = "text_zoom"


def kept_zoom(preferences: Preferences) -> int:
    """Return the per cent that the user chose; 100 where that is none of the steps."""
    kept = preferences.text(_KEPT_AS)
    return next((step for step in STEPS if str(step) == kept), 100)


def keep_zoom(preferences: Preferences, percent: int) -> None:
    """Keep what the user chose."""
    preferences.keep(**{_KEPT_AS: str(percent)})


def stepped(percent: int, step: int) -> int:
    """Return the next larger or smaller size, the last one at the end."""
    at = STEPS.index(percent) + step
    return STEPS[max(0, min(at, len(STEPS) - 1))]
