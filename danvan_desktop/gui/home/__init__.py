"""The start page: the list of reports, and the ways to begin a new one."""
