"""Every file that cannot be brought in is refused in one Vietnamese line, quickly and in little memory."""

import json
import os
import random
import stat
import subprocess
import sys
import unicodedata
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.importers import IMPORTERS, input_file, read
from danvan_desktop.importers.input_file import LARGEST
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import Report

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
TONES = "\u0300\u0301\u0303\u0309\u0323"
TEXT = "BÁO CÁO\nKết quả công tác dân vận năm 2025\n\nI- ĐẶC ĐIỂM TÌNH HÌNH\nVăn phòng làm tốt.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
REPORT = Report(id="a", modified=NOW, year=2025, subject="Kết quả công tác dân vận năm 2025")


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read(path, NOW)
    message = caught.value.message
    assert "\n" not in message
    assert message.endswith(".")
    return message


def made(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# ---------------------------------------------------------------------------------------- what is taken


def test_text_and_reports_are_taken_by_suffix_in_any_case(tmp_path: Path) -> None:
    assert set(IMPORTERS) >= {".txt", ".danvan"}
    assert read(made(tmp_path, "a.TXT", TEXT), NOW).year == 2025
    assert read(made(tmp_path, "a.DanVan", to_json(REPORT)), NOW) == REPORT


def test_a_report_file_may_have_a_byte_order_mark(tmp_path: Path) -> None:
    assert read(made(tmp_path, "a.danvan", b"\xef\xbb\xbf" + to_json(REPORT).encode()), NOW) == REPORT


# ------------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize("name", ["a.txt", "a.danvan", "a.docx", "a.pdf", "a"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    assert "rỗng" in refusal(made(tmp_path, name, b""))


def test_a_file_that_is_emptied_between_two_looks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(input_file, "_size", lambda _: 5)
    assert "rỗng" in refusal(made(tmp_path, "a.txt", b""))


@pytest.mark.parametrize(("broken", "is_taken"), [(1, True), (5, False)])
def test_utf8_with_a_few_broken_letters_is_taken_and_with_many_it_is_none(
    tmp_path: Path, broken: int, is_taken: bool
) -> None:
    text = ("Đẩy mạnh công tác dân vận ở cơ sở, ".encode() * 10)[:-1]  # 100 letters outside ASCII
    path = made(tmp_path, "a.txt", TEXT.encode() + text + b"\x81 . " * broken)
    if is_taken:
        assert "1 ký tự bị hỏng" in " ".join(note.text for note in read(path, NOW).import_notes)
    else:
        assert "không phải là tệp văn bản" in refusal(path)


@pytest.mark.parametrize("content", [b" \n\t\r\n", b"\xef\xbb\xbf", "\u200b\u00a0\n".encode()])
def test_a_text_without_a_letter_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "không có chữ nào" in refusal(made(tmp_path, "a.txt", content))


def test_an_absent_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "Không tìm thấy" in refusal(tmp_path / "khong-co.txt")
    (tmp_path / "muc.txt").mkdir()
    assert "thư mục" in refusal(tmp_path / "muc.txt")


@pytest.mark.parametrize("name", ["a\0.txt", "x" * 5000 + ".txt", "a.txt/b.txt"])
def test_impossible_names_are_refused(tmp_path: Path, name: str) -> None:
    made(tmp_path, "a.txt", TEXT)
    refusal(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "tệp thông thường" in refusal(tmp_path / "a.txt")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path, "a.txt", TEXT)
    path.chmod(stat.S_IWUSR)
    if os.access(path, os.R_OK):  # the superuser may read everything

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", refuse)
    assert "quyền đọc" in refusal(path)


@pytest.mark.parametrize("suffix", [".docx", ".doc", ".pdf", ".danvan", ".txt"])
def test_an_office_file_with_a_password_is_refused_under_any_name(tmp_path: Path, suffix: str) -> None:
    office = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert "mật khẩu" in refusal(made(tmp_path, f"a{suffix}", office))


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"PK\x03\x04" + bytes(100), "zip"),
        (b"%PDF-1.4\n%\xe2\xe3\n1 0 obj", "PDF"),
        (OLE, "kiểu cũ"),
        (b"{\\rtf1\\ansi B\\'e1o}", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh"),
        (b"MZ\x90\x00" + bytes(50), "phần mềm"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".danvan"])
def test_another_kind_of_file_under_our_suffix_is_named(
    tmp_path: Path, content: bytes, named: str, suffix: str
) -> None:
    message = refusal(made(tmp_path, f"a{suffix}", content))
    assert named in message
    assert suffix in message


@pytest.mark.parametrize("name", ["a.doc", "a.odt", "a.rtf", "a.docm"])
def test_what_word_can_save_anew_is_refused_with_that_way_out(tmp_path: Path, name: str) -> None:
    assert "*.docx" in refusal(made(tmp_path, name, TEXT))


@pytest.mark.parametrize(
    ("name", "kind", "way"),
    [
        ("anh.JPG", "ảnh, không có chữ", "xin tệp Word"),
        ("anh.png", "ảnh, không có chữ", "nhận dạng chữ"),
        ("a.odt", "LibreOffice", "mở tệp bằng LibreOffice hoặc Word, lưu lại dạng Tài liệu Word (*.docx)"),
        ("a.rtf", "tệp RTF", "mở tệp bằng Word hoặc LibreOffice, lưu lại"),
        ("a.xlsx", "bảng tính", "mở tệp bằng Excel, chọn và chép"),
        ("a.pptx", "bài trình chiếu", "dán (Ctrl+V)"),
        ("a.zip", "tệp nén", "giải nén"),
        ("a.rar", "tệp nén", "nhập tệp báo cáo ở bên trong"),
        ("a.html", "trang mạng", "Dán toàn văn báo cáo cũ…"),
    ],
)
def test_each_other_kind_of_file_is_called_by_its_name_with_its_own_way_out(
    tmp_path: Path, name: str, kind: str, way: str
) -> None:
    message = refusal(made(tmp_path, name, b"\x01\x02 whatever"))
    assert f"“{name}”" in message
    assert kind in message
    assert way in message


@pytest.mark.parametrize(
    ("content", "way"),
    [
        (b"\xff\xd8\xff\xe0" + bytes(50), "nhận dạng chữ"),
        (b"{\\rtf1 B}", "lưu lại dạng Tài liệu Word"),
        (b"Rar!\x1a\x07\x00" + bytes(50), "giải nén"),
        (b"%PDF-1.4\n1 0 obj", "đổi đuôi tệp thành .pdf"),
        (OLE, "mở tệp bằng Word"),
    ],
)
@pytest.mark.parametrize("name", ["a", "a.xyz"])
def test_a_file_whose_name_says_nothing_is_known_by_what_is_in_it(
    tmp_path: Path, name: str, content: bytes, way: str
) -> None:
    assert way in refusal(made(tmp_path, name, content))


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_text_that_calls_itself_word_or_pdf_is_refused_as_such(tmp_path: Path, suffix: str) -> None:
    assert "nội dung không phải" in refusal(made(tmp_path, f"a{suffix}", TEXT))


@pytest.mark.parametrize("name", ["a.xyz", "a", ".txt", "a.txt.bak"])
def test_an_unknown_suffix_is_refused_with_a_way_out(tmp_path: Path, name: str) -> None:
    assert "*.txt" in refusal(made(tmp_path, name, TEXT))


def test_text_under_the_suffix_of_a_report_and_a_report_under_that_of_text(tmp_path: Path) -> None:
    assert ".txt" in refusal(made(tmp_path, "a.danvan", TEXT))
    assert ".danvan" in refusal(made(tmp_path, "a.txt", to_json(REPORT)))


def test_every_truncated_report_is_refused(tmp_path: Path) -> None:
    whole = to_json(REPORT).encode()
    for size in range(1, len(whole) - 2, 7):
        refusal(made(tmp_path, "a.danvan", whole[:size]))


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        '{"format": "danvan/2"}',
        '{"format": "danvan/1"}',
        '{"format": 1}',
        '{"a":' * 100_000,
        '{"format": "danvan/1", "year": ' + "9" * 6000 + "}",
        json.dumps({"format": "danvan/1", "id": "a", "modified": "x", "year": 2025, "subject": ""}),
    ],
)
def test_json_that_is_no_report_is_refused(tmp_path: Path, content: str) -> None:
    refusal(made(tmp_path, "a.danvan", content))


# ------------------------------------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-nfd", "cp1258"]
)
def test_every_encoding_gives_the_same_report(tmp_path: Path, encoding: str) -> None:
    if encoding == "cp1258":
        data = b"".join(map(_windows_1258, TEXT))
    elif encoding == "utf-8-nfd":
        data = unicodedata.normalize("NFD", TEXT).encode()
    else:
        data = TEXT.encode(encoding)
    report = read(made(tmp_path, "a.txt", data), NOW)
    expected = read(made(tmp_path, "b.txt", TEXT), NOW)
    assert report.subject == expected.subject
    assert report.sections == expected.sections
    assert ("encoding" in {n.kind for n in report.import_notes}) is (encoding == "cp1258")


def _windows_1258(letter: str) -> bytes:
    """Write ``letter`` as Windows does: vowel and shape in one byte, the tone in the next."""
    tone = next((mark for mark in unicodedata.normalize("NFD", letter) if mark in TONES), "")
    vowel = unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter).replace(tone, ""))
    return (vowel + tone).encode("cp1258") if tone else letter.encode("cp1258")


def test_text_cut_inside_its_last_letter_is_taken_with_a_note(tmp_path: Path) -> None:
    data = (TEXT + "Việ").encode()[:-1]
    report = read(made(tmp_path, "a.txt", data), NOW)
    assert "encoding" in {note.kind for note in report.import_notes}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_text_with_a_mark_that_is_cut_is_refused(tmp_path: Path, encoding: str) -> None:
    assert "cắt cụt" in refusal(made(tmp_path, "a.txt", TEXT.encode(encoding)[:-1]))


@pytest.mark.parametrize("halves", [("utf-8", "utf-16-le"), ("utf-16-le", "utf-8"), ("utf-8", "utf-16-be")])
def test_two_encodings_in_one_file_are_never_read_as_chinese(tmp_path: Path, halves: tuple[str, str]) -> None:
    first, second = halves
    data = (TEXT + " ").encode(first) + (TEXT * 3).encode(second)
    assert "không phải là tệp văn bản" in refusal(made(tmp_path, "a.txt", data + bytes(len(data) % 2)))


def test_of_two_encodings_behind_a_mark_the_second_is_told(tmp_path: Path) -> None:
    data = TEXT.encode("utf-16") + (TEXT + " " * (len(TEXT.encode()) % 2)).encode()
    notes = read(made(tmp_path, "a.txt", data), NOW).import_notes
    assert any("mã khác" in note.text for note in notes if note.kind == "encoding")


# ------------------------------------------------------------------------------- whatever comes, no traceback


@settings(max_examples=200)
@given(st.binary(max_size=600), st.sampled_from([".txt", ".danvan", ".docx", ".pdf", ""]))
def test_random_bytes_give_a_report_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    _report_or_refusal(made(tmp_path_factory.getbasetemp(), f"fuzz{suffix}", data))


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_text_or_report_gives_a_report_or_one_line(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    suffix = dice.choice([".txt", ".danvan"])
    whole = TEXT * 3 if suffix == ".txt" else to_json(REPORT)
    data = bytearray(whole.encode(dice.choice(["utf-8", "utf-16", "utf-16-le"])))
    for _ in range(dice.randint(1, 12)):
        place = dice.randrange(len(data))
        match dice.randrange(4):
            case 0:
                data[place] = dice.randrange(256)
            case 1:
                del data[place : place + dice.randint(1, 40)]
            case 2:
                data[place:place] = dice.randbytes(dice.randint(1, 20))
            case _:
                data[place:place] = data[: dice.randint(1, 60)]
    _report_or_refusal(made(tmp_path, f"a{suffix}", bytes(data)))


def _report_or_refusal(path: Path) -> None:
    try:
        outcome = to_json(read(path, NOW))
    except UserError as error:
        outcome = error.message
    assert outcome


# ------------------------------------------------------------------------------------------ time and memory

PROBE = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from danvan_desktop.errors import UserError
from danvan_desktop.importers import read
from tests.builders.process_figures import peak_megabytes
begun = time.process_time()
try:
    read(Path(sys.argv[1]), datetime(2026, 1, 15, tzinfo=UTC))
    outcome = "taken"
except UserError:
    outcome = "refused"
seconds = time.process_time() - begun  # the processor's: others who use the machine do not count
print(outcome, seconds, peak_megabytes())
"""


def probe(path: Path) -> tuple[str, float, float]:
    """The outcome of reading ``path`` in a process of its own, its processor's seconds and its megabytes."""
    done = subprocess.run([sys.executable, "-c", PROBE, path], capture_output=True, text=True, check=True)
    outcome, seconds, megabytes = done.stdout.split()
    return outcome, float(seconds), float(megabytes)


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        (".txt", "lines"),
        (".txt", "noise"),
        (".txt", "zeros"),
        (".danvan", "lines"),
        (".danvan", "deep"),
        (".docx", "bomb"),
        (".txt", "bomb"),
        (".pdf", "noise"),
    ],
)
def test_a_bad_file_is_refused_within_5_seconds_and_400_megabytes(
    tmp_path: Path, suffix: str, kind: str
) -> None:
    path = tmp_path / f"a{suffix}"
    match kind:
        case "lines":
            path.write_bytes(TEXT.encode() * (LARGEST // len(TEXT.encode()) + 1))
        case "noise":
            path.write_bytes(random.Random(1).randbytes(19 * 1024 * 1024))
        case "zeros":
            path.write_bytes(bytes(19 * 1024 * 1024))
        case "deep":
            path.write_bytes(b'{"format":"danvan/1","a":' + b"[" * (10 * 1024 * 1024))
        case _:
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                archive.writestr("word/document.xml", bytes(200 * 1024 * 1024))
    outcome, seconds, megabytes = probe(path)
    assert outcome == "refused"
    assert seconds <= 5
    assert megabytes <= 400


@pytest.mark.parametrize(
    "text", ["x" * 2_000_000, "- a\n" * 100_000, TEXT * 15_000, "1. " * 700_000, "a     b\n" * 60_000]
)
def test_odd_texts_of_megabytes_are_taken_in_a_few_seconds(tmp_path: Path, text: str) -> None:
    outcome, seconds, megabytes = probe(made(tmp_path, "a.txt", text))
    assert outcome == "taken"
    assert seconds <= 15
    assert megabytes <= 800
    print(f"{seconds:.1f} s, {megabytes:.0f} MB")
