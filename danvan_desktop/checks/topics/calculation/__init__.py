"""Rules for what is reckoned: totals, shares and comparisons, in the text, in tables and in annexes."""
