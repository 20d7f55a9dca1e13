"""Preloading: the modules that take longest to import, one between two ``yield``.

The staged start runs this behind a text that can be read and typed into already: a key waits for one import
only. What is left out here only makes a later step longer.
"""

from collections.abc import Iterator


def preload() -> Iterator[None]:
    """Import what the window is made of, the modules of the first key first."""
    yield from _first_key()
    yield from _store()
    yield from _window()
    yield from _report_editor()


def _first_key() -> Iterator[None]:
    """What the first keys in the text need."""
    import danvan_desktop.gui.editor.paragraphs.role_and_level

    yield
    import danvan_desktop.gui.editor.tables.insert_delete

    yield
    import danvan_desktop.gui.editor.paragraphs.delete_selection

    yield
    import danvan_desktop.gui.editor.tables.recalculate

    yield
    import danvan_desktop.gui.editor.clipboard.keep_marks_on_move

    yield
    import danvan_desktop.gui.editor.clipboard.foreign_content

    yield
    import danvan_desktop.gui.editor.clipboard.paste  # noqa: F401

    yield


def _store() -> Iterator[None]:
    """The store, and of Python's library what peewee imports."""
    import danvan_desktop.report.lifecycle.outlines

    yield
    import danvan_desktop.report.lifecycle.review

    yield
    import danvan_desktop.report.codec.danvan_file

    yield
    import danvan_desktop.report.office.office

    yield
    import hashlib  # noqa: F401

    yield
    import socket  # noqa: F401

    yield
    import danvan_desktop.store.drafts  # noqa: F401

    yield


def _window() -> Iterator[None]:
    """What stands around the text: menus, the list of reports."""
    import danvan_desktop.gui.startup.crash

    yield
    import danvan_desktop.gui.shell.commands

    yield
    import danvan_desktop.gui.importing.import_file

    yield
    import danvan_desktop.gui.issuing.state_commands

    yield
    import danvan_desktop.gui.home.next_year

    yield
    import danvan_desktop.gui.home.create_report

    yield
    import danvan_desktop.gui.home.home

    yield
    import danvan_desktop.gui.look.icons

    yield
    import danvan_desktop.gui.shell.menus

    yield
    import danvan_desktop.gui.home.start_page

    yield
    import danvan_desktop.gui.rescue.commands

    yield
    import danvan_desktop.gui.takeback.commands

    yield
    import danvan_desktop.gui.takeback.beside

    yield
    import danvan_desktop.report.takeback.compare  # noqa: F401

    yield


def _report_editor() -> Iterator[None]:
    """The workspace with its pages and commands."""
    import danvan_desktop.gui.workspace.outline.panel

    yield
    import danvan_desktop.gui.workspace.pages.general

    yield
    import danvan_desktop.gui.workspace.pages.signature

    yield
    import danvan_desktop.gui.workspace.pages.annexes

    yield
    import danvan_desktop.gui.workspace.pages.page_set

    yield
    import danvan_desktop.gui.workspace.workspace

    yield
    import danvan_desktop.gui.workspace.commands.text

    yield
    import danvan_desktop.gui.workspace.commands.annexes

    yield
    import danvan_desktop.gui.workspace.notes.remarks

    yield
    import danvan_desktop.gui.workspace.report_editor

    yield
    import danvan_desktop.gui.history.commands

    yield
    import danvan_desktop.gui.shell.secrecy_watch

    yield
    import danvan_desktop.gui.shell.state_stepper

    yield
    import danvan_desktop.gui.preview.commands

    yield
    import danvan_desktop.gui.report_commands  # noqa: F401

    yield
