"""The user's reports on disk: the only home of peewee and SQLite.

Nothing is imported here: the report the window was left at is read and shown (resume.py) before peewee, which
drafts.py needs, is loaded.
"""
