"""The office's own outlines: written, read, renamed, deleted; a damaged file is named and harms no other."""

from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.lifecycle.outlines import Outline, OutlineSection, outlines
from danvan_desktop.report.lifecycle.own_outlines.outline_files import FOLDER, OwnOutlines

SHIPPED = [outline.id for outline in outlines()]


def own(identity: str = "cua-phong", name: str = "Của phòng") -> Outline:
    return Outline(identity, name, "Kết quả", order=5, sections=(OutlineSection("MỤC"),))


def test_they_stand_before_the_shipped_ones(tmp_path: Path) -> None:
    kept = OwnOutlines(tmp_path)
    assert [outline.id for outline in kept.read().all] == SHIPPED
    kept.keep(own())
    found = OwnOutlines(tmp_path).read()
    assert [outline.id for outline in found.all] == ["cua-phong", *SHIPPED]
    assert found.own == {"cua-phong"}


def test_a_name_that_is_taken_gets_another_file(tmp_path: Path) -> None:
    kept = OwnOutlines(tmp_path)
    assert kept.free_id("Của phòng") == "cua-phong"
    kept.keep(own())
    assert kept.free_id("Của phòng") == "cua-phong-2"
    assert kept.free_id("Danvan năm") == "danvan-nam-2"
    assert kept.free_id("…") == "de-cuong"


def test_they_are_renamed_and_deleted_and_put_back(tmp_path: Path) -> None:
    kept = OwnOutlines(tmp_path)
    kept.keep(own())
    kept.rename(kept.read().all[0], "Tên mới")
    assert kept.read().all[0].name == "Tên mới"
    before = kept.read().all[0]
    kept.delete(before)
    assert kept.read().own == frozenset()
    assert list((tmp_path / FOLDER).iterdir()) == []
    kept.keep(before)
    assert kept.read().all[0] == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "không phải là JSON"),
        ('{"id": "a", "name": " ", "subject": "", "sections": [{"title": "M"}]}', "“name”: không được"),
        ('{"id": "a", "name": "A", "subject": ""}', "“sections”: phải có ít nhất một mục"),
        ('{"id": "a", "name": "A", "subject": "", "sections": 3}', "sections"),
        (" " * 1_000_001, "quá lớn"),
    ],
)
def test_a_file_that_is_no_outline_is_named_and_harms_no_other(
    tmp_path: Path, text: str, reason: str
) -> None:
    kept = OwnOutlines(tmp_path)
    kept.keep(own())
    (tmp_path / FOLDER / "la.json").write_text(text, encoding="utf-8")
    found = kept.read()
    assert [outline.id for outline in found.all] == ["cua-phong", *SHIPPED]
    assert len(found.problems) == 1
    assert "la.json" in found.problems[0]
    assert reason in found.problems[0]


def test_a_file_with_the_id_of_a_shipped_one_takes_nothing_away(tmp_path: Path) -> None:
    OwnOutlines(tmp_path).keep(own(SHIPPED[0]))
    found = OwnOutlines(tmp_path).read()
    assert [outline.id for outline in found.all] == [f"{SHIPPED[0]}-{SHIPPED[0]}", *SHIPPED]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("một tệp, không phải thư mục", encoding="utf-8")
    with pytest.raises(UserError):
        OwnOutlines(tmp_path).keep(own())
