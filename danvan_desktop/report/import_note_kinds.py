"""Kinds of import notes that somebody asks for by name; all others are only shown."""

OTHER_KIND = "other_kind"
"""The file is no report. It stands before all others, and the window asks whether the file is wanted."""

TAKEN_AS_TEXT = "kind"
"""The same once it was agreed to: nobody asks again."""

UNKNOWN_YEAR = "year"
"""The file does not say the year of its report: the window asks for it."""
