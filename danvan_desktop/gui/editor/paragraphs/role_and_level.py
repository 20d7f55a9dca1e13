"""Role and level (style) of a paragraph: changed by command, by Return, by a typed number (autoformat)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from danvan_desktop.gui.editor.document.formats import (
    Formats,
    has_bold_style,
    kind_of_block,
    role_and_level_of,
)
from danvan_desktop.gui.editor.document.properties import (
    OBJECT_CHARACTER,
    Key,
    dump_origin,
    load_origin,
    text_property,
)
from danvan_desktop.gui.editor.document.write import empty_format
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.editing.block_kinds import Place, after_return, demote, promote, recognise
from danvan_desktop.report.model import Origin, Role
from danvan_desktop.report.numbering import parse_decimal, parse_point
from danvan_desktop.report.text.utf16 import utf16_length

_KEPT = (Key.ID, Key.NOTE, Key.HINT, Key.ORIGIN, Key.UNKNOWN)
_CHANGEABLE = {"paragraph", "filler"}


def selected_paragraphs(editor: BlockText) -> list[QTextBlock]:
    """The paragraphs the cursor or the selection touches; lines of tables, captions and the like are none."""
    cursor = editor.textCursor()
    block = editor.document().findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    touched: list[QTextBlock] = []
    while block.isValid() and (block.position() < end or not touched):
        touched.append(block)
        block = block.next()
    return [block for block in touched if kind_of_block(block) in _CHANGEABLE]


def current_role_and_level(editor: BlockText) -> Place | None:
    """The role and level of the paragraph with the cursor; None in a table and the like."""
    block = editor.textCursor().block()
    return role_and_level_of(block.blockFormat()) if kind_of_block(block) in _CHANGEABLE else None


def set_kind(editor: BlockText, role: Role, level: int) -> None:
    """Make the selected paragraphs a ``role`` of ``level``."""
    _change(editor, lambda _role, _level: (role, level))


def promote_selected(editor: BlockText) -> None:
    """Raise the selected paragraphs one step."""
    _change(editor, promote)


def demote_selected(editor: BlockText) -> None:
    """Lower the selected paragraphs one step."""
    _change(editor, demote)


def number_selected(editor: BlockText) -> None:
    """Let the fixed numbers of the selected paragraphs follow their neighbours again."""
    with editor.stack.macro():
        cursor = QTextCursor(editor.document())
        cursor.beginEditBlock()
        for block in selected_paragraphs(editor):
            if _is_fixed(block):
                put_kind(editor.formats, block, role_and_level_of(block.blockFormat()))
        cursor.endEditBlock()


def has_fixed_number(editor: BlockText) -> bool:
    """Whether a selected paragraph keeps its number whatever its neighbours are."""
    return any(_is_fixed(block) for block in selected_paragraphs(editor))


def _is_fixed(block: QTextBlock) -> bool:
    return text_property(block.blockFormat(), Key.NUMBERING) == "fixed"


def _change(editor: BlockText, new_place: Callable[[Role, int], Place]) -> None:
    blocks = selected_paragraphs(editor)
    with editor.stack.macro():
        cursor = QTextCursor(editor.document())
        cursor.beginEditBlock()
        for block in blocks:
            place = role_and_level_of(block.blockFormat())
            wanted = new_place(*place)
            if wanted != place:
                put_kind(editor.formats, block, wanted)
        cursor.endEditBlock()


def put_kind(formats: Formats, block: QTextBlock, place: Place, fixed: str | None = None) -> None:
    """Give ``block`` another role and level, with an automatic number or the ``fixed`` one."""
    shown = kind_format(formats, place, fixed)
    for key in _KEPT:
        value = block.blockFormat().property(key)
        if value is not None:
            shown.setProperty(key, value)
    QTextCursor(block).setBlockFormat(shown)
    restyle(block)


def kind_format(formats: Formats, place: Place, fixed: str | None = None) -> QTextBlockFormat:
    """The format of a paragraph of that role and level."""
    shown = formats.style(*place)
    numbered = "none" if place[0] in {"body", "item"} else "auto"
    shown.setProperty(Key.NUMBERING, numbered if fixed is None else "fixed")
    if fixed is not None:
        shown.setProperty(Key.NUMBER, fixed)
    return shown


def restyle(block: QTextBlock) -> None:
    """Make the text of ``block`` bold where its style or its author wants it, and not elsewhere."""
    is_bold = has_bold_style(block.blockFormat())
    cursor = QTextCursor(block)
    cursor.setBlockCharFormat(empty_format(bold_style=is_bold))
    ranges = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        shown = fragment.charFormat()
        wanted = is_bold or shown.property(Key.BOLD) is True
        if wanted != (shown.fontWeight() >= QFont.Weight.DemiBold) and not shown.isImageFormat():
            ranges.append((fragment.position(), fragment.length(), wanted))
        place += 1
    for start, length, wanted in ranges:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        weight = QTextCharFormat()
        weight.setFontWeight(QFont.Weight.Bold if wanted else QFont.Weight.Normal)
        cursor.mergeCharFormat(weight)


def restyle_joined(editor: BlockText) -> None:
    """After lines were joined: one style for what is now one paragraph, merged into the same undo step."""
    block = editor.textCursor().block()
    if kind_of_block(block) == "cell":
        return
    cursor = QTextCursor(editor.document())
    with editor.stack.merging():
        cursor.joinPreviousEditBlock()
        restyle(block)
        cursor.endEditBlock()


# ---------------------------------------------------------------------- Return


def press_return(editor: BlockText, event: QKeyEvent) -> bool:
    """Begin a new paragraph at Return; a report knows no line ends inside one."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    editor.interpret_typed()
    with editor.stack.macro():
        cursor = editor.textCursor()
        cursor.beginEditBlock()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            restyle(cursor.block())
        _begin_paragraph(editor, cursor)
        cursor.endEditBlock()
        editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def _begin_paragraph(editor: BlockText, cursor: QTextCursor) -> None:
    block = cursor.block()
    kind = kind_of_block(block)
    if kind == "cell":
        cursor.insertBlock()
        return
    if kind == "caption":
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        return
    role, level = role_and_level_of(block.blockFormat())
    if kind in _CHANGEABLE and block.length() == 1 and role != "body":
        put_kind(editor.formats, block, after_return(role, level, empty=True))
        return
    if kind == "opaque":
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        _insert(editor, cursor, ("body", 1))
    elif cursor.atBlockStart() and block.length() > 1:
        _insert_above(editor, cursor, after_return(role, level, empty=False))
    elif cursor.atBlockEnd():
        _insert(editor, cursor, after_return(role, level, empty=False))
    else:
        origin = load_origin(text_property(block.blockFormat(), Key.ORIGIN))
        _insert(editor, cursor, (role, level), origin)
        restyle(cursor.block())


def _insert(editor: BlockText, cursor: QTextCursor, place: Place, origin: Origin | None = None) -> None:
    """Begin a paragraph; the second half of one that came from last year keeps its ``origin``."""
    shown = kind_format(editor.formats, place)
    shown.setProperty(Key.ID, editor.ids.take())
    if origin is not None:
        shown.setProperty(Key.ORIGIN, dump_origin(replace(origin, touched=True)))
    cursor.insertBlock(shown, empty_format(bold_style=place[0] == "heading"))


def _insert_above(editor: BlockText, cursor: QTextCursor, place: Place) -> None:
    """Put an empty paragraph above: the text keeps its id."""
    cursor.insertBlock()
    above = cursor.block().previous()
    shown = kind_format(editor.formats, place)
    shown.setProperty(Key.ID, editor.ids.take())
    QTextCursor(above).setBlockFormat(shown)
    restyle(above)


# ---------------------------------------------------------------------- a typed number


def recognise_typed(editor: BlockText, block: QTextBlock) -> None:
    """Make a paragraph that begins with "3.1.", "a)" or "-" what it says, as a step of its own."""
    if not block.isValid():
        return
    if kind_of_block(block) == "opaque":
        _set_apart(editor, block)
        return
    if kind_of_block(block) not in _CHANGEABLE or block.layout().preeditAreaText():
        return
    found = recognise(block.text())
    if found is None:
        return
    with editor.stack.macro():
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.movePosition(
            QTextCursor.MoveOperation.Right,
            QTextCursor.MoveMode.KeepAnchor,
            block.length() - 1 - utf16_length(found.rest),
        )
        cursor.removeSelectedText()
        put_kind(editor.formats, block, (found.role, found.level))
        if found.number is not None and not _same_number(editor.fresh_label(block), found.number):
            put_kind(editor.formats, block, (found.role, found.level), found.number)
        cursor.endEditBlock()


def _same_number(one: str, other: str) -> bool:
    return (parse_decimal(one) or parse_point(one) or one) == (
        parse_decimal(other) or parse_point(other) or other
    )


def _set_apart(editor: BlockText, block: QTextBlock) -> None:
    """Move what was typed beside an opaque block into a paragraph of its own."""
    text = block.text()
    if not text.replace(OBJECT_CHARACTER, "") or OBJECT_CHARACTER not in text:
        return
    place = text.index(OBJECT_CHARACTER)
    with editor.stack.macro():
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        if place + 1 < block.length() - 1:
            cursor.setPosition(block.position() + place + 1)
            _insert(editor, cursor, ("body", 1))
        if place:
            cursor.setPosition(block.position() + place)
            cursor.insertBlock()
            shown = kind_format(editor.formats, ("body", 1))
            shown.setProperty(Key.ID, editor.ids.take())
            QTextCursor(cursor.block().previous()).setBlockFormat(shown)
        cursor.endEditBlock()
