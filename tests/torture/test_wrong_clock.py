"""A report deleted while the clock is wrong is not purged when it is put right."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from danvan_desktop.store.opening import open_store
from tests.torture.amounts import IS_SHORT
from tests.torture.filled_folders import MOMENT, make_report
from tests.torture.outcomes import outcome

WRONG = [MOMENT.replace(year=year) for year in (1980, 2000, 2024, 2099)]


def _itself(time: datetime) -> datetime:
    return time


@pytest.mark.parametrize("wrong", WRONG, ids=lambda moment: str(moment.year))
def test_a_report_deleted_under_a_wrong_date_is_kept(wrong: datetime, place: Path) -> None:
    seen = outcome(f"a report deleted in {wrong.year}, put right to {MOMENT.year}")
    store = open_store(place, lambda: wrong)
    draft = store.create(make_report(1))
    store.delete(draft.id)
    store.close()
    for day in range(10, 50) if IS_SHORT else range(89):
        time = (wrong if day == 40 else MOMENT) + timedelta(days=4 * day)
        seen.runs += 1
        store = open_store(place, partial(_itself, time))
        listed = [each.id for each in store.drafts(deleted=True)]
        store.close()
        if not seen.expect(listed == [draft.id], f"purged at start {day}, {time:%Y-%m-%d}"):
            break
    seen.settle()
