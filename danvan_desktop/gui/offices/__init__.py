"""Cơ quan và người ký: the dialogs for offices, signers and their settings."""
