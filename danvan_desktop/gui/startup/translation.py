"""Vietnamese translation (QTranslator) of Qt's own buttons, context menus and tool tips.

Qt ships no Vietnamese translation. ``resources/i18n/qt_vi.json`` is ours: context, source, Vietnamese.
"""

import json

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from danvan_desktop.paths import resource


class VietnameseTranslator(QTranslator):
    """Answers from our table; ``missing`` collects what Qt asked for in vain, for the tests."""

    def __init__(self, parent: QCoreApplication | None = None) -> None:
        """Read the table."""
        super().__init__(parent)
        table: dict[str, dict[str, str]] = json.loads(resource("i18n", "qt_vi.json").read_text("utf-8"))
        self._table = table
        self.missing: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        """Return False, or Qt would never ask."""
        return False

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Give the Vietnamese for a text of Qt, else the text: Qt would show an empty answer as it is."""
        found = self._table.get(context, {}).get(source_text)
        if found is None:
            self.missing.add((context, source_text))
            return source_text
        return found


def install(application: QCoreApplication) -> VietnameseTranslator:
    """Speak Vietnamese from here on, with Vietnamese numbers and dates, whatever the system's language."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = VietnameseTranslator(application)
    application.installTranslator(translator)
    return translator
