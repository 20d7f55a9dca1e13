"""No socket but those of this machine is ever opened, and nothing needs a network."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from danvan_desktop.store.opening import open_store
from tests.builders import full_report
from tests.builders.exported_files import as_docx
from tests.fuzz.seeds.word_files import word_files
from tests.repository import ROOT

PROGRAM = [sys.executable, "-m", "danvan_desktop"]
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from danvan_desktop.gui.application import make_application, run
app = make_application()
QTimer.singleShot(5_000, app.closeAllWindows)  # by then the file is in, saved, and its pages are set
sys.exit(run(Path(sys.argv[1]), [Path(sys.argv[2])]))
"""
NETWORK_CALL = re.compile(r"\bsocket(?:pair)?\((\w+)")


def families(trace: str) -> set[str]:
    """The families of the sockets that were opened."""
    return set(NETWORK_CALL.findall(trace))


def traced(folder: Path, *command: str) -> tuple[int, str]:
    """Run the program under strace; the exit code, and each call that has to do with a network."""
    if shutil.which("strace") is None:
        pytest.skip("strace is absent: the sockets of the program cannot be watched")
    trace = folder / "trace"
    watched = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace), *command]
    done = subprocess.run(watched, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    if not trace.exists() or "PTRACE" in done.stderr:
        pytest.skip(f"this machine allows no tracing: {done.stderr.strip()[:200]}")
    return done.returncode, trace.read_text(encoding="utf-8", errors="replace")


def foreign_file(folder: Path) -> Path:
    path = folder / "báo cáo.docx"
    path.write_bytes(next(seed.data for seed in word_files() if seed.name == "habits"))
    return path


def test_the_watch_sees_a_socket_of_a_network(tmp_path: Path) -> None:
    opens = "import socket; socket.socket(socket.AF_INET6); socket.socketpair()"
    code, trace = traced(tmp_path, sys.executable, "-c", opens)
    assert (code, families(trace)) == (0, {"AF_INET6", "AF_UNIX"})


def test_the_selftest_opens_no_socket_of_a_network(tmp_path: Path) -> None:
    code, trace = traced(tmp_path, *PROGRAM, "--selftest")
    assert (code, families(trace) - {"AF_UNIX"}) == (0, set())


def test_import_and_export_open_no_socket_of_a_network(tmp_path: Path) -> None:
    made = [str(tmp_path / name) for name in ("a.docx", "a.pdf", "a.danvan")]
    code, trace = traced(tmp_path, *PROGRAM, "convert", str(foreign_file(tmp_path)), *made)
    assert (code, families(trace) - {"AF_UNIX"}) == (0, set())
    code, trace = traced(tmp_path, *PROGRAM, "convert", made[1], str(tmp_path / "b.docx"))
    assert (code, families(trace) - {"AF_UNIX"}) == (0, set())


def test_the_window_opens_no_socket_of_a_network(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.docx"
    report = full_report.report()
    path.write_bytes(as_docx(report))
    code, trace = traced(tmp_path, sys.executable, "-c", WINDOW, str(tmp_path / "data"), str(path))
    assert (code, families(trace) - {"AF_UNIX"}) == (0, set())
    store = open_store(tmp_path / "data")
    (draft,) = store.drafts()
    store.close()
    assert draft.subject == report.subject


def test_the_selftest_passes_where_there_is_no_network_at_all() -> None:
    apart = ["unshare", "--map-root-user", "--net"]
    if shutil.which(apart[0]) is None:
        pytest.skip("unshare is absent: there is no namespace without interfaces to be had")
    tried = subprocess.run([*apart, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"this machine gives no network namespace: {tried.stderr.strip()[:200]}")
    inside = [*apart, *PROGRAM, "--selftest"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        inside,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Tự kiểm tra: đạt." in done.stdout
