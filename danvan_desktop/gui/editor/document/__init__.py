"""Blocks of the report <-> QTextDocument: formats, custom properties, ids, reading and writing."""
