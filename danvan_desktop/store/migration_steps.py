"""The database schema as migration steps. A step is never edited once released: a change is a further step.

``PRAGMA user_version`` counts the steps a file has been through.
"""

# One entry a step: the statements that lead from version n to n + 1.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT,
            subject TEXT NOT NULL,
            year INTEGER NOT NULL,
            state TEXT NOT NULL,
            created TEXT NOT NULL,
            modified TEXT NOT NULL,
            opened TEXT,
            deleted TEXT,
            place TEXT NOT NULL DEFAULT '',
            folded TEXT NOT NULL,
            content TEXT NOT NULL
        )""",
        "CREATE INDEX draft_modified ON draft (deleted, modified)",
        # What the store says once and not again, and the like.
        "CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        # What the list shows; NULL where a report was saved before and is still to be counted.
        "ALTER TABLE draft ADD COLUMN due TEXT",
        "ALTER TABLE draft ADD COLUMN round INTEGER",
        "ALTER TABLE draft ADD COLUMN unedited INTEGER",
        "ALTER TABLE draft ADD COLUMN unchecked INTEGER",
        "ALTER TABLE draft ADD COLUMN missing INTEGER",
        # Cơ quan và người ký: one row an office, in the order of the list.
        "CREATE TABLE office (position INTEGER PRIMARY KEY, content TEXT NOT NULL)",
    ),
    # Whose report it is; NULL where a report was saved before and is still to be looked at.
    ("ALTER TABLE draft ADD COLUMN agency TEXT",),
)
