"""Letterhead, addressees, recipients and signature read back from our own Word file."""

import re
from dataclasses import dataclass, field

from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.closing import filing_line
from danvan_desktop.layout.compose.letterhead import UNKNOWN
from danvan_desktop.report.model import Filing, Letterhead, Marks, PartialDate, Signature

_DATE = re.compile(r"(.*),\s*ngày\s*(\d{1,2})?\s*tháng\s*(\d{1,2})?\s*năm\s*(\d{4})?\s*")
_DATED = re.compile(r"năm\s+\d{4}")
_DRAFT = re.compile(r"DỰ THẢO LẦN (\d{1,2})")
_FILED = re.compile(
    r"- Lưu: VT(?:, (?P<unit>.*?))?(?:\. (?P<drafter>[^ ().]+(?: [^ ().]+)*))?(?: \((?P<copies>\d{2,4})\))?\."
)
_REST = re.compile(r"- Lưu: VT, (.*)\.")


@dataclass(slots=True)
class OwnLetterhead:
    """The paragraphs around the text, collected under the names of their styles, and what they mean."""

    texts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, role: str, text: str) -> None:
        """Add a paragraph."""
        self.texts.setdefault(role, []).append(text)

    def known(self, role: str) -> str | None:
        """All text under ``role``; None where there is none or "…"."""
        text = " ".join(self.texts.get(role, [])).strip()
        return text if text and text != UNKNOWN else None

    def letterhead(self) -> Letterhead:
        """Read the letterhead."""
        number, _, symbol = (self.known("number") or "").removeprefix("Số:").partition("/")
        place, date = self._place_and_date()
        digits = number.strip()
        return Letterhead(
            parent_agency=self.known("parent_agency"),
            agency=self.known("agency"),
            number=(str(int(digits)) if digits.isdecimal() else digits) or None,
            symbol=symbol.strip() if symbol.strip() not in {"", UNKNOWN} else None,
            place=place,
            issued_on=date,
        )

    def _place_and_date(self) -> tuple[str | None, PartialDate]:
        match = _DATE.match(self.known("date") or "")
        if match is None:
            return None, PartialDate()
        place = match[1].strip()
        day, month, year = (int(part) if part else None for part in match.groups()[1:])
        date = PartialDate(
            year=year,
            month=month if month and 1 <= month <= 12 else None,
            day=day if day and 1 <= day <= 31 else None,
        )
        return (place if place and place != UNKNOWN else None), date

    def marks(self) -> Marks:
        """Read the stamps."""
        draft = _DRAFT.search(self.known("draft") or "")
        return Marks(
            urgency=self.known("stamp"),
            draft=int(draft[1]) or None if draft else None,
            circulation=self.known("circulation"),
        )

    @property
    def is_on_paper(self) -> bool:
        """Whether the line below an annex's title gives the date: in an electronic document it is blank."""
        return any(_DATED.search(text) for text in self.texts.get("annex_source", []))

    def addressees(self) -> tuple[str, ...]:
        """Read Kính gửi."""
        one = [text.removeprefix(nd30.ADDRESS_LABEL).strip() for text in self.texts.get("address", [])]
        many = [_entry(text, ";.") for text in self.texts.get("address_list", [])]
        return tuple(filter(None, (*one, *many)))

    def recipients(self) -> tuple[tuple[str, ...], Filing]:
        """Read Nơi nhận and the Lưu line."""
        lines = self.texts.get("recipient", [])
        last = max((place for place, line in enumerate(lines) if line.startswith("- Lưu")), default=-1)
        names = [_entry(line, ";") for place, line in enumerate(lines) if place != last]
        if self.addressees() and names[:1] == [nd30.AS_ABOVE]:
            del names[0]
        return tuple(filter(None, names)), _filing(lines[last]) if last >= 0 else Filing()

    def signature(self) -> Signature:
        """Read the signing lines and the name."""
        lines = [text for text in self.texts.get("signing", []) if text != UNKNOWN]
        return Signature(
            lines=tuple(lines),
            other_position=self.known("other_position"),
            signer=self.known("signer") or self.known("signer_below"),
        )


def _entry(text: str, signs: str) -> str:
    """A line of a list without its dash and its end sign."""
    text = text.strip().removeprefix("-").strip()
    return text[:-1].rstrip() if text.endswith(tuple(signs)) else text


def _filing(line: str) -> Filing:
    """Read the Lưu line; what is no unit, drafter and copies as we write them is all unit."""
    line = line.strip()
    if match := _FILED.fullmatch(line):
        copies = int(match["copies"]) if match["copies"] else None
        filing = Filing(match["unit"], copies, match["drafter"])
        if filing_line(filing) == line:
            return filing
    rest = _REST.fullmatch(line)
    return Filing(unit=rest[1] if rest else line.removeprefix("- Lưu:").strip())
