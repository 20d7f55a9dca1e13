"""What stands in the tables: the list of drafts, their contents, the search texts, the offices."""
