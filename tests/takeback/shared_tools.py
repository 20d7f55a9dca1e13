"""Another maker's edited files as a second opinion, where the variable TAKEBACK_TOOLS names their folder.

The folder holds ``cases.py`` (edits in LibreOffice as a person does them, for a Python with ``uno``) and
``mangle.py`` (random sessions done to the XML, with the truth).
"""

import importlib.util
import json
import os
import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.builders.exported_files import parts
from tests.builders.word_file import zipped
from tests.takeback.attribution import Truth

TOOLS = "TAKEBACK_TOOLS"
_PYTHON_WITH_UNO = "/usr/bin/python3"
_SECONDS = 1_800


def folder() -> Path | None:
    """Where the tools are; None where there are none."""
    named = os.environ.get(TOOLS)
    return Path(named) if named and Path(named, "cases.py").is_file() else None


def made_cases(tools: Path, sent: Path, out: Path) -> list[tuple[str, Path, list[dict[str, Any]]]]:
    """Have the cases made of ``sent``; of each its name, its file and what a person would name."""
    subprocess.run(
        [_PYTHON_WITH_UNO, "cases.py", str(sent.absolute()), str(out.absolute())],
        cwd=tools,
        check=True,
        timeout=_SECONDS,
        capture_output=True,
    )
    return [
        (file.stem, file, json.loads(file.with_suffix(".json").read_text("utf-8"))["expect"])
        for file in sorted(out.glob("*.docx"))
    ]


def with_marks_of_old(docx: bytes) -> bytes:
    """Name the bookmarks as earlier releases did, which is all that ``mangle.py`` knows."""
    files = parts(docx)
    document = files["word/document.xml"]
    files["word/document.xml"] = re.sub(rb'"_dv_(\d+)_[0-9a-f]{4}"', rb'"_dv_\1"', document)
    return zipped(files)


def sessions(tools: Path, sent: Path, editor: str, seeds: range) -> Iterator[tuple[bytes, Truth]]:
    """Give edited files of ``sent`` with their truth."""
    mangle = _module(tools / "mangle.py")
    for seed in seeds:
        mangled, truth = mangle.session(str(sent), seed, editor)
        made = BytesIO()
        mangle.write(mangled, made)
        yield made.getvalue(), Truth(truth["from"], truth["texts"], truth["gone"])


def _module(path: Path) -> ModuleType:
    found = importlib.util.spec_from_file_location(path.stem, path)
    if found is None or found.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module
