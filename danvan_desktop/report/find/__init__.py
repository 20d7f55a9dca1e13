"""Find and replace in a report: what is looked for, where it stands, the report with other words there."""
