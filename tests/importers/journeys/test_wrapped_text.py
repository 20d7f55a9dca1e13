"""A report wrapped, paged and numbered as a PDF leaves it comes back paragraph by paragraph."""

import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from danvan_desktop.importers.plain_text import report_from_text
from danvan_desktop.importers.recognition.lines.line_fullness import times_width
from danvan_desktop.report.model import Paragraph, Report, plain

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
TEXT = """
công tác dân vận năm nay được triển khai thực hiện đồng bộ hiệu quả gắn với nhiệm vụ chuyên môn của cơ
quan đơn vị góp phần nâng cao nhận thức trách nhiệm đội ngũ cán bộ công chức viên chức người lao động
kinh tế quốc phòng mô hình khéo phong trào thi đua yêu nước chính sách pháp luật
"""
WORDS = TEXT.split()
TITLES = [
    "ĐẶC ĐIỂM TÌNH HÌNH",
    "CÔNG TÁC TRIỂN KHAI THỰC HIỆN",
    "ĐÁNH GIÁ CHUNG",
    "NHIỆM VỤ TRỌNG TÂM NĂM 2026",
    "KIẾN NGHỊ",
]
Wrap = Callable[[str, int], list[str]]
Expected = tuple[str, str | None, str]


def sentence_of(dice: random.Random, longest: int, end: str = ".") -> str:
    words = [dice.choice(WORDS) for _ in range(dice.randint(4, longest))]
    for place in range(3, len(words) - 2, 7):
        words[place] += dice.choice([",", ",", ";", "."])
        if words[place].endswith("."):
            words[place + 1] = words[place + 1].capitalize()
    return " ".join(words).capitalize()[:1] + " ".join(words)[1:] + end


@dataclass
class Original:
    """A report as its author thought of it and as the PDF's text gives it."""

    wrap: Wrap
    width: int
    expected: list[Expected] = field(default_factory=list)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)

    def add(self, role: str, number: str | None, text: str, typed: str = "") -> None:
        typed = typed or (f"{number} " if number else "")
        while role != "section" and not self._tells_its_end(typed + text):
            text = text[:-1].rsplit(" ", 1)[0].rstrip(",;.") + (text[-1] if text[-1] in ".;" else "")
        self.expected.append((role, number, text))
        self.paragraphs.append((typed, text))

    def _tells_its_end(self, text: str) -> bool:
        """No one can tell a line that happens to be full and ends a sentence: an end, or not?"""
        first, *_, last = [*self.wrap(text, self.width), ""][:-1] * 2
        return len(last) < self.width * 0.8 and (first == last or not first.endswith((".", ";")))


def invent(seed: int, wrap: Wrap, width: int) -> Original:
    dice = random.Random(seed)
    original = Original(wrap, width)
    roman_sign = dice.choice([".", "-", "/", " -"])
    digit_sign = dice.choice([".", ".", "/"])
    bullet = dice.choice(["-", "-", "•", "–"])
    for index, title in enumerate(TITLES):
        number = ["I", "II", "III", "IV", "V"][index]
        original.add("section", f"{number}.", title, f"{number}{roman_sign} ")
        for _ in range(dice.randint(1, 3)):
            original.add("body", None, sentence_of(dice, 60))
        for khoan in range(1, dice.randint(1, 4)):
            style = dice.choice(["heading", "clause", "list", "points"])
            typed = f"{khoan}{digit_sign} "
            if style == "clause":
                original.add(
                    "clause", f"{khoan}.", sentence_of(dice, 70) + " " + sentence_of(dice, 40), typed
                )
                continue
            original.add("heading", f"{khoan}.", sentence_of(dice, 8, end=""), typed)
            for place in range(dice.randint(1, 3)):
                if style == "list":
                    original.add("item", None, sentence_of(dice, 40, end=dice.choice(";.")), f"{bullet} ")
                elif style == "points":
                    original.add("point", "abc"[place] + ")", sentence_of(dice, 40, end=dice.choice(";.")))
                else:
                    original.add("body", None, sentence_of(dice, 60))
    return original


def by_characters(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def by_times(text: str, width: int) -> list[str]:
    """Break ``text`` where a page in Times would, its first line indented."""
    limit, lines = width / 2.5, [""]
    for word in text.split():
        room = limit * (0.9375 if len(lines) == 1 else 1)
        longer = f"{lines[-1]} {word}".strip()
        if times_width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def as_pdf_text(original: Original, *, residue: bool) -> str:
    """Set ``original`` as copied text: page numbers, a blank line after each first line."""
    lines: list[str] = []
    page, last = 1, 0
    for typed, text in original.paragraphs:
        wrapped = original.wrap(typed + text, original.width)
        for index, line in enumerate(wrapped):
            ends = index + 1 == len(wrapped)
            lines.append(line if ends else line + " ")
            if residue and index == 0 and not ends:
                lines.append("")
            if index > 0 and not ends and len(lines) > last + 30:
                page, last = page + 1, len(lines)
                lines += ["", str(page), ""]
                wrapped[index + 1] = " " + wrapped[index + 1]
        if residue and len(wrapped) > 1:
            lines.append("")
    opening = "Thực hiện Công văn số 1/SNV, cơ quan báo cáo:"
    return "\n".join(["BÁO CÁO", "Kết quả công tác dân vận năm 2025", "", opening, "", *lines])


def found(report: Report) -> list[Expected]:
    result: list[Expected] = []
    for section in report.sections:
        result.append(("section", section.number, plain(section.title)))
        for block in section.blocks:
            assert isinstance(block, Paragraph)
            result.append((block.role, block.number, plain(block.runs)))
    return result


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(("wrap", "width"), [(by_characters, 72), (by_characters, 90), (by_times, 80)])
@pytest.mark.parametrize("residue", [True, False])
def test_a_wrapped_report_comes_back_whole(seed: int, wrap: Wrap, width: int, residue: bool) -> None:
    original = invent(seed, wrap, width)
    report = report_from_text(as_pdf_text(original, residue=residue), NOW)
    assert found(report) == original.expected
    notes = [note.text for note in report.import_notes if note.kind == "unprinted"]
    assert all(note.startswith("Đã bỏ số trang: “2”") for note in notes)


@pytest.mark.parametrize("seed", range(4))
def test_a_blank_line_after_every_line_changes_nothing(seed: int) -> None:
    original = invent(seed, by_characters, 80)
    single = as_pdf_text(original, residue=False)
    lines = [line for line in single.split("\n") if line.strip()]
    assert found(report_from_text("\n\n".join(lines), NOW)) == found(report_from_text("\n".join(lines), NOW))


@pytest.mark.parametrize("change", ["\r\n", "\u00a0", "margin"])
def test_line_ends_odd_spaces_and_a_margin_change_nothing(change: str) -> None:
    text = as_pdf_text(invent(1, by_times, 80), residue=True)
    match change:
        case "\r\n":
            other = text.replace("\n", "\r\n")
        case "\u00a0":
            other = text.replace(" ", "\u00a0")
        case _:
            other = "\n".join("    " + line for line in text.split("\n"))
    assert found(report_from_text(other, NOW)) == found(report_from_text(text, NOW))
