"""What the office of a report makes known to its check: read from the store in a job, and added to."""

import time
from dataclasses import replace

from danvan_desktop.errors import UserError
from danvan_desktop.gui.checking.content_checker import OfficeProfile
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import names_of, office_of, place_in
from danvan_desktop.store.drafts import Store

_MOST_ISSUED = 8
"""So many of the newest are learned from: older ones say nothing more."""
_FOR_KEYS_SECONDS = 0.02
"""Between two reports that are read: keys come first."""


def profile_of(store: Store, report: Report) -> OfficeProfile:
    """Read what is known in the office of ``report``; for a job."""
    offices = store.offices()
    at = place_in(offices, report)
    own = office_of(report)
    office = offices[at] if at < len(offices) else own
    known = dict.fromkeys((*office.words, *names_of(office), *names_of(own)))
    return OfficeProfile(tuple(known), office.rules_off, _issued(store, report))


def _issued(store: Store, report: Report) -> tuple[Report, ...]:
    """Read what the office has issued; a draft is never learned from."""
    head = report.letterhead
    agency = " – ".join(filter(None, (head.parent_agency, head.agency)))
    if not agency:
        return ()
    issued = []
    for draft in store.issued_by(agency, _MOST_ISSUED):
        time.sleep(_FOR_KEYS_SECONDS)
        try:
            issued.append(store.load(draft.id))
        except UserError:  # damaged: the list says so
            continue
    return tuple(each for each in issued if each.id != report.id)


def add_word(store: Store, report: Report, word: str) -> None:
    """Take ``word`` for right in the office of ``report``; an office that is not kept yet is kept with it.

    Raises:
        UserError: it cannot be stored.
    """
    offices = list(store.offices())
    at = place_in(offices, report)
    office = offices[at] if at < len(offices) else office_of(report)
    words = tuple(dict.fromkeys((*office.words, word)))
    offices[at : at + 1] = [replace(office, words=words)]
    store.keep_offices(offices)
