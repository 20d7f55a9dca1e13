"""A real filesystem of a few megabytes, to be filled, made read-only and looked at."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTES = 16
_BLOCK = 4096
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


class SmallDrive:
    """A mounted filesystem; ``root`` is where."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ballast = root / "ballast"

    def fill(self, leave: int = 0) -> None:
        """Take all room but ``leave`` bytes, as near as whole blocks allow."""
        with self._ballast.open("ab") as file:
            piece = self.free() - leave
            while piece >= _BLOCK:
                try:
                    os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), piece)
                except OSError:
                    piece //= 2
                else:
                    piece = min(piece, self.free() - leave)

    def free(self) -> int:
        """Bytes that may still be written."""
        status = os.statvfs(self.root)
        return status.f_bavail * status.f_frsize

    def make_room(self) -> None:
        """Give the room back."""
        self._ballast.unlink(missing_ok=True)

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Take no writing for a while; no file may be open."""
        if problem := _run("mount", "-o", "remount,ro", str(self.root)):
            raise OSError(problem)
        try:
            yield
        finally:
            _run("mount", "-o", "remount,rw", str(self.root))

    def break_down(self) -> bool:
        """Take no writing from here on, whatever is open, as after an error of the drive; whether it can."""
        return _run("mount", "-o", "remount,abort", str(self.root)) == "" and not self._takes_writing()

    def _takes_writing(self) -> bool:
        try:
            (self.root / "written").write_bytes(b"x")
        except OSError:
            return False
        return True


@contextmanager
def mounted(folder: Path) -> Iterator[SmallDrive | str]:
    """Mount an ext4 image in ``folder``, else a tmpfs; a text says why neither can be."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield "only root may mount a filesystem"
        return
    root, image = folder / "drive", folder / "drive.img"
    root.mkdir(parents=True)
    problem = _mount_image(image, root)
    if problem:
        problem = _run("mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(root))
    if problem:
        yield problem
        return
    try:
        yield SmallDrive(root)
    finally:
        _run("umount", "--lazy", str(root))
        image.unlink(missing_ok=True)


def _mount_image(image: Path, root: Path) -> str:
    if shutil.which("mkfs.ext4", path=_PATH) is None:
        return "no mkfs.ext4"
    with image.open("wb") as file:
        file.truncate(MEGABYTES << 20)
    return _run("mkfs.ext4", "-q", "-b", str(_BLOCK), "-m", "0", str(image)) or _run(
        "mount", "-o", "loop", str(image), str(root)
    )


def _run(*command: str) -> str:
    """Run a command of the system; why it failed, "" where it did not."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": _PATH, "LC_ALL": "C"}
    )
    return "" if done.returncode == 0 else done.stderr.strip() or f"{command[0]}: {done.returncode}"
