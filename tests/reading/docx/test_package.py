"""A Word file is opened part by part, within limits, whatever its bytes claim to be."""

import io
import zipfile

import pytest
from lxml import etree

from danvan_desktop.reading.docx import package as package_module
from danvan_desktop.reading.docx.elements import local
from danvan_desktop.reading.docx.package import open_package
from danvan_desktop.reading.unreadable import UnreadableFileError
from tests.builders.exported_files import parts
from tests.builders.word_file import p, relationships, table, word_file, zipped

FILE = word_file(p("Lời văn"), styles="", header1=p("Đầu trang"), footnotes="")


def fault(content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        _ = open_package(content).document
    return refused.value.fault


def changed(name: str, content: bytes) -> bytes:
    return zipped({**parts(FILE), name: content})


def test_the_parts_are_found_by_their_relationships() -> None:
    package = open_package(FILE)
    assert local(package.body) == "body"
    assert package.part("styles") is not None
    assert package.part("numbering") is None
    assert [local(story) for story in package.stories.values()] == ["hdr"]
    assert package.content_type is not None
    assert "wordprocessingml" in package.content_type


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_format"),
        (b"not a zip", "damaged"),
        (FILE[:100], "damaged"),
        (zipped({"a.txt": b"x"}), "damaged"),
        (changed("word/document.xml", b"<w:document"), "damaged"),
        (changed("word/document.xml", b"<document><body/></document>"), "damaged"),
    ],
    # Without names of their own they would be called by their bytes, and a zip holds the time of day.
    ids=["no bytes", "Word 97", "text", "cut off", "another zip", "broken XML", "another XML"],
)
def test_what_is_no_word_file_is_refused_with_the_reason(content: bytes, wanted: str) -> None:
    assert fault(content) == wanted


def packed_otherwise(method: int) -> bytes:
    """The file in another way of packing, with a byte changed in each of its parts."""
    content = bytearray(repacked(method))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            begin = entry.header_offset + 30 + len(entry.filename)
            content[begin + entry.compress_size // 2] ^= 0xFF
    return bytes(content)


def repacked(method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, inside in parts(FILE).items():
            archive.writestr(name, inside)
    return buffer.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_damage_in_either_way_a_file_is_packed_is_refused(method: int) -> None:
    assert local(open_package(repacked(method)).body) == "body"
    assert fault(packed_otherwise(method)) == "damaged"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_that_is_packed_as_no_file_of_office_is_refused(method: int) -> None:
    assert fault(repacked(method)) == "damaged"
    assert fault(packed_otherwise(method)) == "damaged"


def test_an_entry_that_begins_at_the_end_of_the_file_is_damage() -> None:
    content = bytearray(FILE)
    place = content.index(b"PK\x01\x02")
    while place >= 0:
        content[place + 42 : place + 46] = (len(content) - 8).to_bytes(4, "little")
        place = content.find(b"PK\x01\x02", place + 4)
    assert fault(bytes(content)) == "damaged"


def test_paragraphs_are_counted_in_cells_too(monkeypatch: pytest.MonkeyPatch) -> None:
    file = word_file(table([p("a"), p("b")]) + p("c"))
    monkeypatch.setattr(package_module, "WORD_PARAGRAPHS", 3)
    _ = open_package(file).document
    monkeypatch.setattr(package_module, "WORD_PARAGRAPHS", 2)
    assert fault(file) == "too_long"


def test_where_the_parser_runs_out_of_memory_the_file_is_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_memory(*_: object) -> None:
        raise etree.XMLSyntaxError("unknown error", etree.ErrorTypes.ERR_NO_MEMORY, 0, 0)  # type: ignore[call-arg]  # lxml-stubs

    monkeypatch.setattr(package_module, "_parse", no_memory)
    with pytest.raises(MemoryError):
        open_package(FILE)


def test_a_part_is_parsed_only_when_it_is_asked_for() -> None:
    package = open_package(changed("word/footnotes.xml", b"<damaged"))
    assert local(package.document) == "document"
    with pytest.raises(UnreadableFileError):
        package.part("footnotes")


def test_a_part_that_is_missing_or_lies_outside_is_none() -> None:
    names = parts(FILE)
    del names["word/header1.xml"]
    names["word/_rels/document.xml.rels"] = relationships(
        {"header": "header1.xml", "styles": "/etc/passwd"}
    ).encode()
    package = open_package(zipped(names))
    assert package.stories == {}
    assert package.part("styles") is None


def test_a_part_in_utf_16_is_read() -> None:
    xml = parts(FILE)["word/document.xml"].decode()
    declared = f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")
    package = open_package(changed("word/document.xml", declared))
    assert "".join(map(str, package.body.itertext())) == "Lời văn"


def test_comments_and_processing_instructions_part_no_text() -> None:
    xml = parts(FILE)["word/document.xml"].replace("Lời văn".encode(), "Lời<!-- a --> v<?x y?>ăn".encode())
    package = open_package(changed("word/document.xml", xml))
    texts = [element.text for element in package.body.iter("{*}t")]
    assert texts == ["Lời văn"]


def test_names_with_back_slashes_and_in_another_case_are_found() -> None:
    names = {name.replace("/", "\\").upper(): content for name, content in parts(FILE).items()}
    assert local(open_package(zipped(names)).document) == "document"


def test_what_was_changed_in_the_document_is_in_the_new_file_and_all_else_as_it_was() -> None:
    content = word_file(p("Một"), styles="")
    package = open_package(content)
    (text,) = package.document.iter("{*}t")
    text.text = "Hai"
    made = package.with_document()
    assert "".join(map(str, open_package(made).document.itertext())) == "Hai"
    before, after = parts(content), parts(made)
    assert {name for name in after if before[name] != after[name]} == {"word/document.xml"}
    assert list(after) == list(before)
