"""Command "Chèn từ tệp vào mục này": imports a file below the cursor as one undo step and shows its notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.clipboard.insert_blocks import insert_below, renumbered
from danvan_desktop.gui.importing.file_reading import FileReading
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.gui.workspace.notes.import_notes import ImportNotesBeside
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Block, ImportNote

_FOLDER = "import_folder"
_SHOWN_NUMBERS = 8


class InsertFile(QObject):
    """Asks for a file, has it read, and inserts it where the cursor stood."""

    inserting = Signal()
    """The file was read and is about to be inserted."""

    def __init__(
        self, workspace: Workspace, notes: ImportNotesBeside, preferences: Preferences, jobs: Jobs
    ) -> None:
        """Connect the command; ``preferences`` remembers the folder, ``jobs`` read the file."""
        super().__init__(workspace)
        self._notes = notes
        self._workspace, self._opened = workspace, workspace.opened
        self._preferences = preferences
        self.reading = FileReading(jobs, self)
        self._action = workspace.editor_actions.insert_file
        self._waiting: list[tuple[BlockEditor, Path]] = []
        self._action.triggered.connect(self.ask)
        self.reading.ended.connect(self._go_on)
        self.reading.stopped.connect(self._waiting.clear)

    def ask(self) -> None:
        """Ask for a file and insert it."""
        editor = self._editor()
        folder, title = self._preferences.folder_of(_FOLDER), "Chèn từ tệp vào mục này"
        self.reading.warm_up()
        path = file_dialog.ask_open(self._workspace.window(), title, folder, _file_filter())
        if path is None or editor is None:
            self.reading.cool_down()
            return
        self._preferences.keep(**{_FOLDER: str(path.parent)})
        self.insert(editor, path)

    def insert(self, editor: BlockEditor, path: Path) -> None:
        """Insert what ``path`` holds into ``editor``."""
        pages = self._opened.pages

        def done(read: tuple[tuple[Block, ...], tuple[ImportNote, ...]]) -> None:
            if self._opened.pages is pages:  # else another report was opened meanwhile
                self._put(editor, *read)

        self.reading.start(
            f"Đang chèn {path.name}…", lambda readers: readers.take().blocks(path), done, self._on_failure
        )
        self.update()

    def insert_all(self, paths: Sequence[Path]) -> None:
        """Insert what ``paths`` hold where the cursor stands, each below the one before; or say why not."""
        editor, reason = self._editor(), self.why_not()
        if reason or editor is None:
            self._opened.notice.emit(f"Không chèn được tệp: {reason}")
            return
        self._waiting += ((editor, path) for path in paths)
        self._go_on()

    def why_not(self) -> str:
        """Say why nothing can be inserted now, "" where it can."""
        if self._opened.is_read_only:
            return f"{self._opened.why_read_only}."
        if self._editor() is None:
            return "thẻ này không có phần soạn. Hãy mở thẻ có lời văn, đặt con trỏ rồi thả lại."
        return "đang chèn một tệp khác. Hãy chờ xong rồi thả lại." if self.reading.is_busy else ""

    def update(self) -> None:
        """Enable it where there is a text to insert into."""
        self._action.setEnabled(not self.why_not())

    def _go_on(self) -> None:
        """Insert the next file that waits."""
        editors = [editor for _, editor in self._opened.pages.editors()]
        if self._waiting and self._waiting[0][0] in editors and not self._opened.is_read_only:
            self.insert(*self._waiting.pop(0))
        else:  # else another report was opened meanwhile
            self._waiting.clear()
            self.update()

    def _put(self, editor: BlockEditor, blocks: Sequence[Block], notes: Sequence[ImportNote]) -> None:
        self._opened.commit_input()
        self.inserting.emit()
        new = insert_below(editor, blocks, from_file=True)
        self._workspace.reveal(editor)
        ids = {old.id: block.id for old, block in zip(blocks, new, strict=True)}
        self._workspace.refresh()
        placed = [replace(note, place=_moved(note.place, ids)) for note in notes]
        placed += _on_numbers(list(renumbered(editor, blocks, new)), new)
        self._notes.show(placed, can_end=False)

    def _on_failure(self, message: str) -> None:
        show_problem("Không chèn được tệp", message, self._workspace.window())

    def _editor(self) -> BlockEditor | None:
        page = self._workspace.current_text_page()
        return page.editor if page is not None else None


def _on_numbers(changed: Sequence[tuple[str, str]], new: Sequence[Block]) -> Iterator[ImportNote]:
    """Name the file's numbers that became others."""
    if not changed:
        return
    shown = "; ".join(f"“{before}” → “{now}”" for before, now in changed[:_SHOWN_NUMBERS])
    more = f"; … (cả thảy {len(changed)})" if len(changed) > _SHOWN_NUMBERS else ""
    yield ImportNote(
        "number",
        f"Số trong tệp được đánh tiếp theo số đang có ở mục này: {shown}{more}. "
        "Chỗ nào viện dẫn số cũ, xin sửa lại theo số mới.",
        f"block:{new[0].id}",
    )


def _moved(place: str, ids: dict[int, int]) -> str:
    """The place of a note with the id that its block now has."""
    name, _, number = place.partition(":")
    if name == "block" and number.isdecimal() and int(number) in ids:
        return f"block:{ids[int(number)]}"
    return place


def _file_filter() -> str:
    from danvan_desktop.importers import BLOCK_READERS

    return file_dialog.name_filters("Tệp chèn được", BLOCK_READERS)
