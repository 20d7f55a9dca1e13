"""A file of facts that an office edited wrongly is named with the place; nothing is checked without it."""

from pathlib import Path

import pytest

from danvan_desktop.checks import facts as facts_module
from danvan_desktop.checks.facts import facts
from danvan_desktop.errors import UserError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(facts_module, "resource", lambda *parts: tmp_path / parts[-1])
    return tmp_path


def test_a_file_that_is_in_order_is_given(folder: Path) -> None:
    (folder / "terms.json").write_text('{"terms": ["một"]}', "utf-8")

    with facts("terms.json") as known:
        assert known["terms"] == ["một"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ('{"terms": [\n "một"\n "hai"]}'.encode(), "dòng 3"),
        ("{’terms’: []}".encode(), "dòng 1"),
        (b"", "dòng 1"),
        (b'{"Terms": []}', "thiếu mục “terms”"),
        ('{"terms": ["một"]}'.encode("utf-16"), "UTF-8"),
        (b'{"terms": 5}', "không đúng dạng"),
        (b"[]", "không đúng dạng"),
    ],
)
def test_a_fault_is_told_with_the_file_and_its_place(folder: Path, data: bytes, told: str) -> None:
    (folder / "terms.json").write_bytes(data)

    with pytest.raises(UserError) as refused, facts("terms.json") as known:
        list(known["terms"])

    assert "resources/checks/terms.json" in refused.value.message
    assert told in refused.value.message
    assert "cài lại" in refused.value.message
