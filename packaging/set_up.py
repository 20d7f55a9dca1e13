"""Make .venv with the program in it, exactly as locked; the second time there is nothing to do.

    python3 packaging/set_up.py            to run the program: it is copied into .venv
    python3 packaging/set_up.py --dev      also to check, freeze and photograph it: it runs from this folder

After an update of this folder the first one is run again: it notices that the copy is an older one.

Standard library only, and for any Python: it looks for one that the program runs on. On Linux it first sees
to the system libraries and fonts: as root it installs what lacks, otherwise it prints the line to run.
"""

import argparse
import ctypes
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STATE = VENV / "set-up.json"
ON_WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")
SUPPORTED = ("3.13", "3.12", "3.11")
INSTALLED_FOLDERS = ("danvan_desktop", "resources")

# What Qt loads for a window (libqxcb) and without one, and the Debian 13 package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0t64",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
LIBERATION = "LiberationSerif-Regular.ttf"
TIMES = ("times.ttf", "Times.ttf", "Times_New_Roman.ttf", "TimesNewRoman.ttf")

# What the checks, the screenshots and PyInstaller call.
DEV_COMMANDS = {
    "soffice": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "objdump": "binutils",
    "strace": "strace",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "/usr/libexec/ibus-engine-unikey": "ibus-unikey",
}


class SetUpError(Exception):
    """Something that the person at the keyboard has to do first."""


def main() -> int:
    """Set up what is asked for and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="the tools that check and freeze the program too")
    dev = parser.parse_args().dev
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows pipe has an encoding without Vietnamese
    try:
        if not is_up_to_date(dev=dev):
            if sys.platform == "linux":
                provide_system_packages(dev=dev)
            make_environment(find_python())
            dev = dev or "dev" in recorded()  # tools that are there are kept up to date
            if dev:
                require_readable_path()
            install(dev=dev)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"set_up: {' '.join(map(str, error.cmd))}: exit {error.returncode}", file=sys.stderr)
        return 1
    return 0


# -------------------------------------------------------------------------------- what is there


def lock_file(*, dev: bool) -> Path:
    """Return the lock: the one for development holds everything that the other one does."""
    return ROOT / ("requirements-dev.lock" if dev else "requirements.lock")


def fingerprint(*, dev: bool) -> str:
    """Return a digest of all that decides what an environment contains."""
    digest = hashlib.sha256(str(ROOT).encode())
    files = [lock_file(dev=dev), ROOT / "pyproject.toml", Path(__file__)]
    if not dev:
        files += installed_files()
    for path in files:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT).as_posix()} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()


def installed_files() -> list[Path]:
    """Return the files that are copied into an environment to run the program."""
    return sorted(
        path
        for folder in INSTALLED_FOLDERS
        for path in (ROOT / folder).rglob("*")
        if "__pycache__" not in path.parts and path.is_file()
    )


def recorded() -> dict[str, str]:
    """Return what .venv was made for ("program" or "dev") with its fingerprint."""
    try:
        state = json.loads(STATE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def is_up_to_date(*, dev: bool) -> bool:
    """Tell whether .venv was made from today's locks; one made for development serves both ends."""
    state = recorded()
    made = state == {"dev": fingerprint(dev=True)}
    return PYTHON.exists() and (made or (not dev and state == {"program": fingerprint(dev=False)}))


# -------------------------------------------------------------------------------- the system


def missing_system_packages(*, dev: bool) -> list[str]:
    """Return the Debian packages without which the program, or its checks, would not start here."""
    missing = [package for library, package in QT_LIBRARIES.items() if not is_loadable(library)]
    if not has_font(LIBERATION) and (dev or not any(map(has_font, TIMES))):
        missing.append("fonts-liberation")
    python = usable_python()
    if python is None and debian_python_is_supported():
        missing.append("python3-venv")
    if dev:
        missing += [package for command, package in DEV_COMMANDS.items() if not shutil.which(command)]
        missing += missing_libpython(python or sys.executable)
    return missing


def is_loadable(library: str) -> bool:
    """Tell whether the dynamic loader finds ``library``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(name: str) -> bool:
    """Tell whether a font file of that name lies where the system keeps its fonts."""
    return any(next(Path(folder).expanduser().rglob(name), None) for folder in FONT_FOLDERS)


def missing_libpython(python: str) -> list[str]:
    """Return Debian's package of the Python library, which PyInstaller packs, where it lacks."""
    code = (
        "import ctypes, os, sys, sysconfig as s\n"
        "name = 'libpython%d.%d.so.1.0' % sys.version_info[:2]\n"
        "if not os.path.exists(os.path.join(s.get_config_var('LIBDIR') or '', name)):\n"
        "    try: ctypes.CDLL(name)\n"
        "    except OSError: print('libpython%d.%d' % sys.version_info[:2])\n"
    )
    return run_quietly([python, "-c", code]).stdout.split()


def provide_system_packages(*, dev: bool) -> None:
    """Install what lacks as root; tell anybody else the line to run."""
    missing = missing_system_packages(dev=dev)
    if not missing:
        return
    if shutil.which("apt-get") is None:
        names = " ".join(missing)
        raise SetUpError(
            f"Máy còn thiếu những phần sau (tên gói của Debian), hãy cài rồi chạy lại:\n    {names}\n"
            "(The above are missing, by their Debian names. Install them, then try again.)"
        )
    install_line = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        raise SetUpError(
            "Máy còn thiếu một số gói của hệ thống. Hãy chạy dòng sau rồi thử lại:\n"
            f"    sudo apt-get update && sudo {' '.join(install_line)}\n"
            "(Some system packages are missing. Run the line above, then try again.)"
        )
    print("Cài các gói hệ thống (installing system packages):", *missing, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    subprocess.run([*install_line, "-qq"], check=True, env=quiet, stdout=subprocess.DEVNULL)


# -------------------------------------------------------------------------------- Python


def find_python() -> str:
    """Return a Python that the program runs on."""
    python = usable_python()
    if python is None:
        raise SetUpError(
            f"Phần mềm cần Python {SUPPORTED[-1]} đến {SUPPORTED[0]} có venv và pip.\n"
            f"(Needs Python {SUPPORTED[-1]} to {SUPPORTED[0]} with venv and ensurepip.)"
        )
    return python


def usable_python() -> str | None:
    """Return the first Python of a supported version that can make environments, beginning with this one."""
    others = (shutil.which(f"python{version}") for version in SUPPORTED)
    return next(filter(can_make_environments, filter(None, (sys.executable, *others))), None)


def can_make_environments(python: str) -> bool:
    """Tell whether ``python`` is of a supported version and has venv and pip."""
    code = "import ensurepip, venv, sys; print('%d.%d' % sys.version_info[:2])"
    return run_quietly([python, "-c", code]).stdout.strip() in SUPPORTED


def debian_python_is_supported() -> bool:
    """Tell whether the system's own python3 lacks nothing but the package with venv."""
    version = run_quietly(["/usr/bin/python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    return version.stdout.strip() in SUPPORTED


def run_quietly(command: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run ``command`` and return what it said, also when it failed or does not exist."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def make_environment(python: str) -> None:
    """Make .venv, unless it is there and its Python still works."""
    if not can_make_environments(str(PYTHON)):
        print(f"Tạo .venv (making .venv): {python}", flush=True)
        subprocess.run([python, "-m", "venv", "--clear", str(VENV)], check=True)


def require_readable_path() -> None:
    """See to it that .venv's Python can read the path to this folder, by which --dev runs the program."""
    if not ON_WINDOWS or str(ROOT).isascii():
        return
    if not reads_pth_as_utf8(str(PYTHON)):
        newest = SUPPORTED[0]
        raise SetUpError(
            f"--dev chạy phần mềm ngay trong thư mục {ROOT}, nhưng trên Windows, Python cũ hơn {newest} "
            "không đọc được đường dẫn có dấu. Hãy chuyển thư mục này đến nơi có tên không dấu, hoặc xóa "
            f".venv rồi chạy lại bằng Python {newest}. Nếu chỉ để dùng phần mềm thì bỏ --dev.\n"
            f"(--dev runs the program from this folder, whose path a Python before {newest} cannot read on "
            f"Windows. Move it to a path of plain letters, or remove .venv and use Python {newest}. To use "
            "the program only, leave out --dev.)"
        )


def reads_pth_as_utf8(python: str) -> bool:
    """Tell whether ``python`` reads .pth files as they are written, and not in the system's code page."""
    return (
        run_quietly([python, "-c", "import sys; print(sys.version_info >= (3, 13))"]).stdout.strip() == "True"
    )


def install(*, dev: bool) -> None:
    """Install the locked packages, checked against their hashes, then the program.

    It runs from this folder only for development: on Windows an older Python could not read where that is.
    """
    STATE.unlink(missing_ok=True)
    lock = lock_file(dev=dev)
    print(f"Cài các thư viện đã khóa phiên bản (installing {lock.name}) …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)], check=True, cwd=ROOT)
    program = ["--editable", str(ROOT)] if dev else ["--force-reinstall", str(ROOT)]
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", *program], check=True, cwd=ROOT)
    STATE.write_text(json.dumps({"dev" if dev else "program": fingerprint(dev=dev)}), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
