"""Sources left unread: PySide6 would read that of each module that is imported after it.

It looks in them for the word "PySide6", to learn which may switch a feature on (``from __feature__ import``):
two hundred files at a start from sources, of which none does. The frozen program has no sources to read.
"""

import sys

import PySide6.QtCore  # noqa: F401 - with it comes what would read

_READER, _READS = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Have PySide6 take every module for one that may use it; does nothing where it has no such reader."""
    reader = sys.modules.get(_READER)
    if hasattr(reader, _READS):
        setattr(reader, _READS, lambda _: True)
