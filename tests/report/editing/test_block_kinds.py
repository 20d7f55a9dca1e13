"""Changing the role and level of paragraphs, and typed numbers that become automatic ones."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.editing.block_kinds import (
    KINDS,
    Place,
    Recognised,
    after_return,
    demote,
    drop_start,
    kind_of,
    mint,
    promote,
    recognise,
)
from danvan_desktop.report.model import (
    Paragraph,
    Report,
    Role,
    Run,
    Section,
    plain,
)
from danvan_desktop.report.numbering import renumber
from tests.builders.strategies import runs

ROLES: tuple[Role, ...] = ("body", "heading", "clause", "point", "item")
PLACES: list[Place] = [(role, level) for role in ROLES for level in range(1, 5)]


def test_the_kinds_bear_the_words_of_the_trade_and_keys_of_their_own() -> None:
    assert [kind.label for kind in KINDS] == [
        "Khoản có tiêu đề (1. in đậm)",
        "Tiểu khoản có tiêu đề (1.1. in đậm)",
        "Khoản (1.)",
        "Tiểu khoản (1.1.)",
        "Điểm (a)",
        "Gạch đầu dòng (-)",
        "Dấu cộng (+)",
        "Đoạn văn",
    ]
    assert len({kind.shortcut for kind in KINDS}) == len(KINDS)
    assert len({kind.place for kind in KINDS}) == len(KINDS)


def test_what_the_decree_does_not_know_says_so() -> None:
    assert [kind.label for kind in KINDS if kind.hint == "NĐ 30 không quy định"] == [
        "Tiểu khoản có tiêu đề (1.1. in đậm)",
        "Tiểu khoản (1.1.)",
    ]


@pytest.mark.parametrize(("role", "level"), PLACES)
def test_every_paragraph_has_a_kind(role: Role, level: int) -> None:
    assert kind_of(role, level).role == role


def test_deeper_levels_bear_the_deepest_name() -> None:
    assert kind_of("heading", 3).label == "Tiểu khoản có tiêu đề (1.1. in đậm)"
    assert kind_of("item", 1).label == "Gạch đầu dòng (-)"


@pytest.mark.parametrize("place", PLACES)
def test_promoting_undoes_demoting(place: Place) -> None:
    lower = demote(*place)
    assert lower == place or promote(*lower) == place


@pytest.mark.parametrize("place", PLACES)
def test_promoting_and_demoting_come_to_an_end(place: Place) -> None:
    for step in (promote, demote):
        here = place
        for _ in range(10):
            here = step(*here)
        assert step(*here) == here


def test_the_ladder_is_the_one_of_the_decree() -> None:
    assert demote("heading", 1) == ("heading", 2)
    assert demote("clause", 1) == ("point", 1)
    assert demote("point", 1) == ("item", 1)
    assert demote("item", 1) == ("item", 2)
    assert promote("clause", 2) == ("clause", 1)
    assert demote("body", 1) == promote("body", 1) == ("body", 1)


@pytest.mark.parametrize("place", PLACES)
def test_return_in_an_empty_paragraph_gives_body_text(place: Place) -> None:
    assert after_return(*place, empty=True) == ("body", 1)


def test_return_goes_on_with_the_same_kind_except_after_a_heading() -> None:
    assert after_return("heading", 2, empty=False) == ("body", 1)
    assert after_return("clause", 1, empty=False) == ("clause", 1)
    assert after_return("point", 1, empty=False) == ("point", 1)
    assert after_return("item", 2, empty=False) == ("item", 2)
    assert after_return("body", 1, empty=False) == ("body", 1)


RECOGNISED = [
    ("1. Ưu điểm", ("heading", 1, "1.", "Ưu điểm")),
    ("3.1. Nhân rộng mô hình", ("heading", 2, "3.1.", "Nhân rộng mô hình")),
    ("3.1 Nhân rộng mô hình", ("heading", 2, "3.1.", "Nhân rộng mô hình")),
    ("3.1.2. Chi tiết", ("heading", 3, "3.1.2.", "Chi tiết")),
    ("3. Đổi mới phương thức:", ("heading", 1, "3.", "Đổi mới phương thức:")),
    ("  6. Các tổ chức đoàn thể phối hợp.", ("clause", 1, "6.", "Các tổ chức đoàn thể phối hợp.")),
    ("1) Ưu điểm", ("heading", 1, "1.", "Ưu điểm")),
    ("1." + " dài" * 60, ("clause", 1, "1.", "dài" + " dài" * 59)),
    ("1. ", ("heading", 1, "1.", "")),
    ("a) Về kinh tế", ("point", 1, "a)", "Về kinh tế")),
    ("đ)Về xã hội", ("point", 1, "đ)", "Về xã hội")),
    ("- Tổ chức", ("item", 1, None, "Tổ chức")),
    ("-Tổ chức", ("item", 1, None, "Tổ chức")),
    ("– tổ chức", ("item", 1, None, "tổ chức")),
    ("•\tTổ chức", ("item", 1, None, "Tổ chức")),
    ("* Tổ chức", ("item", 1, None, "Tổ chức")),
    ("+ Tăng 5%", ("item", 2, None, "Tăng 5%")),
    ("-", ("item", 1, None, "")),
]


@pytest.mark.parametrize(("text", "expected"), RECOGNISED)
def test_a_typed_number_is_understood(text: str, expected: tuple[Role, int, str | None, str]) -> None:
    assert recognise(text) == Recognised(*expected)


ORDINARY = [
    "",
    "Năm 2025, công tác dân vận",
    "12 mô hình được công nhận",
    "1.500 người tham gia",
    "2.5 triệu đồng",
    "20/11/2025 là ngày chốt số liệu",
    "15.8.2025 Họp giao ban",
    "2025. Năm của chuyển đổi số",
    "0. Không",
    "f) không có trong bảng chữ cái",
    "ă) không dùng",
    "ab) không dùng",
    "A. Phần",
    "-5 độ",
    "+84 là mã vùng",
    "-o0o-",
    "*Ghi chú",
    "I. ĐẶC ĐIỂM TÌNH HÌNH",
    "3.1) Hai kiểu lẫn nhau",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_stays_text(text: str) -> None:
    assert recognise(text) is None


@given(text=st.text(alphabet="13.)ađ- –+•*TổA", max_size=12))
def test_what_is_recognised_ends_with_its_rest_and_recognising_it_in_print_agrees(text: str) -> None:
    found = recognise(text)
    if found is not None:
        assert text.endswith(found.rest)
        mark = found.number or ("-" if found.level == 1 else "+")
        assert recognise(f"{mark} {found.rest}".rstrip(" ")) is not None


@given(typed=runs(), count=st.integers(0, 60))
def test_dropping_the_start_of_runs_is_dropping_the_start_of_their_text(
    typed: tuple[Run, ...], count: int
) -> None:
    left = drop_start(typed, count)

    assert plain(left) == plain(typed)[count:]
    assert {(run.bold, run.vertical) for run in left} <= {(run.bold, run.vertical) for run in typed}


def _report() -> Report:
    return Report("r", datetime(2025, 1, 1, tzinfo=UTC), 2025, "", sections=(Section(1),), next_id=7)


def test_a_minted_id_is_never_minted_again() -> None:
    first, report = mint(_report())
    second, report = mint(report)
    assert (first, second, report.next_id) == (7, 8, 9)


def test_demoted_clauses_become_the_points_of_the_clause_above() -> None:
    lowered = (
        Paragraph(2, "clause", 1, None, "auto"),
        *(Paragraph(number, *demote("clause", 1), None, "auto") for number in (3, 4)),
    )
    report = renumber(
        Report("r", datetime(2025, 1, 1, tzinfo=UTC), 2025, "", sections=(Section(1, blocks=lowered),))
    )

    numbers = [block.number for block in report.sections[0].blocks if isinstance(block, Paragraph)]
    assert numbers == ["1.", "a)", "b)"]
