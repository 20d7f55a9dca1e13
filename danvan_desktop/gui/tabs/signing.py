"""The ways to sign and the lines each asks for (Quyền hạn, chức vụ của người ký: PL I, II.7)."""

from dataclasses import dataclass

DIRECT = "direct"
FORMS: tuple[tuple[str, str], ...] = (
    (DIRECT, "Ký trực tiếp (người đứng đầu)"),
    ("KT.", "KT. - ký thay"),
    ("TL.", "TL. - ký thừa lệnh"),
    ("TUQ.", "TUQ. - ký thừa ủy quyền"),
    ("Q.", "Q. - quyền cấp trưởng"),
)
_ON_BEHALF = ("TM.",)
_PREFIXES = tuple(form for form, _ in FORMS[1:])
_DEPUTY = "PHÓ "


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """The lines above the signer's name: quyền hạn (none, one or more), then chức vụ."""

    authority: tuple[str, ...] = ()
    position: str = ""

    @classmethod
    def of(cls, lines: tuple[str, ...]) -> "SignatureLines":
        """Take the last line for the position; one line that is an authority alone is no position."""
        if not lines:
            return cls()
        return cls(lines[:-1], lines[-1])

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, blank ones left out."""
        return tuple(line for line in (*self.authority, self.position) if line)


def form_of(lines: tuple[str, ...]) -> str:
    """Tell which form of signing ``lines`` are."""
    for line in lines:
        for prefix in _PREFIXES:
            if line.upper().startswith(prefix):
                return prefix
    return DIRECT


def filled(form: str, lines: tuple[str, ...]) -> SignatureLines:
    """What ``lines`` become when ``form`` is chosen: a proposal that stays editable."""
    collective = tuple(line for line in lines if line.upper().startswith(_ON_BEHALF))
    head = _head(tuple(line for line in lines if line not in collective))
    if form == "Q.":
        return SignatureLines(collective, f"Q. {head}".strip())
    if form == DIRECT:
        return SignatureLines(collective, head)
    if not head:
        return SignatureLines((*collective, form), "")
    position = _DEPUTY + head if form == "KT." else ""
    return SignatureLines((*collective, f"{form} {head}"), position)


def _head(lines: tuple[str, ...]) -> str:
    """The position of the head of the agency, as far as ``lines`` tell it."""
    for line in lines:
        for prefix in _PREFIXES:
            if line.upper().startswith(prefix):
                return line[len(prefix) :].strip()
    position = lines[-1] if lines else ""
    return position.removeprefix(_DEPUTY)
