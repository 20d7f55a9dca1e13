"""The recogniser: plain lines -> report. Readers of text, Word and PDF stand on it."""
