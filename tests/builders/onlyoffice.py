"""ONLYOFFICE's engine as a third opinion, where a developer has it.

It is PyPI's document-builder (AGPL), no dependency of ours. ONLYOFFICE_PYTHON names the Python that has it;
of its own, because it brings 227 MB.
"""

import os
import subprocess
from pathlib import Path

_CONVERT = """
import sys, docbuilder
builder = docbuilder.CDocBuilder()
for source, target in zip(sys.argv[1::2], sys.argv[2::2]):
    builder.OpenFile(source, ""), builder.SaveFile("pdf", target), builder.CloseFile()
"""
_SECONDS_A_FILE = 60


def python() -> str | None:
    """The Python that has it; None where nobody named one."""
    return os.environ.get("ONLYOFFICE_PYTHON") or None


def to_pdfs(word_files: list[Path], folder: Path) -> list[Path]:
    """Set all ``word_files``; the PDF files go into ``folder``.

    Raises:
        SubprocessError: it failed or hung.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / f"{file.stem}.pdf" for file in word_files]
    pairs = [str(path) for pair in zip(word_files, made, strict=True) for path in pair]
    command = [python() or "python3", "-c", _CONVERT, *pairs]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS_A_FILE * len(word_files))
    return made
