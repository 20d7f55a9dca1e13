"""Lines of the signature block and the forms of signing (Quyền hạn, chức vụ của người ký: PL I, II.7)."""

import re
from collections.abc import Sequence
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.office.signing_refusals import refusals

Form = Literal["direct", "KT", "TL", "TUQ", "Q", "TL_KT"]

FORM_LABELS: dict[Form, str] = {
    "direct": "Ký trực tiếp (người đứng đầu)",
    "KT": "KT. - ký thay",
    "TL": "TL. - ký thừa lệnh",
    "TUQ": "TUQ. - ký thừa ủy quyền",
    "Q": "Q. - quyền cấp trưởng",
    "TL_KT": "TL. và KT. - cấp phó của người được thừa lệnh ký thay",
}
"""The forms with their names in the wizard, in its order."""

FORMS: tuple[tuple[str, str], ...] = tuple(FORM_LABELS.items())
_ON_BEHALF = ("TM.",)
_PREFIXES: tuple[Form, ...] = ("KT", "TL", "TUQ", "Q")
_DEPUTY = "PHÓ "
_UNIT_HEAD = "TRƯỞNG PHÒNG"
"""Who signs by order most often, for a proposal that stays editable."""


def signing_lines(form: Form, head: str, position: str = "", unit_head: str = "") -> tuple[str, ...]:
    """Write the lines above the signature, one entry a line (PL I, II.7.b).

    ``head`` is the office of the one who answers for the agency ("Chánh Văn phòng"), ``position`` that of
    the signer, ``unit_head`` (for TL. with KT.) that of the one who signs by order.
    """
    head, position, unit_head = (" ".join(part.split()).upper() for part in (head, position, unit_head))
    lines: dict[Form, tuple[str, ...]] = {
        "direct": (head,),
        "KT": (f"KT. {head}", position),
        "TL": (f"TL. {head}", position),
        "TUQ": (f"TUQ. {head}", position),
        "Q": (f"Q. {head}",),
        "TL_KT": (f"TL. {head}", f"KT. {unit_head}", position),
    }
    return tuple(line.strip() for line in lines[form] if line.strip())


def recognise_form(lines: Sequence[str]) -> Form | None:
    """Tell the form of existing lines; None where they are none of the six (no line, TM., a misspelling)."""
    powers = tuple(
        match[1] for line in lines if (match := re.match(r"\s*(KT|TL|TUQ|TM|Q)\.\s", line.upper() + " "))
    )
    count = len([line for line in lines if line.strip()])
    found: dict[tuple[tuple[str, ...], int], Form] = {
        ((), 1): "direct",
        (("KT",), 2): "KT",
        (("TL",), 2): "TL",
        (("TUQ",), 2): "TUQ",
        (("Q",), 1): "Q",
        (("TL", "KT"), 3): "TL_KT",
    }
    form = found.get((powers, count))
    return None if form == "direct" and refusals(lines, None, None) else form


@frozen
class SigningLines:
    """The lines above the signer's name: quyền hạn (none, one or more), then chức vụ."""

    authority: tuple[str, ...] = ()
    position: str = ""

    @classmethod
    def of(cls, lines: tuple[str, ...]) -> "SigningLines":
        """Take the last line for the position; one line that is an authority alone is no position."""
        if not lines:
            return cls()
        return cls(lines[:-1], lines[-1])

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, blank ones left out."""
        return tuple(line for line in (*self.authority, self.position) if line)


def form_of(lines: tuple[str, ...]) -> Form:
    """Tell which form of signing ``lines`` are, or are most like."""
    known = recognise_form(lines)
    if known is not None:
        return known
    powers = [power for line in lines for power in _PREFIXES if line.upper().startswith(f"{power}.")]
    return "TL_KT" if powers == ["TL", "KT"] else powers[0] if powers else "direct"


def filled(form: Form, lines: tuple[str, ...]) -> SigningLines:
    """What ``lines`` become when ``form`` is chosen: a proposal that stays editable."""
    collective = tuple(line for line in lines if line.upper().startswith(_ON_BEHALF))
    head = _head(tuple(line for line in lines if line not in collective))
    if not head and form != "direct":
        power = form.partition("_")[0]
        return (
            SigningLines(collective, f"{power}.") if form == "Q" else SigningLines((*collective, f"{power}."))
        )
    deputies: dict[Form, str] = {"KT": _DEPUTY + head, "TL_KT": _DEPUTY + _UNIT_HEAD}
    proposed = signing_lines(form, head, deputies.get(form, ""), _UNIT_HEAD)
    if form in {"TL", "TUQ"}:
        return SigningLines((*collective, *proposed), "")  # whose position nobody can guess
    return SigningLines((*collective, *proposed[:-1]), proposed[-1] if proposed else "")


def _head(lines: tuple[str, ...]) -> str:
    """The position of the head of the agency, as far as ``lines`` tell it."""
    for line in lines:
        for power in _PREFIXES:
            if line.upper().startswith(f"{power}."):
                return line[len(power) + 1 :].strip()
    position = lines[-1].upper() if lines else ""
    return position.removeprefix(_DEPUTY)
