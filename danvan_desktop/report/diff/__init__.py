"""The difference of two reports: which blocks correspond, and what changed inside of them."""
