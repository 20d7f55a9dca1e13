"""The signing block parted into the lines of quyền hạn, chức vụ and the name."""

import re

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.number_and_date import UNFILLED
from danvan_desktop.inspection.recognition.anatomy import Anatomy

_SIGNED = re.compile(r"\(?đã ký\)?\.?", re.IGNORECASE)
"""What a copy has in place of the signature."""


def split_signing(anatomy: Anatomy) -> tuple[list[FlowParagraph], FlowParagraph | None]:
    """Return the lines of quyền hạn, chức vụ and the name, which is the last line not in capitals."""
    lines = [p for p in anatomy.signing if p.text and not _SIGNED.fullmatch(p.text)]
    names = [paragraph for paragraph in lines if not paragraph.text.isupper() or paragraph.text == UNFILLED]
    name = names[-1] if names and names[-1] is lines[-1] else None
    return [paragraph for paragraph in lines if paragraph is not name], name
