"""Commands on the open report: text, tables, sections and annexes, remarks, review, insert file."""
