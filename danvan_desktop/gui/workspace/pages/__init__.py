"""The pages of the workspace: one tab for each part of a report."""
