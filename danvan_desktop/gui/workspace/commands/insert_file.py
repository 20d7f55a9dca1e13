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
        self._action.triggered.connect(self.ask)
        self.reading.ended.connect(self.update)

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

    def update(self) -> None:
        """Enable it where there is a text to insert into."""
        editable = not self._opened.is_read_only and not self.reading.is_busy
        self._action.setEnabled(editable and self._editor() is not None)

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
