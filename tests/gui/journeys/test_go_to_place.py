"""Navigation to a place in a report: its tab, its field, its very words."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.location import Location
from tests.builders import samples
from tests.builders.window import OpenWorkspace


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


def fields(workspace: Workspace) -> dict[str, QWidget]:
    general, signing = workspace.opened.pages.general, workspace.opened.pages.signature
    return {
        "letterhead.parent_agency": general.parent_agency,
        "letterhead.agency": general.agency,
        "letterhead.symbol": general.symbol,
        "letterhead.place": general.place_name,
        "letterhead.number": general.later,  # number and date are blank: the tick says so
        "letterhead.issued_on": general.later,
        "kind": general.kind,
        "subject": general.subject,
        "year": general.year,
        "addressees": signing.has_addressees,
        "recipients": signing.recipients,
        "filing": signing.unit,
        "signature.lines": signing.position,
        "signature.signer": signing.signer,
        "section:2/title": workspace.opened.pages.sections[1].title,
    }


def test_going_to_a_field_puts_the_keyboard_into_it(qtbot: QtBot, workspace: Workspace) -> None:
    for place, field in fields(workspace).items():
        workspace.go_to(place)
        assert workspace.focusWidget() is field, place
        assert field.isVisible(), place


def test_going_to_words_selects_them(workspace: Workspace) -> None:
    workspace.go_to(str(Location("", 11, 5, 3)))
    page = workspace.current_text_page()
    assert page is not None
    assert page.editor.textCursor().selectedText() == "văn"


def test_a_text_that_has_not_the_paragraph_is_not_looked_through(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = workspace.opened.pages.sections[-1].editor
    wanted, looked = last.blocks()[-1].id, list[BlockText]()
    lines = BlockText.text_blocks

    def look_and_note(text: BlockText) -> Iterator[QTextBlock]:
        looked.append(text)
        return lines(text)

    monkeypatch.setattr(BlockText, "text_blocks", look_and_note)
    workspace.go_to(f"block:{wanted}")
    assert last.id_of_cursor() == wanted
    assert set(looked) == {last}


def test_a_selection_never_leaves_its_paragraph(workspace: Workspace) -> None:
    workspace.go_to(str(Location("", 11, 5, 900)))
    page = workspace.current_text_page()
    assert page is not None
    assert page.editor.textCursor().selectedText() == "văn mở đầu."


def test_a_field_that_is_not_there_leads_to_its_tab(workspace: Workspace) -> None:
    workspace.go_to("legal_bases")  # the report has none: nothing to show
    assert workspace.place().startswith("opening")


def shown_tab(workspace: Workspace) -> str:
    """The tab of the line of the outline that is chosen."""
    outline = workspace.outline
    at = outline.currentIndex()
    places = (entry.place for order, entry in enumerate(outline.entries) if outline.index_of(order) == at)
    return next(places, "").partition("/")[0]


def stands_at(workspace: Workspace, tab: str) -> bool:
    return shown_tab(workspace) == tab


def test_the_outline_stands_where_one_was_led(qtbot: QtBot, workspace: Workspace) -> None:
    sections = [section for section in workspace.opened.report().sections if section.blocks]
    first, last = (f"section:{each.id}/{each.blocks[-1].id}+0" for each in (sections[0], sections[-1]))
    for place in (last, "general", first, "closing"):
        workspace.go_to(place)
        qtbot.waitUntil(partial(stands_at, workspace, place.partition("/")[0]), timeout=2000)
