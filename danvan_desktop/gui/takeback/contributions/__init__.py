"""Parts of the report that departments write: sent out, awaited, taken back."""
