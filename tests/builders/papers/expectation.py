"""What a person who knows the decree expects of a paper when it has been brought in."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Expectation:
    """Written by hand for each paper; None and () mean that the paper has no such thing."""

    kind: str = "BÁO CÁO"
    """"CÔNG VĂN" for a letter, which bears no name of kind."""
    parent_agency: str | None = None
    agency: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: str = "…/…/…"
    """Day, month and year as numbers, "…" where the paper leaves a blank."""
    subject: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    """The căn cứ, whole."""
    structure: tuple[str, ...] = ()
    """Parts, Mục and khoản that have a title, in order, each with its number as it is printed."""
    tables: int = 0
    """Of the text and the annexes; letterhead and signature are none."""
    annexes: tuple[str, ...] = ()
    """Their titles."""
    recipients: tuple[str, ...] = ()
    filing: str | None = None
    """What stands behind "Lưu:" without the full stop."""
    signing: tuple[str, ...] = ()
    signer: str | None = None
    notes: tuple[str, ...] = ()
    """Words of which each must occur in what the user is told; "|" parts what is as good."""
    unnoted: tuple[str, ...] = ()
    """Words that must not occur there."""
    wrong: dict[str, str] = field(default_factory=dict)
    """Of the compliance sheet: the lines that a person would judge "Không đúng", and why."""
    open_fields: tuple[str, ...] = ()
    """Fields about which two people may differ: nothing is asked of them."""
    refused: str = ""
    """Words of the message, where the file cannot be brought in."""
    open_lines: tuple[int, ...] = ()
    """Lines of the sheet about which two people may differ: nothing is asked of them; 0 means all lines."""
