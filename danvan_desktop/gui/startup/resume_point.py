"""The resume point: which report is open, remembered for a start after a power cut or a log-off."""

from danvan_desktop.gui.services.preferences import Preferences

_NAME = "left_open"

Margins = tuple[int, int, int, int]
"""The width in pixels of what stands around the text in the window: left, top, right, bottom."""


class ResumePoint:
    """Stored while a report is open, deleted when the user leaves it: one that is found was never left."""

    def __init__(self, preferences: Preferences) -> None:
        """Read what the program before this one stored."""
        self._preferences = preferences
        numbers = preferences.text(_NAME).split()
        found = list(map(int, numbers)) if all(number.isdecimal() for number in numbers) else []
        self.draft_id: int | None = None
        """The report's number in the store."""
        self.margins: Margins = (0, 0, 0, 0)
        if len(found) == 5:
            self.draft_id, *margins = found
            self.margins = (margins[0], margins[1], margins[2], margins[3])

    def keep(self, draft_id: int, margins: Margins) -> None:
        """Remember an open report."""
        self._preferences.keep(**{_NAME: " ".join(map(str, (draft_id, *margins)))})

    def forget(self) -> None:
        """Begin with the list next time."""
        self._preferences.keep(**{_NAME: ""})
