"""What a process writes, recorded with strace: each write, flush and change of a name, in order."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.repository import ROOT

CALLS = (
    "openat,close,write,pwrite64,writev,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,"
    "unlinkat,link,linkat,mkdir,copy_file_range,sendfile,dup,dup2,dup3"
)
_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Create:
    """A new, empty file gets a name."""

    path: str
    file: int


@dataclass(frozen=True)
class Rename:
    old: str
    new: str


@dataclass(frozen=True)
class Link:
    old: str
    new: str


@dataclass(frozen=True)
class Unlink:
    path: str


@dataclass(frozen=True)
class Write:
    file: int
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    file: int
    length: int


@dataclass(frozen=True)
class Flush:
    file: int


@dataclass(frozen=True)
class Acknowledge:
    """The program said that step ``step`` is done."""

    step: int


Operation = Create | Rename | Link | Unlink | Write | Truncate | Flush | Acknowledge


@dataclass(frozen=True)
class Recording:
    """The files of a folder before, and what was done to them; files are numbered from 0."""

    before: dict[str, bytes]
    operations: tuple[Operation, ...]


def problem() -> str:
    """Why nothing can be recorded here; "" where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr.strip()


def record(command: Sequence[str], folder: Path, acknowledged: Path) -> Recording:
    """Run Python with ``command`` and record what it does to the files in ``folder``."""
    before = {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.exists() else {}
    trace = acknowledged.with_name("trace")
    tracing = ["strace", "-o", str(trace), "-xx", "-s", "99999999", "-e", f"trace={CALLS}"]
    subprocess.run([*tracing, sys.executable, *command], check=True, cwd=ROOT, timeout=300)
    with trace.open(encoding="ascii") as lines:
        parsed = tuple(_Parser(folder, acknowledged, list(before)).operations(lines))
    trace.unlink()
    return Recording(before, parsed)


class _Parser:
    def __init__(self, folder: Path, acknowledged: Path, names: list[str]) -> None:
        self._folder, self._acknowledged = f"{folder}/", str(acknowledged)
        self._names = {name: number for number, name in enumerate(names)}
        self._count = len(names)
        self._open: dict[int, int] = {}
        """Of descriptors to files; -1: the file of acknowledgements."""
        self._at: dict[int, int] = {}

    def operations(self, lines: Iterator[str]) -> Iterator[Operation]:
        for line in lines:
            match = _CALL.match(line)
            if match is None or match[3].startswith("-"):
                continue
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(match[2])]
            numbers = [int(word) for word in re.split(r",\s*", _TEXT.sub("", match[2])) if word.isdecimal()]
            yield from self._operation(match[1], match[2], texts, numbers, int(match[3]))

    def _operation(
        self, call: str, words: str, texts: list[bytes], numbers: list[int], result: int
    ) -> Iterator[Operation]:
        if call == "openat":
            yield from self._opened(texts[0].decode(), words, result)
        elif call in {"rename", "renameat", "renameat2", "link", "linkat"}:
            yield from self._named_anew(call, *(self._inside(text.decode()) for text in texts))
        elif call in {"unlink", "unlinkat"}:
            name = self._inside(texts[0].decode())
            if name is not None and self._names.pop(name, None) is not None:
                yield Unlink(name)
        elif numbers and numbers[0] in self._open:
            yield from self._on_file(call, numbers, texts, result)

    def _opened(self, path: str, words: str, descriptor: int) -> Iterator[Operation]:
        name = self._inside(path)
        if path == self._acknowledged:
            self._open[descriptor] = -1
        elif name is not None:
            if name not in self._names:
                if "O_CREAT" not in words:
                    return  # a folder
                self._names[name] = self._count
                self._count += 1
                yield Create(name, self._names[name])
            self._open[descriptor], self._at[descriptor] = self._names[name], 0
            if "O_TRUNC" in words:
                yield Truncate(self._names[name], 0)

    def _named_anew(self, call: str, old: str | None, new: str | None) -> Iterator[Operation]:
        if old is None or new is None or old not in self._names or old == new:
            return
        self._names[new] = self._names[old]
        if call.startswith("rename"):
            del self._names[old]
            yield Rename(old, new)
        else:
            yield Link(old, new)

    def _on_file(self, call: str, numbers: list[int], texts: list[bytes], result: int) -> Iterator[Operation]:
        descriptor = numbers[0]
        file = self._open[descriptor]
        if call == "close":
            del self._open[descriptor]
        elif file == -1:
            yield Acknowledge(int(texts[0]))
        elif call == "pwrite64":
            yield Write(file, numbers[-1], texts[0][:result])
        elif call in {"write", "writev"}:
            data = b"".join(texts)[:result]
            yield Write(file, self._at[descriptor], data)
            self._at[descriptor] += len(data)
        elif call == "lseek":
            self._at[descriptor] = result
        elif call == "ftruncate":
            yield Truncate(file, numbers[1])
        elif call in {"fsync", "fdatasync"}:
            yield Flush(file)
        else:
            raise NotImplementedError(call)

    def _inside(self, path: str) -> str | None:
        return path.removeprefix(self._folder) if path.startswith(self._folder) else None
