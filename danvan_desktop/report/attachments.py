"""What a report carries with it that is none of its own text, under one key each.

==============  ====================================================================================
``last_tasks``  the sections of key "tasks" of last year's report, as they stood (next_year)
``rounds``      how many times the draft went round for góp ý (states)
``paper``       which paper it went out as last: "draft" or "signing" (papers)
``signed_file`` the name of the signed file that was kept (states)
``corrects``    of a correction: id, number, symbol and date of the issued report (states)
==============  ====================================================================================
"""

import json
from dataclasses import replace
from typing import Any

from danvan_desktop.report.codec.decode import canonical
from danvan_desktop.report.model import Report


def attached(report: Report, key: str) -> Any:  # noqa: ANN401 - any JSON value; the caller knows its own key
    """Give the JSON value kept under ``key``; None when there is none."""
    return json.loads(report.attachments).get(key)


def attach(report: Report, **values: object) -> Report:
    """Keep each of ``values`` under its name; None takes it away."""
    kept = {**json.loads(report.attachments), **values}
    text = canonical({key: value for key, value in kept.items() if value is not None})
    return report if text == report.attachments else replace(report, attachments=text)
