"""What the decree refuses in the letterhead: each field with what to write and the clause."""

from dataclasses import replace

import pytest

from danvan_desktop.report.model import Letterhead, Report
from danvan_desktop.report.office.letterhead_refusals import letterhead_refusals
from tests.builders import full_report


def found(field: str, report: Report) -> str:
    return " ".join(refusal.message for refusal in letterhead_refusals(report)[field])


def with_head(**fields: str | None) -> Report:
    return replace(full_report.everything(), letterhead=Letterhead(**fields))  # type: ignore[arg-type]  # texts all


@pytest.mark.parametrize(
    ("name", "wrong", "right", "told"),
    [
        ("symbol", "bc-vp", "BC-VP", "in hoa"),
        ("symbol", "BC - VP", "BC-VP", "khoảng trắng"),
        ("symbol", "KH-VP", "BC-UBND", "bắt đầu bằng “BC-”"),
        ("place", "hương giang", "Hương Giang", "viết hoa chữ cái đầu"),
        ("place", "TP. Huế", "Huế", "không viết tắt"),
        ("place", "Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("number", "mười", "05", "chữ số Ả Rập"),
        ("number", "12/BC-SNV", "12/BC-VP", "Chỉ ghi số"),
        ("parent_agency", "UBND", "UBND TỈNH A", "tên tỉnh"),
    ],
)
def test_a_field_is_refused_and_asked_for_the_right_thing(
    name: str, wrong: str, right: str, told: str
) -> None:
    symbol = {} if name == "symbol" else {"symbol": "BC-VP"}
    assert told in found(f"letterhead.{name}", with_head(**symbol, **{name: wrong}))
    assert found(f"letterhead.{name}", with_head(**symbol, **{name: right})) == ""
    assert found(f"letterhead.{name}", with_head(**symbol, **{name: None})) == ""


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("V/v công tác dân vận", "“V/v”"),
        ("Kết quả năm 2026.", "“.”"),
        ("Kết quả năm 2026. Nhiệm vụ năm 2027", "một câu"),
        ("a" * 501, "500"),
        ("Kết quả công tác dân vận năm 2026", ""),
        ("", ""),
    ],
)
def test_the_subject_is_one_short_sentence_without_a_sign_at_its_end(subject: str, told: str) -> None:
    words = found("subject", replace(full_report.everything(), subject=subject))
    assert told in words
    assert bool(words) == bool(told)


def test_the_kind_is_a_report() -> None:
    assert "BÁO CÁO" in found("kind", replace(full_report.everything(), kind="TỜ TRÌNH"))
    assert found("kind", replace(full_report.everything(), kind="Báo cáo")) == ""


def test_every_refusal_names_its_clause_of_the_decree() -> None:
    report = replace(with_head(symbol="bc", place="a", number="x"), kind="X", subject="V/v x.")
    refusals = [refusal for found in letterhead_refusals(report).values() for refusal in found]
    assert len(refusals) >= 6
    for refusal in refusals:
        assert refusal.clause.endswith("Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
