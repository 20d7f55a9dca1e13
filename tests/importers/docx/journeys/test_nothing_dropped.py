"""Every word of a Word file is in the report or in its notes, wherever in the file it stood."""

import re
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.importers.docx import read_blocks
from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report
from tests.builders.word_file import (
    BEGIN,
    END,
    HEAD,
    SEPARATE,
    TAIL,
    TITLE,
    bold,
    code,
    listed,
    numbering,
    p,
    r,
    table,
    word_file,
)
from tests.importers.docx.shape import imported

OPENINGS = (
    *("", "I. ", "II- ", "1. ", "2.1 ", "a) ", "- ", "+ ", "Căn cứ ", "Nơi nhận: ", "Kính gửi: ", "BÁO CÁO "),
    *("PHẦN I ", "Phụ lục I ", "KT. CHÁNH VĂN PHÒNG ", "- Lưu: VT, ", "Trên đây là ", "Bảng 1. "),
    *("(Kèm theo ", "Số: 5/BC-VP ", "25-"),
)
ENDINGS = ("", ".", ";", ":", "./.", ",")
FORMS = ("", '<w:jc w:val="center"/>', '<w:jc w:val="right"/>', '<w:ind w:left="4000"/>')
BREAKS = ("<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="page"/></w:r>', "")
BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
FIELD_SIGNS = (*("",) * 6, BEGIN, SEPARATE, END, BEGIN + code("REF a"), code("REF b"))
"""Anywhere and in any order: fields that never end, end twice, lie in one another."""
HIDDEN = "<w:vanish/>"
WRAPPED: tuple[Callable[[str], str], ...] = (
    r,
    r,
    bold,
    lambda text: r(text, "<w:i/>"),
    lambda text: r(text, "<w:caps/>"),
    lambda text: r(text, HIDDEN),
    lambda text: f"<w:ins>{r(text)}</w:ins>",
    lambda text: f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>",
    lambda text: f'<w:hyperlink w:anchor="x">{r(text)}</w:hyperlink>',
    lambda text: f"<w:sdt><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>",
    lambda text: f'<w:fldSimple w:instr="REF x">{r(text)}</w:fldSimple>',
    lambda text: f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>",
    lambda text: BOX.format(p(text)),
    lambda text: BOX.format(table([p(text)])),
)


_counts = cache(st.integers)
_yes_or_no = st.booleans()
_wrapped = st.sampled_from(WRAPPED)
_one_of = cache(st.sampled_from)


class Maker:
    """Makes the pieces of one file; every word is its own."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.words: list[str] = []
        self._number = count(1)

    def word(self, *, capital: bool = False) -> str:
        word = f"chữ{next(self._number)}x"
        self.words.append(word)
        return word.upper() if capital else word

    def text(self) -> str:
        capital = self.draw(_counts(0, 3)) == 0
        words = " ".join(self.word(capital=capital) for _ in range(self.draw(_counts(1, 4))))
        return self.pick(OPENINGS) + words + self.pick(ENDINGS)

    def pick(self, values: tuple[str, ...]) -> str:
        picked: str = self.draw(_one_of(values))
        return picked

    def paragraph(self) -> str:
        runs = "".join(
            self.pick(FIELD_SIGNS) + self.draw(_wrapped)(self.text()) + self.pick(BREAKS)
            for _ in range(self.draw(_counts(1, 3)))
        )
        if self.draw(_counts(0, 4)) == 0:
            return listed(self.draw(_counts(1, 2)), self.draw(_counts(0, 2)), runs)
        return p(runs, properties=self.pick(FORMS))

    def cell(self) -> str:
        merged = self.pick(("", '<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>'))
        content = "".join(self.paragraph() for _ in range(self.draw(_counts(0, 2))))
        return f"<w:tc><w:tcPr>{merged}</w:tcPr>{content}{p('')}</w:tc>"

    def table(self) -> str:
        rows = [[self.cell() for _ in range(self.draw(_counts(1, 3)))] for _ in range(2)]
        return table(*rows, borders=self.draw(_yes_or_no))

    def block(self) -> str:
        return self.table() if self.draw(_counts(0, 4)) == 0 else self.paragraph()


@st.composite
def files(draw: st.DrawFn) -> tuple[list[str], bytes]:
    """The words of a Word file, and the file."""
    maker = Maker(draw)
    body = p("Văn bản.") + "".join(maker.block() for _ in range(draw(_counts(1, 10))))
    head = HEAD + TITLE if draw(_yes_or_no) else ""
    tail = TAIL if draw(_yes_or_no) else ""
    behind = "".join(maker.block() for _ in range(draw(_counts(0, 3))))
    file = word_file(
        head + body + tail + behind,
        numbering=numbering(("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "o"))
        + numbering(("lowerLetter", "%1)"), ("decimal", "Điều %2."), number=2),
        header1=p(maker.word()),
        footnotes=f'<w:footnote w:id="2">{p("không ai trích")}</w:footnote>',
    )
    return maker.words, file


def kept(report: Report) -> set[str]:
    text = all_text(report) + str(report.marks.draft)
    return set(re.findall(r"chữ\d+x", text.lower()))


@settings(max_examples=300)
@given(files())
def test_no_word_of_a_word_file_is_lost(made: tuple[list[str], bytes]) -> None:
    words, file = made
    report = imported(file)
    found = kept(report)
    assert [word for word in words if word not in found] == []
    assert [note.text for note in report.import_notes if note.kind == "unplaced"] == []


@settings(max_examples=100)
@given(files())
def test_no_word_of_an_inserted_file_is_lost(made: tuple[list[str], bytes]) -> None:
    words, file = made
    ids = count(1)
    blocks, notes = read_blocks(InputFile(Path("a.docx"), file), lambda: next(ids))
    text = str(blocks) + " ".join(note.text for note in notes)
    found = set(re.findall(r"chữ\d+x", text.lower()))
    assert [word for word in words if word not in found] == []
