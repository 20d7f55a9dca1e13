"""The domain: what a report says. Standard library only; knows no Qt, no SQL, no Word."""
