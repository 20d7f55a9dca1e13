"""Office data (Cơ quan và người ký): letterhead, signers and recipients, filled in once for all reports.

An office is taken from a report that was brought in, or typed, and put into the reports begun later.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.agency_in_text import agency_in_text, with_agency_named
from danvan_desktop.report.agency_names import are_one_name, name_in_sentence
from danvan_desktop.report.lifecycle.states import is_read_only
from danvan_desktop.report.model import ImportNote, Report, Settings, Signature, Value

T = TypeVar("T")


@frozen
class Office(Value):
    """One office (cơ quan) with those who sign for it."""

    parent_agency: str | None = None
    agency: str | None = None
    in_text: str | None = None
    """How it is named in a sentence: "Văn phòng Ủy ban nhân dân tỉnh"; None: after ``agency``."""
    symbol: str | None = None
    place: str | None = None
    signers: tuple[Signature, ...] = ()
    """Those who sign; the first one signs new reports."""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    """Units that draft (đơn vị soạn thảo, in the Lưu line); the first one drafts new reports."""
    settings: Settings | None = None
    words: tuple[str, ...] = ()
    """Từ ngữ của cơ quan: words and names that the check of the text (F7) takes for right."""
    rules_off: tuple[str, ...] = ()
    """The ids of the rules of that check that are switched off here."""

    @property
    def title(self) -> str:
        """What to call it in lists."""
        names = filter(None, (self.agency, self.parent_agency))
        return " – ".join(names) or "(chưa có tên cơ quan)"

    @property
    def named_in_text(self) -> str:
        """How it is named in a sentence, "" where it has no name yet."""
        return self.in_text or name_in_sentence(self.agency, self.parent_agency)


def office_of(report: Report) -> Office:
    """Take the office out of ``report``."""
    head, filing = report.letterhead, report.filing
    signs = bool(report.signature.lines or report.signature.signer)
    return Office(
        parent_agency=head.parent_agency,
        agency=head.agency,
        in_text=agency_in_text(report) or None,
        symbol=head.symbol,
        place=head.place,
        signers=(report.signature,) if signs else (),
        addressees=report.addressees,
        recipients=report.recipients,
        units=(filing.unit,) if filing.unit else (),
        settings=report.settings,
    )


def same_office(one: Office, other: Office) -> bool:
    """Tell whether both are the same body, whatever else is known of them."""
    return _name(one) == _name(other)


def _name(office: Office) -> tuple[str, str]:
    agency, parent = (
        " ".join((name or "").split()).casefold() for name in (office.agency, office.parent_agency)
    )
    return agency, parent


def merged(old: Office, new: Office) -> Office:
    """Add to ``old`` what ``new`` knows besides: signers, units, and what was still blank."""
    return replace(
        old,
        in_text=old.in_text or new.in_text,
        symbol=old.symbol or new.symbol,
        place=old.place or new.place,
        signers=_joined(old.signers, new.signers),
        addressees=old.addressees or new.addressees,
        recipients=old.recipients or new.recipients,
        units=_joined(old.units, new.units),
        settings=old.settings or new.settings,
        words=_joined(old.words, new.words),
        rules_off=_joined(old.rules_off, new.rules_off),
    )


def with_words_of(office: Office, other: Office) -> Office:
    """Add to ``office`` the words that ``other``, the same body, has been told besides."""
    return replace(office, words=_joined(office.words, other.words))


def place_in(offices: Sequence[Office], report: Report) -> int:
    """Say which of ``offices`` is that of ``report``; as many as there are where none is."""
    own = office_of(report)
    return next((at for at, each in enumerate(offices) if same_office(each, own)), len(offices))


def names_of(office: Office) -> tuple[str, ...]:
    """List the names that stand in ``office``: none of them is a slip, wherever it stands."""
    signers = (signer.signer for signer in office.signers)
    names = (office.named_in_text, office.place, *office.units, *signers)
    return tuple(dict.fromkeys(filter(None, names)))


def _joined(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def with_office(report: Report, office: Office) -> Report:
    """Put ``office`` into a report just begun.

    What the office leaves blank stays open: nothing of another office stands in the report.
    """
    name = office.named_in_text
    if not name:
        return replace(report, settings=office.settings or report.settings)
    head = report.letterhead
    return with_agency_named(
        replace(
            report,
            letterhead=replace(
                head,
                parent_agency=office.parent_agency,
                agency=office.agency,
                symbol=office.symbol,
                place=office.place,
            ),
            signature=next(iter(office.signers), Signature()),
            addressees=office.addressees or report.addressees,
            recipients=office.recipients,
            filing=replace(report.filing, unit=next(iter(office.units), None)),
            settings=office.settings or report.settings,
        ),
        name,
    )


LENT = {
    "parent_agency": "cơ quan chủ quản",
    "agency": "cơ quan ban hành",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "recipients": "nơi nhận",
    "signature": "người ký",
    "unit": "đơn vị soạn thảo",
    "sentences": "tên cơ quan ở Mở đầu và Kết thúc",
}
"""What an office lends to a report that is there already, under the names the window has for it."""


def fits(report: Report, office: Office) -> bool:
    """Tell whether ``office`` may be the one of ``report``, as far as its letterhead and opening tell."""
    of_report = office_of(report)
    names = zip(_name(of_report), _name(office), strict=True)
    told = of_report.in_text if not of_report.agency else None
    return all(not name or name == known for name, known in names) and (
        not told or are_one_name(told, office.named_in_text)
    )


def filled_from(report: Report, office: Office, *, only_blank: bool = True) -> Report:
    """Fill letterhead, signer, recipients and name of ``office`` in, or only what ``report`` leaves blank.

    Where it takes the place of another office, nothing of that one is left but where it is (địa danh).
    """
    head, kept = report.letterhead, report.signature
    if not only_blank and is_another(report, office):
        head, kept = replace(head, parent_agency=None, symbol=None), Signature()
        unit = next(iter(office.units), None)
        report = replace(report, recipients=(), filing=replace(report.filing, unit=unit))
    signer = _signer(kept, office) if only_blank else next(iter(office.signers), None)
    recipients = report.recipients if only_blank and report.recipients else office.recipients
    filled = replace(
        report,
        letterhead=replace(
            head,
            parent_agency=_chosen(head.parent_agency, office.parent_agency, only_blank=only_blank),
            agency=_chosen(head.agency, office.agency, only_blank=only_blank),
            symbol=_chosen(head.symbol, office.symbol, only_blank=only_blank),
            place=_chosen(head.place, office.place, only_blank=only_blank),
        ),
        signature=signer or kept,
        recipients=recipients or report.recipients,
    )
    return with_agency_named(filled, office.named_in_text, "" if only_blank else None)


def is_another(report: Report, office: Office) -> bool:
    """Tell whether ``report`` names another body than ``office``."""
    agency, of_office = (_name(each)[0] for each in (office_of(report), office))
    return bool(agency and of_office) and agency != of_office


def _chosen(own: str | None, offices: str | None, *, only_blank: bool) -> str | None:
    return own if only_blank and (own or "").strip() else offices or own


def _signer(kept: Signature, office: Office) -> Signature | None:
    """Find who signs: the first one where nobody is named; else the one with the same lines, or name."""
    if kept.lines and kept.signer:
        return None
    fitting = (
        signer
        for signer in office.signers
        if (not kept.lines or kept.lines == signer.lines)
        and (not kept.signer or kept.signer == signer.signer)
    )
    return next(fitting, None)


def filled_names(before: Report, after: Report) -> tuple[str, ...]:
    """Name what :func:`filled_from` changed from ``before`` to ``after``."""
    pairs = {
        name: (getattr(before.letterhead, name, None), getattr(after.letterhead, name, None)) for name in LENT
    }
    pairs |= {
        "recipients": (before.recipients, after.recipients),
        "signature": (before.signature, after.signature),
        "unit": (before.filing.unit, after.filing.unit),
        "sentences": ((before.opening, before.closing), (after.opening, after.closing)),
    }
    return tuple(LENT[name] for name, (old, new) in pairs.items() if old != new)


def filled_on_import(report: Report, offices: Sequence[Office]) -> tuple[Report, str]:
    """Fill what a report that arrives leaves blank from the one office that fits; say what, "" for nothing.

    Where several do, nobody knows whose it is. What its import missed there is no longer missing. What is
    issued stays as it went out.
    """
    fitting = [office for office in offices if fits(report, office)]
    if len(fitting) != 1 or is_read_only(report):
        return report, ""
    filled = filled_from(report, fitting[0])
    names = filled_names(report, filled)
    if not names:
        return report, ""
    notes = tuple(note for note in report.import_notes if not _is_met(note, filled))
    return replace(filled, import_notes=notes), f"Lấy từ Cơ quan và người ký: {', '.join(names)}."


def _is_met(note: ImportNote, report: Report) -> bool:
    """Tell whether ``note`` misses a field that ``report`` now has."""
    owner, _, name = note.place.partition(".")
    missed = note.kind == "unknown" and owner in {"letterhead", "signature", "recipients"}
    value = getattr(report, owner) if missed else None
    return bool(getattr(value, name, None) if name else value)
