"""Names of files made of what users call a thing: plain letters, so that every system can hold them."""

import re

from danvan_desktop.report.text.fold_diacritics import fold

_LONGEST = 40


def file_id(name: str, otherwise: str) -> str:
    """Make of ``name`` what its file is called: "Biểu của Sở" gives "bieu-cua-so"; ``otherwise`` of none."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:_LONGEST] or otherwise
