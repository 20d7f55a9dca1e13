"""Backups of the reports: copies beside the data and in a second place, restored or moved to another PC."""
