"""Replacing what was found: one hit after the other, or all of them as one undo command."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from danvan_desktop.gui.widgets.message import wait_for_answer
from danvan_desktop.gui.workspace.find.apply_replaced import apply_replaced
from danvan_desktop.gui.workspace.find.finder import Finder
from danvan_desktop.gui.workspace.find.marked_hits_box import MarkedHitsBox
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.find import Hit
from danvan_desktop.report.find.replace import count_unedited, crossing_marks, replaced

_MARKED = "Chỗ này chưa rà (tô vàng). Bấm “Thay” lần nữa để thay."
_IN_FIELD = "Chỗ vừa qua ở ô thông tin: hãy sửa ngay tại ô."


class Replacer(QObject):
    """Does what the second row of the find bar asks for."""

    def __init__(self, workspace: Workspace, finder: Finder) -> None:
        """Follow the bar of ``finder``."""
        super().__init__(finder)
        self._workspace, self._opened = workspace, workspace.opened
        self._finder, self._bar = finder, finder.bar
        self._said_of: Hit | None = None
        """The hit of which was said that it is to be reviewed."""
        self._bar.replace_wanted.connect(self._replace_one)
        self._bar.replace_all_wanted.connect(self._replace_all)
        self._bar.undo_wanted.connect(self._undo)

    def _replace_one(self) -> None:
        """Replace the hit that is shown and go on to the next; one on a mark only when asked again."""
        if self._opened.is_read_only:
            return
        self._opened.commit_input()
        self._finder.refresh()
        hit, text = self._finder.selected_hit(), self._bar.replacement.text()
        if hit is None:
            self._bar.say("")
            self._finder.go_on(1)
        elif not hit.place.is_text:
            self._bar.say(_IN_FIELD)
            self._finder.go_on(1)
        elif hit != self._said_of and crossing_marks(self._opened.report(), (hit,), text):
            self._said_of = hit
            self._bar.say(_MARKED)
        else:
            self._replace((hit,), text)
            # What was put there is not looked through again.
            self._finder.go_behind(hit.place, hit.start + len(text))
            self._bar.say("")

    def _replace_all(self) -> None:
        """Replace every hit, as one undo command; of marks to be reviewed the user is asked."""
        if self._opened.is_read_only:
            return
        self._opened.commit_input()
        hits = self._finder.look()
        chosen = self._without_unwanted([hit for hit in hits if hit.place.is_text])
        if chosen is None:
            return
        unedited = count_unedited(self._opened.report(), chosen)
        if chosen:
            self._replace(chosen, self._bar.replacement.text())
        in_fields = sum(not hit.place.is_text for hit in hits)
        self._bar.say(_said(len(chosen), unedited, in_fields), can_undo=bool(chosen))

    def _without_unwanted(self, hits: Sequence[Hit]) -> Sequence[Hit] | None:
        """Leave out of ``hits`` those on marks, if the user wants so; None: nothing is to be replaced."""
        marked = crossing_marks(self._opened.report(), hits, self._bar.replacement.text())
        if not marked:
            return hits
        box = MarkedHitsBox(self._workspace.window(), marked, len(hits))
        clicked = wait_for_answer(box.box)
        if clicked is box.all:
            return hits
        if clicked is None or clicked is not box.rest:
            return None
        left = {each.hit for each in marked}
        return [hit for hit in hits if hit not in left]

    def _replace(self, hits: Sequence[Hit], text: str) -> None:
        """Replace ``hits``; the finder, which hears of it, looks anew."""
        before = self._opened.report()
        apply_replaced(self._opened, before, replaced(before, hits, text))
        self._said_of = None

    def _undo(self) -> None:
        self._opened.stack.undo()
        self._bar.say("")


def _said(in_text: int, unedited: int, in_fields: int) -> str:
    told = f"Đã thay {in_text} chỗ." if in_text else "Không thay chỗ nào."
    if unedited:
        told += f" {unedited} đoạn chưa sửa nay tính là đã sửa."
    if in_fields:
        told += f" Còn {in_fields} chỗ ở các ô thông tin: hãy sửa ngay tại ô."
    return told
