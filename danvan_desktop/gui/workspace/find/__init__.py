"""Find and replace in the open report: the bar under the tool bar, the list of hits, what they do."""
