"""What the frozen program is built without is imported by none of its modules."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.repository import ROOT


def excluded() -> set[str]:
    tree = ast.parse((ROOT / "build.spec").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "EXCLUDED_MODULES":
            names = set(ast.literal_eval(node.value))
            return names | {name.removeprefix("_") for name in names if name in {"_bz2", "_lzma", "_ssl"}}
    raise LookupError("build.spec names no excluded modules")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_no_module_imports_what_the_build_leaves_out() -> None:
    left_out = excluded()
    assert {"lzma", "bz2", "tkinter"} <= left_out
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "danvan_desktop").rglob("*.py"))
        for name in imported(path)
        if any(name == each or name.startswith(f"{each}.") for each in left_out)
    ]
    assert found == []
