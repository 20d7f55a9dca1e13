"""What was changed around the text: letterhead, addressees, recipients, signing lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from danvan_desktop.report.diff.fields import changed_fields
from danvan_desktop.report.model import PartialDate, Run, Runs, Value, plain
from danvan_desktop.report.takeback.model import (
    SECOND_FRAME,
    SECOND_SIGNER,
    NotTaken,
    ReturnedBlock,
    ReturnedFile,
)
from danvan_desktop.report.takeback.patching.text_patch import BREAK

_ROLES: dict[str, tuple[str, ...]] = {
    "letterhead.parent_agency": ("parent_agency",),
    "letterhead.agency": ("agency",),
    "letterhead.number": ("number",),
    "letterhead.symbol": ("number",),
    "letterhead.place": ("date",),
    "letterhead.issued_on": ("date",),
    "kind": ("kind",),
    "subject": ("subject",),
    "marks": ("stamp", "draft", "circulation"),
    "addressees": ("address", "address_list"),
    "recipients": ("recipient",),
    "filing": ("recipient",),
    "signature.lines": ("signing",),
    "signature.other_position": ("other_position",),
    "signature.signer": ("signer", "signer_below"),
}
_PRINTED = ("national_name", "motto", "recipients_label", "annex_source", "address_label")
"""Lines that print makes: an edit there cannot be taken."""
_WHY_NOT: Mapping[str, str] = {
    **dict.fromkeys(_PRINTED, "Dòng “{}”: phần mềm in sẵn theo mẫu, không nhận chỗ sửa."),
    SECOND_SIGNER: "Dòng “{}” ở phần ký: báo cáo chỉ có một người ký, dòng này không nhận.",
    SECOND_FRAME: "Dòng “{}” ở một phần đầu hoặc phần ký thứ hai, không thuộc báo cáo này.",
    "": "Dòng “{}” không thuộc mục nào của phần đầu, Nơi nhận hay phần ký.",
}
_PLACES = {True: "Phần đầu văn bản", False: "Nơi nhận và phần ký"}
_LABEL = re.compile(r"\s*(?:phụ lục(?: [ivxlcdm]+)?)?\s*", re.IGNORECASE)
"""The first line of an annex, whatever its number is now."""
_DATE = "letterhead.issued_on"
_NEVER = frozenset({"marks.draft"})


def field_changes(base: ReturnedFile, returned: ReturnedFile) -> Iterator[tuple[str, object, object]]:
    """Give each field that says something else: its name, what it said and says."""
    elsewhere = Counter(_all_texts(returned)) - Counter(_all_texts(base))
    dates = base.frame.letterhead.issued_on, returned.frame.letterhead.issued_on
    if dates[0] != dates[1] and dates[1] != PartialDate():
        yield _DATE, *dates
    for name, old, new in changed_fields(base.frame, returned.frame):
        if name in _NEVER or name.startswith(_DATE):
            continue
        # The style of the line may be lost and its words stand there all the same.
        if not new and old and _stand_in(field_text(old), elsewhere):
            continue
        yield name, old, new


def lines_of(file: ReturnedFile, name: str) -> list[ReturnedBlock]:
    """Give the lines in which the field ``name`` stands."""
    roles = _ROLES.get(name) or _ROLES.get(name.partition(".")[0], ())
    return [block for block in file.blocks if block.kind == "frame" and block.role in roles]


def lines_not_taken(base: ReturnedFile, returned: ReturnedFile) -> Iterator[NotTaken]:
    """Name edits of lines that print makes anew, and lines put into the letterhead or the closing."""
    known = Counter(block.text for block in base.blocks if block.kind == "frame")
    sources = {block.text for block in base.blocks if block.role == "annex_source"}
    labels = {block.text for block in base.blocks if block.kind == "annex"}
    is_above = True
    for block in returned.blocks:
        if block.kind == "annex" and block.text not in labels and not _LABEL.fullmatch(block.text):
            yield NotTaken("frame", _WHY_NOT["annex_source"].format(block.text), place="annex_label")
        if block.kind != "frame":
            is_above = False
        elif known[block.text]:
            known[block.text] -= 1
        elif block.role == "annex_source" and block.text in sources:
            continue  # print makes the same line of an annex that came
        elif block.role in _WHY_NOT:
            yield NotTaken("frame", _WHY_NOT[block.role].format(block.text), place=_PLACES[is_above])


def field_text(value: object) -> str:
    """Say the value of a field in words."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return BREAK.join(map(field_text, value))
    if isinstance(value, PartialDate):
        return "/".join("…" if part is None else str(part) for part in (value.day, value.month, value.year))
    if isinstance(value, Value):
        parts = (getattr(value, field.name) for field in fields(value) if field.name != "unknown")
        return " ".join(filter(None, map(field_text, parts)))
    return str(value)


def field_runs(value: object) -> Runs:
    """Say it as runs."""
    text = field_text(value)
    return (Run(text),) if text else ()


def _stand_in(said: str, lines: Iterable[str]) -> bool:
    """Tell whether each line that a field said is in one of ``lines``."""
    folded = [_folded(line) for line in lines]
    return all(any(_folded(entry) in line for line in folded) for entry in said.split(BREAK))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _all_texts(file: ReturnedFile) -> Iterator[str]:
    for block in file.blocks:
        yield block.text
        for row in block.rows:
            yield from (plain(runs) for cell in row if cell for runs in cell.paragraphs)
