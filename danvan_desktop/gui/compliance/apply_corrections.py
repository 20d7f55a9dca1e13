"""Applies a corrected report to the open one: fields and texts that differ become one undo command."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCharFormat, QTextCursor

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.write import insert_runs
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.undo.stack import FunctionStep
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from danvan_desktop.report.model import Block, Paragraph, Report, Runs, Section
from danvan_desktop.report.office.presentation import Presentation
from danvan_desktop.report.office.signing_lines import SigningLines
from danvan_desktop.report.walk import block_lists


def apply_corrected(opened: OpenReport, before: Report, after: Report) -> None:
    """Change the open report from ``before`` to ``after``, which has the same parts, as one undo command."""
    if before == after:
        return
    pages = opened.pages
    with opened.stack.macro():
        _put_presentation(opened, before, after)
        _put_fields(pages, before, after)
        _put_titles(opened, pages, before, after)
        _put_texts(pages, before, after)
    opened.note_edit()
    opened.stepped.emit()


def _put_presentation(opened: OpenReport, before: Report, after: Report) -> None:
    old, new = Presentation.of(before), Presentation.of(after)
    if old == new:
        return
    opened.stack.push(FunctionStep(lambda: opened.present(new), lambda: opened.present(old)))
    opened.present(new)


def _put_fields(pages: ReportPages, before: Report, after: Report) -> None:
    general, signing = pages.general, pages.signature
    old, new = before.letterhead, after.letterhead
    lines = SigningLines.of(after.signature.lines)
    for field, was, text in (
        (general.parent_agency, old.parent_agency, new.parent_agency),
        (general.agency, old.agency, new.agency),
        (general.symbol, old.symbol, new.symbol),
        (general.place_name, old.place, new.place),
        (general.subject, before.subject, after.subject),
        (signing.position, SigningLines.of(before.signature.lines).position, lines.position),
        (signing.signer, before.signature.signer, after.signature.signer),
    ):
        if was != text:
            field.fill(text or "")
    for listed, were, entries in (
        (signing.addressees, before.addressees, after.addressees),
        (signing.recipients, before.recipients, after.recipients),
        (signing.authority, before.signature.lines[:-1], lines.authority),
    ):
        if were != entries:
            listed.fill(entries)


def _put_titles(opened: OpenReport, pages: ReportPages, before: Report, after: Report) -> None:
    if before.legal_bases != after.legal_bases:
        _write(pages.opening.bases, after.legal_bases, bold_style=False)
    for page, old, new in zip(pages.sections, before.sections, after.sections, strict=True):
        if old.title != new.title:
            _write(page.title, (new.title,), bold_style=True)
        if old.numbering != new.numbering:
            _put_numbering(opened, page, old, new)
    for leaf, was, is_now in zip(pages.annexes.pages, before.annexes, after.annexes, strict=True):
        if was.title != is_now.title:
            _write(leaf.title, (is_now.title,), bold_style=True)


def _put_numbering(opened: OpenReport, page: SectionPage, old: Section, new: Section) -> None:
    def number(section: Section) -> None:
        page.numbering = section.numbering
        opened.note_edit()

    opened.stack.push(FunctionStep(lambda: number(new), lambda: number(old)))
    number(new)


def _put_texts(pages: ReportPages, before: Report, after: Report) -> None:
    old, new = block_lists(before), block_lists(after)
    for (_, editor), (_, were), (_, blocks) in zip(pages.editors(), old, new, strict=True):
        changed = {now.id: now for was, now in zip(were, blocks, strict=True) if _differ(was, now)}
        if changed:
            _put_blocks(editor, changed)


def _differ(old: Block, new: Block) -> bool:
    """Whether anything is otherwise but a number that is computed."""
    if isinstance(old, Paragraph) and isinstance(new, Paragraph) and new.numbering == "auto":
        return replace(old, number=None) != replace(new, number=None)
    return old != new


def _put_blocks(editor: BlockEditor, changed: Mapping[int, Block]) -> None:
    """Write the stretch of ``editor`` that holds the changed blocks, by their ids."""
    units = editor.units()
    other = [i for i, unit in enumerate(units) if any(block.id in changed for block in unit.blocks)]
    if other:
        first, last = other[0], other[-1]
        inside = [block for unit in units[first : last + 1] for block in unit.blocks]
        editor.replace(units, first, last, [changed.get(block.id, block) for block in inside])


def _write(edit: UndoableTextEdit, lines: Sequence[Runs], *, bold_style: bool) -> None:
    cursor = QTextCursor(edit.document())
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for index, runs in enumerate(lines):
        if index:
            cursor.insertBlock(cursor.blockFormat(), QTextCharFormat())
        insert_runs(cursor, runs, bold_style=bold_style)
    cursor.endEditBlock()
