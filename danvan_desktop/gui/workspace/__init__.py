"""The workspace: the open report in tabs, with outline, review bar and side panels."""
