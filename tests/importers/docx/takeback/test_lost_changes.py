"""What a Word file made of an OpenDocument text has forgotten of its tracked changes is filled in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.importers.docx.takeback.lost_changes import with_lost_changes
from danvan_desktop.report.takeback.model import ReturnedFile, Revision, TrackedStretch
from tests.builders.odt_file import change, odt_file, point, region, spanned
from tests.builders.returned_files import read_docx, texts
from tests.builders.word_file import r, word_file

A, B = Revision("Nguyễn Văn A", "2025-11-28T09:00:00Z"), Revision("Lê Văn C", "2025-11-28T10:30:00Z")
PLAIN = "".join(f"<w:p>{r(text)}</w:p>" for text in ("Đoạn một, có chữ.", "Đoạn hai.", "Đoạn ba."))


def by(kind: str, who: Revision, deleted: str = "") -> str:
    return change(kind, who.author, who.date.rstrip("Z"), deleted)


def paragraphs(*inner: str) -> str:
    return "".join(f"<text:p>{each}</text:p>" for each in inner)


def deleted(who: Revision, words: str) -> str:
    signs = f'w:id="1" w:author="{who.author}" w:date="{who.date}"'
    return f"<w:del {signs}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def filled(word: str, odt: bytes) -> ReturnedFile:
    made = with_lost_changes(word_file(word), odt)
    read = read_docx(made)
    assert texts(read) == texts(read_docx(word_file(word)))
    return read


def test_a_paragraph_that_was_set_otherwise_names_who_did_it() -> None:
    body = paragraphs("Đoạn một, có chữ.", spanned("f", "Đoạn hai."), "Đoạn ba.")
    read = filled(PLAIN, odt_file(body, region("f", by("UnknownChange", A))))
    assert [block.reshaped for block in read.blocks] == [None, A, None]


def test_letters_with_other_looks_name_who_gave_them() -> None:
    body = paragraphs(f"Đoạn {spanned('f', 'một, có')} chữ.", "Đoạn hai.", "Đoạn ba.")
    read = filled(PLAIN, odt_file(body, region("f", by("format-change", A))))
    assert read.blocks[0].restyled == (TrackedStretch(5, 12, A),)


def test_words_put_in_name_who_did_it_also_over_two_paragraphs() -> None:
    start, end = spanned("i", "|").split("|")
    body = paragraphs(f"Đoạn một, {start}có chữ.", f"Đoạn{end} hai.", "Đoạn ba.")
    read = filled(PLAIN, odt_file(body, region("i", by("insertion", A))))
    assert [block.tracked for block in read.blocks] == [
        (TrackedStretch(10, 17, A),),
        (TrackedStretch(0, 4, A),),
        (),
    ]
    assert [block.is_new for block in read.blocks] == [A, None, None]


def test_words_and_paragraphs_taken_out_name_who_did_it() -> None:
    body = paragraphs(f"Đoạn một, {point('d')}có chữ.", f"{point('e')}Đoạn hai.", "Đoạn ba.")
    regions = (
        region("d", by("deletion", A, paragraphs("không"))),
        region("e", by("deletion", B, paragraphs("Đoạn thừa.", ""))),
    )
    read = filled(PLAIN, odt_file(body, *regions))
    (erased,) = read.blocks[0].erased
    assert (erased.text, erased.at, erased.revision) == ("không", 10, A)
    assert [(each.text, each.revision, each.at) for each in read.gone] == [("Đoạn thừa.", B, 1)]


def test_what_one_put_in_and_another_took_out_names_both() -> None:
    gone = deleted(B, "thừa")
    body = paragraphs(f"Đoạn một{point('d')}.")
    both = region("d", by("deletion", B, paragraphs("thừa")), by("insertion", A))
    for made in (f"<w:p>{r('Đoạn một')}{gone}{r('.')}</w:p>", f"<w:p>{r('Đoạn một')}{r('.')}</w:p>"):
        (erased,) = filled(made, odt_file(body, both)).blocks[0].erased
        assert (erased.text, erased.revision, erased.put_in_by) == ("thừa", B, A)


def test_a_file_that_has_forgotten_nothing_stays_as_it_is() -> None:
    tracked = f'<w:ins w:id="1" w:author="{A.author}" w:date="{A.date}">{r("mới")}</w:ins>{deleted(B, "cũ")}'
    docx = word_file(f"<w:p>{r('Đoạn ')}{tracked}</w:p>")
    regions = region("i", by("insertion", A)), region("d", by("deletion", B, paragraphs("cũ")))
    odt = odt_file(paragraphs(f"Đoạn {spanned('i', 'mới')}{point('d')}"), *regions)
    assert with_lost_changes(docx, odt) is docx


def test_the_place_is_found_where_the_word_file_has_other_paragraphs_before_it() -> None:
    body = paragraphs("Trang bìa.", "Đoạn một, có chữ.", spanned("f", "Đoạn ba."))
    read = filled(PLAIN, odt_file(body, region("f", by("UnknownChange", A))))
    assert [block.reshaped for block in read.blocks] == [None, None, A]


@pytest.mark.parametrize("word", ["", "<w:p/>", f"<w:p>{r('Lời khác')}</w:p>"])
def test_a_word_file_of_other_words_is_read_as_well(word: str) -> None:
    body = paragraphs(spanned("i", "Đoạn một."), point("d"))
    regions = region("i", by("insertion", A)), region("d", by("deletion", B, paragraphs("cũ")))
    filled(word, odt_file(body, *regions))


WORDS = st.text("ab ,", max_size=8)


@given(
    said=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4),
    kinds=st.lists(st.sampled_from(["insertion", "deletion", "format-change", "UnknownChange"]), min_size=4),
)
@settings(max_examples=100)
def test_no_letter_of_the_word_file_is_another_and_everybody_is_named(
    said: list[tuple[str, str, str]], kinds: list[str]
) -> None:
    word = "".join(f"<w:p>{r(''.join(each))}</w:p>" for each in said)
    body, regions, wanted = [], [], []
    for number, ((before, words, after), kind) in enumerate(zip(said, kinds, strict=False)):
        who, is_deletion = Revision(f"Người {number}", A.date), kind == "deletion"
        name = f"c{number}"
        body.append(before + (point(name) + words if is_deletion else spanned(name, words)) + after)
        regions.append(region(name, by(kind, who, paragraphs("mất") if is_deletion else "")))
        if is_deletion or any(map(str.isalnum, words)):
            wanted.append(who.author)
    docx = with_lost_changes(word_file(word), odt_file(paragraphs(*body), *regions))
    assert texts(read_docx(docx)) == texts(read_docx(word_file(word)))
    xml = str(read_docx(docx))
    assert [author for author in wanted if author not in xml] == []
