"""A Word file with just one defect fails just the line that speaks of it."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor, Twips
from docx.text.paragraph import Paragraph

from danvan_desktop.inspection.lines import LINES
from danvan_desktop.inspection.sheet import Outcome
from tests.builders.exported_files import after, edited, paragraph
from tests.inspection.measurements import measured, numbers

Change = Callable[[WordFile], object]
BODY = "Văn phòng đã tổ chức"


def on(start: str, change: Callable[[Paragraph], object]) -> Change:
    """Change the paragraph that begins so."""
    return lambda file: change(paragraph(file, start))


def below(start: str, change: Callable[[Paragraph], object]) -> Change:
    """Change the paragraph after the one that begins so: a rule."""
    return lambda file: change(after(file, start))


def font(**settings: object) -> Callable[[Paragraph], None]:
    def change(found: Paragraph) -> None:
        for run in found.runs:
            for name, value in settings.items():
                setattr(run.font, name, value)

    return change


def form(**settings: object) -> Callable[[Paragraph], None]:
    def change(found: Paragraph) -> None:
        for name, value in settings.items():
            setattr(found.paragraph_format, name, value)

    return change


def text(old: str, new: str) -> Callable[[Paragraph], None]:
    def change(found: Paragraph) -> None:
        assert old in found.text
        found.runs[0].text = found.text.replace(old, new)
        for run in found.runs[1:]:
            run.text = ""

    return change


def section(**settings: object) -> Change:
    def change(file: WordFile) -> None:
        for found in file.sections:
            for name, value in settings.items():
                setattr(found, name, value)

    return change


def remove(found: Paragraph) -> None:
    parent = found._p.getparent()
    assert parent is not None
    parent.remove(found._p)


def number_in_header(change: Callable[[Paragraph], None]) -> Change:
    return lambda file: change(file.sections[0].header.paragraphs[0])


def number_in_footer(file: WordFile) -> None:
    header, footer = file.sections[0].header, file.sections[0].footer
    footer.is_linked_to_previous = False
    footer.paragraphs[0]._p.getparent().append(header.paragraphs[0]._p)
    header.add_paragraph()


def landscape_part(file: WordFile) -> None:
    """From the third mục to the annex the paper lies on its side, without a table there."""
    first = file.sections[0]
    before = paragraph(file, "Chi tiết tại")._p
    before.get_or_add_pPr().append(deepcopy(first._sectPr))
    found = file.sections[1]
    found.orientation = WD_ORIENT.LANDSCAPE
    found.page_width, found.page_height = found.page_height, found.page_width


def border_off(found: Paragraph) -> None:
    for border in found._p.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)


def underlined_motto(file: WordFile) -> None:
    border_off(after(file, "Độc lập"))
    font(underline=True)(paragraph(file, "Độc lập"))


def tracked(found: Paragraph) -> None:
    inserted = OxmlElement("w:ins")
    found._p.append(inserted)
    inserted.append(found.runs[-1]._r)


def rows_may_split(file: WordFile) -> None:
    for mark in file.tables[-1]._tbl.xpath(".//w:cantSplit"):
        mark.getparent().remove(mark)


def numbers_go_on(file: WordFile) -> None:
    for mark in file.sections[1]._sectPr.xpath("./w:pgNumType"):
        mark.getparent().remove(mark)


def narrow(found: Paragraph) -> None:
    text("\u00a0" * found.text.count("\u00a0"), "\u00a0\u00a0")(found)


def other_font(found: Paragraph) -> None:
    for run in found.runs:
        run.font.name = "Calibri"


def red(found: Paragraph) -> None:
    found.runs[0].font.color.rgb = RGBColor(0xC0, 0, 0)


def squeezed(found: Paragraph) -> None:
    spacing = OxmlElement("w:spacing", {qn("w:val"): "-4"})
    found.runs[0]._r.get_or_add_rPr().append(spacing)


def no_clause(file: WordFile) -> None:
    on("1. Ban hành", text("1. Ban", "Ban"))(file)
    on("2. Công tác", text("2. Công", "Công"))(file)


DEFECTS: list[tuple[int, str, Change]] = [
    (1, "paper", section(page_height=Mm(279))),
    (2, "landscape", landscape_part),
    (3, "top 15", section(top_margin=Mm(15))),
    (3, "top 26", section(top_margin=Mm(26))),
    (4, "bottom 15", section(bottom_margin=Mm(15))),
    (5, "left 29", section(left_margin=Mm(29))),
    (5, "left 30 and gutter 6", section(gutter=Mm(6))),
    (6, "right 21", section(right_margin=Mm(21))),
    (7, "font", on(BODY, other_font)),
    (7, "font in a table", on("Mô hình", other_font)),
    (7, "font of the page number", number_in_header(other_font)),
    (8, "zero width", on(BODY, text("Văn", "Văn\u200b"))),
    (8, "loose tone", on(BODY, text("đã", "đa\u0303"))),
    (8, "eth", on("Chi tiết", text("Chi", "Ð Chi"))),
    (8, "cyrillic", on(BODY, text("tổ", "t\u043e"))),
    (9, "red", on(BODY, red)),
    (10, "small number", number_in_header(font(size=Pt(11)))),
    (10, "number at the right", number_in_header(form(alignment=ALIGN.RIGHT))),
    (10, "number in italics", number_in_header(font(italic=True))),
    (10, "number on page 1", section(different_first_page_header_footer=False)),
    (10, "number at the foot", number_in_footer),
    (11, "misspelt", on("CỘNG HÒA", text("CHỦ", "CHŨ"))),
    (11, "size 14", on("CỘNG HÒA", font(size=Pt(14)))),
    (11, "not bold", on("CỘNG HÒA", font(bold=False))),
    (12, "misspelt", on("Độc lập", text("phúc", "phuc"))),
    (12, "left", on("Độc lập", form(alignment=ALIGN.LEFT))),
    (13, "short rule", below("Độc lập", form(left_indent=Mm(30), right_indent=Mm(30)))),
    (13, "no rule", below("Độc lập", border_off)),
    (13, "underlined", underlined_motto),
    (14, "gap", on("Độc lập", form(space_before=Pt(6)))),
    (15, "bold", on("UBND", font(bold=True))),
    (15, "small letters", on("UBND", text("TỈNH", "tỉnh"))),
    (15, "no province", on("UBND", text("TỈNH HƯƠNG GIANG", "HƯƠNG GIANG"))),
    (16, "not bold", on("VĂN PHÒNG", font(bold=False))),
    (16, "right", on("VĂN PHÒNG", form(alignment=ALIGN.RIGHT))),
    (16, "gap", on("VĂN PHÒNG", form(space_before=Pt(6)))),
    (17, "long rule", below("VĂN PHÒNG", form(left_indent=Mm(15), right_indent=Mm(15)))),
    (17, "off the middle", below("VĂN PHÒNG", form(left_indent=Mm(18), right_indent=Mm(30.8)))),
    (18, "one digit", on("Số:", text("\u00a0" * 11, " 5"))),
    (18, "small symbol", on("Số:", text("BC-VP", "BC-vp"))),
    (18, "spaces in the symbol", on("Số:", text("BC-VP", "BC - VP"))),
    (18, "size 14", on("Số:", font(size=Pt(14)))),
    (18, "left", on("Số:", form(alignment=ALIGN.LEFT))),
    (19, "no comma", on("Hương Giang", text(",", ""))),
    (19, "small letter", on("Hương Giang", text("Hương", "hương"))),
    (20, "one digit", on("Hương Giang", text("ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0", "ngày 5 "))),
    (20, "year", on("Hương Giang", text("2025", "25"))),
    (21, "upright", on("Hương Giang", font(italic=False))),
    (21, "lower than the number", on("Hương Giang", form(space_before=Pt(6)))),
    (22, "not bold", on("BÁO CÁO", font(bold=False))),
    (22, "left", on("BÁO CÁO", form(alignment=ALIGN.LEFT))),
    (22, "size 16", on("BÁO CÁO", font(size=Pt(16)))),
    (23, "italic", on("Kết quả thực hiện công", font(italic=True))),
    (23, "far below", on("Kết quả thực hiện công", form(space_before=Pt(12)))),
    (24, "long rule", below("Kết quả thực hiện công", form(left_indent=Mm(40), right_indent=Mm(40)))),
    (24, "no rule", below("Kết quả thực hiện công", border_off)),
    (25, "no colon", on("Kính gửi", text(":", ""))),
    (25, "small", on("Kính gửi", font(size=Pt(12)))),
    (26, "nobody answered", on("- Như trên", remove)),
    (28, "upright", on("Căn cứ Quy chế", font(italic=False))),
    (28, "end", on("Căn cứ Chương trình", text("năm.", "năm;"))),
    (31, "dash", on("II. ", text("II. ", "II- "))),
    (31, "small letters", on("II. ", text("CÔNG TÁC", "Công tác"))),
    (31, "not bold", on("II. ", font(bold=False))),
    (32, "no title", on("III. ", text("III. NHIỆM VỤ TRỌNG TÂM NĂM 2026", "III."))),
    (33, "skipped", on("2. Văn phòng", text("2. ", "4. "))),
    (33, "slash", on("2. Văn phòng", text("2. ", "2/ "))),
    (33, "repeated", on("2.2. ", text("2.2.", "2.1."))),
    (33, "without its khoản", on("2. Công tác", text("2. Công", "Công"))),
    (33, "in a mục without khoản", no_clause),
    (33, "below another", on("2.1. ", text("2.1.", "1.1."))),
    (33, "italics", on("2. Văn phòng", font(italic=True))),
    (34, "italics", on("c) ", font(italic=True))),
    (34, "skipped", on("c) ", text("c) ", "d) "))),
    (34, "full stop", on("c) ", text("c) ", "c. "))),
    (35, "ragged", on(BODY, form(alignment=ALIGN.LEFT))),
    (35, "mixed sizes", on(BODY, font(size=Pt(13)))),
    (35, "italics", on(BODY, font(italic=True))),
    (36, "no indent", on(BODY, form(first_line_indent=Mm(0)))),
    (36, "two indents", on(BODY, form(first_line_indent=Mm(12.7)))),
    (37, "no gap", on(BODY, form(space_before=Pt(0)))),
    (38, "tight", on(BODY, form(line_spacing=Pt(15)))),
    (38, "double", on(BODY, form(line_spacing=2.0))),
    (39, "no end mark", on("Trên đây", text("./.", "."))),
    (39, "end mark before the end", on("Chi tiết", text("kèm theo.", "kèm theo./."))),
    (40, "no dot", on("KT. ", text("KT. ", "KT "))),
    (40, "party style", on("KT. ", text("KT. ", "K/T "))),
    (40, "TM.", on("KT. ", text("KT. ", "TM. "))),
    (40, "size 12", on("PHÓ CHÁNH", font(size=Pt(12)))),
    (41, "degree", on("Nguyễn", text("Nguyễn", "ThS. Nguyễn"))),
    (41, "honour", on("Nguyễn", text("Nguyễn", "Nhà giáo ưu tú Nguyễn"))),
    (41, "not bold", on("Nguyễn", font(bold=False))),
    (41, "left", on("Nguyễn", form(alignment=ALIGN.LEFT))),
    (42, "upright", on("Nơi nhận", font(italic=False))),
    (42, "size 14", on("Nơi nhận", font(size=Pt(14)))),
    (42, "lower", on("Nơi nhận", form(space_before=Pt(12)))),
    (43, "size 12", on("- Lưu trữ", font(size=Pt(12)))),
    (43, "end", on("- Lưu trữ", text(";", "."))),
    (43, "indent", on("- Lưu trữ", form(left_indent=Mm(5)))),
    (44, "end", on("- Lưu: VT", text("VP1.", "VP1"))),
    (45, "not mentioned", on("Chi tiết tại", text("Phụ lục", "bảng"))),
    (46, "size 13", on("Phụ lục", font(size=Pt(13)))),
    (46, "small title", on("DANH MỤC", text("DANH MỤC", "Danh mục"))),
    (48, "numbers go on", numbers_go_on),
]

CUSTOM: list[tuple[int, str, Change]] = [
    (49, "no room", on("Nguyễn", form(space_before=Mm(15)))),
    (50, "may split", rows_may_split),
    (50, "may stand alone", on("Trên đây", form(keep_with_next=False))),
    (51, "heading loose", on("II. ", form(keep_with_next=False))),
    (51, "lone line", on(BODY, form(widow_control=False))),
    (52, "squeezed", on(BODY, squeezed)),
    (53, "marked", on(BODY, font(highlight_color=WD_COLOR_INDEX.YELLOW))),
    (53, "tracked", on(BODY, tracked)),
    (53, "draft", on(BODY, text("Văn phòng", "DỰ THẢO Văn phòng"))),
    (53, "unfilled", on(BODY, text("đã", "… đã"))),
    (54, "narrow", on("Số:", narrow)),
    (55, "two ways", on(BODY, text("đã", "đã hoà, hòa"))),
    (57, "another office", on("Trên đây", text("năm 2025", "năm 2025 của Sở Nội vụ"))),
]


def test_our_own_file_passes_every_line(good: bytes) -> None:
    found = measured(good)
    assert list(found) == list(LINES)
    assert numbers(found, Outcome.WRONG, Outcome.CUSTOM) == set()
    assert numbers(found, Outcome.REVIEW) == set()
    assert numbers(found, Outcome.NOT_APPLICABLE) == {27, 29, 30, 56}


@pytest.mark.parametrize(("line", "name", "change"), DEFECTS, ids=[f"{n}-{name}" for n, name, _ in DEFECTS])
def test_one_defect_fails_one_line(good: bytes, line: int, name: str, change: Change) -> None:
    found = measured(edited(good, change))
    assert {n: found[n].measured for n in numbers(found, Outcome.WRONG)}.keys() == {line}, found[line]
    assert numbers(found, Outcome.CUSTOM) == set()


@pytest.mark.parametrize(("line", "name", "change"), CUSTOM, ids=[f"{n}-{name}" for n, name, _ in CUSTOM])
def test_what_is_only_custom_is_never_an_error(good: bytes, line: int, name: str, change: Change) -> None:
    found = measured(edited(good, change))
    assert numbers(found, Outcome.WRONG) == set()
    assert numbers(found, Outcome.CUSTOM) == {line}, found[line]


def test_line_53_speaks_of_leftovers_of_any_kind_in_vietnamese(good: bytes) -> None:
    requirement = LINES[53].requirement
    assert requirement.subject == "Dấu vết của bản thảo"
    told = measured(edited(good, on(BODY, tracked)))[53].measured
    assert told == "còn vết sửa (theo dõi thay đổi)"
    assert "track" not in requirement.text


def test_every_line_that_can_fail_has_a_defect_here() -> None:
    measurable = set(LINES) - {27, 29, 30, 47, 56}
    assert {line for line, _, _ in [*DEFECTS, *CUSTOM]} == measurable


def test_a_wider_first_line_is_right_when_all_have_it(good: bytes) -> None:
    def widen(file: WordFile) -> None:
        for style in file.styles:
            if style.element.xpath("w:pPr/w:ind/@w:firstLine") == ["567"]:
                style.paragraph_format.first_line_indent = Twips(720)

    assert measured(edited(good, widen))[36].outcome is Outcome.RIGHT
