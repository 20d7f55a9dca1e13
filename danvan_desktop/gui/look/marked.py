"""Marks of the style sheet on a widget that is polished already."""

from PySide6.QtWidgets import QWidget


def mark(widget: QWidget, name: str, value: object) -> None:
    """Give ``widget`` the property ``name`` of the style sheet: Qt looks at it when it is told to."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
