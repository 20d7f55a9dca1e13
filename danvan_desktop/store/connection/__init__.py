"""The SQLite file: its connection, the lock on its folder, and what drive it is on."""
