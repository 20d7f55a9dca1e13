"""The program as it is called: real processes, their exit codes, their words, their time and memory."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from danvan_desktop.paths import LOG_NAME, resource
from danvan_desktop.report.codec.danvan_file import MOST_PARTS, from_json, to_json
from danvan_desktop.report.model import Marks, PassedOver
from tests.builders.broken_reader import DEAF_LOOP, DEFECT, BrokenReader
from tests.builders.example_reports import example_report
from tests.builders.full_report import report, unknown_letterhead
from tests.builders.nested_forms_pdf import nested_forms
from tests.builders.processes import is_alive
from tests.builders.wine import is_wine
from tests.repository import ROOT

MEGABYTE = 1_000_000
SECONDS, MEMORY = 5.0, 400 * 1024 * 1024
BOMB_SECONDS, BOMB_MEMORY = 15.0, 600 * MEGABYTE
"""The process that reads counted, on Linux."""

# A child inherits its parent's peak memory, so a small process stands between the tests and the program.
_WATCH = """
import os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(child.pid, 0)
seconds = time.perf_counter() - start
with open(sys.argv[1], "w") as file:
    file.write(f"{os.waitstatus_to_exitcode(status)} {seconds} {usage.ru_maxrss * 1024}")
"""

# Windows has no wait4: there the program tells it itself as it ends, its processor's seconds among them.
_TELL = """
import atexit, os, time
from pathlib import Path
def tell():
    from tests.builders.process_figures import peak_megabytes
    Path(os.environ["FIGURES"]).write_text(f"ended {time.process_time()} {peak_megabytes() * 1024 * 1024}")
atexit.register(tell)
"""


@dataclass(frozen=True)
class Run:
    """How a call went."""

    code: int
    out: str
    err: str
    seconds: float
    memory: float


Program = Callable[..., Run]


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Call the program and measure it."""
    folder = tmp_path_factory.mktemp("figures")

    def call(*words: str | Path, cwd: Path | None = None) -> Run:
        command = [sys.executable, "-m", "danvan_desktop", *map(str, words)]
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        place = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
        watched = [sys.executable, "-S", "-E", "-c", _WATCH, str(folder / "figures"), *command]
        if sys.platform == "win32":
            (folder / "sitecustomize.py").write_text(_TELL, encoding="utf-8")
            place = os.environ | {
                "PYTHONPATH": os.pathsep.join((str(folder), *paths)),
                "FIGURES": str(folder / "figures"),
            }
            watched = command
        done = subprocess.run(watched, capture_output=True, check=False, timeout=60, cwd=cwd, env=place)
        out, err = (text.decode("utf-8").replace(os.linesep, "\n") for text in (done.stdout, done.stderr))
        code, seconds, memory = (folder / "figures").read_text().split()
        ended = done.returncode if sys.platform == "win32" else int(code)
        return Run(ended, out, err, float(seconds), float(memory))

    return call


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A report on disk."""
    path = tmp_path / "bao-cao.danvan"
    path.write_text(to_json(report()), encoding="utf-8")
    return path


def _refused(run: Run) -> None:
    """One line of Vietnamese on stderr, code 2, quick and small."""
    assert run.code == 2, run
    assert run.out == ""
    assert run.err.count("\n") == 1, run.err
    assert run.err.endswith(".\n")
    assert "Traceback" not in run.err
    assert "ngoài dự kiến" not in run.err, "taken for a defect of the program"
    assert any(letter in run.err.lower() for letter in "ạảấầậắằệểộổợụựừ"), "not in Vietnamese"
    assert run.seconds < SECONDS
    assert run.memory < MEMORY


# ------------------------------------------------------------------------------------------- what goes well


def test_a_report_becomes_all_kinds_of_file(program: Program, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = program("convert", draft, *(out / f"a{suffix}" for suffix in (".docx", ".pdf", ".danvan", ".txt")))
    assert (done.code, done.err) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["a.danvan", "a.docx", "a.pdf", "a.txt"]
    assert from_json((out / "a.danvan").read_text(encoding="utf-8")) == report()


def test_notes_go_to_stdout_one_a_line(program: Program, tmp_path: Path) -> None:
    source = tmp_path / "a.danvan"
    source.write_text(to_json(unknown_letterhead()), encoding="utf-8")
    done = program("convert", source, tmp_path / "a.docx")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines
    assert all(line.startswith("ghi chú: ") for line in lines)
    assert "Tên cơ quan ban hành" in done.out


def test_a_file_that_is_there_is_replaced_by_force_only(
    program: Program, draft: Path, tmp_path: Path
) -> None:
    old = tmp_path / "a.txt"
    old.write_text("old", encoding="utf-8")
    _refused(program("convert", draft, old, tmp_path / "b.docx"))
    assert old.read_text(encoding="utf-8") == "old"
    assert not (tmp_path / "b.docx").exists()
    assert program("convert", draft, old, "--force").code == 0
    assert "BÁO CÁO" in old.read_text(encoding="utf-8")


def test_a_check_without_findings_is_empty_json(program: Program) -> None:
    done = program("check", resource("samples", "bao-cao-mau.danvan"), "--json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == []


def test_tasks_of_last_year_without_a_result_are_listed_but_for_those_passed_over(
    program: Program, tmp_path: Path
) -> None:
    first, second = "Tổ chức 12 hội nghị đối thoại với người dân.", "Sửa chữa nhà văn hóa của ba thôn."
    report = example_report(f"Năm trước: {first}\nNăm trước: {second}\n# KẾT QUẢ\nĐã ban hành kế hoạch.")
    passed = (PassedOver("task-unanswered", second),)
    path = tmp_path / "nam-nay.danvan"
    path.write_text(
        to_json(replace(report, attachments=replace(report.attachments, passed_over=passed))), "utf-8"
    )
    done = program("check", path, "--json")
    assert (done.code, done.err) == (0, "")
    (found,) = json.loads(done.out)
    assert (found["rule"], found["level"], found["found"]) == ("task-unanswered", "warning", first)
    assert found["place"] == f"section:{report.sections[0].id}"
    assert first.rstrip(".") in found["message"]


@pytest.mark.parametrize("suffix", [".danvan", ".docx", ".pdf", ".txt"])
def test_what_is_wrong_is_listed_of_each_kind_of_file(program: Program, tmp_path: Path, suffix: str) -> None:
    wrong = example_report(
        "Thực hiện chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về công tác dân vận."
    )
    source, path = tmp_path / "sai.danvan", tmp_path / f"tep{suffix}"
    source.write_text(to_json(wrong), encoding="utf-8")
    assert program("convert", source, path).code == 0
    done = program("check", path, "--json")
    assert (done.code, done.err) == (1, "")
    found = next(each for each in json.loads(done.out) if each["rule"] == "document-kind-small")
    assert found.pop("place").startswith("block:")
    assert found.pop("message")
    assert found == {
        "rule": "document-kind-small",
        "level": "error",
        "found": "chỉ thị",
        "suggestion": "Chỉ thị",
        "source": "khoản 6 Mục V PL II",
        "safe": True,
    }


def test_a_finished_word_file_is_measured(program: Program, draft: Path, tmp_path: Path) -> None:
    word = tmp_path / "a.docx"
    assert program("convert", draft, word).code == 0
    told = program("inspect", word)
    assert told.err == ""
    assert "PHIẾU KIỂM TRA THỂ THỨC" in told.out
    sheet = json.loads(program("inspect", word, "--json").out)
    assert told.code == (0 if sheet["passed"] else 1)


def test_the_self_test_goes_the_whole_way(program: Program, tmp_path: Path) -> None:
    done = program("--selftest", "--data-dir", tmp_path / "khong-dung")
    assert (done.code, done.err) == (0, ""), done
    assert done.out.splitlines()[-1] == "Tự kiểm tra: đạt."
    assert not (tmp_path / "khong-dung").exists()


# ---------------------------------------------------------------------------------------------- bad input


@cache
def _zip_bomb() -> bytes:
    """Half a gigabyte of spaces in two megabytes."""
    holder = BytesIO()
    with (
        zipfile.ZipFile(holder, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(500):
            part.write(b" " * MEGABYTE)
    return holder.getvalue()


def _locked_office_file() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )


def _noise(size: int) -> bytes:
    state, result = 12345, bytearray()
    while len(result) < size:
        state = (state * 1103515245 + 12345) % 2**31
        result.append(state >> 16 & 0xFF)
    return bytes(result)


_WHOLE = to_json(report()).encode()
_BAD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty text": ("a.txt", lambda: b""),
    "only spaces": ("a.txt", lambda: b" \r\n\t\n" * 50),
    "empty report": ("a.danvan", lambda: b""),
    "truncated report": ("a.danvan", lambda: _WHOLE[: len(_WHOLE) // 2]),
    "truncated inside a letter": ("a.danvan", lambda: _WHOLE[: _WHOLE.index("ả".encode()) + 1]),
    "report of a newer release": ("a.danvan", lambda: b'{"format": "danvan/99"}'),
    "other JSON": ("a.danvan", lambda: b"[1, 2, 3]"),
    "JSON too deep": ("a.danvan", lambda: b"[" * 200_000),
    "huge number": ("a.danvan", lambda: b'{"format": "danvan/1", "year": ' + b"9" * 100_000 + b"}"),
    "Word file with a password": ("a.docx", _locked_office_file),
    "PDF with a password": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj<</Encrypt 2 0 R>>endobj\n%%EOF\n"),
    "torn Word file": ("a.docx", lambda: b"PK\x03\x04" + bytes(100)),
    "PDF without a page": ("a.pdf", lambda: b"%PDF-1.7\n%%EOF\n"),
    "PDF called text": ("a.txt", lambda: b"%PDF-1.7\n1 0 obj\n%%EOF\n"),
    "Word file called a report": ("a.danvan", lambda: b"PK\x03\x04" + bytes(100)),
    "text called a report": ("a.danvan", "Báo cáo năm 2025".encode),
    "unknown suffix": ("a.xyz", lambda: b"text"),
    "no suffix": ("a", lambda: b"text"),
    "zip bomb": ("a.docx", _zip_bomb),
    "zip bomb called text": ("a.txt", _zip_bomb),
    "zip bomb called a report": ("a.danvan", _zip_bomb),
    "random bytes as text": ("a.txt", lambda: _noise(100_000)),
    "random bytes as a report": ("a.danvan", lambda: _noise(100_000)),
    "zero bytes": ("a.txt", lambda: bytes(MEGABYTE)),
    "text over 20 MB": ("a.txt", lambda: "Công tác dân vận. ".encode() * (21 * MEGABYTE // 20)),
    "report over 20 MB": (
        "a.danvan",
        lambda: b'{"format": "danvan/1", "x": "' + b"a" * (21 * MEGABYTE) + b'"}',
    ),
}


@pytest.mark.parametrize("name", _BAD)
def test_bad_input_is_refused_in_one_line_and_nothing_is_written(
    name: str, program: Program, tmp_path: Path
) -> None:
    file, content = _BAD[name]
    source = tmp_path / file
    source.write_bytes(content())
    out = tmp_path / "out"
    out.mkdir()
    _refused(program("convert", source, out / "b.docx", out / "b.pdf", out / "b.danvan", out / "b.txt"))
    assert list(out.iterdir()) == []


def _names(names: Iterable[Path]) -> list[str]:
    return sorted(path.name for path in names)


def test_a_folder_is_no_report(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "a.txt"
    folder.mkdir()
    _refused(program("convert", folder, tmp_path / "b.docx"))
    assert _names(tmp_path.iterdir()) == ["a.txt"]


def test_a_file_that_is_not_there_is_named(program: Program, tmp_path: Path) -> None:
    done = program("check", tmp_path / "khong-co.txt")
    _refused(done)
    assert "khong-co.txt" in done.err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(program: Program, draft: Path, tmp_path: Path) -> None:
    draft.chmod(0)
    _refused(program("convert", draft, tmp_path / "b.docx"))


def test_a_device_is_no_report(program: Program, tmp_path: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero here")
    _refused(program("convert", "/dev/zero", tmp_path / "b.docx"))


@pytest.mark.parametrize("name", ["empty text", "zip bomb", "random bytes as text", "PDF with a password"])
def test_what_cannot_be_measured_is_refused_too(name: str, program: Program, tmp_path: Path) -> None:
    file, content = _BAD[name]
    source = tmp_path / file
    source.write_bytes(content())
    _refused(program("inspect", source))
    assert _names(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(is_wine(), reason="wine has no limit of memory")
@pytest.mark.parametrize("command", ["convert", "check", "inspect"])
def test_a_bomb_is_one_sentence(command: str, program: Program, tmp_path: Path) -> None:
    source = tmp_path / "bom.pdf"
    source.write_bytes(nested_forms())
    done = program(command, source, *([tmp_path / "b.docx"] if command == "convert" else []))
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "“bom.pdf” bị hỏng hoặc bung ra quá lớn" in done.err
    assert "Hãy" in done.err
    assert done.seconds < BOMB_SECONDS
    assert done.memory < BOMB_MEMORY
    assert _names(tmp_path.iterdir()) == ["bom.pdf"]


def test_a_report_of_this_program_with_as_much_as_it_may_hold_stays_within_bounds(
    program: Program, tmp_path: Path
) -> None:
    source = tmp_path / "nang.danvan"
    heavy = '{"a":{}},' * (MOST_PARTS // 5)
    source.write_text(f'{{"format":"danvan/1","x":[{heavy}{{}}]}}', encoding="utf-8")
    done = program("check", source)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert done.seconds < BOMB_SECONDS
    assert done.memory < BOMB_MEMORY


def test_a_defect_of_the_process_that_reads_is_one_sentence_and_a_log(
    program: Program, tmp_path: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEFECT)
    source = tmp_path / "a.txt"
    source.write_text("BÁO CÁO", encoding="utf-8")
    done = program("convert", source, tmp_path / "b.docx", "--data-dir", tmp_path / "data")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "nhật ký lỗi" in done.err
    assert "nobody foresaw this" in (tmp_path / "data" / LOG_NAME).read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C comes otherwise there")
def test_ctrl_c_ends_the_process_that_reads_too(tmp_path: Path, broken_reader: BrokenReader) -> None:
    broken_reader.do("import os", "open(path.with_suffix('.pid'), 'w').write(str(os.getpid()))", DEAF_LOOP)
    source = tmp_path / "a.txt"
    source.write_text("BÁO CÁO", encoding="utf-8")
    command = [sys.executable, "-m", "danvan_desktop", "check", str(source)]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    child = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    signal.signal(signal.SIGINT, before)
    broken_reader.wait()
    while not (pid := source.with_suffix(".pid")).exists() or not pid.read_text():
        time.sleep(0.01)
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does
    _, err = child.communicate(timeout=10)
    assert child.returncode == 130
    assert err.decode() == "Đã dừng theo yêu cầu.\n"
    assert not is_alive(int(pid.read_text()))


@pytest.mark.parametrize("command", ["convert", "check"])
def test_a_report_that_bears_a_secrecy_stamp_is_refused(
    command: str, program: Program, tmp_path: Path
) -> None:
    source = tmp_path / "mat.danvan"
    source.write_text(to_json(replace(report(), marks=Marks(urgency="TỐI MẬT"))), encoding="utf-8")
    done = program(
        command, source, *([tmp_path / "b.docx", tmp_path / "b.pdf"] if command == "convert" else [])
    )
    _refused(done)
    assert "“TỐI MẬT”" in done.err
    assert _names(tmp_path.iterdir()) == ["mat.danvan"]


def test_an_unknown_kind_of_output_is_refused_before_anything_is_written(
    program: Program, draft: Path, tmp_path: Path
) -> None:
    _refused(program("convert", draft, tmp_path / "b.docx", tmp_path / "b.odt"))
    assert _names(tmp_path.iterdir()) == [draft.name]


def test_a_wrong_command_line_is_refused(program: Program, tmp_path: Path) -> None:
    _refused(program("convert", "a.txt", cwd=tmp_path))
