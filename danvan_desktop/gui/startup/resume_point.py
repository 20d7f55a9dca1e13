"""Which report is open, remembered for a start after a power cut or a log-off."""

from danvan_desktop.gui.services.preferences import Preferences

_NAME = "left_open"

Room = tuple[int, int, int, int]
"""What stands around the text in the window: left, top, right, bottom."""


class ResumePoint:
    """Kept while a report is open, forgotten when the person leaves it: what is found was left unasked."""

    def __init__(self, preferences: Preferences) -> None:
        """Find what the program before this one kept."""
        self._preferences = preferences
        numbers = preferences.text(_NAME).split()
        found = list(map(int, numbers)) if all(number.isdecimal() for number in numbers) else []
        self.draft_id: int | None = None
        """The report's number in the store."""
        self.room: Room = (0, 0, 0, 0)
        if len(found) == 5:
            self.draft_id, *room = found
            self.room = (room[0], room[1], room[2], room[3])

    def keep(self, draft_id: int, room: Room) -> None:
        """Remember an open report."""
        self._preferences.keep(**{_NAME: " ".join(map(str, (draft_id, *room)))})

    def forget(self) -> None:
        """Begin with the list next time."""
        self._preferences.keep(**{_NAME: ""})
