"""Putting changes into the report as it stands."""
