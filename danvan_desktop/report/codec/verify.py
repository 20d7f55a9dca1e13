"""Verification of a decoded report: unique ids, full table grids, a next id above all."""

from dataclasses import replace

from danvan_desktop.report.codec.decode import Misfit
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Report, Table
from danvan_desktop.report.walk import every_block, every_id


def verified(report: Report) -> Report:
    """Give ``report`` back, its ``next_id`` raised above every id; raise Misfit where parts disagree."""
    highest = _highest_id(report)
    for place, block in every_block(report):
        if isinstance(block, Table) and (reason := grid_problem(block)):
            raise Misfit(place, reason)
    return report if report.next_id > highest else replace(report, next_id=highest + 1)


def _highest_id(report: Report) -> int:
    places: dict[int, str] = {}
    for place, number in every_id(report):
        if number in places:
            raise Misfit(place, f"mã {number} trùng với mã của {places[number]}")
        places[number] = place
    return max(places, default=0)
