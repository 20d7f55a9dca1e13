"""Rescue of a damaged database: what is whole is taken over, of the rest what can be read."""
