"""Word files that are damaged, locked, disguised or made to do harm: one line of Vietnamese, soon."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.importers.docx import read_blocks
from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.reading.limits import MEBIBYTE
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from tests.builders import full_report
from tests.builders.exported_files import as_docx, parts
from tests.builders.reader_figures import reading_of
from tests.builders.word_file import (
    NAMESPACES,
    bold,
    listed,
    numbering,
    p,
    report_file,
    table,
    word_file,
    zipped,
)
from tests.importers.docx.shape import imported, shape

PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
    '<w:fldChar w:fldCharType="end"/></w:r>'
)


def style(identifier: str, base: str) -> str:
    name = f'<w:name w:val="heading {identifier}"/><w:basedOn w:val="{base}"/>'
    return f'<w:style w:type="paragraph" w:styleId="{identifier}">{name}</w:style>'


FULL = report_file(
    p("Căn cứ Luật;"),
    listed(1, 0, bold("TÌNH HÌNH")),
    listed(1, 1, "Việc ", '<w:r><w:footnoteReference w:id="2"/></w:r>', "một."),
    p("<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>"),
    table(
        [
            p("a"),
            '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>' + p("b") + "</w:tc>",
        ],
        [p("c"), '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>' + p("") + "</w:tc>"],
    ),
    p(PAGE),
    numbering=numbering(("upperRoman", "%1."), ("decimal", "%2.")),
    footnotes=f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>',
    styles=style("1", "1"),
)


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as refused:
        imported(data, "báo cáo.docx")
    message = refused.value.message
    assert "\n" not in message
    assert "báo cáo.docx" in message
    return message


def with_document(xml: bytes) -> bytes:
    return zipped({**parts(FULL), "word/document.xml": xml})


def harmless(data: bytes) -> None:
    """Either a sound report comes of ``data`` or one line that says why not."""
    try:
        report = imported(data)
    except UserError:
        return
    assert from_json(to_json(report)) == report


def test_the_file_that_is_damaged_below_is_sound() -> None:
    assert shape(imported(FULL))[:3] == [
        "CĂN CỨ Căn cứ Luật;",
        "MỤC I. TÌNH HÌNH",
        "H1 1. Việc [chú thích]một.",
    ]


# ---------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không phải tệp Word"),
        (b"van ban", "không phải tệp Word"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1 Bao cao}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kiểu cũ"),
        (FULL[: len(FULL) // 2], "hỏng"),
        (FULL[:40], "hỏng"),
        (zipped({"a.txt": b"x"}), "hỏng"),
        (zipped({**parts(FULL), "[Content_Types].xml": b"<x"}), "hỏng"),
        (zipped({**parts(FULL), "_rels/.rels": b"<Relationships/>"}), "hỏng"),
        (with_document(b""), "hỏng"),
        (with_document(b"<a><b></a>"), "hỏng"),
        (with_document(b"<w/>"), "hỏng"),
        (with_document(b"<w:document/>"), "hỏng"),
        (with_document(b"\xff\xfe<"), "hỏng"),
        (word_file(p("")), "không có chữ nào"),
        (word_file(p("a"), main="document.macroEnabled.main+xml"), "macro"),
    ],
    # Named by hand: the bytes of a zip hold the time it was made.
    ids=[
        "empty",
        "text",
        "pdf",
        "rtf",
        "ole",
        "first half",
        "first bytes",
        "other zip",
        "broken content types",
        "no relationships",
        "no document",
        "crossed tags",
        "another root",
        "unbound prefix",
        "no XML",
        "no words",
        "macros",
    ],
)
def test_what_is_no_report_is_refused_and_the_message_says_why(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_a_workbook_under_the_name_of_a_word_file_is_named() -> None:
    types = parts(FULL)["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
    )
    assert "Excel" in refusal(zipped({**parts(FULL), "[Content_Types].xml": types}))


def test_a_zip_with_a_password_is_refused() -> None:
    locked = bytearray(FULL)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(sign)
        while place >= 0:
            locked[place + flags] |= 1
            place = locked.find(sign, place + 1)
    assert "mật khẩu" in refusal(bytes(locked))


def test_a_part_outside_the_file_is_never_opened() -> None:
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="x/styles" Target="file:///etc/passwd" TargetMode="External"/>'
        b'<Relationship Id="r2" Type="x/footnotes" Target="../../../etc/passwd"/></Relationships>'
    )
    report = imported(zipped({**parts(FULL), "word/_rels/document.xml.rels": rels}))
    assert "TÌNH HÌNH" in " ".join(shape(report))


def test_entities_are_never_followed() -> None:
    body = parts(FULL)["word/document.xml"]
    bomb = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + body.replace(b"TH", b"&b;TH")
    assert "hỏng" in refusal(with_document(bomb))
    for coding in ("utf-16-le", "utf-16-be"):
        mark = "\ufeff".encode(coding)
        assert "hỏng" in refusal(with_document(mark + bomb.decode().encode(coding)))


@pytest.mark.parametrize("wrapper", ["sdt", "ins", "smartTag", "customXml"])
@pytest.mark.parametrize("depth", [60, 200, 5_000])
def test_wrappers_within_wrappers_do_no_harm(wrapper: str, depth: int) -> None:
    inside = f"<w:{wrapper}>" * depth + "<w:r><w:t>sâu</w:t></w:r>" + f"</w:{wrapper}>" * depth
    harmless(report_file(p("I. TÌNH HÌNH"), p(inside)))
    harmless(report_file(p("I. TÌNH HÌNH"), f"<w:{wrapper}>" * depth + p("sâu") + f"</w:{wrapper}>" * depth))


def test_tables_within_tables_do_no_harm() -> None:
    inner = p("đáy")
    for _ in range(60):
        inner = table([inner + p("")])
    harmless(report_file(p("I. TÌNH HÌNH"), inner))


def test_styles_and_notes_that_refer_to_themselves_come_to_an_end() -> None:
    again = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    report = imported(
        report_file(
            p("I. TÌNH HÌNH", style="A"),
            p("Việc", again),
            footnotes=f'<w:footnote w:id="2">{p("chú thích", again)}</w:footnote>',
            styles=style("A", "B") + style("B", "A"),
        )
    )
    assert shape(report)[1:] == ["B Việc [chú thích]"]


# ------------------------------------------------------------------------------------------- time and memory

LARGE: dict[str, Callable[[], bytes]] = {
    "paragraphs": lambda: word_file(p("Đoạn văn của báo cáo.") * 20_001),
    "more paragraphs": lambda: word_file(p("Đoạn văn của báo cáo.") * 400_000),
    "text": lambda: word_file(p("a"), styles=f"<w:style/>{' ' * (120 * MEBIBYTE)}"),
    "noise": lambda: zipped({**parts(FULL), "word/media/a.png": random.Random(1).randbytes(MEBIBYTE) * 51}),
}
"""Files that hold too much of something; what only costs memory is a bomb (tests/builders/bombs.py)."""


@pytest.mark.parametrize("kind", LARGE)
def test_too_much_is_refused_within_5_seconds(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(LARGE[kind]())
    reading = reading_of(path)
    print(f"{kind}: {reading}")
    assert "Hãy" in reading.message
    assert reading.seconds <= 5


@pytest.mark.parametrize(
    "file",
    [
        lambda: word_file(p("a", '<w:r w:rsidR="00AB12CD" w:rsidRPr="00AB12CD"/>' * 590_000)),
        lambda: zipped({**parts(FULL), "word/media/a.png": bytes(201 * MEBIBYTE)}),
        lambda: zipped({**parts(FULL), **{f"word/media/{number}.png": b"" for number in range(6_000)}}),
    ],
    ids=["attributes", "a picture", "parts"],
)
def test_much_that_fits_into_memory_is_taken(tmp_path: Path, file: Callable[[], bytes]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(file())
    reading = reading_of(path)
    print(f"{reading.seconds:.1f} s, {reading.megabytes:.0f} MB")
    assert reading.message == ""
    assert reading.megabytes <= 600


def test_a_size_that_is_a_lie_unpacks_no_more_than_is_allowed(tmp_path: Path) -> None:
    xml = f"<w:document {NAMESPACES}><w:body>{p('a')}</w:body></w:document>"
    body = (xml + " " * (60 * MEBIBYTE)).encode()
    data = bytearray(with_document(body))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[place + 24 : place + 28] = (1_000).to_bytes(4, "little")
    assert "hỏng" in refusal(bytes(data))


def test_a_very_long_report_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    long = p("Văn phòng đã tổ chức thực hiện công tác dân vận tại các xã, phường trong tỉnh. " * 3)
    path.write_bytes(report_file(p("I. TÌNH HÌNH"), long * 15_000))
    reading = reading_of(path)
    print(f"{reading.seconds:.1f} s, {reading.megabytes:.0f} MB")
    assert reading.message == ""
    assert reading.seconds <= 60


# ------------------------------------------------------------------------------------------------ mutations


@settings(max_examples=300)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_file_with_changed_bytes_does_no_harm(changes: list[tuple[float, int]]) -> None:
    data = bytearray(FULL)
    for where, byte in changes:
        data[min(int(where * len(data)), len(data) - 1)] = byte
    harmless(bytes(data))


VALUES = (b"1", b"99999999999999999999", b"-5", b"x", b"", b"nan", b"1e400", b"%1", b"upperRoman", b"bullet")
NAMES = b"w:t w:tr w:tc w:p w:tbl gridSpan vMerge hMerge continue numId ilvl moveFrom".split()
PIECES = b"<w:p> </w:p> <w:r> <w:tbl> <w:tc/> <w:tr/> <w:del> <w:fldChar/> <!-- --> &#0; \xc3 <?x?>".split()
TOKENS = (*(b'w:val="' + value + b'"' for value in VALUES), *VALUES, *NAMES, *PIECES)


OWN = as_docx(full_report.report(1))


@settings(max_examples=400)
@given(
    st.sampled_from([FULL, OWN]),
    st.sampled_from(["document", "numbering", "styles", "footnotes"]),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(TOKENS), st.integers(0, 30)), min_size=1, max_size=5),
)
def test_xml_with_changed_words_does_no_harm(
    file: bytes, part: str, changes: list[tuple[float, bytes, int]]
) -> None:
    files = parts(file)
    name = f"word/{part}.xml" if f"word/{part}.xml" in files else "word/document.xml"
    xml = files[name]
    for where, token, length in changes:
        place = int(where * len(xml))
        xml = xml[:place] + token + xml[place + length :]
    harmless(zipped({**files, name: xml}))


@settings(max_examples=300)
@given(st.data())
def test_sound_xml_with_elements_moved_about_does_no_harm(data: st.DataObject) -> None:
    from lxml import etree

    files = parts(data.draw(st.sampled_from([FULL, OWN])))
    root = etree.fromstring(files["word/document.xml"])
    for _ in range(data.draw(st.integers(1, 6))):
        elements = list(root.iter())[1:]
        moved, target = (elements[data.draw(st.integers(0, len(elements) - 1))] for _ in range(2))
        if target is not moved and moved not in target.iterancestors():
            target.insert(data.draw(st.integers(0, 3)), moved)
    harmless(zipped({**files, "word/document.xml": etree.tostring(root)}))


def test_blocks_of_a_file_are_all_its_words() -> None:
    ids = iter(range(10, 100))
    blocks, notes = read_blocks(InputFile(Path("a.docx"), FULL), lambda: next(ids))
    text = str(blocks)
    for word in ("UBND TỈNH HƯƠNG GIANG", "TÌNH HÌNH", "một.", "thêm", "chú thích", "Nguyễn Văn A"):
        assert word in text
    assert [block.id for block in blocks] == list(range(10, 10 + len(blocks)))
    assert any("bớt" in note.text for note in notes)
