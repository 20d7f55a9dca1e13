"""Colours never alone: with one colour for every state the states are still told apart.

Accent, amber, red and green are made the colour of the text, their soft tones and every ground that of the
card, and what is laid below words one grey. What then looks the same was told by its colour alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.text import hit_marks, review_marks
from danvan_desktop.gui.editor.text.hit_marks import HitMarks
from danvan_desktop.gui.history.comparison import compared
from danvan_desktop.gui.history.diff_html import DiffColours, DiffLinks, tab_html
from danvan_desktop.gui.home.listing.row_painter import RowLook, RowPainter
from danvan_desktop.gui.home.listing.row_texts import RowTexts, due_of, due_tone, state_of, tone_of
from danvan_desktop.gui.look import palette as looks
from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.look.marked import mark
from danvan_desktop.gui.look.palette import tone
from danvan_desktop.gui.look.style_sheet import FAULT, QUIET, RAIL, STEP
from danvan_desktop.gui.look.tokens import LEAST_CONTRAST_OF_SIGNS, LIGHT, Tokens, contrast
from danvan_desktop.gui.widgets.side.card_list import paint_card
from danvan_desktop.report.find.matcher import Matcher, Query
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.states import STATE_LABELS
from danvan_desktop.report.model import PartialDate, Report, Run, Section
from danvan_desktop.report.numbering import renumber
from danvan_desktop.store.listing.draft import Draft
from tests.builders import samples
from tests.builders.reports import block, office_report
from tests.builders.window import OpenWorkspace

_GROUND = "#fffffe"
"""Not quite that of cards: the sheet takes that for a system in high contrast, which has rules of its own."""
ONE_COLOUR = replace(
    LIGHT,
    **dict.fromkeys(("accent", "accent_hover", "amber", "red", "green"), LIGHT.text),
    **dict.fromkeys(("accent_soft", "amber_soft", "red_soft", "green_soft"), _GROUND),
    **dict.fromkeys(("ground", "hover", "pressed"), _GROUND),
)
SOFT = tone("#808080", 90)
MOMENT = datetime(2026, 12, 9, 10, 32, 5)  # noqa: DTZ001 - as the clock on the wall


@pytest.fixture
def one_colour(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tokens]:
    monkeypatch.setattr(looks, "LIGHT", ONE_COLOUR)
    for name in ("MARK_COLOUR", "BAR_COLOUR"):
        monkeypatch.setattr(review_marks, name, SOFT)
    monkeypatch.setattr(hit_marks, "HIT_COLOUR", SOFT)
    scheme.dress(qapp, ONE_COLOUR)
    yield ONE_COLOUR
    monkeypatch.undo()
    scheme.dress(qapp, scheme.wanted(qapp))


def picture(widget: QWidget) -> bytes:
    return seen(widget.grab().toImage())


def seen(image: QImage) -> bytes:
    """What there is of ``image`` in shades that an eye tells apart."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(_GROUND)
    painter = QPainter(paper)  # a picture of a widget may be transparent
    painter.drawImage(0, 0, image)
    painter.end()
    grey = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(value // 16 for value in bytes(grey.constBits()))


def painted(paint: Callable[[QPainter, QRect], None]) -> bytes:
    room = QRect(0, 0, 400, 60)
    image = QImage(room.size(), QImage.Format.Format_RGB32)
    image.fill(LIGHT.card)
    painter = QPainter(image)
    paint(painter, room)
    painter.end()
    return seen(image)


# ------------------------------------------------------------------ controls


@pytest.mark.parametrize(("kind", "look"), [(QToolButton, ""), (QPushButton, QUIET), (QPushButton, RAIL)])
def test_a_button_that_is_down_is_told_by_its_edge_or_its_letters(
    qtbot: QtBot, one_colour: Tokens, kind: type[QToolButton | QPushButton], look: str
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    button = kind(ground)
    button.setText("Đậm")
    if isinstance(button, QToolButton):
        button.setAutoRaise(True)  # as in a bar
    button.setCheckable(True)
    if look:
        mark(button, look, True)
    up = picture(button)
    button.setChecked(True)
    assert picture(button) != up


def test_a_field_with_a_fault_shows_that_it_has_the_keyboard(qtbot: QtBot, one_colour: Tokens) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    field, other = QLineEdit(ground), QLineEdit(ground)
    field.setReadOnly(True)  # no cursor that blinks
    other.move(0, 60)
    mark(field, FAULT, True)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    other.setFocus()
    without = picture(field)
    field.setFocus()
    assert picture(field) != without


def test_the_step_where_a_report_stands_is_told_by_its_weight(qtbot: QtBot, one_colour: Tokens) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setText("Trình ký")  # and by its sign: tests/gui/shell/test_state_stepper.py
    mark(button, STEP, "ahead")
    ahead = picture(button)
    mark(button, STEP, "now")
    assert picture(button) != ahead


# ------------------------------------------------------------------ lists and cards


def test_the_chosen_row_is_told_by_its_weight_and_that_of_the_keyboard_by_its_frame(
    qapp: QApplication, one_colour: Tokens
) -> None:
    rows = RowPainter(qapp.font(), one_colour)
    texts = RowTexts("Kết quả công tác dân vận", "Văn phòng", "Trình ký", "amber")

    def row(look: RowLook) -> bytes:
        return painted(lambda painter, room: rows.paint_row(painter, room, texts, look, has_line=False))

    plain, chosen = row(RowLook()), row(RowLook(is_selected=True))
    assert plain != chosen
    assert chosen != row(RowLook(is_selected=True, is_focused=True))
    assert plain != row(RowLook(is_focused=True))


def test_a_chosen_card_is_told_by_a_darker_edge_and_the_keyboard_by_a_wider_one(one_colour: Tokens) -> None:
    def card(*, is_chosen: bool, has_keyboard: bool) -> bytes:
        return painted(
            lambda painter, room: paint_card(
                painter, room, one_colour, is_chosen=is_chosen, has_keyboard=has_keyboard
            )
        )

    plain, chosen = card(is_chosen=False, has_keyboard=False), card(is_chosen=True, has_keyboard=False)
    assert plain != chosen
    assert chosen != card(is_chosen=True, has_keyboard=True)
    assert contrast(LIGHT.accent, LIGHT.line) > LEAST_CONTRAST_OF_SIGNS


def test_no_two_states_in_different_tones_have_the_same_words() -> None:
    plain = Draft(1, None, "Công tác dân vận", 2026, "drafting", MOMENT, None, None, "")
    drafts = [replace(plain, state=state) for state in STATE_LABELS]
    drafts += [replace(each, round=2) for each in drafts] + [replace(plain, is_damaged=True)]
    told = {(state_of(draft), tone_of(draft)) for draft in drafts}
    assert len({tone for _, tone in told}) > 3
    assert len({words for words, _ in told}) == len(told)


def test_a_deadline_that_is_near_or_past_says_so_in_words() -> None:
    plain = Draft(1, None, "Công tác dân vận", 2026, "drafting", MOMENT, None, None, "")
    seen = set()
    for days in range(-60, 60):
        due = MOMENT.date() + timedelta(days=days)
        draft = replace(plain, due=PartialDate(due.year, due.month, due.day))
        words = due_of(draft, MOMENT.date())
        said = {"red": "quá hạn", "amber": "hôm nay" if not days else f"còn {days} ngày"}
        tone_of_due = due_tone(draft, MOMENT.date())
        seen.add(tone_of_due)
        assert said.get(tone_of_due, "Hạn gửi") in words
    assert seen == {"red", "amber", "quiet"}


# ------------------------------------------------------------------ marks in the text


def last_year() -> Report:
    report = samples.report()
    first = replace(report.sections[0], blocks=(samples.paragraph(31, "Có 12 phòng và 30 đơn vị."),))
    return replace(report, sections=(first, *report.sections[1:]))


def shown(open_workspace: OpenWorkspace, report: Report, words: str, hit: str = "") -> bytes:
    """The picture of ``words`` in the first section of ``report``, where ``hit`` was searched for."""
    workspace = open_workspace(report)
    page = workspace.opened.pages.sections[0]
    workspace.show_page(page)
    editor: BlockEditor = page.editor
    editor.review_marks.refresh()
    editor.hit_marks = HitMarks(editor, Matcher(Query(hit))) if hit else None
    found = editor.document().find(words)
    left, right = QTextCursor(found), QTextCursor(found)
    left.setPosition(found.selectionStart())
    right.setPosition(found.selectionEnd())
    room = editor.cursorRect(left).united(editor.cursorRect(right)).adjusted(0, -2, 0, 2)
    return seen(editor.viewport().grab(room).toImage())


def test_what_is_to_be_reviewed_and_what_was_found_are_told_apart(
    open_workspace: OpenWorkspace, one_colour: Tokens
) -> None:
    old = last_year()
    new = renumber(next_year(old, 2027, datetime(2027, 11, 20, tzinfo=UTC), "r2"))
    plain, found = shown(open_workspace, old, "30"), shown(open_workspace, old, "30", hit="30")
    to_review = shown(open_workspace, new, "30")
    both = shown(open_workspace, new, "30", hit="30")
    assert len({len(each) for each in (plain, found, to_review, both)}) == 1  # of the same size
    pictures = [plain, found, to_review, both]
    assert [index for index, each in enumerate(pictures) if each in pictures[:index]] == []


def test_what_is_gone_new_or_differs_in_its_look_only_has_a_line_of_its_own(qapp: QApplication) -> None:
    colours = DiffColours(*(LIGHT.text,) * 2, LIGHT.card, LIGHT.text)
    old = office_report("Hương Giang", sections=(Section(100, blocks=(block(1, "Kết quả khá tốt."),)),))
    bold = replace(block(1, ""), runs=(Run("Kết quả", bold=True), Run(" rất tốt.")))
    comparison = compared(
        lambda: old, lambda: replace(old, sections=(replace(old.sections[0], blocks=(bold,)),))
    )
    (tab,) = [tab for tab in comparison.tabs if tab.changes.key == "section:100"]
    document = QTextDocument()
    document.setHtml(tab_html(comparison, tab, colours, DiffLinks(go=False, restore=False)))
    lines = set()
    for words in ("khá", "rất", "quả"):
        font = document.find(words).charFormat().font()
        lines.add((font.strikeOut(), font.underline(), font.overline()))
    assert lines == {(True, False, False), (False, True, False), (False, False, True)}
