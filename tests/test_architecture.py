"""What import-linter does not look at: folders stay small, and a public class name means one thing."""

import ast
from collections import Counter, defaultdict

from tests.repository import ROOT

PROGRAM = ROOT / "danvan_desktop"
MOST_MODULES = 14
"""A folder with more is no longer read at a glance."""
MODULES = sorted(PROGRAM.rglob("*.py"))


def test_no_folder_holds_too_many_modules() -> None:
    sizes = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    crowded = [folder.relative_to(PROGRAM) for folder, size in sizes.items() if size > MOST_MODULES]
    assert crowded == []


def test_a_public_class_name_means_one_thing() -> None:
    homes = defaultdict[str, list[str]](list)
    for path in MODULES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(path.relative_to(PROGRAM).as_posix())
    shared = {name: where for name, where in homes.items() if len(where) > 1}
    assert shared == {}
