"""Programs of this machine that can save an old Word file as .docx, and how each is asked to."""

import base64
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from danvan_desktop.frozen import frozen

OLD_WORD = frozenset({".doc", ".dot"})
"""Suffixes of the files that are offered to be converted."""
RETURNED_BY_WAY_OF_WORD = OLD_WORD | {".odt", ".rtf"}
"""Suffixes of files that come back edited and are converted first: what was a Word file of ours went through
another program. Marks, tracked changes and comments survive it (measured with LibreOffice)."""

_POSIX_FOLDERS = (
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/usr/local/bin",
    "/snap/bin",
    "/Applications/LibreOffice.app/Contents/MacOS",
)
_PROGRAM_FOLDERS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
_WORD_CLASS = r"Word.Application\CLSID"
_TARGET = "docx:MS Word 2007 XML"
# A password that no file has: one that is locked fails instead of asking for it behind a hidden window.
_SCRIPT = """
$ErrorActionPreference = 'Stop'
$before = @(Get-Process WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$word = New-Object -ComObject Word.Application
try {
  Get-Process WINWORD | Where-Object { $before -notcontains $_.Id } |
    ForEach-Object { $_.Id } | Set-Content -Encoding ascii $env:DANVAN_PID
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $document = $word.Documents.Open($env:DANVAN_OLD, $false, $true, $false, 'danvan-khong-mat-khau')
  $document.SaveAs([ref]$env:DANVAN_NEW, [ref]12)
  $document.Close([ref]0)
} finally { $word.Quit([ref]0) }
"""


@frozen
class ConversionCommand:
    """What is started: the arguments, and variables of the environment beside ours."""

    arguments: list[str]
    variables: dict[str, str]


@frozen
class Converter:
    """A program that can save ``.doc`` as ``.docx``."""

    name: str
    """As the user knows it: "Word", "LibreOffice"."""
    program: Path

    @property
    def is_word(self) -> bool:
        """Whether it is Word, which is spoken to by a script."""
        return self.name == "Word"

    def command(self, old: Path, new: Path, folder: Path) -> ConversionCommand:
        """Return how ``old`` is saved as ``new``, with what is left behind in ``folder``."""
        if self.is_word:
            script = base64.b64encode(_SCRIPT.encode("utf-16-le")).decode("ascii")
            variables = {"DANVAN_OLD": str(old), "DANVAN_NEW": str(new), "DANVAN_PID": str(folder / PROCESS)}
            options = ["-NoProfile", "-NonInteractive", "-EncodedCommand", script]
            return ConversionCommand([str(self.program), *options], variables)
        # A profile of its own: it neither waits for a LibreOffice that is open nor runs its extensions.
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
        target = ["--convert-to", _TARGET, "--outdir", str(new.parent), str(old)]
        return ConversionCommand([str(self.program), profile, *options, *target], {})


PROCESS = "winword.pid"
"""Holds the number of the Word that the script has started: ending the script does not end it."""


def find_converter() -> Converter | None:
    """Return the first program there is; None where neither is installed. None is started."""
    return next(_converters(), None)


def _converters() -> Iterator[Converter]:
    if sys.platform == "win32" and _has_word():
        shell = shutil.which("powershell.exe")
        if shell is not None:
            yield Converter("Word", Path(shell))
    for program in _offices():
        yield Converter("LibreOffice", program)


def _offices() -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield Path(found)
    names = ("soffice.com", "soffice.exe") if sys.platform == "win32" else ("soffice", "libreoffice")
    yield from _existing(folder / name for folder in _folders() for name in names)


def _folders() -> Iterator[Path]:
    """Where LibreOffice is installed that is on no search path."""
    if sys.platform == "win32":
        for variable in _PROGRAM_FOLDERS:
            if base := os.environ.get(variable):
                yield Path(base) / "LibreOffice" / "program"
                yield Path(base) / "Programs" / "LibreOffice" / "program"
    else:
        yield from map(Path, _POSIX_FOLDERS)
        yield from sorted(Path("/opt").glob("libreoffice*/program"), reverse=True)


def _existing(paths: Iterable[Path]) -> Iterator[Path]:
    return (path for path in paths if path.is_file())


def _has_word() -> bool:
    """Tell whether Word can be started by other programs, as its installation writes into the registry."""
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, _WORD_CLASS))
        except OSError:
            return False
        return True
    return False
