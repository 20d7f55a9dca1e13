"""Widgets for every room of gui/: buttons, fields, lists, side panels, file dialogs, message boxes, style."""
