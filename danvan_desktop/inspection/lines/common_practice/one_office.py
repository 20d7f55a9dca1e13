"""Line 57: issuer, closing sentence, lines of signing and recipients are of one office."""

from collections.abc import Iterator

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge_custom, not_applicable, quoted
from danvan_desktop.inspection.measuring.number_and_date import UNFILLED
from danvan_desktop.inspection.measuring.signing_block import split_signing
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.inspection.wording.offices import closing_office, is_headed_by, leaders_office, may_be


def one_office(anatomy: Anatomy) -> Measurement:
    """Whether what names an office at the end of a paper means the one that issues it."""
    name = " ".join(paragraph.text for paragraph in anatomy.agencies)
    if not name or UNFILLED in name:
        return not_applicable("chưa có tên cơ quan ban hành để đối chiếu")
    found = [*_others(anatomy, name)]
    return judge_custom(quoted(name), [fault for fault, _ in found], [place for _, place in found])


def _others(anatomy: Anatomy, name: str) -> Iterator[tuple[str, FlowParagraph]]:
    """Yield what names another office, and where."""
    if anatomy.blocks:
        last = anatomy.blocks[-1].paragraph
        closing = closing_office(last.text)
        if closing and not may_be(closing, [name]):
            yield f"câu kết ghi {quoted(closing)}", last
    titles, _ = split_signing(anatomy)
    if titles and is_headed_by(name, [title.text for title in titles]) is False:
        yield f"người ký là {quoted(' / '.join(title.text for title in titles))}", titles[0]
    for recipient in anatomy.recipients:
        office = leaders_office(recipient.text)
        if office and not may_be(office, [name, *(parent.text for parent in anatomy.parents)]):
            yield f"Nơi nhận ghi {quoted(recipient.text)}", recipient


LINES = (
    LineDefinition(
        Requirement(
            57,
            "Cơ quan ban hành, câu kết, người ký và Nơi nhận",
            " cùng là một cơ quan (không còn tên cơ quan khác từ báo cáo mẫu)",
            None,
        ),
        measure=one_office,
        place="signature.lines",
    ),
)
