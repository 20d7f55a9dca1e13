"""The tracked changes of an OpenDocument text are read with who made them, when, and where they stand."""

import pytest

from danvan_desktop.reading.odt.tracked_changes import OdtPlace, read_odt
from danvan_desktop.reading.unreadable import UnreadableFileError
from danvan_desktop.report.takeback.model import Revision
from tests.builders.odt_file import change, odt_file, point, region, spanned
from tests.builders.word_file import zipped

A, B = Revision("Nguyễn Văn A", "2025-11-28T09:00:00"), Revision("Lê Văn C", "2025-11-28T10:30:00.123456789")


def by(kind: str, who: Revision, deleted: str = "") -> str:
    return change(kind, who.author, who.date, deleted)


def test_words_put_in_stand_between_their_marks() -> None:
    said = f"<text:p>Có <text:span>12, {spanned('c', 'nay 14')}</text:span></text:p>"
    text = read_odt(odt_file(f"<text:h>I. Tình hình</text:h>{said}", region("c", by("insertion", A))))
    assert text.paragraphs == ["ITìnhhình", "Có12nay14"]
    (found,) = text.changes
    assert (found.kind, found.revision, found.words) == ("insertion", A, "")
    assert (found.start, found.end) == (OdtPlace(1, 4), OdtPlace(1, 9))


def test_what_was_deleted_is_known_with_its_words_paragraph_by_paragraph() -> None:
    deleted = "<text:p>tám<text:s/>hội<text:line-break/>nghị</text:p><text:p/>"
    text = read_odt(odt_file(f"<text:p>Có {point('d')}lớp</text:p>", region("d", by("deletion", B, deleted))))
    (found,) = text.changes
    assert (found.kind, found.revision, found.words) == ("deletion", B, "tám hội nghị\n")
    assert found.start == found.end == OdtPlace(0, 2)
    assert text.paragraphs == ["Cólớp"]


def test_who_had_put_in_what_another_took_out_is_known() -> None:
    gone = region("d", by("deletion", B, "<text:p>thừa</text:p>"), by("insertion", A))
    (found,) = read_odt(odt_file(f"<text:p>{point('d')}Lời</text:p>", gone)).changes
    assert (found.revision, found.put_in_by) == (B, A)


@pytest.mark.parametrize(("name", "kind"), [("format-change", "format"), ("UnknownChange", "paragraph")])
def test_other_looks_of_letters_are_told_from_those_of_a_paragraph(name: str, kind: str) -> None:
    (found,) = read_odt(odt_file(f"<text:p>{spanned('f', 'Lời')}</text:p>", region("f", by(name, A)))).changes
    assert (found.kind, found.start, found.end) == (kind, OdtPlace(0, 0), OdtPlace(0, 3))


def test_a_mark_between_two_paragraphs_stands_before_the_second() -> None:
    body = f"<text:p>Một</text:p>{point('d')}<text:p>Hai</text:p>"
    (found,) = read_odt(odt_file(body, region("d", by("deletion", A, "<text:p>Giữa</text:p>")))).changes
    assert found.start == OdtPlace(1, 0)


def test_comments_and_notes_are_not_of_the_text_and_a_text_box_has_paragraphs_of_its_own() -> None:
    aside = "<office:annotation><text:p>Ý kiến</text:p></office:annotation>"
    body = "<text:note-body><text:p>b</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    box = "<draw:frame><draw:text-box><text:p>Khung</text:p></draw:text-box></draw:frame>"
    row = "<table:table-row><table:table-cell><text:p>Ô</text:p></table:table-cell></table:table-row>"
    text = read_odt(odt_file(f"<text:p>Trước{aside}{note}{box} sau</text:p><table:table>{row}</table:table>"))
    assert text.paragraphs == ["Trướcsau", "Khung", "Ô"]


def test_a_change_without_a_place_or_of_no_known_kind_is_none() -> None:
    regions = region("a", by("insertion", A)), region("b", "<text:other/>")
    assert read_odt(odt_file(f"<text:p>Lời{point('b')}</text:p>", *regions)).changes == []


@pytest.mark.parametrize(
    "content", [b"", b"none", zipped({"other.xml": b"<a/>"}), zipped({"content.xml": b"<a>"})]
)
def test_what_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read_odt(content)


def test_a_text_that_declares_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'
    with pytest.raises(UnreadableFileError):
        read_odt(zipped({"content.xml": bomb}))
