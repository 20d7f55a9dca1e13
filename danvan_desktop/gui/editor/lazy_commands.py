"""What keys and the clipboard do in an editor of blocks beyond what Qt does.

Loaded with the first key: a text can be seen before all this is there.
"""

from danvan_desktop.gui.editor.clipboard.copy import copied
from danvan_desktop.gui.editor.clipboard.paste import paste
from danvan_desktop.gui.editor.paragraphs.delete_selection import left_of_two, mend_joined, take_selection
from danvan_desktop.gui.editor.paragraphs.role_and_level import mend_looks, press_return, recognise_typed
from danvan_desktop.gui.editor.tables.insert_delete import press_tab
from danvan_desktop.gui.editor.tables.recalculate import recompute

__all__ = [
    "copied",
    "left_of_two",
    "mend_joined",
    "mend_looks",
    "paste",
    "press_return",
    "press_tab",
    "recognise_typed",
    "recompute",
    "take_selection",
]
