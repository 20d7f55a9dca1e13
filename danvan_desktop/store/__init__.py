"""The only home of peewee and SQLite: the user's reports on disk."""

from danvan_desktop.store.drafts import KEPT_DAYS, Draft, Store, open_store
from danvan_desktop.store.lock import DataFolderInUse

__all__ = ["KEPT_DAYS", "DataFolderInUse", "Draft", "Store", "open_store"]
