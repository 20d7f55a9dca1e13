"""Office data (Cơ quan và người ký): letterhead, signers and recipients, filled in once for all reports.

An office is taken from a report that was brought in, or typed, and put into the reports begun later.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.lifecycle.request_letter import agency_in_text
from danvan_desktop.report.lifecycle.states import is_read_only
from danvan_desktop.report.model import (
    Block,
    ImportNote,
    Paragraph,
    Report,
    Run,
    Settings,
    Signature,
    Value,
    plain,
)

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

    @property
    def title(self) -> str:
        """What to call it in lists."""
        names = filter(None, (self.agency, self.parent_agency))
        return " – ".join(names) or "(chưa có tên cơ quan)"


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
    )


def _joined(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def with_office(report: Report, office: Office) -> Report:
    """Put ``office`` into a report just begun; what the office leaves blank stays as the outline has it."""
    head = report.letterhead
    letterhead = replace(
        head,
        parent_agency=office.parent_agency or head.parent_agency,
        agency=office.agency or head.agency,
        symbol=office.symbol or head.symbol,
        place=office.place or head.place,
    )
    unit = office.units[0] if office.units else report.filing.unit
    opening = report.opening
    if office.in_text and (before := agency_in_text(report)):
        opening = tuple(_named(block, before, office.in_text) for block in opening)
    return replace(
        report,
        letterhead=letterhead,
        opening=opening,
        signature=office.signers[0] if office.signers else report.signature,
        addressees=office.addressees or report.addressees,
        recipients=office.recipients or report.recipients,
        filing=replace(report.filing, unit=unit),
        settings=office.settings or report.settings,
    )


LENT = {
    "parent_agency": "cơ quan chủ quản",
    "agency": "cơ quan ban hành",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "recipients": "nơi nhận",
    "signature": "người ký",
}
"""What an office lends to a report that is there already, under the names the window has for it."""


def fits(report: Report, office: Office) -> bool:
    """Tell whether ``office`` may be the one of ``report``, as far as its letterhead tells."""
    of_report = _name(office_of(report))
    return all(not name or name == known for name, known in zip(of_report, _name(office), strict=True))


def filled_from(report: Report, office: Office, *, only_blank: bool = True) -> Report:
    """Fill letterhead, signer and recipients of ``office`` into ``report``, or only what it leaves blank."""
    head, kept = report.letterhead, report.signature
    signer = _signer(kept, office) if only_blank else next(iter(office.signers), None)
    recipients = report.recipients if only_blank and report.recipients else office.recipients
    return replace(
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
    }
    return tuple(LENT[name] for name, (old, new) in pairs.items() if old != new)


def filled_on_import(report: Report, offices: Sequence[Office]) -> tuple[Report, str]:
    """Fill what a report that arrives leaves blank from the first office that fits; say what, "" for nothing.

    What its import missed there is no longer missing. What is issued stays as it went out.
    """
    office = next((office for office in offices if fits(report, office)), None)
    if office is None or is_read_only(report):
        return report, ""
    filled = filled_from(report, office)
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


def _named(block: Block, before: str, name: str) -> Block:
    """Name the office in ``block`` as it names itself, at the end of the sentence that reports."""
    if not isinstance(block, Paragraph) or len(block.runs) != 1:
        return block
    head, found, tail = plain(block.runs).rpartition(before)
    return replace(block, runs=(Run(head + name + tail),)) if found else block
