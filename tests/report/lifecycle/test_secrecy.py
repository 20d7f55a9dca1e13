"""A secrecy stamp is known however it is written; words about secrecy in a sentence are none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.lifecycle.secrecy import refuse_secrecy, secrecy_level, secrecy_stamps
from danvan_desktop.report.model import (
    Annex,
    Cell,
    Column,
    Letterhead,
    Marks,
    Paragraph,
    Report,
    Run,
    Section,
    Signature,
    Table,
)

EMPTY = Report("r", datetime(2026, 11, 24, tzinfo=UTC), 2026, "Kết quả công tác Dân vận")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MẬT", "MẬT"),
        ("Mật", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("  Tuyệt mật.", "TUYỆT MẬT"),
        ("(TUYỆT MẬT)", "TUYỆT MẬT"),
        ("[ TỐI\u00a0MẬT ]", "TỐI MẬT"),
        ("M Ậ T", "MẬT"),
        ("T Ố I  M Ậ T", "TỐI MẬT"),
        ("Độ mật: Tối mật", "TỐI MẬT"),
        ("Mức độ mật: MẬT", "MẬT"),
        ("Dấu chỉ độ mật: “Mật”", "MẬT"),
        ("MA\u0302\u0323T", "MẬT"),  # decomposed, as some systems write it
    ],
)
def test_a_stamp_is_known(text: str, level: str) -> None:
    assert secrecy_level(text) == level


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thực hiện tốt công tác bảo vệ bí mật nhà nước.",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Bảo mật",
        "BÍ MẬT",
        "Độ mật",
        "Độ mật:",
        "mật ong",
        "MẬT ĐỘ",
        "Không mật",
        "Mặt trận Tổ quốc",
        "MẤT",
        "Mật " * 40,
    ],
)
def test_words_about_secrecy_are_no_stamp(text: str) -> None:
    assert secrecy_level(text) is None


def put(report: Report, where: str) -> Report:
    """Give ``report`` a stamp."""
    stamp = Paragraph(9, runs=(Run("TỐI "), Run("MẬT", bold=True)))
    table = Table(9, (Column(),), ((Cell(((Run("TỐI MẬT"),),)),),))
    ways: dict[str, Callable[[], Report]] = {
        "opening": lambda: replace(report, opening=(stamp,)),
        "section": lambda: replace(report, sections=(Section(2, blocks=(stamp,)),)),
        "closing": lambda: replace(report, closing=(stamp,)),
        "annex": lambda: replace(report, annexes=(Annex(2, blocks=(stamp,)),)),
        "cell": lambda: replace(report, opening=(table,)),
        "heading": lambda: replace(report, sections=(Section(2, title=stamp.runs),)),
        "urgency": lambda: replace(report, marks=Marks(urgency="Tối mật")),
        "circulation": lambda: replace(report, marks=Marks(circulation="TỐI MẬT")),
        "agency": lambda: replace(report, letterhead=Letterhead(agency="VĂN PHÒNG TỐI MẬT")),
        "parent": lambda: replace(report, letterhead=Letterhead(parent_agency="TỐI MẬT UBND TỈNH A")),
        "symbol": lambda: replace(report, letterhead=Letterhead(symbol="tối mật")),
        "recipients": lambda: replace(report, recipients=("Sở Nội vụ", "Tối mật")),
        "signature": lambda: replace(report, signature=Signature(("TỐI MẬT",))),
        "bases": lambda: replace(report, legal_bases=(stamp.runs,)),
        "subject": lambda: replace(report, subject="Tối mật"),
    }
    return ways[where]()


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("opening", "block:9"),
        ("section", "block:9"),
        ("closing", "block:9"),
        ("annex", "block:9"),
        ("cell", "block:9"),
        ("heading", "section:2/title"),
        ("urgency", "marks"),
        ("circulation", "marks"),
        ("agency", "letterhead.agency"),
        ("parent", "letterhead.parent_agency"),
        ("symbol", "letterhead.symbol"),
        ("recipients", "recipients"),
        ("signature", "signature"),
        ("bases", "legal_bases"),
        ("subject", "subject"),
    ],
)
def test_wherever_it_stands_it_is_found_and_refused(where: str, place: str) -> None:
    report = put(EMPTY, where)
    (stamp,) = secrecy_stamps(report)
    assert (stamp.level, stamp.place) == ("TỐI MẬT", place)
    with pytest.raises(UserError) as refused:
        refuse_secrecy(report)
    for words in ("“TỐI MẬT”", "bảo vệ bí mật nhà nước", "điểm a khoản 2 Mục III", "hãy xóa dấu ấy"):
        assert words in refused.value.message


def test_agencies_that_work_on_secrecy_and_sentences_pass() -> None:
    cells = (Cell(((Run("Mật"),),)), Cell(((Run("Bảo mật thông tin"),),)))
    report = replace(
        EMPTY,
        letterhead=Letterhead("BAN CƠ YẾU CHÍNH PHỦ", "CỤC CHỨNG THỰC SỐ VÀ BẢO MẬT THÔNG TIN"),
        opening=(
            Paragraph(
                1, runs=(Run("Thực hiện nghiêm quy định về bảo vệ bí mật nhà nước, bảo mật thông tin."),)
            ),
            Table(2, (Column(), Column()), (cells,)),
        ),
        sections=(Section(3, title=(Run("CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC"),)),),
    )
    assert list(secrecy_stamps(report)) == []
    refuse_secrecy(report)
    academy = replace(EMPTY, letterhead=Letterhead(None, "HỌC VIỆN KỸ THUẬT MẬT MÃ"))
    assert list(secrecy_stamps(academy)) == []
