"""A plain text that is pasted has bounds."""

import pytest

from danvan_desktop.gui.editor.text.paste_bounds import (
    LONGEST_WORD,
    MOST_CHARACTERS,
    MOST_LINES,
    MOST_TABS,
    is_too_long,
)


@pytest.mark.parametrize(
    ("piece", "most"),
    [("a ", MOST_CHARACTERS // 2), ("a\n", MOST_LINES), ("a\t", MOST_TABS), ("a", LONGEST_WORD)],
    ids=["characters", "lines", "tabs", "a word"],
)
def test_up_to_each_bound_it_is_taken(piece: str, most: int) -> None:
    assert not is_too_long(piece * most)
    assert is_too_long(piece * (most + 1))
