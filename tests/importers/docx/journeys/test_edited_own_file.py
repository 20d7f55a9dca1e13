"""Our own Word file, edited afterwards: every word that was put in anywhere comes back or is named."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from danvan_desktop.reading.docx.elements import Element, local
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report
from tests.builders import full_report, libreoffice
from tests.builders.exported_files import as_docx, parts
from tests.builders.word_file import BEGIN, END, NAMESPACES, SEPARATE, code, p, r, table, zipped
from tests.importers.docx.shape import imported

WORD = "chữlạx"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOX = "<w:txbxContent>{}</w:txbxContent>"
_PICTURE = f"<w:r><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></w:r>"
_DRAWING = (
    "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>" + _BOX + "</wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
Wrap = Callable[[str], str]
"""Puts a word into elements of a paragraph."""


def _both(chosen: str, other: str) -> str:
    branches = f"<mc:Choice>{chosen}</mc:Choice><mc:Fallback>{other}</mc:Fallback>"
    return f"<mc:AlternateContent>{branches}</mc:AlternateContent>"


WRAPS: dict[str, Wrap] = {
    "typed": r,
    "hidden": lambda word: r(word, "<w:vanish/>"),
    "inserted": lambda word: f"<w:ins>{r(word)}</w:ins>",
    "moved here": lambda word: f"<w:moveTo>{r(word)}</w:moveTo>",
    "moved away": lambda word: f"<w:moveFrom>{r(word)}</w:moveFrom>",
    "deleted": lambda word: f"<w:del><w:r><w:delText>{word}</w:delText></w:r></w:del>",
    "control": lambda word: f"<w:sdt><w:sdtContent>{r(word)}</w:sdtContent></w:sdt>",
    "smart tag": lambda word: f"<w:smartTag>{r(word)}</w:smartTag>",
    "link": lambda word: f'<w:hyperlink w:anchor="x">{r(word)}</w:hyperlink>',
    "ruby": lambda word: (
        f"<w:r><w:ruby><w:rt>{r(word)}</w:rt><w:rubyBase>{r('a')}</w:rubyBase></w:ruby></w:r>"
    ),
    "simple field": lambda word: f'<w:fldSimple w:instr="REF a">{r(word)}</w:fldSimple>',
    "page number": lambda word: f'<w:fldSimple w:instr="PAGE">{r(word)}</w:fldSimple>',
    "field": lambda word: BEGIN + code("REF a") + SEPARATE + r(word) + END,
    "code": lambda word: BEGIN + code("REF a") + r(word) + END,
    "broken field": lambda word: BEGIN + code("REF a") + r(word),
    "text box": lambda word: _PICTURE.format(p(word)),
    "table in a text box": lambda word: _PICTURE.format(table([p(word)])),
    "text box, twice": lambda word: f"<w:r>{_both(_DRAWING.format(p(word)), '')}</w:r>",
    "text box of another branch": lambda word: f"<w:r>{_both('', _DRAWING.format(p(word)))}</w:r>",
    "symbols": lambda word: "".join(
        f'<w:r><w:sym w:font="Times New Roman" w:char="{ord(letter):04X}"/></w:r>' for letter in word
    ),
    "object": lambda word: (
        f"<w:r><w:object><v:shape><v:textbox>{_BOX.format(p(word))}</v:textbox></v:shape></w:object></w:r>"
    ),
    "word art": lambda word: f'<w:r><w:pict><v:shape><v:textpath string="{word}"/></v:shape></w:pict></w:r>',
    "equation": lambda word: f"<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>",
    "unknown": lambda word: f"<w:lạ>{r(word)}</w:lạ>",
    "footnote": lambda _: '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "endnote": lambda _: '<w:r><w:endnoteReference w:id="2"/></w:r>',
    "comment": lambda _: '<w:r><w:commentReference w:id="2"/></w:r>',
}
ASIDE = {
    f"{kind}s": f'<w:{kind} w:id="2">{p(WORD)}</w:{kind}>' for kind in ("footnote", "endnote", "comment")
}
"""What stands in parts of its own."""


def _reports() -> dict[str, Report]:
    everything = full_report.everything()
    paper = replace(everything, medium="paper", addressees=everything.addressees[:1])
    return {"everything": everything, "paper": paper, "unknown": full_report.unknown_letterhead()}


@cache
def exported(name: str) -> dict[str, bytes]:
    """The parts of the Word file of a report."""
    return parts(as_docx(_reports()[name]))


def stories(files: dict[str, bytes]) -> list[str]:
    return [name for name in files if re.match(r"word/(?:document|header|footer)", name)]


@cache
def places() -> list[tuple[str, str, int]]:
    """Every paragraph of the files: of which report, in which part, which one."""
    return [
        (name, part, index)
        for name in _reports()
        for part in stories(exported(name))
        for index, _ in enumerate(_paragraphs(etree.fromstring(exported(name)[part])))
    ]


def _paragraphs(root: Element) -> list[Element]:
    return [*root.iter(f"{{{root.nsmap['w']}}}p")]


def put(paragraph: Element, inside: str, share: float) -> None:
    """Put ``inside`` into ``paragraph``, behind that share of its letters."""
    made = list(etree.fromstring(f"<w:p {NAMESPACES}>{inside}</w:p>"))
    runs = paragraph.findall("{*}r")
    letters = [(run, text) for run in runs for text in run.findall("{*}t") if len(text.text or "") > 1]
    if share in {0, 1} or not letters:
        at = len(paragraph) if share == 1 else min(1, len(paragraph))  # behind its properties
        paragraph[at:at] = made
        return
    run, text = letters[int(share * len(letters))]
    rest = _split(run, text, max(1, int(share * len(text.text or ""))))
    behind = paragraph.index(run) + 1
    paragraph[behind:behind] = [*made, rest]


def _split(run: Element, text: Element, letters: int) -> Element:
    """Cut ``run`` behind so many letters of its ``text``; return the rest as a run of the same look."""
    at, words, rest = run.index(text), text.text or "", deepcopy(run)
    text.text, rest[at].text = words[:letters], words[letters:]
    for late in list(run)[at + 1 :]:
        run.remove(late)
    for early in list(rest)[:at]:
        if local(early) != "rPr":
            rest.remove(early)
    return rest


def file_with(name: str, added: dict[tuple[str, int], tuple[str, float]]) -> bytes:
    """The file of a report with something put behind a share of the letters of some paragraphs."""
    files = dict(exported(name))
    for part in stories(files):
        root = etree.fromstring(files[part])
        for index, paragraph in enumerate(_paragraphs(root)):
            if (part, index) in added:
                put(paragraph, *added[part, index])
        files[part] = etree.tostring(root, encoding="utf-8")
    relations = "word/_rels/document.xml.rels"
    for kind, content in ASIDE.items():
        files[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>".encode()
        row = f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/></Relationships>'
        files[relations] = files[relations].replace(b"</Relationships>", row.encode())
    return zipped(files)


@settings(max_examples=40)
@given(st.sampled_from(places()), st.sampled_from(sorted(WRAPS)), st.sampled_from([0, 0.3, 0.6, 0.9, 1]))
def test_a_word_put_in_anywhere_is_read_or_named(
    place: tuple[str, str, int], wrap: str, share: float
) -> None:
    name, part, index = place
    report = imported(file_with(name, {(part, index): (WRAPS[wrap](WORD), share)}))
    assert report.id == _reports()[name].id
    assert WORD in all_text(report)


@pytest.mark.parametrize("wrap", WRAPS)
def test_words_put_into_every_kind_of_line_at_once_are_read_or_named(wrap: str) -> None:
    lines = [(part, index) for name, part, index in places() if name == "everything"]
    words, file = _with_words({_style("everything", *line): line for line in lines}.values(), wrap)
    told = set(re.findall(rf"{WORD}(?:\d+x)?", all_text(imported(file))))
    assert told == ({WORD} if wrap in {"footnote", "endnote", "comment"} else words)


def _with_words(lines: Iterable[tuple[str, int]], wrap: str = "typed") -> tuple[set[str], bytes]:
    """A word of its own in each of ``lines``, before, within or behind its own words; and the file."""
    numbered = enumerate(zip(lines, cycle((0, 0.5, 1)), strict=False))
    added = {line: (f"{WORD}{number}x", share) for number, (line, share) in numbered}
    wrapped = {line: (WRAPS[wrap](word), share) for line, (word, share) in added.items()}
    return {word for word, _ in added.values()}, file_with("everything", wrapped)


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is absent")
def test_words_typed_everywhere_survive_libreoffice(tmp_path: Path) -> None:
    words, file = _with_words((part, index) for name, part, index in places() if name == "everything")
    path = tmp_path / "a.docx"
    path.write_bytes(file)
    (open_document,) = libreoffice.convert([path], tmp_path, "odt")
    saved = tmp_path / "saved"
    (again,) = libreoffice.convert([open_document], saved, "docx")
    report = imported(again.read_bytes())
    assert report.id == _reports()["everything"].id
    assert set(re.findall(rf"{WORD}\d+x", all_text(report))) == words


def _style(name: str, part: str, index: int) -> str:
    paragraph = _paragraphs(etree.fromstring(exported(name)[part]))[index]
    found = paragraph.find("{*}pPr/{*}pStyle")
    return "" if found is None else str(next(iter(found.attrib.values())))
