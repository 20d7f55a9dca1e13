"""Find the font files: four faces of Times New Roman, or of Liberation Serif, which has the same widths."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.fonts.face import Face
from danvan_desktop.frozen import frozen

ENVIRONMENT = "DANVAN_FONTS"
"""Folders to search instead of the system's, separated as in PATH."""

Look = tuple[bool, bool]
"""(bold, italic)."""

_LOOKS: tuple[Look, ...] = ((False, False), (True, False), (False, True), (True, True))
_LOOK_NAMES = {
    (False, False): "chữ đứng",
    (True, False): "chữ đậm",
    (False, True): "chữ nghiêng",
    (True, True): "chữ đậm nghiêng",
}


@frozen
class _Family:
    name: str
    is_substitute: bool
    files: dict[Look, tuple[str, ...]]
    """Names the file of each face goes by, in lower case."""


_FAMILIES = (
    _Family(
        "Times New Roman",
        is_substitute=False,
        files={
            (False, False): ("times.ttf", "times_new_roman.ttf", "times new roman.ttf"),
            (True, False): ("timesbd.ttf", "times_new_roman_bold.ttf", "times new roman bold.ttf"),
            (False, True): ("timesi.ttf", "times_new_roman_italic.ttf", "times new roman italic.ttf"),
            (True, True): (
                "timesbi.ttf",
                "times_new_roman_bold_italic.ttf",
                "times new roman bold italic.ttf",
            ),
        },
    ),
    _Family(
        "Liberation Serif",
        is_substitute=True,
        files={
            (False, False): ("liberationserif-regular.ttf",),
            (True, False): ("liberationserif-bold.ttf",),
            (False, True): ("liberationserif-italic.ttf",),
            (True, True): ("liberationserif-bolditalic.ttf",),
        },
    ),
)


class FontSet:
    """The four faces of one typeface."""

    def __init__(self, family: str, *, is_substitute: bool, faces: dict[Look, Face]) -> None:
        """Keep ``faces``, one for each (bold, italic)."""
        self.family = family
        self.is_substitute = is_substitute
        """True when it is not Times New Roman: the PDF is for looking only (PL I, I.4)."""
        self._faces = faces

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """The face for a look."""
        return self._faces[bold, italic]

    def path(self, bold: bool, italic: bool) -> Path:  # noqa: FBT001 - the look is the key
        """The file of the face for a look."""
        return self._faces[bold, italic].path

    def missing(self, text: str) -> str:
        """The characters of ``text`` that the upright face cannot show, each once, in order."""
        return self.face().missing(text)


def find_fonts(folders: Sequence[Path] | None = None) -> FontSet:
    """Times New Roman if all its faces are there, else Liberation Serif.

    ``folders`` (or the environment variable ``DANVAN_FONTS``) are searched instead of the system's.

    Raises:
        UserError: neither is there with all four faces.
    """
    if folders is None:
        override = os.environ.get(ENVIRONMENT)
        folders = [Path(f) for f in override.split(os.pathsep) if f] if override else _system_folders()
    return _find(tuple(folders))


@lru_cache(maxsize=8)
def _find(folders: tuple[Path, ...]) -> FontSet:
    files = {_plain_name(path.name): path for path in reversed(list(_font_files(folders)))}
    for family in _FAMILIES:
        faces = _faces(family, files)
        if len(faces) == len(_LOOKS):
            return FontSet(family.name, is_substitute=family.is_substitute, faces=faces)
    raise UserError(_absent(files))


def _plain_name(name: str) -> str:
    """Return a file's name as the families list it: Windows numbers a font installed twice, "times_0.ttf"."""
    return re.sub(r"_\d+(?=\.ttf$)", "", name.lower())


def _faces(family: _Family, files: dict[str, Path]) -> dict[Look, Face]:
    faces = {}
    for look in _LOOKS:
        found = next((files[name] for name in family.files[look] if name in files), None)
        if found is not None:
            faces[look] = Face(found)
    return faces


def _absent(files: dict[str, Path]) -> str:
    there = _faces(_FAMILIES[0], files)
    if not there:
        problem = "Máy này chưa có phông chữ Times New Roman (và cũng không có Liberation Serif thay thế)."
    else:
        lost = ", ".join(_LOOK_NAMES[look] for look in _LOOKS if look not in there)
        problem = f"Phông chữ Times New Roman trên máy này thiếu kiểu {lost}."
    return (
        f"{problem} Hãy cài đủ bốn kiểu của Times New Roman (trên Linux có thể cài gói fonts-liberation) "
        "rồi mở lại phần mềm."
    )


def _font_files(folders: tuple[Path, ...]) -> Iterator[Path]:
    """Each TrueType file under ``folders``, the first folder's first; unreadable folders are passed."""
    for folder in folders:
        for parent, subfolders, names in os.walk(folder):
            subfolders.sort()
            yield from (Path(parent, name) for name in sorted(names) if name.lower().endswith(".ttf"))


def _system_folders() -> list[Path]:
    if sys.platform == "win32":
        folders = [Path(os.environ.get("SystemRoot", r"C:\Windows")) / "Fonts"]  # noqa: SIM112 - Windows spells it so
        if local := os.environ.get("LOCALAPPDATA"):
            folders.append(Path(local, "Microsoft", "Windows", "Fonts"))
        return folders
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    shared = [data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    mac = [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return shared + (mac if sys.platform == "darwin" else [])
