"""What is measured otherwise on printed pages than in a Word file: margins, page numbers, breaks, rooms."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FinishedFile, FlowParagraph, PrintedFile, PrintedLine, PrintedPage
from danvan_desktop.inspection.rules.closing import split_signing
from danvan_desktop.inspection.rules.custom import SIGNATURE_MM, blank_places
from danvan_desktop.inspection.rules.judging import (
    Rule,
    judge,
    judge_custom,
    look_faults,
    millimetres,
    not_applicable,
    review,
    said,
    size_faults,
    size_words,
    sizes,
    to_mm,
)
from danvan_desktop.inspection.rules.text import LEAST_GAP, running, where
from danvan_desktop.inspection.sheet import Measurement

SLACK_MM = 0.3
"""What programs and printers' dots make of a margin."""
_ASCENT, _DESCENT = 0.891, 0.216
"""Of Times New Roman, in ems."""
_MM = 1440 / 25.4
_ALMOST_PT = 0.3
_UNDER = 0.2
"""The share of a line's pitch that lies under its baseline."""
_SEAL_MM = 42.5
"""What the seal takes left of the signature's middle."""
_NAME_LENGTH = 50
_FILE_NAME = re.compile(r"[A-Za-z0-9._-]+")


def print_of(paper: FinishedFile) -> PrintedFile:
    """Return what is printed; only for a paper that is."""
    if paper.printed is None:
        raise ValueError("the paper is not printed")
    return paper.printed


# ------------------------------------------------------------------------------------- A. pages


def top_margin(anatomy: Anatomy) -> Measurement:
    """Line 3: nothing of the text stands higher than the margin, and the first line near it."""
    found = [page.first for page in print_of(anatomy.paper).pages if page.first is not None]
    if not found:
        return review("không có chữ để đo")
    return _edge(min(found), 20, 25, "chữ cao nhất cách mép trên", sure=True)


def bottom_margin(anatomy: Anatomy) -> Measurement:
    """Line 4: the lowest line tells, as a ruler on paper does: a PDF itself says nothing of margins.

    A full page ends less than a line above its margin; only then a margin is surely too wide.
    """
    paper = print_of(anatomy.paper)
    rooms = [page.height - page.last if page.last is not None else None for page in paper.pages]
    found = [room for room in rooms if room is not None]
    if not found:
        return review("không có chữ để đo")
    full = [room for index in _full_pages(anatomy) if (room := rooms[index]) is not None]
    least = max(full) - paper.pitch if full and paper.pitch else 0.0  # the margin is more than that
    what, lowest = "chữ thấp nhất cách mép dưới", min(found)
    return _edge(lowest, 20, 25, what, sure=to_mm(least) > 25 + SLACK_MM)


def _full_pages(anatomy: Anatomy) -> set[int]:
    """Return the pages that end within a paragraph of which more than two lines go on.

    With fewer a line of the page may have been taken along, so that none stands alone on the next.
    """
    return {
        above.page
        for paragraph in (block.paragraph for block in anatomy.blocks)
        for above, below in pairwise(paragraph.printed)
        if above.page != below.page and len([x for x in paragraph.printed if x.page == below.page]) > 2
    }


def _edge(room: float, low: float, high: float, what: str, *, sure: bool) -> Measurement:
    measured = f"{what} {millimetres(room)}"
    if to_mm(room) < low - SLACK_MM:
        return judge(measured, [f"lề nhỏ hơn {low:.0f} mm"])
    if to_mm(room) > high + SLACK_MM:
        if sure:
            return judge(measured, ["ngoài khoảng quy định"])
        return review(f"{measured}; không có trang đầy chữ để đo")
    return judge(measured, [])


def side_margin(side: str, low: float, high: float) -> Rule:
    """Lines 5 and 6: return the rule for the left or right margin."""

    def rule(anatomy: Anatomy) -> Measurement:
        paper = anatomy.paper
        known = [
            getattr(section, side)
            for section, sides in zip(paper.sections, print_of(paper).sides, strict=True)
            if getattr(sides, side)
        ]
        if not known:
            return review("không đủ dòng chữ chạm lề để đo")
        measured = ", ".join(dict.fromkeys(map(millimetres, known)))
        wrong = [m for m in known if not low - SLACK_MM <= to_mm(m) <= high + SLACK_MM]
        return judge(measured, ["ngoài khoảng quy định"] if wrong else [])

    return rule


def page_number(anatomy: Anatomy) -> Measurement:
    """Line 10: of the report's own pages; an annex counts for itself (line 48)."""
    pages = _own_pages(anatomy)
    numbers = [number for page in pages for number in page.numbers]
    if len(pages) == 1 and not numbers:
        return judge("chỉ có 1 trang, không hiện số trang", [])
    if not numbers:
        return judge("", ["không có số trang"])
    high = [number for number in numbers if _is_high(number, pages[0])]
    shown = ", ".join(f"“{number.text}”" for number in numbers[:3])
    measured = f"số trang {shown}{' …' if len(numbers) > 3 else ''}, {size_words(numbers)}"
    if not high:
        return judge(measured, ["số trang đặt ở chân trang"])
    return judge(measured, [*_number_faults(anatomy, pages)])


def _own_pages(anatomy: Anatomy) -> list[PrintedPage]:
    """Return the pages before the first annex."""
    pages = print_of(anatomy.paper).pages
    end = min((annex.label.printed[0].page for annex in anatomy.annexes), default=len(pages))
    return list(pages[: max(end, 1)])


def _is_high(number: FlowParagraph, page: PrintedPage) -> bool:
    return number.printed[0].baseline < page.height / 2


def _number_faults(anatomy: Anatomy, pages: Sequence[PrintedPage]) -> Iterator[str]:
    numbers = [number for page in pages for number in page.numbers]
    yield from size_faults(numbers, 13, 14)
    yield from look_faults(numbers, italic=False)
    if any(not _is_high(number, pages[0]) for number in numbers):
        yield "có thêm số trang ở chân trang"
    if pages[0].numbers:
        yield "hiện cả ở trang 1"
    for position, page in enumerate(pages[1:], start=2):
        if not page.numbers:
            yield f"trang {position} không có số"
        yield from (
            f"trang {position} mang số “{number.text}”"
            for number in page.numbers
            if number.text != str(position)
        )
    off = [number for page in pages for number in page.numbers if not _in_middle(number, anatomy, page)]
    if off:
        yield "không canh giữa"


def _in_middle(number: FlowParagraph, anatomy: Anatomy, page: PrintedPage) -> bool:
    section = anatomy.paper.sections[page.section]
    middles = (page.width / 2, (section.left + page.width - section.right) / 2)
    return any(abs(number.printed[0].centre - middle) <= 3 * _MM for middle in middles)


# ------------------------------------------------------------------------------------- C. text


def gaps(anatomy: Anatomy) -> Measurement:
    """Line 37: from the foot of one paragraph to the next, less the pitch of the lines."""
    pitch = print_of(anatomy.paper).pitch
    found = []
    for above, below in pairwise(anatomy.blocks):
        if not below.is_running or below.kind == "basis" or "table" in {above.kind, below.kind}:
            continue
        last, first = above.paragraph.printed[-1], below.paragraph.printed[0]
        if last.page == first.page:
            apart = first.baseline - last.baseline
            usual = _UNDER * (above.paragraph.pitch or _single(above.paragraph))
            usual += (1 - _UNDER) * _usual(below.paragraph, pitch, apart)
            found.append(((apart - usual) / 20, below.paragraph))
    if not found:
        return review("không có hai đoạn văn liền nhau trên một trang để đo")
    narrow = [paragraph for gap, paragraph in found if gap < LEAST_GAP - _ALMOST_PT]
    measured = f"từ {max(0.0, min(gap for gap, _ in found)):.1f} pt".replace(".", ",").replace(",0", "")
    return judge(measured, [f"dưới 6 pt: {where(narrow)}"] if narrow else [], narrow)


def _usual(paragraph: FlowParagraph, pitch: float, apart: float) -> float:
    """Return the pitch of ``paragraph``; one line has the text's, unless it stands nearer than that."""
    single = _single(paragraph)
    return paragraph.pitch or (pitch if 0 < pitch <= apart else min(single, pitch or single))


def _single(paragraph: FlowParagraph) -> float:
    return 20 * 1.15 * max(sizes([paragraph]), default=14)


# ------------------------------------------------------------------------------------- Đ. annexes


def annex_numbers(anatomy: Anatomy) -> Measurement:
    """Line 48."""
    if not anatomy.annexes:
        return not_applicable("không có phụ lục")
    pages = print_of(anatomy.paper).pages
    faults = []
    for annex in anatomy.annexes:
        at = annex.label.printed[0].page
        own = [page for page in pages[at:] if page.section == pages[at].section]
        if at and pages[at - 1].section == pages[at].section:
            faults.append(f"{said(annex.label.text)} không sang trang mới")
        shown = [number.text for page in own for number in page.numbers]
        right = [str(n) for n in range(1, len(own) + 1)]
        if shown not in (right, right[1:]):
            faults.append(f"{said(annex.label.text)} mang số trang {', '.join(shown) or '(không có)'}")
    return judge("" if faults else "số trang từng phụ lục bắt đầu từ 1", faults)


# ------------------------------------------------------------------------------------- E. custom


def signature_room(anatomy: Anatomy) -> Measurement:
    """Line 49: the widest room among the lines of signing; and room for the seal.

    Another post, which stands below the signature, is no line above it.
    """
    titles, name = split_signing(anatomy)
    if not titles or name is None:
        return review("không nhận ra chức vụ và họ tên để đo chỗ ký")
    if titles[-1].printed[-1].page != name.printed[0].page:
        return review("chức vụ và họ tên ở hai trang (xem mục 50)")
    above, below = max(pairwise([*titles, name]), key=lambda pair: _head(pair[1]) - _foot(pair[0]))
    last, first, head, foot = above.printed[-1], below.printed[0], _head(below), _foot(above)
    faults = ["dưới 25 mm"] if to_mm(head - foot) < SIGNATURE_MM - SLACK_MM else []
    if _fills_seal(anatomy, last, first, foot):
        faults.append("bên trái có chữ, không đủ chỗ đóng dấu")
    return judge_custom(f"chỗ ký {millimetres(head - foot)}", faults)


def _foot(paragraph: FlowParagraph) -> float:
    return paragraph.printed[-1].baseline + max(sizes([paragraph]), default=14) * 20 * _DESCENT


def _head(paragraph: FlowParagraph) -> float:
    return paragraph.printed[0].baseline - max(sizes([paragraph]), default=14) * 20 * _ASCENT


def _fills_seal(anatomy: Anatomy, above: PrintedLine, below: PrintedLine, foot: float) -> bool:
    edge = below.centre - _SEAL_MM * _MM
    lines = [line for paragraph in anatomy.recipients for line in paragraph.printed]
    return any(
        line.page == above.page
        and foot < line.baseline < below.baseline
        and line.right > edge + SLACK_MM * _MM
        for line in lines
    )


def closing_together(anatomy: Anatomy) -> Measurement:
    """Line 50."""
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


def breaks(anatomy: Anatomy) -> Measurement:
    """Line 51."""
    found = [*_stranded(anatomy), *_lone_lines(running(anatomy))]
    right = "" if found else "không có đề mục ở cuối trang, không có dòng lẻ"
    return judge_custom(right, [fault for fault, _ in found], [paragraph for _, paragraph in found])


def _stranded(anatomy: Anatomy) -> Iterator[tuple[str, FlowParagraph]]:
    for block, below in pairwise(anatomy.blocks):
        if block.is_title and block.paragraph.printed[-1].page != below.paragraph.printed[0].page:
            page = block.paragraph.printed[-1].page + 1
            yield f"đề mục {said(block.paragraph.text)} ở cuối trang {page}", block.paragraph


def _lone_lines(paragraphs: Sequence[FlowParagraph]) -> Iterator[tuple[str, FlowParagraph]]:
    for paragraph in paragraphs:
        pages = [line.page for line in paragraph.printed]
        if len(pages) > 2 and pages.count(pages[0]) == 1 != len(pages):
            yield f"dòng đầu của đoạn lẻ ở cuối trang {pages[0] + 1}", paragraph
        if len(pages) > 2 and pages[0] != pages[-1] and pages.count(pages[-1]) == 1:
            yield f"dòng cuối của đoạn lẻ ở đầu trang {pages[-1] + 1}", paragraph


def blanks(anatomy: Anatomy) -> Measurement:
    """Line 54: the room between the letters before and after each blank."""
    found = [
        (name, _blank(paragraph.printed[0], match), least)
        for name, paragraph, pattern, least in blank_places(anatomy)
        if (match := pattern.search(paragraph.printed[0].text))
    ]
    if not found:
        return not_applicable("số và ngày đã điền")
    measured = ", ".join(f"{name} {millimetres(room)}" for name, room, _ in found)
    narrow = [name for name, room, least in found if to_mm(room) < least - SLACK_MM]
    return judge_custom(measured, [f"chỗ trống hẹp: {', '.join(narrow)}"] if narrow else [])


def _blank(line: PrintedLine, match: re.Match[str]) -> float:
    return line.lefts[match.end(1)] - line.rights[match.start(1) - 1]


def file(anatomy: Anatomy) -> Measurement:
    """Line 56."""
    found, name = print_of(anatomy.paper), anatomy.paper.name
    faults = []
    if found.loose_fonts:
        faults.append(f"chưa nhúng phông {', '.join(found.loose_fonts)}")
    if found.is_encrypted:
        faults.append("có mã hóa (mật khẩu)")
    if found.has_javascript:
        faults.append("có JavaScript")
    if found.has_form:
        faults.append("có ô điền (form)")
    if not _FILE_NAME.fullmatch(name):
        faults.append("tên tệp có dấu, khoảng trắng hoặc ký tự khác chữ và số")
    if len(name) > _NAME_LENGTH:
        faults.append(f"tên tệp dài {len(name)} ký tự")
    return judge_custom("" if faults else "đã nhúng phông, không mật khẩu, không JavaScript", faults)


RULES: dict[int, Rule] = {
    3: top_margin,
    4: bottom_margin,
    5: side_margin("left", 30, 35),
    6: side_margin("right", 15, 20),
    10: page_number,
    37: gaps,
    48: annex_numbers,
    49: signature_room,
    50: closing_together,
    51: breaks,
    54: blanks,
    56: file,
}
