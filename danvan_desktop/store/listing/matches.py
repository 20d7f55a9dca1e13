"""What a search has found among the listed reports."""

from danvan_desktop.frozen import frozen


@frozen
class Matches:
    """Places in the list of what was found, in its order."""

    together: tuple[int, ...] = ()
    """Where the words stand together as they were typed: these come first."""
    apart: tuple[int, ...] = ()

    def __add__(self, later: "Matches") -> "Matches":
        """Both; ``later`` was found further down."""
        return Matches(self.together + later.together, self.apart + later.apart)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.together) + len(self.apart)

    def places(self) -> tuple[int, ...]:
        """Give all in the order in which they are shown."""
        return self.together + self.apart
