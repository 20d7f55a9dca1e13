"""Widgets that every part of the window may use: buttons, fields, lists, side panels, style."""
