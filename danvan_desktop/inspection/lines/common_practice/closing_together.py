"""Line 50: signing block and recipients on one page with some of the text."""

from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge_custom, review
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement


def closing_together(anatomy: Anatomy) -> Measurement:
    """What the file promises; where pages really break only shows in print."""
    label = anatomy.recipients_label
    if label is None:
        return review("không tìm thấy Nơi nhận")
    if label.place.table is None:
        return review("Nơi nhận không nằm trong bảng, cần xem trên trang in")
    faults = []
    if label.place.splits:
        faults.append("hàng của khối ký có thể bị ngắt trang")
    if anatomy.blocks and not anatomy.blocks[-1].paragraph.format.keep_next:
        faults.append("đoạn cuối nội dung không được giữ cùng trang với khối ký")
    return judge_custom("" if faults else "khối ký không ngắt, giữ cùng trang với đoạn cuối", faults)


def printed_closing_together(anatomy: Anatomy) -> Measurement:
    """Whether the block stands on one page, with at least two lines of text."""
    label = anatomy.recipients_label
    if label is None:
        return review("không tìm thấy Nơi nhận")
    lines = [line for p in (label, *anatomy.recipients, *anatomy.signing) for line in p.printed]
    pages = sorted({line.page for line in lines})
    text = [x for block in anatomy.blocks for x in block.paragraph.printed if x.page == pages[0]]
    faults = []
    if len(pages) > 1:
        faults.append("khối ký bị ngắt trang")
    if len({round(line.baseline) for line in text}) < 2:
        faults.append("khối ký đứng một mình trên trang" if not text else "chỉ có 01 dòng nội dung đi cùng")
    return judge_custom(f"khối ký ở trang {pages[0] + 1}", faults)


LINES = (
    LineDefinition(
        Requirement(
            50,
            "Khối ký và Nơi nhận",
            " không bị ngắt trang, không đứng một mình (có ít nhất 02 dòng nội dung)",
            None,
        ),
        measure=closing_together,
        measure_printed=printed_closing_together,
        place="closing",
    ),
)
