"""Parsers of foreign files, Word and PDF: what a file *holds*, before anybody asks what it means.

``importers`` asks what it means for a report, ``inspection`` what it measures; both stand on these
packages, so that a file is read by the same rules wherever it is opened.

The seam for a worker process with limits of memory and time lies here: what opens a file takes its bytes
and returns plain values, or one object that wraps the parsed file. Nothing here knows Qt, threads, paths
on disk, messages for the user or state that outlives the file.
"""
