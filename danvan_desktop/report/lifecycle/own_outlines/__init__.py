"""The office's own outlines: made of a report, kept as files beside the reports."""
