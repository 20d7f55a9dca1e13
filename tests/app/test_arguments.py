"""The command line is read as written, and every mistake is answered in Vietnamese."""

import re
from pathlib import Path

import pytest

from danvan_desktop import __version__
from danvan_desktop.app.arguments import Arguments, parse
from danvan_desktop.errors import UserError
from danvan_desktop.paths import default_data_dir

# Words of argparse's own that would betray an untranslated message or help page.
_ENGLISH = re.compile(
    r"\b(argument|arguments|required|expected|unrecognized|usage|options|positional|show|this|exit)\b"
)


def _file(text: str) -> tuple[Path, ...]:
    return (Path(text),)


def test_no_words_open_the_window_on_the_users_own_reports() -> None:
    assert parse([]) == Arguments("window", default_data_dir())


def test_files_are_opened_in_the_window() -> None:
    assert parse(["a.danvan", "b.txt"]).files == (Path("a.danvan"), Path("b.txt"))


def test_a_screen_named_for_qt_is_passed_over() -> None:
    arguments = parse(["-platform", "offscreen", "a.danvan"])
    assert (arguments.command, arguments.platform, arguments.files) == (
        "window",
        "offscreen",
        _file("a.danvan"),
    )


@pytest.mark.parametrize(
    "words",
    [
        ["convert", "a.txt", "b.docx", "c.pdf", "--force", "--data-dir", "d"],
        ["convert", "--force", "a.txt", "--data-dir=d", "b.docx", "c.pdf"],
        ["--data-dir", "d", "convert", "a.txt", "b.docx", "c.pdf", "--force"],
    ],
)
def test_options_may_stand_anywhere(words: list[str]) -> None:
    outputs = (Path("b.docx"), Path("c.pdf"))
    assert parse(words) == Arguments("convert", Path("d"), _file("a.txt"), outputs, force=True)


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_reading_commands_take_one_file_and_may_answer_in_json(command: str) -> None:
    assert parse([command, "a.docx"]) == Arguments(command, default_data_dir(), _file("a.docx"))  # type: ignore[arg-type]
    assert parse([command, "--json", "a.docx"]).as_json


def test_the_self_test_needs_nothing_else() -> None:
    assert parse(["--selftest"]).command == "selftest"


def test_two_dashes_end_the_options() -> None:
    assert parse(["check", "--", "--json"]).files == _file("--json")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parse(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"Danvan Desktop {__version__}\n"


@pytest.mark.parametrize(
    "words", [["-h"], ["--help"], ["convert", "-h"], ["check", "--help"], ["inspect", "-h"]]
)
def test_the_help_pages_hold_no_english(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parse(words)
    assert stop.value.code == 0
    page = capsys.readouterr().out
    assert page.startswith("Cách dùng: danvan-desktop")
    assert "Tùy chọn:" in page
    assert not _ENGLISH.search(page.replace("--help", ""))


def test_doubtful_places_are_listed_on_request() -> None:
    assert not parse(["check", "a.docx"]).all_levels
    assert parse(["check", "a.docx", "--level", "all"]).all_levels


def test_the_help_page_promises_no_more_than_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["check", "-h"])
    assert "khoảng 8-9 trong 10 lỗi gõ" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["convert"], "còn thiếu TỆP_VÀO, TỆP_RA"),
        (["convert", "a.txt"], "còn thiếu TỆP_RA"),
        (["check"], "còn thiếu TỆP_VÀO"),
        (["inspect"], "còn thiếu TỆP"),
        (["takeback", "a.docx"], "còn thiếu TỆP_NHẬN_LẠI."),
        (["inspect", "a.docx", "b.docx"], "Không hiểu “b.docx”"),
        (["--selftest", "a"], "Không hiểu “a”"),
        (["--forse"], "Không hiểu “--forse”"),
        (["convert", "a", "b", "--forse"], "Không hiểu “--forse”"),
        (["--data-dir"], "Sau --data-dir phải có một giá trị"),
        (["check", "a", "--data-dir"], "Sau --data-dir phải có một giá trị"),
        (["convert", "a", "b", "--force=1"], "Không ghi giá trị sau --force"),
        (["check", "a", "--level", "nhiều"], "Sau --level không ghi được “nhiều”"),
        (["check", "a", "--json=1"], "Không ghi giá trị sau --json"),
    ],
)
def test_a_mistake_is_named_in_vietnamese(words: list[str], said: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(words)
    assert said in caught.value.message
    assert "danvan-desktop --help" in caught.value.message
    assert not _ENGLISH.search(caught.value.message)
