"""One page of the workspace for each part of a report."""
