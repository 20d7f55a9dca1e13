"""A PDF with just one defect fails just the line that speaks of it (and the font's, by design)."""

import re
from dataclasses import replace

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection.lines import LINES
from danvan_desktop.inspection.sheet import Measurement, Outcome
from danvan_desktop.layout.nd30 import mm, pt
from danvan_desktop.layout.pages import Pages
from danvan_desktop.report.model import Paragraph, Run
from tests.builders.exported_files import as_pdf
from tests.builders.inspected_report import LONG, LONG_REPORT
from tests.inspection.measurements import numbers
from tests.inspection.pdf_defects import (
    InDocument,
    InFile,
    InPages,
    in_catalog,
    measured,
    moved,
    numbered,
    paper,
    redrawn,
    ruled,
    strokes,
    styled,
    told,
    without,
)

BODY = "Văn phòng đã tổ chức"
DEEDS = "KẾT QUẢ CÔNG TÁC DÂN VẬN NĂM"
ALWAYS = 7
"""Liberation Serif is not Times New Roman, and the tests' machine has no other."""

MAY_FOLLOW = {51}
"""Where lines stand otherwise, pages break otherwise, and a line may be left alone."""
NEEDS_MORE = {27, 29, 30, 47}
"""Parts that this report does not have, tested beside this file."""


def landscape(pages: Pages) -> Pages:
    """A page on its side before the annex, with text only."""
    *others, annex = pages.pages
    last = others[-1]
    assert last.page_number
    text = tuple(line for line in annex.lines if line.paragraph.text.startswith(BODY))
    wide = replace(
        last,
        number=last.number + 1,
        width=last.height,
        height=last.width,
        lines=text,
        strokes=(),
        page_number=replace(last.page_number, text=str(last.number + 1)),
    )
    return replace(pages, pages=(*others, wide, annex))


def number_on_first_page(pages: Pages) -> Pages:
    first, second, *others = pages.pages
    assert second.page_number
    shown = replace(second.page_number, text="1")
    first = replace(first, page_number=shown, page_number_baseline=second.page_number_baseline)
    return replace(pages, pages=(first, second, *others))


def numbers_at_foot(pages: Pages) -> Pages:
    return replace(
        pages, pages=tuple(replace(p, page_number_baseline=p.height - mm(12)) for p in pages.pages)
    )


def underlined(pages: Pages) -> Pages:
    """The rule below the motto pulled up to its letters."""
    return strokes(lambda s: replace(s, y1=s.y1 - pt(3.8), y2=s.y2 - pt(3.8)), 1)(pages)


def annex_numbers_go_on(pages: Pages) -> Pages:
    first, second, *others = pages.pages
    *others, last = others
    number = replace(second.page_number, text="9")  # type: ignore[type-var]  # it has one
    last = replace(last, page_number=number, page_number_baseline=second.page_number_baseline)
    return replace(pages, pages=(first, second, *others, last))


def split_block(pages: Pages) -> Pages:
    """The signer's name on a page of its own after the closing block."""
    return _carried(pages, lambda line: line.paragraph.text == "Nguyễn Văn A", mm(40))


def block_alone(pages: Pages) -> Pages:
    """The closing block on a page of its own."""
    last = next(i for i, p in enumerate(pages.pages) if any("Nơi nhận" in x.paragraph.text for x in p.lines))
    start = next(x.baseline for x in pages.pages[last].lines if "Nơi nhận" in x.paragraph.text)
    return _carried(pages, lambda line: line.baseline >= start - 20, None)


def heading_last(pages: Pages) -> Pages:
    """What follows the last heading of the report on the next page."""
    page = next(p for p in pages.pages if any(x.paragraph.text.startswith("III. ") for x in p.lines))
    at = next(x.baseline for x in page.lines if x.paragraph.text.startswith("III. "))
    return _carried(pages, lambda line: line.baseline > at, None)


def _carried(pages: Pages, belongs: object, top: int | None) -> Pages:
    """Lines moved from the page of the closing block to a new one behind it."""
    index = next(
        i for i, p in enumerate(pages.pages) if any(x.paragraph.text == "Nguyễn Văn A" for x in p.lines)
    )
    page = pages.pages[index]
    gone = [line for line in page.lines if belongs(line)]  # type: ignore[operator]  # a predicate
    up = min(line.baseline for line in gone) - (top or mm(25))
    carried = tuple(replace(x, baseline=x.baseline - up, top=x.top - up) for x in gone)
    number = page.page_number
    new = replace(
        page,
        number=page.number + 1,
        lines=carried,
        strokes=(),
        page_number=replace(number, text=str(page.number + 1)) if number else None,
    )
    kept = replace(page, lines=tuple(line for line in page.lines if line not in gone))
    return replace(pages, pages=(*pages.pages[:index], kept, new, *pages.pages[index + 1 :]))


def red(drawing: bytes) -> bytes:
    return b"0.75 0 0 rg\n" + drawing


def nth_text(drawing: bytes, number: int, before: bytes, after: bytes) -> bytes:
    """Put operators around one text block of the page."""
    at = [m.start() for m in re.finditer(rb"BT\n", drawing)][number]
    end = drawing.index(b"ET", at) + 2
    return drawing[:at] + before + drawing[at:end] + after + drawing[end:]


def squeezed(operator: bytes, back: bytes) -> InFile:
    """The name of the agency, the second block of page 1, in narrower letters or nearer to each other."""
    return redrawn(lambda drawing: nth_text(drawing, 1, operator, back))


IN_DOCUMENT: list[tuple[int, str, InDocument]] = [
    (1, "paper", paper(height=mm(279))),
    (3, "top 15", paper(top=mm(15))),
    (3, "top 30", paper(top=mm(30))),
    (4, "bottom 12", paper(bottom=mm(12))),
    (4, "bottom 60", paper(bottom=mm(60))),
    (5, "left 29", paper(left=mm(29))),
    (6, "right 21", paper(right=mm(21))),
    (8, "eth", told("Chi tiết", "Chi", "Ð Chi")),
    (8, "cyrillic", told(BODY, "tổ", "t\u043e")),
    (11, "misspelt", told("CỘNG HÒA", "CHỦ", "CHŨ")),
    (11, "size 11", styled("CỘNG HÒA", size=22)),
    (11, "not bold", styled("CỘNG HÒA", bold=False)),
    (12, "misspelt", told("Độc lập", "phúc", "phuc")),
    (13, "short rule", ruled(1, length=mm(40))),
    (14, "gap", styled("Độc lập", before=pt(6))),
    (15, "bold", styled("UBND", bold=True)),
    (15, "no province", told("UBND", "TỈNH HƯƠNG GIANG", "HƯƠNG GIANG")),
    (16, "not bold", styled("VĂN PHÒNG", bold=False)),
    (17, "long rule", ruled(0, length=mm(25))),
    (18, "one digit", told("Số:", "\u00a0" * 11, " 5")),
    (18, "small symbol", told("Số:", "BC-VP", "BC-vp")),
    (18, "spaces in the symbol", told("Số:", "BC-VP", "BC - VP")),
    (18, "size 14", styled("Số:", size=28)),
    (19, "no comma", told("Hương Giang", ",", "")),
    (19, "small letter", told("Hương Giang", "Hương", "hương")),
    (20, "one digit", told("Hương Giang", "ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0", "ngày 5 ")),
    (21, "upright", styled("Hương Giang", italic=False)),
    (22, "not bold", styled("BÁO CÁO", bold=False)),
    (22, "size 16", styled("BÁO CÁO", size=32)),
    (23, "italic", styled("Kết quả thực hiện công", italic=True)),
    (23, "far below", styled("Kết quả thực hiện công", before=pt(14))),
    (23, "capitals", told("Kết quả thực hiện công", "Kết quả thực hiện công tác Dân vận năm", DEEDS)),
    (24, "long rule", ruled(2, length=mm(80))),
    (25, "no colon", told("Kính gửi", ":", "")),
    (25, "small", styled("Kính gửi", size=24)),
    (26, "nobody answered", without("- Như trên")),
    (28, "upright", styled("Căn cứ Quy chế", italic=False)),
    (28, "end", told("Căn cứ Chương trình", "năm.", "năm;")),
    (31, "dash", told("II. ", "II. ", "II- ")),
    (31, "small letters", told("II. ", "CÔNG TÁC", "Công tác")),
    (31, "not bold", styled("II. ", bold=False)),
    (32, "no title", told("III. ", "III. NHIỆM VỤ TRỌNG TÂM NĂM 2026", "III.")),
    (33, "skipped", told("2. Văn phòng", "2. ", "4. ")),
    (33, "slash", told("2. Văn phòng", "2. ", "2/ ")),
    (33, "repeated", told("2.2. ", "2.2.", "2.1.")),
    (33, "without its khoản", told("2. Công tác", "2. Công tác", "Công tác")),
    (33, "below another", told("2.1. ", "2.1.", "1.1.")),
    (34, "skipped", told("c) ", "c) ", "d) ")),
    (35, "ragged", styled(BODY, align="left")),
    (35, "mixed sizes", styled(BODY, size=26)),
    (35, "italics", styled(BODY, italic=True)),
    (36, "no indent", styled(BODY, first_line=0)),
    (36, "two indents", styled(BODY, first_line=mm(12.7))),
    (37, "no gap", styled(BODY, before=pt(0))),
    (38, "tight", styled(BODY, pitch=pt(15))),
    (38, "double", styled(BODY, pitch=pt(33))),
    (38, "one paragraph double", styled(f"{LONG * 2}".strip(), pitch=pt(33))),
    (39, "no end mark", told("Trên đây", "./.", ".")),
    (39, "end mark before the end", told("Chi tiết", "kèm theo.", "kèm theo./.")),
    (40, "no dot", told("KT. ", "KT. ", "KT ")),
    (40, "TM.", told("KT. ", "KT. ", "TM. ")),
    (40, "size 12", styled("PHÓ CHÁNH", size=24)),
    (41, "degree", told("Nguyễn", "Nguyễn", "ThS. Nguyễn")),
    (41, "not bold", styled("Nguyễn", bold=False)),
    (42, "upright", styled("Nơi nhận", italic=False)),
    (42, "size 14", styled("Nơi nhận", size=28)),
    (43, "size 12", styled("- Lưu trữ", size=24)),
    (43, "end", told("- Lưu trữ", ";", ".")),
    (44, "end", told("- Lưu: VT", "VP1.", "VP1")),
    (45, "not mentioned", told("Chi tiết tại", "Phụ lục", "bảng")),
    (46, "size 13", styled("Phụ lục", size=26)),
    (46, "small title", told("DANH MỤC", "DANH MỤC", "Danh mục")),
]

IN_PAGES: list[tuple[int, str, InPages]] = [
    (2, "landscape", landscape),
    (10, "small number", numbered(size=22)),
    (10, "number at the right", numbered(x=mm(180))),
    (10, "number in italics", numbered(italic=True)),
    (10, "a word", numbered(text="Trang 2")),
    (10, "number on page 1", number_on_first_page),
    (10, "number at the foot", numbers_at_foot),
    (12, "aside", moved("Độc lập", right=mm(5))),
    (13, "no rule", strokes(lambda _: None, 1)),
    (13, "underlined", underlined),
    (16, "aside", moved("VĂN PHÒNG", right=mm(6))),
    (17, "off the middle", strokes(lambda s: replace(s, x1=s.x1 + mm(6), x2=s.x2 + mm(6)), 0)),
    (18, "aside", moved("Số:", right=-mm(8))),
    (21, "lower than the number", moved("Hương Giang", down=pt(5))),
    (22, "aside", moved("BÁO CÁO", right=mm(8))),
    (24, "no rule", strokes(lambda _: None, 2)),
    (41, "aside", moved("Nguyễn", right=mm(8))),
    (42, "lower", moved("Nơi nhận", down=pt(5))),
    (43, "indent", moved("- Lưu trữ", right=mm(5))),
    (48, "goes on", annex_numbers_go_on),
]

IN_FILE: list[tuple[int, str, InFile]] = [
    (9, "red", redrawn(red)),
]

CUSTOM: list[tuple[int, str, object]] = [
    (49, "little room", moved("Nguyễn", down=-mm(8))),
    (50, "split", split_block),
    (50, "alone", block_alone),
    (51, "heading last", heading_last),
    (52, "narrow letters", squeezed(b"95 Tz\n", b"\n100 Tz\n")),
    (52, "near letters", squeezed(b"-0.3 Tc\n", b"\n0 Tc\n")),
    (53, "draft", told("Chi tiết", "Chi", "DỰ THẢO Chi")),
    (54, "narrow", told("Hương Giang", "\u00a0" * 6, "\u00a0\u00a0")),
    (55, "two kinds of tone", told("Chi tiết", "Chi", "Uỷ ban hòa giải, ủy quyền. Chi")),
    (56, "script", in_catalog(b"/OpenAction << /S /JavaScript /JS (app.alert) >>")),
    (57, "another office", told("Trên đây", "năm 2025", "năm 2025 của Sở Nội vụ")),
    (56, "form", in_catalog(b"/AcroForm << /Fields [] >>")),
]


def made(change: object, fonts: FontSet) -> bytes:
    """The report changed at the stage the change is for."""
    stage = next(name for name, listed in STAGES.items() if any(change is c for _, _, c in listed))
    return as_pdf(LONG_REPORT, fonts, **{stage: change})  # type: ignore[arg-type]  # the stage's own kind


STAGES: dict[str, list[tuple[int, str, object]]] = {
    "document": [*IN_DOCUMENT, *(row for row in CUSTOM if row[0] in {53, 54, 55, 57})],
    "pages": [*IN_PAGES, *(row for row in CUSTOM if row[0] in {49, 50, 51})],
    "file": [*IN_FILE, *(row for row in CUSTOM if row[0] in {52, 56})],
}
DEFECTS = [*IN_DOCUMENT, *IN_PAGES, *IN_FILE]


@pytest.fixture(scope="module")
def good(fonts: FontSet) -> bytes:
    return as_pdf(LONG_REPORT, fonts)


def outcomes(content: bytes, *kinds: Outcome) -> dict[int, str]:
    """The lines with these outcomes and what was measured; the font's own line does not count."""
    return _with_outcome(measured(content), *kinds)


def _with_outcome(found: dict[int, Measurement], *kinds: Outcome) -> dict[int, str]:
    return {n: found[n].measured for n in numbers(found, *kinds) if n != ALWAYS}


def test_a_right_file_passes_every_line(good: bytes) -> None:
    assert outcomes(good, Outcome.WRONG, Outcome.CUSTOM, Outcome.REVIEW) == {}


def test_liberation_serif_is_not_times_new_roman(good: bytes, fonts: FontSet) -> None:
    if not fonts.is_substitute:
        pytest.skip("this machine has Times New Roman")
    assert measured(good)[7].outcome is Outcome.WRONG
    renamed = good.replace(b"LiberationSerif", b"TimesNewRomanPS")
    assert measured(renamed)[7].outcome is Outcome.RIGHT


@pytest.mark.parametrize(("line", "name", "change"), DEFECTS, ids=[f"{n}-{name}" for n, name, _ in DEFECTS])
def test_one_defect_fails_one_line(fonts: FontSet, line: int, name: str, change: object) -> None:
    found = outcomes(made(change, fonts), Outcome.WRONG, Outcome.CUSTOM)
    assert found.keys() - MAY_FOLLOW == {line}, found


@pytest.mark.parametrize(("line", "name", "change"), CUSTOM, ids=[f"{n}-{name}" for n, name, _ in CUSTOM])
def test_what_is_only_custom_is_never_an_error(fonts: FontSet, line: int, name: str, change: object) -> None:
    found = measured(made(change, fonts))
    assert _with_outcome(found, Outcome.WRONG) == {}
    custom = _with_outcome(found, Outcome.CUSTOM)
    assert custom.keys() | MAY_FOLLOW == {line} | MAY_FOLLOW
    assert line in custom


def test_every_line_that_can_fail_has_a_defect_here() -> None:
    measurable = set(LINES) - {ALWAYS} - NEEDS_MORE
    assert {line for line, _, _ in [*DEFECTS, *CUSTOM]} == measurable


@pytest.mark.parametrize("count", range(1, 14, 2))
def test_the_widest_lawful_margin_is_never_accused_wherever_pages_end(fonts: FontSet, count: int) -> None:
    first, *others = LONG_REPORT.sections
    pattern = first.blocks[-1]
    assert isinstance(pattern, Paragraph)
    blocks = tuple(
        replace(pattern, id=900 + i, runs=(Run(LONG * (3 + (i * 7 + count) % 5)),)) for i in range(count)
    )
    report = replace(LONG_REPORT, sections=(replace(first, blocks=blocks), *others))
    found = measured(as_pdf(report, fonts, document=paper(bottom=mm(25))))
    assert found[4].outcome is not Outcome.WRONG, found[4]
