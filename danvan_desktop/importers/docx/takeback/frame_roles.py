"""What the lines around the text are where somebody typed them anew: by their place, beside their style.

A line of Nơi nhận or of the signing block that lost its style is known by the column in which it stands. A
report has one letterhead and one signer: what the file has beside them is named, never read into theirs.
"""

from collections.abc import Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.docx.body.items import Item, WordParagraph, WordTable, paragraphs_of
from danvan_desktop.importers.docx.roundtrip.styles import role_of
from danvan_desktop.importers.docx.takeback.frame_lines import FRAME, is_frame
from danvan_desktop.importers.docx.takeback.sent_lines import SentLines
from danvan_desktop.importers.docx.takeback.traced_text import traced_text
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.letterhead import UNKNOWN
from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.model import SECOND_FRAME, SECOND_SIGNER

_RECIPIENTS = frozenset({"recipients_label", "recipient"})
_SIGNER = frozenset({"signer", "signer_below"})
_SIGNING = _SIGNER | {"signing", "other_position"}
_CLOSING = _RECIPIENTS | _SIGNING
_ADDRESS = frozenset({"address", "address_label", "address_list"})
_REPEATED = frozenset({"annex_source", "stamp", "stamp_room", "draft", "circulation"})
"""Lines that may stand in several places."""


@frozen
class FrameLine:
    """A line with its role; "" where it is none of the frame."""

    paragraph: WordParagraph
    role: str
    is_styled: bool
    """Whether its style says so."""


class FrameRoles:
    """Gives the lines around the text their roles, one after the other as they stand in the file."""

    def __init__(self, items: Sequence[Item], sent: SentLines) -> None:
        """``items``: the whole file; ``sent``: by whose words lines are known that have lost their styles."""
        self._sent = sent
        tables = (item for item in items if isinstance(item, WordTable))
        self._frames = {id(table) for table in tables if is_frame(table) or sent.is_frame(table)}
        self._closing = {id(table) for table in self._last_closing(items)}
        self._seen: set[str] = set()
        self._closed: frozenset[str] = frozenset()
        """Roles of which all lines have been: text stood behind them."""
        self._has_signer = False

    def text_follows(self) -> None:
        """Note that a block of the text stands here."""
        self._closed = frozenset(self._seen - _REPEATED)

    def has(self, table: WordTable) -> bool:
        """Tell whether ``table`` is one of the frame."""
        return id(table) in self._frames

    def _last_closing(self, items: Sequence[Item]) -> list[WordTable]:
        """Give the table of the closing, the last before the annexes; one that was cut in two is both."""
        found: list[WordTable] = []
        is_beside = False
        for item in items:
            if isinstance(item, WordParagraph):
                if found and role_of(item.style) == "annex_label":
                    break
                is_beside = is_beside and item.is_blank
            elif self.has(item) and self._roles(item) & _CLOSING:
                found = [*found, item] if is_beside else [item]
                is_beside = True
            else:
                is_beside = False
        return found

    def _roles(self, table: WordTable) -> set[str]:
        return {self._role(paragraph) for paragraph in table.paragraphs()} & FRAME

    def _role(self, paragraph: WordParagraph) -> str:
        """Give the role of a line of a table of the frame: by its style, else by its words."""
        styled = role_of(paragraph.style)
        return styled if styled in FRAME else self._sent.role_of(_text(paragraph), in_frame=True)

    def outside(self, paragraph: WordParagraph, text: str) -> FrameLine:
        """Give the role of a paragraph that stands in no table of the frame."""
        styled = role_of(paragraph.style)
        role = styled or self._sent.role_of(text, in_frame=False)
        if role in FRAME and role in self._closed:
            return FrameLine(paragraph, "", is_styled=False)  # pasted from elsewhere: it is text here
        if role in _ADDRESS:
            role = _address_role(role, text)
        elif role in _SIGNER and text.strip() != UNKNOWN:
            role = SECOND_SIGNER if self._has_signer else role
            self._has_signer = True
        self._seen.add(role)
        return FrameLine(paragraph, role, is_styled=bool(styled))

    def in_table(self, table: WordTable) -> list[FrameLine]:
        """Give the lines of a table of the frame with their roles."""
        columns: dict[int, list[FrameLine]] = {}
        lines = []
        for row in table.rows:
            for cell in row:
                for paragraph in paragraphs_of(cell.items):
                    is_styled = role_of(paragraph.style) in FRAME
                    line = FrameLine(paragraph, self._role(paragraph), is_styled=is_styled)
                    lines.append((cell.column, line))
                    columns.setdefault(cell.column, []).append(lines[-1][1])
        roles = {line.role for _, line in lines} & FRAME
        is_closing = bool(roles & _CLOSING)
        if id(table) not in self._closing if is_closing else roles and roles <= self._closed:
            return [FrameLine(line.paragraph, SECOND_FRAME, is_styled=True) for _, line in lines]
        refined = {
            number: iter(self._closing_column(found) if is_closing else [line.role for line in found])
            for number, found in columns.items()
        }
        self._seen |= roles
        return [
            FrameLine(line.paragraph, next(refined[number]), is_styled=line.is_styled)
            for number, line in lines
        ]

    def _closing_column(self, lines: Sequence[FrameLine]) -> list[str]:
        if any(line.role in _RECIPIENTS for line in lines):
            return [line.role or "recipient" for line in lines]
        return self._signing(lines)

    def _signing(self, lines: Sequence[FrameLine]) -> list[str]:
        """Give the roles of a signing block: a name stands below titles, and nothing below the name."""
        said = [_text(line.paragraph).strip() for line in lines]
        names = [n for n, line in enumerate(lines) if line.role in _SIGNER and said[n] not in {"", UNKNOWN}]
        last = max((n for n, text in enumerate(said) if text not in {"", UNKNOWN}), default=-1)
        roles = []
        was_signed = self._has_signer
        has_name = False
        for n, line in enumerate(lines):
            role = line.role
            if said[n] in {"", UNKNOWN}:
                role = role or "signing"
            elif was_signed or has_name:
                role = SECOND_SIGNER
            elif role in _SIGNER:
                has_name = True
            elif not names and n == last and self._is_name(said[n]):
                role, has_name = "signer", True
            elif not role and said[n].isupper():
                role = "signing"
            roles.append(role)
        self._has_signer = was_signed or has_name
        return roles

    def _is_name(self, text: str) -> bool:
        """Tell whether it is a name, not a title: those are in capitals, or went out as titles."""
        return not text.isupper() and self._sent.role_of(text, in_frame=True) != "signing"


def _address_role(role: str, text: str) -> str:
    """Tell the label of a list of addressees from a line of them, whatever style it took on."""
    label, said = nd30.ADDRESS_LABEL, text.strip()
    if said.startswith(label):
        return "address" if said != label else "address_label"
    return role if role == "address_label" else "address_list"


def _text(paragraph: WordParagraph) -> str:
    """What is left of a line of which words are struck through."""
    return plain(traced_text(paragraph).unstruck)
