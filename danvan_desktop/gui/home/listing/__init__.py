"""The list of reports: what a row says, how it is painted and searched, and what is done with it."""
