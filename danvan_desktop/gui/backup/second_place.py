"""The second place of the copies, as the preferences remember it."""

import platform
from pathlib import Path
from uuid import uuid4

from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.store.backup.backup import SecondPlace
from danvan_desktop.store.backup.second_place import folder_name

_PLACE, _NAME = "backup_place", "backup_folder"


def chosen(preferences: Preferences) -> SecondPlace | None:
    """Give the place that was chosen; None: none was."""
    place, name = preferences.text(_PLACE), preferences.text(_NAME)
    return SecondPlace(Path(place), name) if place and name else None


def choose(preferences: Preferences, place: Path) -> None:
    """Remember ``place``; this PC keeps the name of its folder, so that it finds it again there."""
    name = preferences.text(_NAME) or folder_name(platform.node(), uuid4().hex[:6])
    preferences.keep(**{_PLACE: str(place), _NAME: name})


def clear(preferences: Preferences) -> None:
    """Choose no second place; what was copied there stays."""
    preferences.keep(**{_PLACE: ""})
