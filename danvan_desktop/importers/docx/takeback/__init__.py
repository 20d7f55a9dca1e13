"""A Word file of ours that comes back: read for what was changed in it, not for a new report."""
