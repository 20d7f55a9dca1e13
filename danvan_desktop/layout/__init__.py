"""REPORT -> DOCUMENT -> PAGES: how a report is set, first as flow, then as lines at x and y."""
