"""The only home of peewee and SQLite: the user's reports on disk.

What is named here is loaded when it is first asked for: the text a window was left at can be read and
shown (resume.py) before peewee is there.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from danvan_desktop.store.drafts import KEPT_DAYS, Draft, Store, open_store
    from danvan_desktop.store.lock import DataFolderInUse
    from danvan_desktop.store.resume import OpenAtExit, left_open

__all__ = ["KEPT_DAYS", "DataFolderInUse", "Draft", "OpenAtExit", "Store", "left_open", "open_store"]

_HOMES = {"DataFolderInUse": "lock", "OpenAtExit": "resume", "left_open": "resume"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'drafts')}"), name)
