"""An exported Word file as the deputy chief sends it back: edited with tracked changes and without."""

import copy
import io
from collections.abc import Callable, Sequence

import docx
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun
from lxml import etree

from tests.builders.exported_files import paragraph

AUTHOR, DATE = "Trần Thị B", "2025-11-28T10:32:00Z"
Edit = Callable[[WordFile], object]


def sent_back(content: bytes, edits: Sequence[Edit]) -> bytes:
    """``content`` after ``edits``."""
    file = docx.Document(io.BytesIO(content))
    for edit in edits:
        edit(file)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def say(found: WordParagraph, text: str) -> WordParagraph:
    """Type ``text`` in the place of all that a paragraph says."""
    first, *rest = found.runs or [found.add_run()]
    first.text = text
    for run in rest:
        run.text = ""
    return found


def below(file: WordFile, start: str, text: str) -> WordParagraph:
    """Press Enter at the end of a line and type another."""
    host = paragraph(file, start)
    made = copy.deepcopy(host._p)
    host._p.addnext(made)
    return say(WordParagraph(made, host._parent), text)


def replaced(start: str, old: str, new: str) -> Edit:
    """Say ``new`` for ``old`` in the paragraph that begins with ``start``; nobody tracks it."""

    def edit(file: WordFile) -> None:
        run, before, after = _cut(paragraph(file, start), old)
        run.text = before + new + after

    return edit


def tracked(start: str, old: str, new: str) -> Edit:
    """The same with tracked changes."""

    def edit(file: WordFile) -> None:
        run, before, after = _cut(paragraph(file, start), old)
        gone, come, rest = (copy.deepcopy(run._r) for _ in range(3))
        run.text = before
        WordRun(rest, run._parent).text = after
        WordRun(come, run._parent).text = new
        WordRun(gone, run._parent).text = old
        for text in gone.findall(qn("w:t")):
            text.tag = qn("w:delText")
        run._r.addnext(rest)
        if new:
            run._r.addnext(_revision("w:ins", come))
        if old:
            run._r.addnext(_revision("w:del", gone))

    return edit


def run_of(found: WordParagraph, words: str) -> WordRun:
    """Make a run of its own of ``words``."""
    run, before, after = _cut(found, words)
    middle, end = (WordRun(copy.deepcopy(run._r), found) for _ in range(2))
    run.text, middle.text, end.text = before, words, after
    run._r.addnext(end._r)
    run._r.addnext(middle._r)
    return middle


def taken_out(run: etree._Element, mark: etree._Element) -> None:
    """Delete ``run`` under track changes: from then on it stands in ``mark``, which says who did it."""
    run.addprevious(mark)
    mark.append(run)
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")


def drop(element: etree._Element) -> None:
    """Take ``element`` out of what holds it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def without(start: str) -> Edit:
    """Delete the paragraph that begins with ``start``."""

    def edit(file: WordFile) -> None:
        drop(paragraph(file, start)._p)

    return edit


def with_paragraph(after: str, text: str) -> Edit:
    """Press Enter at the end of the paragraph that begins with ``after`` and type ``text``."""

    def edit(file: WordFile) -> None:
        before = paragraph(file, after)._p
        new = copy.deepcopy(before)
        for child in list(new):
            if child.tag not in {qn("w:pPr"), qn("w:r")}:
                new.remove(child)
        runs = new.findall(qn("w:r"))
        for run in runs[1:]:
            new.remove(run)
        WordRun(runs[0], WordParagraph(new, file)).text = text  # type: ignore[arg-type]  # as its own do
        before.addnext(new)

    return edit


def moved(start: str, after: str) -> Edit:
    """Cut the paragraph that begins with ``start`` and paste it after another."""

    def edit(file: WordFile) -> None:
        taken = paragraph(file, start)._p
        paragraph(file, after)._p.addnext(taken)

    return edit


def in_cell(row: int, column: int, text: str) -> Edit:
    """Type ``text`` into a cell of the first table with a frame."""

    def edit(file: WordFile) -> None:
        table = next(table for table in file.tables if len(table.rows) > 2)
        say(table.cell(row, column).paragraphs[0], text)

    return edit


def _cut(found: WordParagraph, words: str) -> tuple[WordRun, str, str]:
    """The run that holds ``words``, and what stands before and after them in it."""
    for run in found.runs:
        if words in run.text:
            before, _, after = run.text.partition(words)
            return run, before, after
    raise LookupError(words)


def _revision(name: str, run: CT_R) -> etree._Element:
    revision = OxmlElement(name)
    revision.set(qn("w:id"), str(id(run) % 100_000))
    revision.set(qn("w:author"), AUTHOR)
    revision.set(qn("w:date"), DATE)
    revision.append(run)
    return revision
