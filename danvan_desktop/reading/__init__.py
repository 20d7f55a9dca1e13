"""Parsers of foreign files, Word and PDF: what a file *holds*, before anybody asks what it means.

``importers`` asks what it means for a report, ``inspection`` what it measures; both stand on these
packages, so that a file is read by the same rules wherever it is opened.

All of it runs in the reader process (``file_reader/``), whose limits of memory and time hold whatever a file
is made of: here only what a report can hold is counted (:mod:`limits`), and long loops say that they get on
(:mod:`progress`). Nothing here knows Qt, threads, messages for the user or state that outlives the file, and
only :mod:`file_bytes` knows where a file lies.
"""
