"""All the text of a report, as search and the word count see it."""

from collections import Counter
from datetime import UTC, datetime

from hypothesis import given, settings

from danvan_desktop.report.full_text import all_text, count_words, words
from danvan_desktop.report.model import (
    Annex,
    Cell,
    Column,
    Filing,
    ImportNote,
    Letterhead,
    OpaqueBlock,
    Paragraph,
    Part,
    PartialDate,
    Report,
    Request,
    Run,
    Section,
    Signature,
    Table,
    plain,
)
from danvan_desktop.report.walk import every_block
from tests.builders.strategies import reports

GRID = ((Cell(((Run("ô1"),),), cols=2), None), (Cell(((Run("ô2"),), (Run("ô2b"),))), Cell()))
REPORT = Report(
    "r",
    datetime(2025, 11, 24, tzinfo=UTC),
    2025,
    "Kết quả",
    letterhead=Letterhead("UBND", "VĂN PHÒNG", "45", "BC-VP", "Hương Giang", PartialDate(2025, 11, 24)),
    addressees=("Sở Nội vụ",),
    legal_bases=((Run("Căn cứ"),),),
    opening=(Paragraph(1, runs=(Run("Mở "), Run("đầu", bold=True)), note="chờ số liệu", hint="gợi ý"),),
    sections=(
        Section(
            2,
            number="I.",
            part=Part("Phần I", (Run("KẾT QUẢ"),)),
            title=(Run("TÌNH HÌNH"),),
            blocks=(
                Paragraph(3, "heading", 1, "1.", "auto", (Run("Chung"),)),
                Table(4, (Column(), Column()), GRID, caption=(Run("Biểu"),), note="thiếu quý IV"),
                OpaqueBlock(5, "image", '{"alt":"ẩn"}'),
            ),
        ),
    ),
    closing=(Paragraph(6, runs=(Run("Trân trọng"),)),),
    recipients=("VPUB",),
    filing=Filing("VP1", 5, "NVA"),
    signature=Signature(("CHÁNH",), None, "Nguyễn Văn A"),
    annexes=(Annex(7, "I", title=(Run("DANH MỤC"),), blocks=(Paragraph(8, runs=(Run("cuối"),)),)),),
    request=Request("Sở", "12/SNV", PartialDate(2025), "về báo cáo"),
    import_notes=(ImportNote("số", "bỏ chữ lạ"),),
)

PRINTED = (
    "UBND VĂN PHÒNG 45 BC-VP Hương Giang 24 11 2025 BÁO CÁO Kết quả Sở Nội vụ Căn cứ Mở đầu Phần I KẾT QUẢ "
    "I. TÌNH HÌNH 1. Chung Biểu ô1 ô2 ô2b Trân trọng VPUB VP1 NVA 5 CHÁNH Nguyễn Văn A I DANH MỤC cuối"
)


def test_words_stand_in_reading_order() -> None:
    assert words(REPORT) == PRINTED.split()


def test_the_count_is_of_the_text_without_letterhead_and_signature() -> None:
    # Mở đầu · Phần I KẾT QUẢ · I. TÌNH HÌNH · 1. Chung · Biểu ô1 ô2 ô2b · Trân trọng · I DANH MỤC cuối
    assert count_words(REPORT) == 2 + 4 + 3 + 2 + 4 + 2 + 4


def test_all_text_adds_remarks_and_notes_but_never_hints() -> None:
    kept = all_text(REPORT).split()

    assert kept[: len(words(REPORT))] == words(REPORT)
    assert " ".join(kept[len(words(REPORT)) :]) == (
        "chờ số liệu thiếu quý IV Sở 12/SNV về báo cáo 2025 bỏ chữ lạ"
    )


@settings(max_examples=30)
@given(report=reports())
def test_every_run_of_the_text_is_among_the_words(report: Report) -> None:
    found = Counter(words(report))
    for _, block in every_block(report):
        if isinstance(block, Paragraph):
            found.subtract(f"{block.number or ''} {plain(block.runs)}".split())

    assert min(found.values(), default=0) >= 0
