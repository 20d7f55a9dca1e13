"""The decree's kinds of documents: each is known by the abbreviation in its ký hiệu."""

import pytest

from danvan_desktop.report.document_kinds import (
    ABBREVIATIONS,
    LETTER,
    NAMES,
    is_report,
    kind_of_symbol,
    named_kind,
)


@pytest.mark.parametrize(("kind", "short"), list(ABBREVIATIONS.items()))
def test_a_symbol_names_its_kind(kind: str, short: str) -> None:
    assert kind_of_symbol(f"{short}-UBND") == kind
    assert kind_of_symbol(f"2025/{short}-UBND") == kind


@pytest.mark.parametrize("symbol", [None, "", "SNV-CCHC", "UBND-NC", "2025", "bc-vp"])
def test_a_symbol_without_an_abbreviation_names_none(symbol: str | None) -> None:
    assert kind_of_symbol(symbol) is None


def test_the_list_has_every_kind_of_the_decree_with_a_name() -> None:
    # Điều 7 lists 29 kinds; of these công văn has no name of its own.
    assert len({*ABBREVIATIONS, "THƯ CÔNG"}) == 28
    assert {*ABBREVIATIONS, "THƯ CÔNG"} <= set(NAMES)
    assert LETTER not in NAMES


@pytest.mark.parametrize(
    ("kind", "answer"), [("BÁO CÁO", True), ("Báo  cáo tóm tắt", True), ("TỜ TRÌNH", False), ("", False)]
)
def test_a_report_is_one_however_it_is_typed(kind: str, answer: bool) -> None:
    assert is_report(kind) is answer


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("TỜ TRÌNH", "TỜ TRÌNH"),
        ("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"),
        ("BẢN THOẢ THUẬN", "BẢN THỎA THUẬN"),
        ("Tờ trình", None),
        ("KẾ HOẠCH VÀ ĐẦU TƯ", None),
        ("", None),
    ],
)
def test_a_title_in_capitals_names_its_kind(title: str, kind: str | None) -> None:
    assert named_kind(title) == kind
