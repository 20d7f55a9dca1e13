"""Forms: cards with labelled fields in rows, what is refused said below them, the buttons of a dialog."""
