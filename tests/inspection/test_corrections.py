"""Sửa giúp: each correction does what it says, and only that."""

from dataclasses import replace

import pytest

from danvan_desktop.inspection.lines import LINES
from danvan_desktop.report.model import Margins, Paragraph, Report, Run, Settings, plain


def paragraph(report: Report, text: str, **more: object) -> Report:
    """The report with ``text`` as its first paragraph."""
    first, *others = report.opening
    assert isinstance(first, Paragraph)
    return replace(report, opening=(replace(first, runs=(Run(text),), **more), *others))  # type: ignore[arg-type]


def opened(report: Report) -> str:
    first = report.opening[0]
    assert isinstance(first, Paragraph)
    return plain(first.runs)


@pytest.mark.parametrize(
    ("symbol", "better"), [("bc - vp", "BC-VP"), ("VP", "BC-VP"), ("BC-vp", "BC-VP"), ("BC-VP", "BC-VP")]
)
def test_a_symbol_is_written_in_capitals_without_gaps(sample: Report, symbol: str, better: str) -> None:
    report = replace(sample, letterhead=replace(sample.letterhead, symbol=symbol))
    assert LINES[18].corrected(report)[0].letterhead.symbol == better


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("hương giang", "Hương giang"),  # not known: only what is sure
        ("thanh hoá", "Thanh Hóa"),
        ("Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Nghệ An,", "Nghệ An"),
    ],
)
def test_a_province_gets_its_official_name(sample: Report, name: str, better: str) -> None:
    report = replace(sample, letterhead=replace(sample.letterhead, place=name))
    assert LINES[19].corrected(report)[0].letterhead.place == better


def test_a_subject_loses_what_belongs_to_letters(sample: Report) -> None:
    report = replace(sample, subject="V/v kết quả công tác Dân vận năm 2025.")
    assert LINES[23].corrected(report)[0].subject == "Kết quả công tác Dân vận năm 2025"


def test_as_above_goes_where_nobody_is_addressed(sample: Report) -> None:
    report = replace(sample, recipients=("- Như trên;", "Sở Nội vụ"))
    assert LINES[26].corrected(report)[0].recipients == ("Sở Nội vụ",)


def test_bases_leave_their_end_signs_to_print(sample: Report) -> None:
    report = replace(sample, legal_bases=((Run("Căn cứ Luật"), Run(" số 1.")), (Run("Căn cứ Kế hoạch;"),)))
    assert [plain(runs) for runs in LINES[28].corrected(report)[0].legal_bases] == [
        "Căn cứ Luật số 1",
        "Căn cứ Kế hoạch",
    ]


def test_the_symbol_of_a_cited_document_is_closed_up(sample: Report) -> None:
    report = paragraph(sample, "Thực hiện Kế hoạch số 12 /KH - UBND ngày 01/02/2025 của Ủy ban")
    better, _ = LINES[29].corrected(report)
    assert opened(better) == "Thực hiện Kế hoạch số 12/KH-UBND ngày 01/02/2025 của Ủy ban"


def test_numbers_typed_wrong_are_counted_anew(sample: Report) -> None:
    section = next(each for each in sample.sections if sum(_is_numbered(block) for block in each.blocks) > 1)
    at = [index for index, block in enumerate(section.blocks) if _is_numbered(block)][1]
    block = section.blocks[at]
    assert isinstance(block, Paragraph)
    wrong = replace(block, number="7.", numbering="fixed")
    blocks = (*section.blocks[:at], wrong, *section.blocks[at + 1 :])
    sections = tuple(
        replace(each, blocks=blocks) if each.id == section.id else each for each in sample.sections
    )
    better, told = LINES[33].corrected(replace(sample, sections=sections))
    assert better == sample
    assert told == ("Đánh số, chữ cái tự động theo thứ tự ở mọi khoản, điểm",)


def test_a_number_below_no_khoan_becomes_a_khoan(sample: Report) -> None:
    first, *others = sample.sections
    alone = Paragraph(9001, "heading", 2, "3.1.", "fixed", (Run("Kết quả nổi bật"),))
    below = Paragraph(9002, "heading", 2, "3.2.", "fixed", (Run("Hạn chế"),))
    report = replace(sample, sections=(replace(first, blocks=(alone, below)), *others))
    better, told = LINES[33].corrected(report)
    assert [(block.number, block.level) for block in better.sections[0].blocks] == [("1.", 1), ("2.", 1)]  # type: ignore[union-attr]
    assert told


def _is_numbered(block: object) -> bool:
    return isinstance(block, Paragraph) and block.role == "heading" and block.level == 1


def test_a_paragraph_all_in_italics_is_set_upright_and_a_word_is_not(sample: Report) -> None:
    first, *others = sample.opening
    assert isinstance(first, Paragraph)
    whole = replace(first, runs=(Run("Tất cả ", italic=True), Run("đều nghiêng", italic=True)))
    some = replace(first, id=9001, runs=(Run("Một "), Run("chữ", italic=True)))
    better = LINES[35].corrected(replace(sample, opening=(whole, some, *others)))[0]
    assert isinstance(better.opening[0], Paragraph)
    assert not any(run.italic for run in better.opening[0].runs)
    assert better.opening[1] == some


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Kết quả tốt./. Tiếp tục phát huy./.", "Kết quả tốt. Tiếp tục phát huy."),
        ("Kết quả tốt../.", "Kết quả tốt."),
        ("./.", ""),
        ("Cuối văn bản ghi “./.” theo mẫu.", "Cuối văn bản ghi “./.” theo mẫu."),
    ],
)
def test_the_end_mark_is_left_to_print(sample: Report, text: str, better: str) -> None:
    assert opened(LINES[39].corrected(paragraph(sample, text))[0]) == better


def test_powers_are_spelt_as_the_decree_has_them(sample: Report) -> None:
    signature = replace(sample.signature, lines=("K/T Chánh Văn phòng", "Phó Chánh Văn phòng"))
    better = LINES[40].corrected(replace(sample, signature=signature))[0]
    assert better.signature.lines == ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")


@pytest.mark.parametrize("name", ["ThS. Nguyễn Văn A", "NGUYỄN VĂN A", "TS. NGUYỄN VĂN A"])
def test_who_signs_is_named_without_titles_in_small_letters(sample: Report, name: str) -> None:
    report = replace(sample, signature=replace(sample.signature, signer=name))
    assert LINES[41].corrected(report)[0].signature.signer == "Nguyễn Văn A"


@pytest.mark.parametrize(
    ("tone", "text"), [("old", "Ủy ban, hòa giải, quý, Thủy"), ("new", "Uỷ ban, hoà giải, quý, Thuỷ")]
)
def test_tones_are_placed_as_the_office_has_chosen(sample: Report, tone: str, text: str) -> None:
    report = replace(
        paragraph(sample, "Uỷ ban, hòa giải, quý, Thủy"),
        settings=replace(sample.settings or Settings(), tone=tone),  # type: ignore[arg-type]
        signature=replace(sample.signature, signer="Nguyễn Thị Thuý"),
    )
    better = LINES[55].corrected(report)[0]
    assert opened(better) == text
    assert better.signature.signer == "Nguyễn Thị Thuý"  # a person writes the own name as it is


def test_invisible_and_strange_letters_are_put_right(sample: Report) -> None:
    report = paragraph(sample, "Văn\u200b phòng Ðảng ủy")
    assert opened(LINES[8].corrected(report)[0]) == "Văn phòng Đảng ủy"


def test_settings_come_back_into_the_range(sample: Report) -> None:
    report = replace(sample, settings=Settings(margins_mm=Margins(left=20)))
    better, told = LINES[5].corrected(report)
    assert better.settings is not None
    assert better.settings.margins_mm.left == 30
    assert told


def test_a_report_that_is_right_is_left_alone(sample: Report) -> None:
    for number in LINES:
        assert LINES[number].corrected(sample) == (sample, ()), number


def test_what_has_no_one_right_answer_is_never_corrected() -> None:
    corrected = {number for number, line in LINES.items() if line.corrections}
    assert corrected.isdisjoint({1, 2, 7, 11, 12, 15, 16, 32, 45, 49, 50, 51, 53, 56})
