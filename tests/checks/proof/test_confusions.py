"""Confusion sets: each usual slip leads back to the word that was meant, and is named."""

import pytest

from danvan_desktop.checks.proof.confusions import KINDS, bare, candidates
from danvan_desktop.checks.proof.syllables import key_of


@pytest.mark.parametrize(
    ("written", "meant", "kind"),
    [
        ("tinh", "tỉnh", "toneless"),
        ("bảo", "bào", "tone"),
        ("kỷ", "kỹ", "hook"),
        ("cong", "công", "hat"),
        ("trien", "triển", "bare"),
        ("tiệt", "triệt", "letter"),
        ("mư", "mưu", "letter"),
        ("hiêện", "hiện", "extra"),
        ("thục", "thực", "hat"),
        ("nhiẹm", "nhiệm", "hat"),
        ("sử", "xử", "sound"),
        ("trương", "chương", "sound"),
        ("dao", "giao", "sound"),
        ("rành", "dành", "sound"),
        ("nâng", "lâng", "sound"),
        ("bàn", "bàng", "sound"),
        ("các", "cát", "sound"),
        ("cám", "cán", "key"),
        ("tỏi", "tổ", "key"),
        ("sói", "số", "key"),
        ("tue", "tư", "key"),
        ("họp", "hộ", "key"),
        ("âu", "sau", "key"),
        ("sáu", "ấu", "key"),
        ("ấu", "sáu", "key"),
        ("ý", "ký", "letter"),
        ("uy", "quy", "letter"),
        ("nghieepj", "nghiệp", "telex"),
        ("dduowcj", "được", "telex"),
    ],
)
def test_a_slip_leads_back_to_what_was_meant(written: str, meant: str, kind: str) -> None:
    wanted = key_of(meant)
    found = candidates(key_of(written), {wanted}, {bare(wanted): (wanted,)})
    assert found.get(wanted) == kind


def test_a_word_is_not_confused_with_itself_nor_with_what_is_unknown() -> None:
    key = key_of("công")
    assert candidates(key, {key}, {bare(key): (key,)}) == {}


def test_every_kind_has_one_name() -> None:
    assert len(set(KINDS)) == len(KINDS)
