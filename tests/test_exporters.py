"""One call writes every file of a report, or none."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.exporters import EXPORTERS, export
from danvan_desktop.layout.typeset import pagination as typesetting
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Margins, Settings
from tests.builders.exported_files import parts
from tests.builders.full_report import report, unknown_letterhead
from tests.builders.reports import block, office_report

SUFFIXES = (".docx", ".pdf", ".danvan", ".txt")


def test_each_suffix_has_its_writer() -> None:
    assert tuple(EXPORTERS) == SUFFIXES


def test_all_kinds_are_written_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"a{suffix}" for suffix in SUFFIXES]
    export(report(), paths)
    heads = [path.read_bytes()[:4] for path in paths]
    assert heads == [b"PK\x03\x04", b"%PDF", b'{\n "', b"UBND"]


def test_the_own_file_holds_the_whole_report(tmp_path: Path) -> None:
    export(report(), [tmp_path / "a.danvan"])
    assert from_json((tmp_path / "a.danvan").read_text(encoding="utf-8")) == report()


def test_equal_reports_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        export(report(), [tmp_path / f"{name}{suffix}" for suffix in SUFFIXES])
    for suffix in SUFFIXES:
        assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_capitals_in_the_suffix_do_not_matter(tmp_path: Path) -> None:
    export(report(), [tmp_path / "A.PDF"])
    assert (tmp_path / "A.PDF").read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize("name", ["a.doc", "a", "a.pdf.exe"])
def test_an_unknown_kind_of_file_is_refused_before_any_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"\.docx, \.pdf, \.danvan, \.txt"):
        export(report(), [tmp_path / "b.txt", tmp_path / name])
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_named_before_the_work_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr("danvan_desktop.exporters.prepared_report.compose", _must_not_run)
    with pytest.raises(UserError, match="đã có"):
        export(report(), [tmp_path / "a.pdf"])


def _must_not_run(*_: object) -> None:
    raise AssertionError("composed for nothing")


def test_pages_are_set_once_for_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def counted(*args: object) -> object:
        calls.append(args)
        return typesetting.typeset(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("danvan_desktop.exporters.prepared_report.typeset", counted)
    export(report(), [tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.docx"])
    assert len(calls) == 1


def test_the_person_hears_of_unknown_parts_of_the_letterhead(tmp_path: Path) -> None:
    remarks = export(unknown_letterhead(), [tmp_path / "a.docx"])
    assert len(remarks) == 1
    for part in ("Tên cơ quan chủ quản", "Tên cơ quan ban hành", "Ký hiệu văn bản", "Địa danh"):
        assert part in remarks[0]
    assert export(unknown_letterhead(), [tmp_path / "a.danvan"]) == ()


def test_a_word_that_never_ends_takes_memory_in_proportion(tmp_path: Path) -> None:
    def peak(letters: int) -> int:
        tracemalloc.start()
        export(office_report("An Bình", opening=(block(1, "đ" * letters),)), [tmp_path / f"{letters}.pdf"])
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(100)
    assert peak(60_000) < 10 * peak(6_000)


def test_a_letter_that_the_font_lacks_is_named_once(tmp_path: Path) -> None:
    strange = office_report("An Bình", opening=(block(1, "中 25\u2011NQ và 中"),))
    (remark,) = (text for text in export(strange, [tmp_path / "a.pdf"]) if "không có ký tự" in text)
    assert "không có ký tự: 中 (U+4E2D)." in remark


def test_the_person_hears_when_the_pdf_is_for_looking_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = Path("/usr/share/fonts/truetype/liberation")
    if not fonts.is_dir():
        pytest.skip(f"no Liberation Serif at {fonts}")
    monkeypatch.setenv("DANVAN_FONTS", str(fonts))
    (remark,) = export(report(), [tmp_path / "a.pdf"])
    assert "không có phông Times New Roman" in remark
    assert "chỉ để xem" in remark
    assert export(report(), [tmp_path / "a.docx"]) == ()


def test_settings_beyond_the_decree_are_named_and_not_used(tmp_path: Path) -> None:
    narrow = replace(report(), settings=Settings(margins_mm=Margins(left=10)))
    remarks = export(narrow, [tmp_path / "a.docx"])
    assert [remark for remark in remarks if remark.startswith("Lề trái 10 mm: phải từ 30 đến 35 mm")]
    export(replace(report(), settings=Settings()), [tmp_path / "b.docx"])
    made, usual = (parts((tmp_path / name).read_bytes()) for name in ("a.docx", "b.docx"))
    del made["docProps/custom.xml"], usual["docProps/custom.xml"]  # each says of which report it is
    assert made == usual
