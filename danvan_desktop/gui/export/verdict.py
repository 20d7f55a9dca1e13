"""The verdict of the compliance sheet on what was just exported, measured by a worker process of its own."""

import tempfile
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.worker.messages import InspectedReport, InspectReport
from danvan_desktop.gui.worker.process import WorkerProcess
from danvan_desktop.report.model import Report


@frozen
class Verdict:
    """How many lines of the sheets have which outcome, all files together."""

    right: int
    wrong: int
    to_review: int

    def __str__(self) -> str:
        """Write it as the sheet does: "Đúng 50 · Không đúng 0 · Cần xem lại 2"."""
        review = f" · Cần xem lại {self.to_review}" if self.to_review else ""
        return f"Đúng {self.right} · Không đúng {self.wrong}{review}"


def measure(report: Report, files: tuple[Path, ...]) -> Verdict | None:
    """Measure ``report`` as the kinds of ``files``; None where it cannot be measured. Takes a second."""
    from danvan_desktop.inspection.sheet import Outcome

    link = WorkerProcess()
    try:
        with tempfile.TemporaryDirectory() as folder:
            answer = link.ask(InspectReport(report, tuple(Path(folder, file.name) for file in files)))
    finally:
        link.close()
    if not isinstance(answer, InspectedReport):
        return None
    counts = [sheet.counts for sheet in answer.sheets]
    right, wrong, review = (
        sum(count[outcome] for count in counts) for outcome in (Outcome.RIGHT, Outcome.WRONG, Outcome.REVIEW)
    )
    return Verdict(right, wrong, review)
