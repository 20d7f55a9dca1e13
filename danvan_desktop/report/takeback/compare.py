"""Taking back, the way in: what became of a file that went out, and the report with a part of it."""

from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.model import ReturnComparison, ReturnedFile


def compare(base: Report, ours: Report, base_read: ReturnedFile, returned: ReturnedFile) -> ReturnComparison:
    """Say what was changed in ``returned`` since it went out as ``base_read``, made of ``base``.

    ``ours`` is the report as it stands: it decides what is a conflict and what is done already, never which
    changes there are nor their numbers.
    """
    del base, ours
    return ReturnComparison("report", (), (), (), base_read, returned)


def merged(
    base: Report,
    ours: Report,
    comparison: ReturnComparison,
    accepted: frozenset[int],
    both: frozenset[int] = frozenset(),
) -> Report:
    """Give ``ours`` with the changes of the numbers ``accepted``; none of them: ``ours`` itself.

    Of a conflict the returned file's words are taken; of those in ``both`` ours stay, and theirs follow.
    """
    del base, comparison, accepted, both
    return ours
