"""Somebody edits the exported Word file: new paragraphs take the formatting of their neighbours."""

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from danvan_desktop.exporters import export
from danvan_desktop.importers import read
from danvan_desktop.report.model import Paragraph, Run
from tests.builders.exported_files import paragraph
from tests.builders.full_report import everything, report
from tests.builders.libreoffice import letters_of, lines_of_pdf, program, to_pdfs
from tests.builders.reports import NOW

CLOSING = tuple(
    Paragraph(60 + number, runs=(Run(text),))
    for number, text in enumerate(("Kết quả nêu trên.", "Văn phòng tiếp tục.", "Trên đây là báo cáo."))
)
"""The first of them stands below a table, the last two go with the signing block."""
MM = 1440 / 25.4
NBSP = "\u00a0"


def pressed_enter(paragraph: WordParagraph, text: str) -> None:
    """Do what Word does at Enter at the end: the look goes on, or the style that follows it begins."""
    new = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(new)
    made = WordParagraph(new, paragraph._parent)
    style = paragraph.style
    if style is not None and style.next_paragraph_style != style:
        new.remove(new.get_or_add_pPr())
        made.style = style.next_paragraph_style
    for mark in [*new.iter(qn("w:bookmarkStart")), *new.iter(qn("w:bookmarkEnd"))]:
        new.remove(mark)
    made.text = text


def typed(paragraph: WordParagraph, old: str, new: str) -> None:
    """Type over blanks within a run, as the clerk of records does."""
    run = next(run for run in paragraph.runs if old in run.text)
    run.text = run.text.replace(old, new, 1)


def fill_in(file: WordFile) -> None:
    number, date = paragraph(file, "Số:"), paragraph(file, "An Bình,")
    typed(number, number.text[3 : number.text.index("/")], " 1234")
    for word, day in (("ngày", " 15 "), ("tháng", " 12 ")):
        blanks = date.text.split(word)[1]
        typed(date, blanks[: len(blanks) - len(blanks.lstrip(NBSP))], day)


def new_line_after(text: str) -> Callable[[WordFile], None]:
    return lambda file: pressed_enter(paragraph(file, text), NEW_LINE)


NEW_LINE = "Đoạn mới gõ thêm."
PLACES = ("Thực hiện Công văn", "- Văn phòng đã chủ động", "1. ", "Kết quả nêu", "Trên đây")
CHANGES: dict[str, Callable[[WordFile], None]] = {
    "nothing": lambda _: None,
    "number and date": fill_in,
    **{place: new_line_after(place) for place in PLACES},
}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What LibreOffice makes of the Word file after each of :data:`CHANGES`."""
    folder = tmp_path_factory.mktemp("edited")
    original = folder / "a.docx"
    export(replace(report(6), closing=CLOSING), [original])
    paths = []
    for number, change in enumerate(CHANGES.values()):
        file = docx.Document(str(original))
        change(file)
        paths.append(folder / f"{number}.docx")
        file.save(str(paths[-1]))
    return dict(zip(CHANGES, to_pdfs(paths, folder / "pdf"), strict=True))


libreoffice = pytest.mark.libreoffice
needs_libreoffice = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")


@libreoffice
@needs_libreoffice
def test_number_and_date_typed_later_stay_centred_in_their_columns(edited: dict[str, Path]) -> None:
    rows: dict[int, list[tuple[float, str]]] = {}
    for y, x, letter in letters_of(pypdfium2.PdfDocument(edited["number and date"])[0]):
        rows.setdefault(round(y), []).append((x, letter))
    row = next(sorted(row) for row in rows.values() if "Số:1234/BC-VP" in "".join(c for _, c in sorted(row)))
    left, right = [x for x, _ in row if x < 90 * MM], [x for x, _ in row if x > 90 * MM]
    assert "".join(c for x, c in row if x > 90 * MM) == "AnBình,ngày15tháng12năm2025"
    for found, centre in ((left, 60), (right, 140)):
        # Letters are known by their left edges: the last one is about 2 mm wide.
        assert (min(found) + max(found) + 2 * MM) / 2 == pytest.approx(centre * MM, abs=1.5 * MM)


@libreoffice
@needs_libreoffice
@pytest.mark.parametrize("place", PLACES)
def test_a_paragraph_typed_after_another_stands_and_looks_like_running_text(
    place: str, edited: dict[str, Path]
) -> None:
    shown = "".join(NEW_LINE.split())
    pages = lines_of_pdf(edited[place])
    lines = next(page for page in pages if any(text == shown for _, text in page))
    index = next(i for i, (_, text) in enumerate(lines) if text == shown)
    # 17 pt from line to line and 6 pt between paragraphs, above the new one and below it.
    assert lines[index][0] - lines[index - 1][0] == pytest.approx(23 * 20, abs=2)
    for below, text in lines[index + 1 : index + 2]:
        if not text.startswith("Nơinhận:"):
            assert below - lines[index][0] == pytest.approx(23 * 20, abs=2)


@libreoffice
@needs_libreoffice
def test_a_line_typed_above_the_signing_block_leaves_its_distance(edited: dict[str, Path]) -> None:
    def distance(path: Path) -> float:
        lines = next(page for page in lines_of_pdf(path) if any("Nơinhận:" in text for _, text in page))
        index = next(i for i, (_, text) in enumerate(lines) if "Nơinhận:" in text)
        return lines[index][0] - lines[index - 1][0]

    assert distance(edited["Trên đây"]) == pytest.approx(distance(edited["nothing"]), abs=2)


def test_every_style_is_followed_by_itself_or_by_one_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    export(everything(), [path])
    file = docx.Document(str(path))
    following = {
        style.name: style.next_paragraph_style.name
        for style in file.styles
        if style.element.get(qn("w:type")) == "paragraph" and style.next_paragraph_style is not None
    }
    titles = {"Heading 1", "Heading 2", "Subtitle", "Tên phần", "Kèm theo"}
    assert {following[title] for title in titles} == {"Body Text"}
    assert (following["Title"], following["Phần"]) == ("Subtitle", "Tên phần")
    assert (following["Body Text"], following["Gạch đầu dòng"]) == ("Body Text", "Gạch đầu dòng")


def test_what_was_typed_in_the_word_file_comes_back_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    export(report(), [path])
    file = docx.Document(str(path))
    pressed_enter(paragraph(file, "Trên đây"), "Đoạn mới gõ thêm.")
    file.save(str(path))
    assert "Đoạn mới gõ thêm" in str(read(path, NOW).closing)
