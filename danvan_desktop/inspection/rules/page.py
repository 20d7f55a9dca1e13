"""A. Trang giấy và phông chữ: lines 1-10 (PL I, Mục I)."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph, FlowRun, PageSection
from danvan_desktop.inspection.rules.judging import (
    Rule,
    judge,
    look_faults,
    millimetres,
    review,
    said,
    size_faults,
    size_words,
    to_mm,
)
from danvan_desktop.inspection.sheet import Measurement
from danvan_desktop.report.text.legacy_encodings import code_of_font, convert_legacy

_A4_MM = (210.0, 297.0)
_PAPER_SLACK = 1.0  # mm: some programs round A4 to whole points
_MARGIN_SLACK = 0.05  # mm: a twip is 0.018 mm
_FONT = "times new roman"
_LOOK_ALIKES = {"Ð": "Đ", "ð": "đ", "ƣ": "ư", "Ƣ": "Ư"}


def all_runs(anatomy: Anatomy) -> Iterator[FlowRun]:
    """Yield every run of which something is seen, headers and footers included."""
    stories = (paragraph for section in anatomy.paper.sections for paragraph in section.stories)
    for paragraph in (*anatomy.paper.paragraphs, *stories):
        yield from paragraph.inked


def paper(anatomy: Anatomy) -> Measurement:
    """Line 1."""
    found = [(to_mm(s.width), to_mm(s.height)) for s in anatomy.paper.sections]
    measured = "; ".join(dict.fromkeys(f"{w:.0f} x {h:.0f} mm" for w, h in found))
    other = [size for size in found if not _is_a4(sorted(size))]
    return judge(measured, ["không phải A4"] if other or not found else [])


def _is_a4(sides: list[float]) -> bool:
    return all(abs(side - asked) <= _PAPER_SLACK for side, asked in zip(sides, _A4_MM, strict=True))


def orientation(anatomy: Anatomy) -> Measurement:
    """Line 2."""
    wide = [index for index, section in enumerate(anatomy.paper.sections) if section.is_landscape]
    if not wide:
        return judge("trang dọc", [])
    annex = min((a.label.place.section for a in anatomy.annexes), default=len(anatomy.paper.sections))
    if min(wide) >= annex:
        return review("phụ lục có trang ngang")
    with_table = {block.paragraph.place.section for block in anatomy.blocks if block.kind == "table"}
    faults = ["trang ngang nhưng không có bảng, biểu"] if not set(wide) <= with_table else []
    return judge("có trang ngang", faults)


def margin(side: str, low: float, high: float) -> Rule:
    """Lines 3-6: return the rule for one margin."""

    def rule(anatomy: Anatomy) -> Measurement:
        found = [getattr(section, side) for section in anatomy.paper.sections]
        measured = ", ".join(dict.fromkeys(map(millimetres, found)))
        wrong = [m for m in found if not low - _MARGIN_SLACK <= to_mm(m) <= high + _MARGIN_SLACK]
        return judge(measured, ["ngoài khoảng quy định"] if wrong else [])

    return rule


def font(anatomy: Anatomy) -> Measurement:
    """Line 7."""
    letters: Counter[str] = Counter()
    for run in all_runs(anatomy):
        letters[run.look.font or "(không ghi phông)"] += len(run.text)
    wrong = [name for name in letters if name.lower() != _FONT]
    return judge(", ".join(letters), [f"{letters[name]} chữ phông {name}" for name in wrong])


def encoding(anatomy: Anatomy) -> Measurement:
    """Line 8."""
    faults = []
    old = sorted({run.look.font for run in all_runs(anatomy) if code_of_font(run.look.font)})
    if old:
        faults.append(f"chữ bảng mã cũ (phông {', '.join(old)})")
    text = "".join(run.text for run in all_runs(anatomy))
    _, code = convert_legacy(" ".join(paragraph.text for paragraph in anatomy.paper.paragraphs))
    if code and not old:
        faults.append(f"chữ viết theo bảng mã {code}")
    if anatomy.paper.printed and anatomy.paper.printed.unreadable:
        faults.append(f"{anatomy.paper.printed.unreadable} chữ không sao chép, tìm kiếm được")
    letters = sorted(Counter(text).items())
    faults += [f"{n} ký tự lạ U+{ord(c):04X} {_hint(c)}".rstrip() for c, n in letters if _is_strange(c)]
    if any(unicodedata.combining(character) for character, _ in letters):
        faults.append("có dấu thanh rời (Unicode tổ hợp)")
    places = [paragraph for paragraph in anatomy.paper.paragraphs if any(map(_is_odd, paragraph.text))]
    return judge("" if faults else "Unicode dựng sẵn, không có ký tự lạ", faults, places)


def _is_odd(character: str) -> bool:
    return _is_strange(character) or bool(unicodedata.combining(character))


def _is_strange(character: str) -> bool:
    if character in _LOOK_ALIKES or character in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        return True
    kind = unicodedata.category(character)
    if kind in {"Co", "Cn", "Cc"}:
        return character not in "\t\n"
    name = unicodedata.name(character, "")
    return kind.startswith("L") and not name.startswith(("LATIN", "MICRO", "FEMININE", "MASCULINE"))


def _hint(character: str) -> str:
    return f"(phải là “{_LOOK_ALIKES[character]}”)" if character in _LOOK_ALIKES else ""


def color(anatomy: Anatomy) -> Measurement:
    """Line 9."""
    wrong = Counter[str]()
    stamp = anatomy.urgency.runs if anatomy.urgency else ()  # red by its own rule (điểm b khoản 2 Mục III)
    for run in all_runs(anatomy):
        if run.look.color not in {"auto", "000000"} and run not in stamp:
            wrong[run.look.color] += len(run.text)
    faults = [f"{count} chữ màu #{name}" for name, count in wrong.items()]
    return judge("" if faults else "chữ màu đen", faults)


def page_number(anatomy: Anatomy) -> Measurement:
    """Line 10."""
    if not anatomy.paper.sections:
        return judge("", ["không có trang"])
    section = anatomy.paper.sections[0]
    numbers = [number.paragraph for number in section.numbers if number.in_header]
    if not numbers:
        footer = any(not number.in_header for number in section.numbers)
        return judge("", ["số trang đặt ở chân trang" if footer else "không có số trang ở đầu trang"])
    return judge(f"số trang ở đầu trang, {size_words(numbers)}", [*_number_faults(section, numbers)])


def _number_faults(section: PageSection, numbers: list[FlowParagraph]) -> Iterator[str]:
    yield from size_faults(numbers, 13, 14)
    yield from look_faults(numbers, italic=False, centred=True)
    if not section.first_page_differs or section.first_page_numbers:
        yield "hiện cả ở trang 1"
    if section.number_format != "decimal":
        yield f"không phải chữ số Ả Rập ({section.number_format})"
    if section.number_start not in {None, 1}:
        yield f"trang đầu mang số {section.number_start}"
    if any(not number.in_header for number in section.numbers):
        yield "có thêm số trang ở chân trang"
    extra = [p.text for p in numbers if p.text.strip("-– ") and not p.text.strip("-– ").isdigit()]
    if extra or any(p.text != p.text.strip("-– ") for p in numbers):
        yield f"có chữ hoặc dấu kèm số trang ({said(numbers[0].text)})"


RULES: dict[int, Rule] = {
    1: paper,
    2: orientation,
    3: margin("top", 20, 25),
    4: margin("bottom", 20, 25),
    5: margin("left", 30, 35),
    6: margin("right", 15, 20),
    7: font,
    8: encoding,
    9: color,
    10: page_number,
}
