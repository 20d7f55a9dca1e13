"""One word for one thing, short and courteous: words that no text for the user may have, wherever it stands.

Read are the texts in the sources, Qt's translation, the help and what is shipped to read. What a report says
itself (outlines, sample, patterns of the importers) is the offices' own language.
"""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from danvan_desktop.gui.main_window import MainWindow
from tests.gui.menu_bar import menus
from tests.repository import ROOT

INSTEAD = {
    r"chương trình(?! (?:công tác|hành động|phối hợp))": "phần mềm; a Chương trình is a kind of document",
    r"căn (?:chữ|lề|cùng|trái|phải|giữa|đều)\b": "canh",
    r"nháp": "báo cáo in lists, bản thảo in the help, dự thảo for what is sent round",
    r"tập tin": "tệp",
    r"\b(?:nhấn|nhấp|kích) (?:vào|nút|phím|chuột|đúp)": "bấm",
    r"\b(?:hủy bỏ|hủy lệnh)\b": "thôi",
    r"(?:vui lòng|làm ơn)": "hãy, or xin where a favour is asked",
    r"\b(?:bạn|quý khách)\b": "nobody is spoken to by a pronoun",
    r"(?:không hợp lệ|thất bại|ngoại lệ)": "what is wrong, and what to do",
    r"(?<!\w)(?:file|folder|click|font|template|block|document|snapshot|profile|draft)(?!\w)": "Vietnamese",
    r"\w!(?:\s|$)": "a full stop",
    r"(?:[hkltx](?-i:o[àáảãạ])|kh(?-i:o[èéẻẽẹ])|\b(?:h|th|t|l|)(?-i:u[ỳýỷỹỵ]))\b": "hóa, khỏe, hủy: one way",
}
"""Patterns, and what is said in their place."""
EXEMPT = {
    "danvan_desktop/gui/offices/layout_settings_form.py": "shows both ways to put the tone",
    "danvan_desktop/inspection/wording/citations.py": "knows kinds of documents",
    "danvan_desktop/inspection/lines/common_practice/spelling.py": "speaks of both ways to put the tone",
    "danvan_desktop/report/lifecycle/request_letter.py": "knows kinds of documents",
    "danvan_desktop/importers/recognition": "knows what stands in old files",
    "danvan_desktop/layout/compose/annexes.py": "knows how offices write",
    "danvan_desktop/report/section_titles.py": "knows titles of reports",
    "danvan_desktop/report/text": "knows syllables and codes",
    "danvan_desktop/report/lifecycle/year_rules.py": "knows turns of phrase of reports",
}
MARKED = re.compile("[ăâđêôơư\u00e0-\u00fd\u1ea0-\u1ef9]", re.IGNORECASE)
"""A letter that only Vietnamese has: the string is for people."""
NOT_WORDS = re.compile(r"`[^`]*`|<[^>]*>|https?://\S+|\{[^}]*\}|[\w./*-]*\.\w+\b|--[\w-]+|\]\([\w-]+\)")
"""Code, tags, addresses, names of files and options."""
BESIDE_THE_TEXT = re.compile(r"^```.*?^```$|“Windows đã bảo vệ PC của bạn”", re.MULTILINE | re.DOTALL)
"""Drawings of folders, and what Windows says."""
SHIPPED = ("README.md", "packaging/windows/IT.md")


def texts() -> Iterator[tuple[str, str]]:
    """Give every text for the user, with where it stands."""
    for path in sorted((ROOT / "danvan_desktop").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not any(name.startswith(exempt) for exempt in EXEMPT):
            yield from ((f"{name}:{line}", text) for line, text in strings_of(path) if MARKED.search(text))
    table = json.loads((ROOT / "resources" / "i18n" / "qt_vi.json").read_text("utf-8"))
    for context, entries in table.items():
        yield from ((f"qt_vi.json: {context}", text) for text in entries.values() if MARKED.search(text))
    for path in [*(ROOT / "resources" / "help").glob("*.md"), *(ROOT / name for name in SHIPPED)]:
        lines = BESIDE_THE_TEXT.sub("", path.read_text("utf-8")).splitlines()
        yield from (
            (f"{path.name}:{number}", line) for number, line in enumerate(lines, 1) if MARKED.search(line)
        )


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """Give the strings of a source, but for those that document it; ``{}`` for what is put in later."""
    tree = ast.parse(path.read_text("utf-8"))
    passed_over: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed_over.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            passed_over.update(node.values)
            yield (
                node.lineno,
                "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values),
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed_over:
            yield node.lineno, node.value


@cache
def all_texts() -> tuple[tuple[str, str], ...]:
    return tuple((where, NOT_WORDS.sub("", text.replace("&", ""))) for where, text in texts())


@pytest.mark.parametrize("pattern", INSTEAD, ids=INSTEAD.get)
def test_a_word_has_one_word_in_its_place(pattern: str) -> None:
    unwanted = re.compile(pattern, re.IGNORECASE)
    assert len(all_texts()) > 2000
    found = [f"{where}: {text}" for where, text in all_texts() if unwanted.search(text)]
    assert found == [], f"instead: {INSTEAD[pattern]}"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Đóng chương trình rồi mở lại.",
            "Căn chữ trong cột",
            "Bản nháp",
            "Chọn tập tin",
            "Nhấn vào nút Lưu",
        ),
        *("Vui lòng chờ.", "Bạn có muốn lưu?", "Số không hợp lệ", "Chọn file Word", "Đã lưu!", "Xoá mục này"),
        *("Hủy bỏ", "Tuỳ chọn", "Chuyển hoá đơn"),
    ],
)
def test_the_list_knows_such_a_text_when_it_sees_it(text: str) -> None:
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in INSTEAD)


@pytest.mark.parametrize(
    "text",
    ["Căn cứ", "Chương trình công tác", "Bấm “Sửa giúp”", "Hủy các văn bản", "Quý III, thủy lợi"],
)
def test_the_list_lets_what_is_right_pass(text: str) -> None:
    found = [pattern for pattern in INSTEAD if re.search(pattern, text, re.IGNORECASE)]
    assert found == []


def test_a_menu_that_a_text_names_is_there(opened: MainWindow) -> None:
    titles = ["Start"]  # that of Windows
    titles += sorted((title.replace("&", "") for title in menus(opened)), key=len, reverse=True)
    named = re.compile(rf"\bmenu \**(?!(?:{'|'.join(titles)})\b)[A-ZĐ]\w+(?: \w+)?")
    wrong = [f"{where}: {found.group()}" for where, text in all_texts() if (found := named.search(text))]
    assert wrong == []
