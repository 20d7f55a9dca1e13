"""Collects the licence texts of all that a frozen program contains; build.spec writes them beside it."""

import re
import sys
import sysconfig
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

QT = {"pyside6-essentials", "shiboken6"}
"""Under the LGPL, whose text lies beside this script: their wheels hold Qt's commercial terms only."""
_LICENCE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$|/licenses/", re.IGNORECASE)


def canonical(name: str) -> str:
    """Return a package's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped() -> list[Distribution]:
    """Return the installed packages that the program consists of: its dependencies with all of theirs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    pending = [Requirement(text) for text in project["dependencies"]]
    while pending:
        requirement = pending.pop()
        name = canonical(requirement.name)
        if name not in found:
            found[name] = distribution(name)
        for text in found[name].requires or []:
            needed = Requirement(text)
            extras = requirement.extras or {""}
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                pending.append(needed)
    return [found[name] for name in sorted(found)]


def licence_texts(package: Distribution) -> str:
    """Return all licence texts that ``package`` brings, each below its file name."""
    files = [file for file in package.files or [] if ".dist-info/" in file.as_posix()]
    texts = [
        f"{'=' * 79}\n{package.name} {package.version}: {file.name}\n{'=' * 79}\n\n"
        f"{_decoded(file.read_binary()).strip()}\n"
        for file in sorted(files)
        if _LICENCE.search(file.as_posix())
    ]
    return "\n".join(texts)


def _decoded(content: bytes) -> str:
    """Return ``content`` as text: an old licence may be Latin-1 for the sake of its "©"."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def python_licence() -> str:
    """Return the licence of the Python that runs this."""
    folders = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    return next(
        path.read_text(encoding="utf-8")
        for path in (folder / "LICENSE.txt" for folder in folders)
        if path.is_file()
    )


def write(folder: Path) -> None:
    """Write the program's licence, those of what it contains, and the list of them into ``folder``.

    Raises:
        LookupError: a package brings no licence text.
    """
    texts = {
        "LICENSE.txt": (ROOT / "LICENSE").read_text(encoding="utf-8"),
        "THIRD-PARTY.md": (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8"),
        "python.txt": python_licence(),
    }
    for path in sorted(HERE.glob("*.txt")):
        texts[path.name] = path.read_text(encoding="utf-8")
    for package in [*shipped(), distribution("pyinstaller")]:
        name = canonical(package.name)
        if name in QT:
            continue
        texts[f"{name}.txt"] = licence_texts(package)
        if not texts[f"{name}.txt"]:
            raise LookupError(f"{name} brings no licence text: put one into {HERE.name}/")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
