"""The ``.danvan`` file: JSON encoder and decoder of a report."""
