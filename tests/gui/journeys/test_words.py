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
    r"xuất bản": "xuất tệp; xuất bản is what a publisher does",
    r"thực đơn": "menu",
    r"bỏ dấu thanh": "kiểu đặt dấu thanh",
    r"về danh sách|báo cáo của tôi": "Trang đầu, the one name of the first page",
    r"thứ (?-i:hai|ba|tư|năm|sáu|bảy)\b(?= ngày)": "thứ Hai, thứ Năm: days have capitals",
    r"chỗ cần xem lại sau khi nhập": "ghi chú khi nhập",
    r"ứng dụng(?! công nghệ)": "phần mềm",
    r"\bhàng (?:ngày|tuần|tháng|năm)\b": "hằng",
    r"\bnhấn\b(?! mạnh)": "bấm, of keys and buttons",
    r"(?<!thanh )trạng thái": "tình trạng",
    r"bản sao lưu": "bản sao",
    r"bản quét": "ảnh quét",
    r"(?<!bảng )mã chữ|bảng mã chữ": "bảng mã",
    r"đời cũ": "kiểu cũ, of a .doc",
    r"\bcứu\b": "lấy lại",
    r"rồi làm lại\b": "rồi thử lại; làm lại is what follows hoàn tác",
    r"(?<!phiên )\bbản mới (?:hơn|nhất) của phần mềm": "phiên bản; a bản is kept in the history",
    r"khổ giấy đứng|giấy đứng": "khổ giấy dọc",
    r"cả bài": "toàn văn",
    r"chẳng hạn": "ví dụ",
    r"(?<![“”\\])\"": "“…”",
    r"\.\.\.": "…",
    r"(?:[hkltx](?-i:o[àáảãạ])|kh(?-i:o[èéẻẽẹ])|\b(?:h|th|t|l|)(?-i:u[ỳýỷỹỵ]))\b": "hóa, khỏe, hủy: one way",
}
"""Patterns, and what is said in their place."""
EXEMPT = {
    "danvan_desktop/checks/citations": "knows kinds of documents",
    "danvan_desktop/checks/names.py": "knows both ways to put the tone",
    "danvan_desktop/checks/topics": "knows how offices write, with examples of what is wrong",
    "danvan_desktop/gui/offices/layout_settings_form.py": "shows both ways to put the tone",
    "danvan_desktop/inspection/wording/cit": "knows kinds of documents",
    "danvan_desktop/inspection/wording/offices.py": "knows kinds of documents",
    "danvan_desktop/inspection/lines/common_practice/spelling.py": "speaks of both ways to put the tone",
    "danvan_desktop/report/agency_names.py": "knows both ways to put the tone",
    "danvan_desktop/report/document_kinds.py": "knows kinds of documents",
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
    """Give the strings of a source, but for those that document it; ``{}`` for what is put in later.

    A rule's examples ("bad", "good") are sentences of reports, and nobody is shown them.
    """
    tree = ast.parse(path.read_text("utf-8"))
    passed_over: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed_over.add(node.value)
        elif isinstance(node, ast.keyword) and node.arg in {"bad", "good"}:
            passed_over.update(ast.walk(node.value))
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
        *("Hủy bỏ", "Tuỳ chọn", "Chuyển hoá đơn", "Xuất bản trình ký…", "Mở thực đơn", "bản sao hàng ngày"),
        *("Ứng dụng này", "Nhấn Enter", "Trạng thái báo cáo", "bản sao lưu gần nhất", "là bản quét"),
        *("dùng mã chữ cũ", "bảng mã chữ cũ", "tệp Word đời cũ", "chưa cứu được", "rồi làm lại."),
        *("do bản mới hơn của phần mềm ghi", "Khổ giấy đứng", "dán cả bài", "chẳng hạn 4,5", 'dòng "Lưu"'),
        "Đang in...",
    ],
)
def test_the_list_knows_such_a_text_when_it_sees_it(text: str) -> None:
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in INSTEAD)


@pytest.mark.parametrize(
    "text",
    [
        *("Căn cứ", "Chương trình công tác", "Bấm “Sửa giúp”", "Hủy các văn bản", "Quý III, thủy lợi"),
        *("Làm lại", "phiên bản mới hơn của phần mềm", "bảng mã cũ", "hằng năm", "thanh trạng thái"),
    ],
)
def test_the_list_lets_what_is_right_pass(text: str) -> None:
    found = [pattern for pattern in INSTEAD if re.search(pattern, text, re.IGNORECASE)]
    assert found == []


def messages() -> Iterator[tuple[str, str]]:
    """Give the texts that must end: what an error says, and what has a sentence before its last one."""
    for path in sorted((ROOT / "danvan_desktop").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("danvan_desktop/checks/topics"):  # their messages are tested with their examples
            continue
        raised = {
            call.args[0].lineno
            for call in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id == "UserError"
            and call.args
            and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
        }
        for line, text in strings_of(path):
            if MARKED.search(text) and (line in raised or ONE_SENTENCE_MORE.search(text)):
                yield f"{name}:{line}", text


ONE_SENTENCE_MORE = re.compile(r"[^\W\d_]{2,}[”)]?[.?] [A-ZĐ]")
GOES_ON = {
    (
        "Hãy xin tệp Word (.docx) của báo cáo. Nếu chỉ có ảnh thì gõ lại, hoặc dùng phần mềm nhận dạng chữ "
        "(OCR) chuyển thành tệp Word rồi nhập tệp ấy"
    ),
    "Tệp dữ liệu bị hỏng. Đã lấy lại được",
}
"""Beginnings: their ends stand where they are used."""


def test_a_message_ends_with_a_stop() -> None:
    told = [(where, text) for where, text in messages() if text not in GOES_ON and not text.startswith(" ")]
    assert len(told) > 150
    assert [f"{where}: {text}" for where, text in told if not re.search(r"[.?…:;}>”]\s*$", text)] == []


def test_no_text_has_two_spaces_side_by_side() -> None:
    spread = re.compile(r"[^\W\d] {2,}\w")
    found = [
        f"{where}: {text}"
        for where, text in texts()
        if ".py:" in where and spread.search(text) and not text.endswith("   F8")
    ]
    assert [text for text in found if "app/arguments.py" not in text] == []  # its lines stand in columns


def test_a_menu_that_a_text_names_is_there(opened: MainWindow) -> None:
    titles = ["Start"]  # that of Windows
    titles += sorted((title.replace("&", "") for title in menus(opened)), key=len, reverse=True)
    named = re.compile(rf"\bmenu \**(?!(?:{'|'.join(titles)})\b)[A-ZĐ]\w+(?: \w+)?")
    wrong = [f"{where}: {found.group()}" for where, text in all_texts() if (found := named.search(text))]
    assert wrong == []
