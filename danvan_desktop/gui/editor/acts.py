"""What keys and the clipboard do in an editor of blocks beyond what Qt does.

Loaded with the first key: a text can be seen before all this is there.
"""

from danvan_desktop.gui.editor.computing import recompute
from danvan_desktop.gui.editor.copying import copied
from danvan_desktop.gui.editor.kinds import mend_looks, press_return, recognise_typed
from danvan_desktop.gui.editor.pasting import paste
from danvan_desktop.gui.editor.removing import left_of_two, mend_joined, take_selection
from danvan_desktop.gui.editor.tables import press_tab

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
