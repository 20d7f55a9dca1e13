"""Cơ quan và người ký: what stays the same in every report of an office, filled in once.

An office is taken from a report that was brought in, or typed, and put into the reports begun later.
"""

from dataclasses import replace
from typing import TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Block, Paragraph, Report, Run, Settings, Signature, Value, plain
from danvan_desktop.report.request import agency_in_text

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


def _named(block: Block, before: str, name: str) -> Block:
    """Name the office in ``block`` as it names itself, at the end of the sentence that reports."""
    if not isinstance(block, Paragraph) or len(block.runs) != 1:
        return block
    head, found, tail = plain(block.runs).rpartition(before)
    return replace(block, runs=(Run(head + name + tail),)) if found else block
