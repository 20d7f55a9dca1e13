"""The command "takeback": which changes are accepted, what it prints, what it writes."""

import json
from pathlib import Path

import pytest

from danvan_desktop.app import main
from danvan_desktop.app.takeback import chosen
from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.old_word import converters
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.model import Report, Run, plain
from danvan_desktop.report.takeback.model import Change, ReturnComparison
from danvan_desktop.report.walk import every_block
from tests.builders.exported_files import edited, paragraph
from tests.builders.full_report import report as full_report
from tests.builders.old_word import copier
from tests.builders.returned_files import read_docx, sent_docx

REPORT: Report = full_report()
SENT = sent_docx(REPORT)
TEXT = next(each.text for each in read_docx(SENT).blocks if each.role == "body" and len(each.text) > 40)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A report that went out, and its file with a sentence added."""
    base, back = tmp_path / "a.danvan", tmp_path / "b.docx"
    base.write_text(to_json(REPORT), encoding="utf-8")
    back.write_bytes(edited(SENT, lambda file: paragraph(file, TEXT[:30]).add_run(" Thêm một câu.")))
    return base, back


def test_changes_come_as_json(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["takeback", *map(str, files), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["base"] == "code"
    assert [(each["kind"], each["new"].strip()) for each in found["changes"]] == [("edit", "Thêm một câu.")]
    assert found["left"] == []


def test_the_report_is_written_with_what_was_accepted(files: tuple[Path, Path], tmp_path: Path) -> None:
    for accept, count in (("none", 0), ("all", 1), ("1", 1)):
        out = tmp_path / f"{accept}.danvan"
        assert main(["takeback", *map(str, files), str(out), "--accept", accept]) == 0
        made = from_json(out.read_text(encoding="utf-8"))
        texts = [plain(block.runs) for _, block in every_block(made) if hasattr(block, "runs")]
        assert sum(text.endswith("Thêm một câu.") for text in texts) == count


def test_the_word_file_that_went_out_serves_as_the_base_too(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "sent.docx"
    sent.write_bytes(SENT)
    assert main(["takeback", str(sent), str(files[1])]) == 0
    assert "Thêm một câu." in capsys.readouterr().out


def comparison(count: int) -> ReturnComparison:
    changes = tuple(Change(n, "edit", "opening", is_by_editor=n == 2) for n in range(1, count + 1))
    return ReturnComparison("code", changes, (), ())


def test_all_is_everything_but_what_a_program_did_by_itself() -> None:
    assert chosen("all", comparison(4)) == {1, 3, 4}


def test_all_takes_no_settled_comment_and_nothing_away_by_a_file_that_is_not_surely_ours() -> None:
    changes = (
        Change(1, "edit", "opening"),
        Change(2, "delete", "opening"),
        Change(3, "comment", "opening", is_resolved=True),
        Change(4, "field", "general", old=(Run("245"),)),
    )
    assert chosen("all", ReturnComparison("code", changes, (), ())) == {1, 2, 4}
    assert chosen("all", ReturnComparison("words", changes, (), ())) == {1}
    assert chosen("2-3", ReturnComparison("words", changes, (), ())) == {2, 3}


def test_numbers_and_ranges_are_understood() -> None:
    assert chosen("1,3-9", comparison(5)) == {1, 3, 4, 5}
    assert chosen("none", comparison(5)) == frozenset()


@pytest.mark.parametrize("words", ["x", "1-", "-2", "9", "", "3-1"])
def test_other_words_are_refused_in_vietnamese(words: str) -> None:
    with pytest.raises(UserError, match=r"--accept|Không có chỗ sửa"):
        chosen(words, comparison(3))


@pytest.mark.parametrize("suffix", [".odt", ".rtf", ".doc"])
def test_a_file_of_another_kind_is_converted_first(
    suffix: str, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(converters, "find_converter", copier)
    base, back = files
    other = back.with_suffix(suffix)
    back.rename(other)
    assert main(["takeback", str(base), str(other), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["changes"]) == 1


def test_where_nothing_can_convert_it_the_user_is_told_what_to_do(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(converters, "find_converter", lambda: None)
    base, back = files
    other = back.with_suffix(".odt")
    back.rename(other)
    assert main(["takeback", str(base), str(other)]) != 0
    assert "Hãy mở tệp" in capsys.readouterr().err
