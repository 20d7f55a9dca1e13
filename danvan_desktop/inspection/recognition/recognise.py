"""Document structure recognition: which paragraph is the motto, which a mục, which the name.

It goes by words and places, not by formatting, so that a part set wrongly is still found and then measured.
"""

from collections.abc import Sequence

from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.recognition.blocks import classify
from danvan_desktop.inspection.recognition.closing import find_annexes, find_closing, find_end
from danvan_desktop.inspection.recognition.flow_search import first_that, index_of
from danvan_desktop.inspection.recognition.letterhead import (
    find_agencies,
    is_date,
    is_motto,
    is_national_name,
    is_number,
    is_tabbed,
    is_urgency,
)
from danvan_desktop.inspection.recognition.rule_places import rule_place
from danvan_desktop.inspection.recognition.title import (
    document_kind,
    find_addressees,
    find_kind,
    find_letter_subject,
    find_subject,
)

HEAD_LENGTH = 60
"""Paragraphs from the top among which the head is looked for."""

_LONGEST_DATE = 100
"""Characters of địa danh and ngày, tháng, năm: a longer line is of the text."""


def recognise(file: FinishedFile) -> Anatomy:
    """Return the parts of the report in ``file``."""
    flow = [line for paragraph in file.paragraphs for line in paragraph.lines()]
    head = [paragraph for paragraph in flow[:HEAD_LENGTH] if not is_tabbed(paragraph)]
    national = first_that(head, is_national_name)
    motto = first_that(head, is_motto)
    number = first_that(head, is_number)
    date = first_that(head, lambda p: is_date(p) and p is not number and len(p.text) <= _LONGEST_DATE)
    parents, agencies = find_agencies(flow, national, number)
    letter_subject = find_letter_subject(flow, number)
    end_at = find_end(flow)
    below_head = _below(flow, [national, motto, number, date, *parents, *agencies, *letter_subject])
    kind_at = find_kind(flow, below_head, end_at)
    kind = None if kind_at is None else flow[kind_at]
    subject, text_at = (
        (letter_subject, below_head) if kind_at is None else find_subject(flow, kind_at, end_at)
    )
    addressees, text_at = find_addressees(flow, text_at, end_at)
    recipients_label, recipients, signing, annex_at = find_closing(flow, end_at)
    return Anatomy(
        file=file,
        national_name=national,
        motto=motto,
        under_motto=rule_place(flow, motto, text_at),
        parents=parents,
        agencies=agencies,
        under_agency=rule_place(flow, agencies[-1] if agencies else None, text_at),
        number=number,
        date=date,
        document_kind=document_kind(kind, number, addressed=bool(addressees or letter_subject)),
        kind=kind,
        subject=subject,
        under_subject=rule_place(flow, subject[-1] if subject else None, text_at),
        addressees=addressees,
        urgency=first_that(head, is_urgency),
        blocks=classify(flow[text_at:end_at]),
        recipients_label=recipients_label,
        recipients=recipients,
        signing=signing,
        annexes=find_annexes(flow[annex_at:]),
        has_tabbed_columns=_has_tabbed_columns(flow, recipients_label),
    )


def _below(flow: Sequence[FlowParagraph], head: Sequence[FlowParagraph | None]) -> int:
    """Return where what follows the parts of the letterhead begins."""
    return max((index for part in head if (index := index_of(flow, part)) is not None), default=-1) + 1


def _has_tabbed_columns(flow: Sequence[FlowParagraph], label: FlowParagraph | None) -> bool:
    loose = label is not None and not label.printed and label.place.table is None
    return loose or any(map(is_tabbed, flow))
