"""Offer to convert an old Word file (.doc) with the Word or LibreOffice of this machine before it is read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.importing.file_reading import Readers
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.widgets.message import call_with_answer, question
from danvan_desktop.report.model import Report

if TYPE_CHECKING:  # nobody needs them before the first file of this kind
    from PySide6.QtWidgets import QMessageBox, QPushButton

    from danvan_desktop.file_reader.old_word.converters import Converter


_KINDS = {".odt": "văn bản của LibreOffice", ".rtf": "tệp RTF"}
_TITLES = {".odt": "Văn bản của LibreOffice", ".rtf": "Tệp RTF"}


@frozen
class OldWordQuestion:
    """An old Word file and the program that can convert it."""

    path: Path
    converter: "Converter"

    @classmethod
    def of(cls, path: Path, *, is_returned: bool = False) -> "OldWordQuestion | None":
        """Return the question for ``path``; None where there is none: the reader says what to do.

        ``is_returned``: it is a Word file of ours that went through other programs, so of more kinds.
        """
        from danvan_desktop.file_reader.old_word.converters import (
            OLD_WORD,
            RETURNED_BY_WAY_OF_WORD,
            find_converter,
        )

        suffixes = RETURNED_BY_WAY_OF_WORD if is_returned else OLD_WORD
        if path.suffix.lower() not in suffixes or not path.is_file():
            return None
        converter = find_converter()
        return None if converter is None else cls(path, converter)

    @property
    def notice(self) -> str:
        """What is being done, for the user."""
        return f"Đang chuyển {self.path.name} bằng {self.converter.name} rồi nhập…"

    def read(self, readers: Readers) -> Report:
        """Convert the file and bring it in; to be called off the GUI thread."""
        from danvan_desktop.file_reader.old_word.conversion import Conversion
        from danvan_desktop.file_reader.old_word.report import report_of_old_word

        conversion = readers.follow(Conversion(self.converter))
        return report_of_old_word(conversion, self.converter, self.path, now(), readers.take)

    def ask(self, window: QWidget, agreed: Callable[[], object], refused: Callable[[], object]) -> None:
        """Ask over ``window``; returns at once."""
        box, converts = self.box(window)
        call_with_answer(box, lambda clicked: agreed() if clicked is converts else refused())

    def box(self, window: QWidget) -> "tuple[QMessageBox, QPushButton]":
        """Make the question, and the button that agrees."""
        from PySide6.QtWidgets import QMessageBox

        file, program, suffix = self.path.name, self.converter.name, self.path.suffix.lower()
        box = question(
            window,
            _TITLES.get(suffix, "Tệp Word kiểu cũ"),
            f"“{file}” là {_KINDS.get(suffix, 'tệp Word kiểu cũ')}. "
            f"Dùng {program} trên máy này chuyển thành .docx rồi nhập?",
            "Mất vài giây, lâu nhất hai phút, bấm Thôi lúc nào cũng được. Tệp gốc giữ nguyên, tệp .docx tạm "
            "được xóa ngay sau khi nhập.",
        )
        converts = box.addButton("&Chuyển rồi nhập", QMessageBox.ButtonRole.AcceptRole)
        leaves = box.addButton("&Thôi", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(converts)
        box.setEscapeButton(leaves)
        return box, converts
