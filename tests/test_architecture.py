"""What linters do not look at: folders stay small, a class name means one thing, dates hold digits only."""

import ast
import re
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


def test_dates_are_formatted_without_letters() -> None:
    """On Windows letters in a format go through the system's code page, which may not have them."""
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            formats = [
                each.value
                for each in _format_texts(node)
                if isinstance(each.value, str) and "%" in each.value
            ]
            found += [
                f"{path.name}: {text}" for text in formats if re.sub(r"%[A-Za-z]", "", text).strip(_SIGNS)
            ]
    assert found == []


_SIGNS = " /:-."


def _format_texts(node: ast.AST) -> list[ast.Constant]:
    """The texts by which ``node`` formats a value: those of an f-string and of strftime."""
    if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
        return [part for part in node.format_spec.values if isinstance(part, ast.Constant)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "strftime":
        return [part for part in node.args if isinstance(part, ast.Constant)]
    return []
