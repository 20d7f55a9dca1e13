"""The database schema as migration steps. A step is never edited once released: a change is a further step.

``PRAGMA user_version`` counts the steps a file has been through. The functions that they call are in
migration_functions.py: how many steps there are is known without them.
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
    (
        # The reports themselves leave the list: autosave writes what changed, and each row has a checksum.
        """CREATE TABLE content (
            draft_id INTEGER PRIMARY KEY,
            revision INTEGER NOT NULL,
            entry TEXT NOT NULL,
            report TEXT NOT NULL,
            checksum TEXT NOT NULL,
            padding BLOB NOT NULL
        )""",
        """CREATE TABLE change (
            draft_id INTEGER PRIMARY KEY,
            base INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            place TEXT NOT NULL,
            changes TEXT NOT NULL,
            checksum TEXT NOT NULL
        )""",
        "CREATE TABLE search (draft_id INTEGER PRIMARY KEY, folded TEXT NOT NULL)",
        "INSERT INTO search SELECT id, folded FROM draft",
        """INSERT INTO content
            SELECT id, 1, entry, content, checksum_of(id, 1, entry, content), padding_for(entry, content)
            FROM (SELECT id, entry_of(name, created, deleted, place) AS entry, content FROM draft)""",
        "DROP INDEX draft_modified",
        "ALTER TABLE draft DROP COLUMN folded",
        "ALTER TABLE draft DROP COLUMN content",
        # 1: what is stored of it was found damaged.
        "ALTER TABLE draft ADD COLUMN damaged INTEGER NOT NULL DEFAULT 0",
        # On which day of use it was deleted (purge.py).
        "ALTER TABLE draft ADD COLUMN deleted_day INTEGER",
        # The revision of its newest save, with a checksum: a change that is lost is noticed.
        "ALTER TABLE draft ADD COLUMN newest TEXT",
        # Twice, in pages of their own: a lost page costs no office.
        "ALTER TABLE office ADD COLUMN checksum TEXT NOT NULL DEFAULT ''",
        "UPDATE office SET checksum = checksum_of(position, content)",
        """CREATE TABLE office_copy (
            position INTEGER PRIMARY KEY,
            content TEXT NOT NULL,
            checksum TEXT NOT NULL
        )""",
        "INSERT INTO office_copy SELECT position, content, checksum FROM office",
    ),
    (
        # The history. What is listed stands before the content, so that listing reads no overflow pages.
        """CREATE TABLE version (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft_id INTEGER NOT NULL,
            taken TEXT NOT NULL,
            day INTEGER NOT NULL,
            reason TEXT NOT NULL,
            name TEXT,
            base INTEGER,
            digest TEXT NOT NULL,
            damaged INTEGER NOT NULL DEFAULT 0,
            checksum TEXT NOT NULL,
            content BLOB NOT NULL
        )""",
        "CREATE INDEX version_of_draft ON version (draft_id, id)",
        """CREATE TABLE exported (
            id INTEGER PRIMARY KEY,
            draft_id INTEGER NOT NULL,
            version INTEGER NOT NULL,
            moment TEXT NOT NULL,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            checksum TEXT NOT NULL
        )""",
    ),
    (
        # What the list shows besides; NULL where a report was saved before and is still to be counted.
        "ALTER TABLE draft ADD COLUMN settled INTEGER",
        "ALTER TABLE draft ADD COLUMN issued_as TEXT",
        "ALTER TABLE draft ADD COLUMN signed_file TEXT",
    ),
    (
        # Word files that went out, those that came back, and what was decided about them.
        """CREATE TABLE sent (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft_id INTEGER NOT NULL,
            code TEXT NOT NULL,
            report_id TEXT NOT NULL,
            round INTEGER,
            moment TEXT NOT NULL,
            program TEXT NOT NULL,
            checksum TEXT NOT NULL,
            report BLOB NOT NULL,
            docx BLOB NOT NULL
        )""",
        "CREATE INDEX sent_of_draft ON sent (draft_id, id)",
        "CREATE INDEX sent_code ON sent (code)",
        """CREATE TABLE received (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft_id INTEGER NOT NULL,
            sent INTEGER,
            moment TEXT NOT NULL,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            undecided INTEGER,
            decisions TEXT NOT NULL,
            checksum TEXT NOT NULL
        )""",
        "CREATE INDEX received_of_draft ON received (draft_id, id)",
        """CREATE TABLE received_file (
            id INTEGER PRIMARY KEY,
            content BLOB NOT NULL,
            checksum TEXT NOT NULL
        )""",
        # How many changes of what came back are open: the list shows it.
        "ALTER TABLE draft ADD COLUMN undecided INTEGER",
    ),
    (
        # Parts of a report that departments were asked to write, and how many are awaited until when.
        """CREATE TABLE contribution (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft_id INTEGER NOT NULL,
            sent INTEGER NOT NULL,
            moment TEXT NOT NULL,
            department TEXT NOT NULL,
            due TEXT NOT NULL,
            instruction TEXT NOT NULL,
            portions TEXT NOT NULL,
            settled TEXT NOT NULL,
            checksum TEXT NOT NULL
        )""",
        "CREATE INDEX contribution_of_draft ON contribution (draft_id, id)",
        "ALTER TABLE draft ADD COLUMN waiting INTEGER",
        "ALTER TABLE draft ADD COLUMN waiting_due TEXT",
    ),
    (
        # What the check of its content said of a report when it was open; NULL: it was not checked yet.
        "ALTER TABLE draft ADD COLUMN suspected INTEGER",
        "ALTER TABLE draft ADD COLUMN unanswered INTEGER",
    ),
)
