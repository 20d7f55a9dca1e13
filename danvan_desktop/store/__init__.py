"""The user's reports on disk: the only home of peewee and SQLite.

Nothing is imported here: the list of reports (early_list.py) or the report the window was left at (resume.py)
is read and shown before peewee, which drafts.py needs, is loaded.
"""
