"""Times New Roman where it is, else Liberation Serif, else a message that says what to do."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.exporters import export
from danvan_desktop.fonts import ENVIRONMENT, find_fonts
from danvan_desktop.report.model import Report

TIMES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
LIBERATION = (
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
)


LOOKS = ((False, False), (True, False), (False, True), (True, True))


def folder_with(folder: Path, names: tuple[str, ...]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"not read before it is needed")
    return folder


def test_times_new_roman_comes_before_its_substitute(tmp_path: Path) -> None:
    fonts = find_fonts([folder_with(tmp_path / "a", LIBERATION), folder_with(tmp_path / "b", TIMES)])
    assert (fonts.family, fonts.is_substitute) == ("Times New Roman", False)
    assert fonts.path(True, False) == tmp_path / "b" / "timesbd.ttf"
    assert fonts.path(False, True) == tmp_path / "b" / "timesi.ttf"
    assert fonts.path(True, True) == tmp_path / "b" / "timesbi.ttf"


def test_names_are_found_in_any_case_and_in_subfolders(tmp_path: Path) -> None:
    folder_with(tmp_path / "truetype" / "msttcorefonts", tuple(name.upper() for name in TIMES))
    assert find_fonts([tmp_path]).family == "Times New Roman"


def test_the_names_of_the_debian_package_are_known(tmp_path: Path) -> None:
    names = tuple(f"Times_New_Roman{look}.ttf" for look in ("", "_Bold", "_Italic", "_Bold_Italic"))
    assert find_fonts([folder_with(tmp_path, names)]).family == "Times New Roman"


def test_liberation_serif_stands_in_and_says_so(tmp_path: Path) -> None:
    fonts = find_fonts([folder_with(tmp_path, (*LIBERATION, "times.ttf"))])
    assert (fonts.family, fonts.is_substitute) == ("Liberation Serif", True)


def test_without_either_the_person_is_told_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"chưa có phông chữ Times New Roman.*Hãy cài"):
        find_fonts([tmp_path])


def test_a_missing_face_is_named(tmp_path: Path) -> None:
    folder_with(tmp_path, ("times.ttf", "timesbd.ttf", "timesi.ttf"))
    with pytest.raises(UserError, match="thiếu kiểu chữ đậm nghiêng"):
        find_fonts([tmp_path])


def test_a_folder_that_does_not_exist_is_passed_over(tmp_path: Path) -> None:
    assert find_fonts([tmp_path / "none", folder_with(tmp_path / "there", TIMES)]).family == "Times New Roman"


def test_the_environment_names_other_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    found = folder_with(tmp_path / "there", TIMES)
    monkeypatch.setenv(ENVIRONMENT, os.pathsep.join([str(empty), str(found)]))
    assert find_fonts().path(False, False) == found / "times.ttf"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a person's own fonts elsewhere")
def test_fonts_of_the_person_alone_are_found(user_places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    own = folder_with(user_places / "home" / ".fonts", TIMES)
    assert find_fonts().path(False, False) == own / "times.ttf"


def test_a_file_that_is_no_font_is_refused_when_it_is_read(tmp_path: Path) -> None:
    fonts = find_fonts([folder_with(tmp_path, TIMES)])
    with pytest.raises(UserError, match=r"Không đọc được tệp phông chữ .*times\.ttf.*Hãy cài lại"):
        fonts.face().width("a")


def test_a_truncated_font_is_refused_when_it_is_read(tmp_path: Path) -> None:
    try:
        whole = find_fonts().path(False, False).read_bytes()
    except UserError as error:
        pytest.skip(str(error))
    for length in (0, 11, 100, 5_000, len(whole) // 2):
        folder = folder_with(tmp_path / str(length), TIMES)
        (folder / "times.ttf").write_bytes(whole[:length])
        with pytest.raises(UserError, match="Hãy cài"):
            find_fonts([folder]).face().width("a")


def test_a_font_that_vanished_is_refused_when_it_is_read(tmp_path: Path) -> None:
    fonts = find_fonts([folder_with(tmp_path / "gone", TIMES)])
    shutil.rmtree(tmp_path / "gone")
    with pytest.raises(UserError, match="Không đọc được"):
        fonts.face(bold=True).width("a")


def on_windows(monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[Path, Path]:
    """Make the two font folders of a Windows PC, the machine's and those of a user with a Vietnamese name."""
    windows, local = folder / "Windows", folder / "Nguyễn Văn Ánh" / "AppData" / "Local"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SystemRoot", str(windows))
    monkeypatch.setenv("LOCALAPPDATA", str(local))
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"


@pytest.mark.parametrize("machine", [0, 2, 4])
def test_on_windows_fonts_of_the_machine_and_of_the_user_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: int
) -> None:
    shared, own = on_windows(monkeypatch, tmp_path)
    folder_with(shared, TIMES[:machine])
    folder_with(own, TIMES[machine:])
    assert find_fonts().family == "Times New Roman"


def test_a_font_that_windows_numbered_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, own = on_windows(monkeypatch, tmp_path)
    folder_with(own, tuple(f"{Path(name).stem}_0.ttf" for name in TIMES))
    assert find_fonts().path(True, True) == own / "timesbi_0.ttf"


def test_a_font_that_the_user_installed_is_embedded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: Report
) -> None:
    try:
        real = find_fonts()
    except UserError as error:
        pytest.skip(str(error))
    with monkeypatch.context() as windows:
        _, own = on_windows(windows, tmp_path)
        own.mkdir(parents=True)
        for name, look in zip(TIMES, LOOKS, strict=True):
            shutil.copy(real.path(*look), own / name)
        assert find_fonts().path(False, False) == own / "times.ttf"
    monkeypatch.setenv(ENVIRONMENT, str(own))
    remarks = export(sample, (tmp_path / "a.pdf",))
    assert not any("không có phông Times New Roman" in remark for remark in remarks)
    assert (tmp_path / "a.pdf").read_bytes().count(b"/FontFile2") >= 3
