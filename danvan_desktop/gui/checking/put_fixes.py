"""Writes a report whose words were set right into the open one: one step to undo, each formatting kept."""

from danvan_desktop.gui.workspace.find.apply_replaced import apply_replaced
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.report.model import Report


def put_fixes(opened: OpenReport, before: Report, after: Report) -> bool:
    """Change the open report from ``before`` to ``after``: its texts and its subject; whether it changed."""
    if before == after:
        return False
    with opened.stack.macro():
        if after.subject != before.subject:
            opened.pages.general.subject.fill(after.subject)
        apply_replaced(opened, before, after)
    return True
