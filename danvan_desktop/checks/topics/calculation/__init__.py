"""Rules for what is reckoned: totals, shares and comparisons, in the text and in tables."""
