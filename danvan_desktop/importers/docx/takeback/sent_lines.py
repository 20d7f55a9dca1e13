"""Lines of the file that went out, by which those of one that came back are known without their styles.

Other programs rename styles, and who pastes all into a new file has none of ours: that a line has no style
is no proof that it is something else.
"""

from collections.abc import Iterable

from danvan_desktop.importers.docx.body.items import WordTable
from danvan_desktop.importers.docx.takeback.frame_lines import FRAME
from danvan_desktop.report.diff.likeness import Profile, likeness, profile
from danvan_desktop.report.takeback.model import ReturnedBlock

_LIKE = 0.6
"""From so like on a line of a table of the frame is one that went out."""
_MOST_LINES = 80
"""Of a table of the frame; longer ones are not held against it."""
_VERY_LIKE = 0.8
"""From so like on a line outside of such a table is."""
_HEADINGS = frozenset({"section", "annex", "basis", "part"})
_MANY = frozenset({"address_list", "annex_source"})
"""Roles of several lines."""
_LIST_ROLES = {"-": "recipient"}
"""What a new line is that begins so, in a table of the frame."""


class SentLines:
    """Says what a line without a style of ours is, by the words of what went out."""

    def __init__(self, blocks: Iterable[ReturnedBlock]) -> None:
        self._frame: list[tuple[str, Profile]] = []
        self._others: dict[str, str] = {}
        self._text: set[str] = set()
        """What stood in the text: that is no line of the frame, however like it is."""
        self._given: set[str] = set()
        """Roles outside of the tables that were given: each stands in one place."""
        for block in blocks:
            if block.kind == "frame" and block.role in FRAME:
                self._frame.append((block.role, profile(block.text)))
            if block.kind in _HEADINGS | {"frame"} or block.role in {"annex_title", "caption"}:
                self._others.setdefault(_folded(f"{block.label} {block.text}"), block.role)
            else:
                self._text.add(_folded(f"{block.label} {block.text}"))

    def is_frame(self, table: WordTable) -> bool:
        """Tell whether ``table`` is the one of the letterhead or of the closing."""
        lines = [each.text for each in table.paragraphs() if each.text.strip()]
        if len(lines) > _MOST_LINES or not self._frame:
            return False
        said = [profile(line) for line in lines]
        known = [words for words in said if self._nearest(words, _LIKE)]
        return len(known) >= 2 and 2 * len(known) >= len(said)

    def role_of(self, text: str, *, in_frame: bool) -> str:
        """Give the role of a line, "" where it is none of those that went out."""
        if role := self._others.get(_folded(text)):
            self._given.add(role)
            return role
        if in_frame:
            return self._nearest(profile(text), _LIKE) or _LIST_ROLES.get(text[:1], "")
        found = "" if _folded(text) in self._text else self._nearest(profile(text), _VERY_LIKE)
        if found in self._given - _MANY:
            return ""
        self._given.add(found)
        return found

    def _nearest(self, words: Profile, least: float) -> str:
        if not words:
            return ""
        like, role = max(((likeness(words, each), role) for role, each in self._frame), default=(0.0, ""))
        return role if like >= least else ""


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


NO_LINES = SentLines(())
