"""Every text of a report is looked through once, and its place says where."""

from hypothesis import given, settings

from danvan_desktop.report.find.texts import TextPlace, texts
from danvan_desktop.report.full_text import words
from danvan_desktop.report.model import Annex, Filing, Part, Report, Run, Section
from tests.builders.samples import paragraph, report, table
from tests.builders.strategies import reports


@settings(max_examples=30)
@given(reports())
def test_no_two_texts_have_the_same_place(made: Report) -> None:
    places = [text.place for text in texts(made)]
    assert len(places) == len(set(places))


@settings(max_examples=30)
@given(reports())
def test_every_printed_word_but_numbers_and_stamps_is_in_a_text(made: Report) -> None:
    searched = {word for text in texts(made) for word in text.text.split()}
    marks, head, filing = made.marks, made.letterhead, made.filing
    numbers = [section.number for section in made.sections] + [annex.number for annex in made.annexes]
    numbers += [section.part.number for section in made.sections if section.part]
    numbers += [getattr(block, "number", None) for each in made.sections for block in each.blocks]
    numbers += [getattr(block, "number", None) for each in made.annexes for block in each.blocks]
    numbers += [getattr(block, "number", None) for block in (*made.opening, *made.closing)]
    date = head.issued_on
    numbers += [str(part) for part in (date.day, date.month, date.year, filing.copies)]
    other = [text for text in (marks.urgency, marks.circulation, *numbers) if text]
    shown_elsewhere = {word for text in other for word in text.split()}
    assert set(words(made)) <= searched | shown_elsewhere


@settings(max_examples=30)
@given(reports())
def test_of_some_blocks_their_texts_are_given_and_those_of_no_block(made: Report) -> None:
    everything = list(texts(made))
    blocks = sorted({text.place.block for text in everything} - {0})
    wanted = set(blocks[::2])
    assert list(texts(made, wanted)) == [text for text in everything if text.place.block in wanted | {0}]


def test_the_places_are_named_as_the_window_names_them() -> None:
    section = Section(
        1,
        part=Part("I", (Run("PHẦN MỘT"),)),
        title=(Run("TÌNH HÌNH"),),
        blocks=(paragraph(11, "Đoạn."), table(17)),
    )
    made = report().__class__(
        id="r",
        modified=report().modified,
        year=2026,
        subject="Trích yếu",
        legal_bases=((Run("Căn cứ Luật"),),),
        sections=(section,),
        recipients=("Sở Nội vụ", "Tỉnh ủy"),
        filing=Filing(unit="VP1"),
        annexes=(Annex(5, title=(Run("DANH MỤC"),)),),
    )
    assert {text.text: text.place for text in texts(made)} == {
        "BÁO CÁO": TextPlace("general", field="kind"),
        "Trích yếu": TextPlace("general", field="subject"),
        "Căn cứ Luật": TextPlace("opening", field="legal_bases"),
        "PHẦN MỘT": TextPlace("section:1", field="part"),
        "TÌNH HÌNH": TextPlace("section:1", field="title"),
        "Đoạn.": TextPlace("section:1", 11),
        "Bảng 1": TextPlace("section:1", 17, field="caption"),
        "TT": TextPlace("section:1", 17, (0, 0, 0)),
        "Chỉ tiêu": TextPlace("section:1", 17, (0, 1, 0)),
        "1": TextPlace("section:1", 17, (1, 0, 0)),
        "Mô hình": TextPlace("section:1", 17, (1, 1, 0)),
        "được công nhận": TextPlace("section:1", 17, (1, 1, 1)),
        "Cộng": TextPlace("section:1", 17, (2, 0, 0)),
        "Sở Nội vụ": TextPlace("signature", field="recipients"),
        "Tỉnh ủy": TextPlace("signature", field="recipients", line=1),
        "VP1": TextPlace("signature", field="filing.unit"),
        "DANH MỤC": TextPlace("annexes", field="title", annex=5),
    }


def test_fields_of_forms_are_no_text_to_replace_in() -> None:
    by_field = {text.place.field: text.place.is_text for text in texts(report())}
    assert by_field[""]
    assert by_field["title"]
    assert not by_field["subject"]
    assert not by_field["recipients"]
