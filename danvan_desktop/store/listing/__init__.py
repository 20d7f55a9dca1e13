"""The list of reports: what it shows of each, in which order, and what a search finds in it."""
