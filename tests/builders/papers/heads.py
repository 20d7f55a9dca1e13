"""Letterheads and signature blocks as offices make them: each gives lines of the markup.

A letterhead is given as lines ``P`` (parent agency), ``A`` (agency), ``N`` (number), ``V`` (V/v …), ``D``
(place and date), ``Q`` and ``M`` (Quốc hiệu and Tiêu ngữ, where they are otherwise); a signature block as
``L`` (Nơi nhận, its lines) and ``R`` (the signing lines, then the name; ``R`` alone is a blank line; ``S``
is a second signer's).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

Lines = list[str]
Maker = Callable[[Lines, Lines], Lines]

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def _given(lines: Lines) -> dict[str, Lines]:
    found: dict[str, Lines] = defaultdict(list, {"Q": [NATIONAL_NAME], "M": [MOTTO]})
    for line in lines:
        kind, _, text = line.partition(" ")
        if kind in {"Q", "M"}:
            found[kind] = []
        found[kind].append(text)
    return found


def _rule(mm: int, options: Lines) -> Lines:
    """The rule as ``options`` want it: "norule", "typed", or kind and place ("vml.next")."""
    if "norule" in options:
        return []
    if "typed" in options:
        return [".c.n " + "_" * (mm // 2)]
    how = next((option for option in options if option.partition(".")[0] in _RULES), "shape.own")
    return [f".rule{mm}.{how}"]


_LETTER_MM = 2.9
"""How wide a capital letter of the agency's name is, about."""
_RULE_OF_LINE = 0.42
_RULES = {"shape", "connector", "path", "vml", "border"}


def _left(given: dict[str, Lines], options: Lines) -> Lines:
    return [
        *(f".c.s13 {text}" for text in given["P"]),
        *(f".c.s13.b {text}" for text in given["A"]),
        *_rule(round(_RULE_OF_LINE * min(max(map(len, given["A"]), default=0) * _LETTER_MM, 62)), options),
    ]


def _right(given: dict[str, Lines], options: Lines) -> Lines:
    return [f".c.s13.b {given['Q'][0]}", f".c.s14.b {given['M'][0]}", *_rule(60, options)]


def _under(given: dict[str, Lines], dated: str = ".c.s14.i ") -> tuple[Lines, Lines]:
    numbered = [f".c.s13 {text}" for text in given["N"]]
    about = [f".c.s12 {text}" for text in given["V"]]
    return [*numbered, *about], [dated + text for text in given["D"]]


def _table(lines: Lines, options: Lines) -> Lines:
    given = _given(lines)
    below_left, below_right = _under(given)
    widths = next((option for option in options if option.startswith("widths=")), "widths=62,103")
    left, right = _left(given, options), _right(given, options)
    # Number and date are brought onto one line with the Enter key.
    room = len(given["P"]) + len(given["A"]) - 2
    left, right = left + [".c.s14"] * -room, right + [".c.s14"] * room
    return _of_cells(widths, options, ([*left, *below_left], [*right, *below_right]))


def _two_rows(lines: Lines, options: Lines) -> Lines:
    given = _given(lines)
    widths = next((option for option in options if option.startswith("widths=")), "widths=66,102")
    return _of_cells(widths, options, (_left(given, options), _right(given, options)), _under(given))


def _of_cells(widths: str, options: Lines, *rows: tuple[Lines, ...]) -> Lines:
    others = [option for option in options if option.startswith(("pad=", "indent="))]
    made = ["| " + " | ".join("¶".join(cell) for cell in row) for row in rows]
    return [" ".join([".table borderless", widths, *others]), *made, ".end"]


def _tabs(lines: Lines, options: Lines) -> Lines:
    """Each pair of lines in one paragraph, between tab stops."""
    given = _given(lines)
    left = [*given["P"], *(f"<b>{text}</b>" for text in given["A"])]
    right = [f"<b>{given['Q'][0]}</b>", f"<b>{given['M'][0]}</b>"]
    left += [""] * (2 - len(left))
    right += [""] * (len(left) - 2)
    rows = [f".l.n.be0.s13.t30c.t112c ⇥{a}⇥{b}" for a, b in zip(left, right, strict=True)]
    if "typed" in options:
        rows.append(".l.n.be0.s13.t30c.t112c ⇥_______⇥____________________")
    elif "norule" not in options:
        rows.append(".rule60.vml.own")
    numbers = f"⇥{given['N'][0]}⇥<i>{given['D'][0]}</i>"
    return [*rows, f".l.n.s13.t30c.t112c {numbers}", *(f".l.n.be0.s12.t30c ⇥{text}" for text in given["V"])]


def _blanks(lines: Lines, options: Lines) -> Lines:
    """The two columns parted by blanks alone."""
    given = _given(lines)
    left = [*given["P"], *given["A"]]
    right = [given["Q"][0], given["M"][0]]
    gap = "␣" * 12
    rows = [f".l.n.be0.s13.b {a}{gap}{b}" for a, b in zip(left, right, strict=True)]
    return [*rows, f".l.n.s13 {given['N'][0]}{gap}{gap}<i>{given['D'][0]}</i>"]


def _frames(lines: Lines, options: Lines) -> Lines:
    """Two text frames beside each other, then number and date in two more; ``boxes`` float over the page."""
    given = _given(lines)
    kind = "box" if "boxes" in options else "frame"
    agencies = [*(f".c.s13 {text}" for text in given["P"]), *(f".c.s13.b {text}" for text in given["A"])]
    return [
        *(f".{kind}25-20-70{line}" for line in agencies),
        f".{kind}95-20-105.c.s13.b {given['Q'][0]}",
        f".{kind}95-20-105.c.s14.b {given['M'][0]}",
        f".{kind}25-38-70.c.s13 {given['N'][0]}",
        f".{kind}95-38-105.c.s14.i {given['D'][0]}",
        *([".n"] * 3 if kind == "box" else []),
    ]


def _stacked(lines: Lines, options: Lines) -> Lines:
    """Quốc hiệu across the page, then the agency, as some schools do."""
    given = _given(lines)
    below_left, below_right = _under(given, ".r.s14.i ")
    above = [line.replace(".c", ".c.be0", 1) for line in (*_right(given, options), *_left(given, options))]
    return [*above, *below_left, *below_right]


def _party(lines: Lines, options: Lines) -> Lines:
    """The Party's: a star, "ĐẢNG CỘNG SẢN VIỆT NAM", the number without a colon."""
    given = _given(lines)
    left = [
        *(f".c.s14 {text}" for text in given["P"]),
        *(f".c.s14.b {text}" for text in given["A"]),
        ".c.s14 *",
        *(f".c.s14 {text}" for text in given["N"]),
        *(f".c.s12 {text}" for text in given["V"]),
    ]
    right = [".c.s15.b ĐẢNG CỘNG SẢN VIỆT NAM", *_rule(62, options), *(f".c.s14.i {t}" for t in given["D"])]
    return _of_cells("widths=75,90", options, (left, right))


HEADS: Mapping[str, Maker] = {
    "table": _table,
    "two-rows": _two_rows,
    "tabs": _tabs,
    "blanks": _blanks,
    "frames": _frames,
    "stacked": _stacked,
    "party": _party,
}


def _recipients(given: dict[str, Lines]) -> Lines:
    first, *others = given["L"] or [""]
    return [f".l.n.s12.b.i {first}", *(f".l.n.s11 {text}" for text in others)] if first else []


def _signed(texts: Lines) -> Lines:
    return [f".c.n.b {text}" if text else ".c.n" for text in texts]


def _signature_table(lines: Lines, options: Lines) -> Lines:
    given = _given(lines)
    columns = [_recipients(given) or [""], _signed(given["R"])]
    widths = "widths=80,85"
    if given["S"]:
        columns = [*columns[:1], _signed(given["S"]), columns[1]]
        widths = "widths=60,50,55"
    return _of_cells(widths, options, tuple(columns))


def _signature_pair(lines: Lines, options: Lines) -> Lines:
    """Two signers beside each other, Nơi nhận below, across the page."""
    given = _given(lines)
    pair = _of_cells("widths=80,85", options, (_signed(given["S"]), _signed(given["R"])))
    return [*pair, *_recipients(given)]


def _signature_below(lines: Lines, options: Lines) -> Lines:
    """The signature at the right, centred between indents; Nơi nhận below it."""
    given = _given(lines)
    return [*(f".in85{line}" for line in _signed(given["R"])), *_recipients(given)]


def _signature_tabs(lines: Lines, options: Lines) -> Lines:
    """Nơi nhận and signature line by line, parted by a tab."""
    given = _given(lines)
    left, right = given["L"], given["R"]
    longest = max(len(left), len(right))
    left, right = (texts + [""] * (longest - len(texts)) for texts in (left, right))
    rows = [f"{a}⇥<b>{b}</b>" if b else a for a, b in zip(left, right, strict=True)]
    first, *others = rows
    name, _, signing = first.partition("⇥")
    top = f".l.n.be0.s12.t115c <b><i>{name}</i></b>⇥{signing}"
    return [top, *(f".l.n.be0.s11.t115c {row}" for row in others)]


SIGNATURES: Mapping[str, Maker] = {
    "table": _signature_table,
    "pair": _signature_pair,
    "below": _signature_below,
    "tabs": _signature_tabs,
}
