"""A report that comes back as an OpenDocument text: who changed what is told as the text itself tells it.

files/sua-theo-doi.odt was edited in LibreOffice 25.2 with its changes recorded, by eight people; y-kien.odt
has ten comments besides. Beside them stands what LibreOffice made of them (make_files.py).
"""

import copy
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from danvan_desktop.importers.docx.takeback.lost_changes import with_lost_changes
from danvan_desktop.reading.docx.package import opened
from danvan_desktop.reading.odt.tracked_changes import read_odt
from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.model import ReturnComparison, Revision
from danvan_desktop.report.takeback.wording import revision_text, who_text
from tests.builders.edited_word_file import taken_out
from tests.builders.exported_files import paragraph
from tests.builders.libreoffice import convert, program
from tests.builders.odt_file import change, odt_file, point, region, spanned
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback.cases import base

FILES = Path(__file__).parents[1] / "files"
WORD = "docx:MS Word 2007 XML"
needs_libreoffice = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")


def compared(returned: bytes) -> ReturnComparison:
    report, sent = base(), read_docx(sent_docx(base()))
    return compare(report, report, sent, read_docx(returned, sent))


def signs(odt: bytes) -> set[str]:
    """Everybody who tracked something, with the time, as they are told to the user."""
    found = set()
    for each in read_odt(odt).changes:
        for who in filter(None, (each.revision, each.put_in_by)):
            found.add(revision_text(who))
    return found


def told(comparison: ReturnComparison) -> str:
    return "\n".join([*map(who_text, comparison.changes), *(each.text for each in comparison.left)])


def test_everybody_who_recorded_a_change_in_libreoffice_is_named_with_the_time() -> None:
    odt, made = (FILES / "sua-theo-doi.odt").read_bytes(), (FILES / "sua-theo-doi-odt.docx").read_bytes()
    assert len(signs(odt)) == 8
    said = told(compared(with_lost_changes(made, odt)))
    assert [who for who in signs(odt) if who not in said] == []
    assert [who for who in signs(odt) if who not in told(compared(made))] != []  # or nothing needs filling in


def test_each_comment_of_libreoffice_comes_with_author_time_and_whether_it_is_settled() -> None:
    odt, made = (FILES / "y-kien.odt").read_bytes(), (FILES / "y-kien-odt.docx").read_bytes()
    xml = opened(odt).read("content.xml").decode()
    inside = re.findall(r"<office:annotation ([^>]*)>(.*?)</office:annotation>", xml)
    wanted = Counter(
        (
            re.findall("<dc:creator>(.*?)</dc:creator>", said)[0],
            datetime.fromisoformat(re.findall("<dc:date>(.*?)</dc:date>", said)[0]),
            " ".join(re.findall("<text:p[^>]*>(.*?)</text:p>", said)),
            'resolved="true"' in signs_of,
        )
        for signs_of, said in inside
    )
    comments = [each for each in compared(with_lost_changes(made, odt)).changes if each.kind == "comment"]
    found = Counter(
        (each.author, datetime.fromisoformat(each.date.rstrip("Z")), plain(each.new), each.is_resolved)
        for each in comments
    )
    assert len(inside) == 10
    assert found == wanted


@needs_libreoffice
def test_a_word_file_tracked_by_many_that_libreoffice_saved_as_odt_names_everybody_whom_the_odt_names(
    tmp_path: Path,
) -> None:
    file = docx.Document(_written(tmp_path / "a.docx", sent_docx(base())))
    people = iter(range(1, 60))
    _reshaped(paragraph(file, "Đảng bộ Văn phòng"), people)
    _reshaped(file.tables[1].cell(4, 1).paragraphs[0], people)
    _put_in_and_taken_out(paragraph(file, "Tính đến ngày"), people)
    for cell in file.tables[1].rows[5].cells:
        _taken_out(cell.paragraphs[0], people)
    _taken_out(paragraph(file, "- Chọn việc nhỏ"), people)
    file.save(str(tmp_path / "a.docx"))
    (odt,) = convert([tmp_path / "a.docx"], tmp_path / "odt", "odt")
    (back,) = convert([odt], tmp_path / "back", WORD)
    said = told(compared(with_lost_changes(back.read_bytes(), odt.read_bytes())))
    assert len(signs(odt.read_bytes())) >= next(people) - 2
    assert [who for who in signs(odt.read_bytes()) if who not in said] == []


@needs_libreoffice
def test_a_text_written_by_hand_names_everybody(tmp_path: Path) -> None:
    kinds = ("insertion", "format-change", "UnknownChange")
    regions = [
        region(f"c{n}", change(kind, f"Người {n}", "2025-11-28T09:00:00")) for n, kind in enumerate(kinds)
    ]
    gone = "<text:p>Đoạn cũ.</text:p><text:p/>"
    both = (
        change("deletion", "Người 3", "2025-11-28T09:00:00", gone),
        change("insertion", "Người 4", "2025-11-28"),
    )
    regions.append(region("c3", *both))
    body = "".join(f"<text:p>Đoạn {n} {spanned(f'c{n}', 'có chữ mới')} ở giữa.</text:p>" for n in range(3))
    path = _written(tmp_path / "a.odt", odt_file(f"{body}<text:p>{point('c3')}Đoạn cuối.</text:p>", *regions))
    (back,) = convert([Path(path)], tmp_path / "back", WORD)
    made = with_lost_changes(back.read_bytes(), Path(path).read_bytes())
    read = str(read_docx(made))
    assert [n for n in range(5) if f"Người {n}" not in read] == []


def _written(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)


def _mark(kind: str, people: Iterator[int]) -> etree._Element:
    number = next(people)
    mark = OxmlElement(kind)
    who = Revision(f"Người thứ {number:02d}", f"2025-11-28T10:{number:02d}:00Z")
    for name, said in (("id", str(9000 + number)), ("author", who.author), ("date", who.date)):
        mark.set(qn(f"w:{name}"), said)
    return mark


def _reshaped(found: WordParagraph, people: Iterator[int]) -> None:
    change_of = _mark("w:pPrChange", people)
    change_of.append(OxmlElement("w:pPr"))
    found._p.get_or_add_pPr().append(change_of)


def _taken_out(found: WordParagraph, people: Iterator[int]) -> None:
    for run in found.runs:
        taken_out(run._r, _mark("w:del", people))


def _put_in_and_taken_out(found: WordParagraph, people: Iterator[int]) -> None:
    run = copy.deepcopy(found.runs[-1]._r)
    for text in run.findall(qn("w:t")):
        text.tag, text.text = qn("w:delText"), " thừa"
    put_in, gone = _mark("w:ins", people), _mark("w:del", people)
    gone.append(run)
    put_in.append(gone)
    found._p.append(put_in)
