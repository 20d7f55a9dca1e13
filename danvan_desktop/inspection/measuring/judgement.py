"""What a line concludes: faults are collected in words; none means that it is right."""

from collections.abc import Iterable

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Outcome, TextSpot

Faults = Iterable[str]
Spots = Iterable[FlowParagraph | TextSpot]
"""Where in the text the faults are."""
QUOTED_LENGTH = 48
"""Characters of a text that a measurement repeats."""


def judge(measured: str, faults: Faults, at: Spots = ()) -> Measurement:
    """Return right when there are no ``faults``, else wrong, with the faults named."""
    return _judged(Outcome.WRONG, measured, faults, at)


def judge_custom(measured: str, faults: Faults, at: Spots = ()) -> Measurement:
    """Return right when it is as custom has it; anything else is no error."""
    return _judged(Outcome.CUSTOM, measured, faults, at)


def _judged(otherwise: Outcome, measured: str, faults: Faults, at: Spots) -> Measurement:
    found = list(dict.fromkeys(faults))
    if not found:
        return Measurement(Outcome.RIGHT, measured)
    return Measurement(otherwise, "; ".join([*([measured] if measured else []), *found]), _spots(at))


def review(reason: str, at: Spots = ()) -> Measurement:
    """Return that the user must look, and why."""
    return Measurement(Outcome.REVIEW, reason, _spots(at))


def _spots(at: Spots) -> tuple[TextSpot, ...]:
    found = (place if isinstance(place, TextSpot) else TextSpot(place.text) for place in at)
    return tuple(dict.fromkeys(found))


def not_applicable(reason: str) -> Measurement:
    """Return that the line does not concern this file, and why."""
    return Measurement(Outcome.NOT_APPLICABLE, reason)


def missing(anatomy: Anatomy, what: str) -> Measurement:
    """Return that a part which must be there was not found."""
    if anatomy.file.has_text_boxes:
        return review(f"không tìm thấy {what}; tệp có khung chữ (text box), cần xem bằng mắt")
    if anatomy.has_tabbed_columns:
        return review(f"không tìm thấy {what}; hai cột không nằm trong bảng, cần xem bản PDF")
    return Measurement(Outcome.WRONG, f"không tìm thấy {what}")


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks, shortened."""
    one = " ".join(text.split())
    return f"“{one if len(one) <= QUOTED_LENGTH else one[: QUOTED_LENGTH - 1].rstrip() + '…'}”"
