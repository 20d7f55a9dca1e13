"""Files of our own, one with what a later release may write."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.editing.map_texts import with_texts
from danvan_desktop.report.model import OpaqueBlock, Report
from tests.builders import full_report, inspected_report
from tests.fuzz.canaries import Planter
from tests.fuzz.seeds.seed import Seed


def danvan_files() -> Iterator[Seed]:
    for name, report in (("full", full_report.everything()), ("plain", inspected_report.REPORT)):
        planted = with_texts(report, Planter(everywhere=True))
        yield Seed("danvan", name, to_json(planted).encode())
    yield Seed("danvan", "later-release", to_json(_of_later_release()).encode())


_LATER = OpaqueBlock(99, "picture", '{"id":99,"text":"hình zq800x","type":"picture"}')


def _of_later_release() -> Report:
    """A report with a kind of block that this release does not know."""
    report = with_texts(inspected_report.REPORT, Planter())
    return replace(report, closing=(*report.closing, _LATER))
